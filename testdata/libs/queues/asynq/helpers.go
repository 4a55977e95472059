package asynq

import (
	"context"
	"encoding/json"
	"errors"

	"github.com/hibiken/asynq"

	"example.test/libs/api"
)

// Notify handles a task by another function, and skips what stays.
func (p *Processor) Notify(ctx context.Context, task *asynq.Task) error {
	return final(p.notify(ctx, task))
}

// notify is called by Notify alone, which marks its errors.
func (p *Processor) notify(ctx context.Context, task *asynq.Task) error {
	var m api.Message
	if err := json.Unmarshal(task.Payload(), &m); err != nil {
		return errors.Join(err, asynq.SkipRetry)
	}
	code, err := send(ctx, p.API, m)
	if err != nil {
		return err
	}
	return code.Err()
}

// Register registers it.
func (p *Processor) Register(mux *asynq.ServeMux) {
	mux.HandleFunc("notify", p.Notify)
	mux.HandleFunc("remind", p.remind)
}

// remind is handed over.
func (p *Processor) remind(ctx context.Context, task *asynq.Task) error {
	return p.notify(ctx, task) // want "and 10 more of class never"
}
