// Package temporal has activities, which Temporal tries again without an end.
package temporal

import (
	"context"
	"fmt"
	"time"

	"go.temporal.io/sdk/activity"
	"go.temporal.io/sdk/temporal"
	"go.temporal.io/sdk/worker"
	"go.temporal.io/sdk/workflow"

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

// Activities are what the worker does.
type Activities struct{ API *api.Client }

// Notify fails for every code.
func (a *Activities) Notify(ctx context.Context, m api.Message) (string, error) {
	code, err := send(ctx, a.API, m)
	if err != nil {
		return "", err
	}
	if code != codes.ResponseSuccess {
		return "", fmt.Errorf("message to %s: %w", m.To, code) // want "the same request sent .line 35., again for 1 InvalidCredentials, .* and 10 more of class never.*NewNonRetryableApplicationError"
	}
	return "sent", nil
}

// NotifyFinal tells Temporal what stays.
func (a *Activities) NotifyFinal(ctx context.Context, m api.Message) error {
	code, err := send(ctx, a.API, m)
	switch {
	case err != nil:
		return err
	case code == codes.ResponseSuccess, code.Retryable():
		return code.Err()
	}
	return temporal.NewNonRetryableApplicationError("refused", code.String(), code)
}

// NotifyTyped names the code, so that a policy may list it.
func (a *Activities) NotifyTyped(ctx context.Context, m api.Message) error {
	code, err := send(ctx, a.API, m)
	if err != nil {
		return err
	}
	if code != codes.ResponseSuccess {
		return temporal.NewApplicationErrorWithCause("refused", code.String(), code)
	}
	return nil
}

// NotifyOptions says it by an option.
func (a *Activities) NotifyOptions(ctx context.Context, m api.Message) error {
	code, err := send(ctx, a.API, m)
	if err != nil {
		return err
	}
	if code != codes.ResponseSuccess {
		return temporal.NewApplicationErrorWithOptions("refused", code.String(), temporal.ApplicationErrorOptions{
			NonRetryable: !code.Retryable(), Cause: code, NextRetryDelay: time.Minute,
		})
	}
	return nil
}

// remind does not export its code.
func (a *Activities) remind(ctx context.Context, m api.Message) error {
	code, err := send(ctx, a.API, m)
	if err != nil {
		return err
	}
	return code.Err()
}

// Remind is a function that is registered.
func Remind(ctx context.Context, m api.Message) error {
	code, err := send(ctx, new(api.Client), m)
	if err != nil {
		return err
	}
	return code.Err() // want "and 10 more of class never"
}

// Report is registered by somebody else, but asks what only an activity can.
func Report(ctx context.Context, c *api.Client, m api.Message) error {
	code, err := send(ctx, c, m)
	if err != nil {
		return err
	}
	activity.GetLogger(ctx).Info("asked", "code", code)
	return code.Err() // want "and 10 more of class never"
}

// Direct is no activity.
func Direct(ctx context.Context, c *api.Client, m api.Message) error {
	code, err := send(ctx, c, m)
	if err != nil {
		return err
	}
	return code.Err()
}

// Register registers them.
func Register(w worker.Worker, c *api.Client) {
	w.RegisterActivity(&Activities{c})
	w.RegisterActivity(Remind)
	w.RegisterWorkflow(Workflow)
}

// Workflow notifies, and reminds a day later.
func Workflow(ctx workflow.Context, m api.Message) error {
	ctx = workflow.WithActivityOptions(ctx, workflow.ActivityOptions{StartToCloseTimeout: time.Minute})
	var a *Activities
	if err := workflow.ExecuteActivity(ctx, a.Notify, m).Get(ctx, nil); err != nil {
		return err
	}
	if err := workflow.Sleep(ctx, 24*time.Hour); err != nil {
		return err
	}
	return workflow.ExecuteActivity(ctx, Remind, m).Get(ctx, nil)
}
