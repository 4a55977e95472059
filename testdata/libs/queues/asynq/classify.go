package asynq

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"

	"github.com/hibiken/asynq"

	"example.test/libs/api"
	"github.com/errcodelint/errcodelint/codes"
)

// final skips what stays.
func final(err error) error {
	var code codes.ResponseCode
	if errors.As(err, &code) && !code.Retryable() {
		return fmt.Errorf("%w: %w", err, asynq.SkipRetry)
	}
	return err
}

// unreachable skips a recipient that there is not.
func unreachable(err error) error {
	if errors.Is(err, codes.ResponseInvalidRecipient) {
		return errors.Join(err, asynq.SkipRetry)
	}
	return err
}

// Final has a helper skip what stays.
func (p *Processor) Final(ctx context.Context, task *asynq.Task) error {
	var m api.Message
	if err := json.Unmarshal(task.Payload(), &m); err != nil {
		return errors.Join(err, asynq.SkipRetry)
	}
	code, err := send(ctx, p.API, m)
	if err != nil {
		return err
	}
	return final(code.Err())
}

// Unreachable has it skip too little.
func (p *Processor) Unreachable(ctx context.Context, task *asynq.Task) error {
	var m api.Message
	if err := json.Unmarshal(task.Payload(), &m); err != nil {
		return errors.Join(err, asynq.SkipRetry)
	}
	code, err := send(ctx, p.API, m)
	if err != nil {
		return err
	}
	if code == codes.ResponseSuccess {
		return nil
	}
	return unreachable(code) // want "and 9 more of class never"
}
