// Package direct hands on what its client returns, behind an interface or not.
package direct

import (
	"context"
	"encoding/json"
	"fmt"

	"github.com/hibiken/asynq"

	"example.test/libs/api"
	"github.com/errcodelint/errcodelint/codes"
)

type reply struct {
	Code codes.ResponseCode `json:"responseCode"`
}

type sender interface {
	Send(ctx context.Context, m api.Message) error
}

type client struct{ api *api.Client }

func (c *client) Send(ctx context.Context, m api.Message) error {
	var r reply
	if err := c.api.Post(ctx, "/sms", m, &r); err != nil {
		return err
	}
	return r.Code.Err()
}

type handler struct{ s sender }

// Direct fails for every code.
func (h *handler) Direct(ctx context.Context, task *asynq.Task) error {
	var m api.Message
	if err := json.Unmarshal(task.Payload(), &m); err != nil {
		return fmt.Errorf("payload: %v: %w", err, asynq.SkipRetry)
	}
	return h.s.Send(ctx, m) // want "and 10 more of class never"
}

// Kept is Direct by a variable.
func (h *handler) Kept(ctx context.Context, task *asynq.Task) error {
	var m api.Message
	if err := json.Unmarshal(task.Payload(), &m); err != nil {
		return fmt.Errorf("payload: %v: %w", err, asynq.SkipRetry)
	}
	if err := h.s.Send(ctx, m); err != nil {
		return err // want "and 10 more of class never"
	}
	return nil
}

type plain struct{ c *client }

// Direct asks the client itself.
func (h *plain) Direct(ctx context.Context, task *asynq.Task) error {
	var m api.Message
	if err := json.Unmarshal(task.Payload(), &m); err != nil {
		return fmt.Errorf("payload: %v: %w", err, asynq.SkipRetry)
	}
	return h.c.Send(ctx, m) // want "and 10 more of class never"
}

// A final sender says itself which codes stay.
type final interface {
	SendFinal(ctx context.Context, m api.Message) error
}

func (c *client) SendFinal(ctx context.Context, m api.Message) error {
	var r reply
	if err := c.api.Post(ctx, "/sms", m, &r); err != nil {
		return err
	}
	if r.Code != codes.ResponseSuccess && !r.Code.Retryable() {
		return fmt.Errorf("%w: %w", r.Code, asynq.SkipRetry)
	}
	return r.Code.Err()
}

type finals struct{ s final }

// Direct need not know which codes stay.
func (h *finals) Direct(ctx context.Context, task *asynq.Task) error {
	var m api.Message
	if err := json.Unmarshal(task.Payload(), &m); err != nil {
		return fmt.Errorf("payload: %v: %w", err, asynq.SkipRetry)
	}
	return h.s.SendFinal(ctx, m)
}
