package client

import (
	"context"
	"errors"

	"example.test/programs/retriedcode/api"
	"github.com/errcodelint/errcodelint/codes"
)

// An Order is a message that waits to be sent.
type Order struct {
	Client  *api.Client
	Message api.Message
	Refused error // what will not pass
}

// Send sends it, and fails for every code.
func (o *Order) Send(ctx context.Context) error { return Wrapped(ctx, o.Client, o.Message) }

// SendPassing fails for what may pass.
func (o *Order) SendPassing(ctx context.Context) error {
	err := Wrapped(ctx, o.Client, o.Message)
	var code codes.ResponseCode
	if errors.As(err, &code) && !code.Retryable() {
		o.Refused = err
		return nil
	}
	return err
}
