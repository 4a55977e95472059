package faces

import (
	"context"
	"time"

	"example.test/programs/retriedcode/api"
	"github.com/errcodelint/errcodelint/codes"
)

// A code is an error, which is compared as any other.

func refuse(ctx context.Context, c *api.Client, m api.Message) error {
	var r reply
	if err := c.Post(ctx, "/sms", m, &r); err != nil {
		return err
	}
	return r.Code.Err()
}

// AlikeSwitched names what passes.
func AlikeSwitched(ctx context.Context, c *api.Client, m api.Message) error {
	for {
		err := refuse(ctx, c, m)
		switch err {
		case nil:
			return nil
		case codes.ResponseThrottlingRateExceeded, codes.ResponseGeneralFailure:
			time.Sleep(time.Millisecond)
		default:
			return err
		}
	}
}

// AlikeSome names two that stay.
func AlikeSome(ctx context.Context, c *api.Client, m api.Message) error {
	for { // want `for 1 InvalidCredentials, 3 AccountExpired, 4 AccountDisabled, 10 CouldNotRoute, 12 InvalidOriginator and 8 more of class never`
		err := refuse(ctx, c, m)
		switch err {
		case nil:
			return nil
		case codes.ResponseInvalidRecipient, codes.ResponseInvalidIP:
			return err
		}
		time.Sleep(time.Millisecond)
	}
}

// AlikeCompared goes on for one that passes, and one that does not.
func AlikeCompared(ctx context.Context, c *api.Client, m api.Message) error {
	for { // want `for 16 DuplicateDestination of class never`
		err := refuse(ctx, c, m)
		if err != codes.ResponseThrottlingRateExceeded && codes.ResponseDuplicateDestination != err {
			return err
		}
		time.Sleep(time.Millisecond)
	}
}
