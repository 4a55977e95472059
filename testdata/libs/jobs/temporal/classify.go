package temporal

import (
	"context"
	"errors"

	"go.temporal.io/sdk/activity"
	"go.temporal.io/sdk/temporal"

	"example.test/libs/api"
	"github.com/errcodelint/errcodelint/codes"
)

// final tells Temporal what stays.
func final(err error) error {
	var code codes.ResponseCode
	if errors.As(err, &code) && !code.Retryable() {
		return temporal.NewNonRetryableApplicationError(err.Error(), code.String(), err)
	}
	return err
}

// unreachable tells it of recipients alone.
func unreachable(err error) error {
	if errors.Is(err, codes.ResponseInvalidRecipient) {
		return temporal.NewNonRetryableApplicationError(err.Error(), "unreachable", err)
	}
	return err
}

// Final has a helper tell what stays.
func Final(ctx context.Context, c *api.Client, m api.Message) error {
	activity.RecordHeartbeat(ctx, m.To)
	code, err := send(ctx, c, m)
	if err != nil {
		return err
	}
	return final(code.Err())
}

// Unreachable has it tell too little.
func Unreachable(ctx context.Context, c *api.Client, m api.Message) error {
	activity.RecordHeartbeat(ctx, m.To)
	code, err := send(ctx, c, m)
	if err != nil {
		return err
	}
	if err := code.Err(); err != nil {
		return unreachable(err) // want "and 9 more of class never"
	}
	return nil
}
