// Package limited has activities that Temporal tries once.
package limited

import (
	"context"
	"time"

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

// Activities are what the worker does.
type Activities struct{ API *api.Client }

// Notify fails for every code.
func (a *Activities) Notify(ctx context.Context, m api.Message) error {
	var r reply
	if err := a.API.Post(ctx, "/sms", m, &r); err != nil {
		return err
	}
	return r.Code.Err()
}

func options() workflow.ActivityOptions {
	o := workflow.ActivityOptions{StartToCloseTimeout: time.Minute, RetryPolicy: new(temporal.RetryPolicy)}
	o.RetryPolicy.MaximumAttempts = 1
	return o
}

// Workflow notifies once.
func Workflow(ctx workflow.Context, m api.Message) error {
	var a *Activities
	return workflow.ExecuteActivity(workflow.WithActivityOptions(ctx, options()), a.Notify, m).Get(ctx, nil)
}

// Register registers them.
func Register(w worker.Worker, c *api.Client) {
	w.RegisterActivity(&Activities{c})
	w.RegisterWorkflow(Workflow)
}
