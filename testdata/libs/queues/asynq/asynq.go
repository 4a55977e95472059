// Package asynq handles tasks.
package asynq

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"github.com/hibiken/asynq"

	"example.test/libs/api"
	"github.com/errcodelint/errcodelint/codes"
)

// reply is what the API says to a message.
type reply struct {
	Code codes.ResponseCode `json:"responseCode"`
}

// send sends a message once. The error is the transport's.
func send(ctx context.Context, c *api.Client, m api.Message) (codes.ResponseCode, error) {
	var r reply
	err := c.Post(ctx, "/sms", m, &r)
	return r.Code, err
}

// Processor sends messages.
type Processor struct{ API *api.Client }

// Any fails for every code.
func (p *Processor) Any(ctx context.Context, task *asynq.Task) error {
	var m api.Message
	if err := json.Unmarshal(task.Payload(), &m); err != nil {
		return fmt.Errorf("payload: %v: %w", err, asynq.SkipRetry)
	}
	code, err := send(ctx, p.API, m)
	if err != nil {
		return err
	}
	if code != codes.ResponseSuccess {
		return fmt.Errorf("message to %s: %w", m.To, code) // want "and 10 more of class never"
	}
	return nil
}

// ProcessTask skips what stays.
func (p *Processor) ProcessTask(ctx context.Context, task *asynq.Task) error {
	var m api.Message
	if err := json.Unmarshal(task.Payload(), &m); err != nil {
		return fmt.Errorf("payload: %v: %w", err, asynq.SkipRetry)
	}
	code, err := send(ctx, p.API, m)
	switch {
	case err != nil:
		return err
	case code == codes.ResponseSuccess:
		return nil
	case !code.Retryable():
		return fmt.Errorf("message to %s: %w: %w", m.To, code, asynq.SkipRetry)
	}
	return code
}

// Joined skips what stays, by a joined error.
func (p *Processor) Joined(ctx context.Context, task *asynq.Task) error {
	var m api.Message
	if err := json.Unmarshal(task.Payload(), &m); err != nil {
		return errors.Join(err, asynq.SkipRetry)
	}
	code, err := send(ctx, p.API, m)
	if err != nil {
		return err
	}
	if code.Retryable() {
		return code
	}
	if code != codes.ResponseSuccess {
		return errors.Join(code, asynq.SkipRetry)
	}
	return nil
}

// Skips takes a busy API for a reason to stop.
func (p *Processor) Skips(ctx context.Context, task *asynq.Task) error {
	var m api.Message
	if err := json.Unmarshal(task.Payload(), &m); err != nil {
		return errors.Join(err, asynq.SkipRetry)
	}
	code, err := send(ctx, p.API, m)
	switch {
	case err != nil:
		return err
	case code == codes.ResponseThrottlingRateExceeded:
		return fmt.Errorf("%w: %w", code, asynq.SkipRetry) // want "5 ThrottlingRateExceeded of class backoff"
	case code != codes.ResponseSuccess:
		return fmt.Errorf("%w: %w", code, asynq.SkipRetry)
	}
	return nil
}

// SkipsLate stops for a busy API where it is too late to try again.
func (p *Processor) SkipsLate(ctx context.Context, task *asynq.Task) error {
	var m api.Message
	if err := json.Unmarshal(task.Payload(), &m); err != nil {
		return errors.Join(err, asynq.SkipRetry)
	}
	code, err := send(ctx, p.API, m)
	end, _ := ctx.Deadline()
	switch {
	case err != nil:
		return err
	case code == codes.ResponseThrottlingRateExceeded && time.Until(end) < time.Minute:
		return fmt.Errorf("%w: %w", code, asynq.SkipRetry)
	case code != codes.ResponseSuccess && !code.Retryable():
		return fmt.Errorf("%w: %w", code, asynq.SkipRetry)
	}
	return code.Err()
}

// SkipsLater has it sent by a timer instead.
func (p *Processor) SkipsLater(ctx context.Context, task *asynq.Task) error {
	var m api.Message
	if err := json.Unmarshal(task.Payload(), &m); err != nil {
		return errors.Join(err, asynq.SkipRetry)
	}
	code, err := send(ctx, p.API, m)
	switch {
	case err != nil:
		return err
	case code == codes.ResponseThrottlingRateExceeded:
		time.AfterFunc(time.Hour, func() { _ = p.SkipsLate(context.Background(), task) })
		return fmt.Errorf("%w: %w", code, asynq.SkipRetry)
	case code != codes.ResponseSuccess && !code.Retryable():
		return fmt.Errorf("%w: %w", code, asynq.SkipRetry)
	}
	return code.Err()
}
