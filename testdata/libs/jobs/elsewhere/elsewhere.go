// Package elsewhere has an activity that Temporal tries as often as another package says.
package elsewhere

import (
	"context"

	"go.temporal.io/sdk/worker"
	"go.temporal.io/sdk/workflow"

	"example.test/libs/api"
	"example.test/libs/jobs/elsewhere/policies"
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

// Workflow notifies once.
func Workflow(ctx workflow.Context, m api.Message) error {
	var a *Activities
	return workflow.ExecuteActivity(policies.Once(ctx), a.Notify, m).Get(ctx, nil)
}

// Register registers them.
func Register(w worker.Worker, c *api.Client) {
	w.RegisterActivity(&Activities{c})
	w.RegisterWorkflow(Workflow)
}
