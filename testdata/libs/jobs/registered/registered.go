// Package registered has an activity that workflows of other packages execute, each as often as it says.
package registered

import (
	"context"

	"go.temporal.io/sdk/activity"
	"go.temporal.io/sdk/worker"

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
	activity.GetLogger(ctx).Info("asked", "code", r.Code)
	return r.Code.Err()
}

// Register registers it.
func Register(w worker.Worker, c *api.Client) { w.RegisterActivity(&Activities{c}) }
