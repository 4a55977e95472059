package loops

import (
	"context"
	"time"

	"example.test/programs/retriedcode/api"
	"github.com/errcodelint/errcodelint/codes"
)

// OnceMore calls itself for one code only. There is no fix: with that code left out nothing would ever call it again.
func OnceMore(ctx context.Context, c *api.Client, m api.Message) error {
	return onceMore(ctx, c, m, 3)
}

func onceMore(ctx context.Context, c *api.Client, m api.Message, left int) error {
	r, err := send(ctx, c, m)
	if err != nil {
		return err
	}
	if r.Code == codes.ResponseCouldNotRoute && left > 0 {
		time.Sleep(c.Unit)
		return onceMore(ctx, c, m, left-1) // want `for 10 CouldNotRoute of class never`
	}
	return r.Code.Err()
}

// OnceMoreOrTwo does so for another one, too.
func OnceMoreOrTwo(ctx context.Context, c *api.Client, m api.Message) error {
	return onceMoreOrTwo(ctx, c, m, 3)
}

func onceMoreOrTwo(ctx context.Context, c *api.Client, m api.Message, left int) error {
	r, err := send(ctx, c, m)
	if err != nil {
		return err
	}
	if (r.Code == codes.ResponseCouldNotRoute || r.Code.Retryable()) && left > 0 {
		return onceMoreOrTwo(ctx, c, m, left-1) // want `for 10 CouldNotRoute of class never`
	}
	return r.Code.Err()
}
