package asynq

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log"
	"time"

	"github.com/hibiken/asynq"

	"example.test/libs/api"
	"github.com/errcodelint/errcodelint/codes"
)

// Later has the API asked when it may have time.
type Later struct {
	API   *api.Client
	Queue *asynq.Client
}

// ProcessTask puts what is busy into the queue again by itself.
func (l *Later) ProcessTask(ctx context.Context, task *asynq.Task) error {
	var m api.Message
	if err := json.Unmarshal(task.Payload(), &m); err != nil {
		return errors.Join(err, asynq.SkipRetry)
	}
	code, err := send(ctx, l.API, m)
	if err != nil {
		return err
	}
	if code == codes.ResponseThrottlingRateExceeded {
		if _, err := l.Queue.EnqueueContext(ctx, task, asynq.ProcessIn(time.Hour)); err != nil {
			return err
		}
		return fmt.Errorf("in an hour: %w", asynq.SkipRetry)
	}
	return final(code.Err())
}

// Notes notes it, and no more.
func (l *Later) Notes(ctx context.Context, task *asynq.Task) error {
	var m api.Message
	if err := json.Unmarshal(task.Payload(), &m); err != nil {
		return errors.Join(err, asynq.SkipRetry)
	}
	code, err := send(ctx, l.API, m)
	if err != nil {
		return err
	}
	if code == codes.ResponseThrottlingRateExceeded {
		log.Printf("busy: %s", m.To)
		return fmt.Errorf("not now: %w", asynq.SkipRetry) // want "ends the retries for 5 ThrottlingRateExceeded"
	}
	return final(code.Err())
}
