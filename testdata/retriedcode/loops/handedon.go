package loops

import (
	"context"
	"errors"
	"time"

	"example.test/programs/retriedcode/api"
	"github.com/errcodelint/errcodelint/codes"
)

// An attempt is what has been tried so far.
type attempt struct {
	n    int
	last error
}

func (a attempt) next(err error) attempt { return attempt{a.n + 1, err} }

// HandedOn hands on what came of the last attempt, and looks at it before the next one.
func HandedOn(ctx context.Context, c *api.Client, m api.Message) error {
	return handedOn(ctx, c, m, attempt{})
}

func handedOn(ctx context.Context, c *api.Client, m api.Message, a attempt) error {
	var code codes.ResponseCode
	if a.n == maxTries || errors.As(a.last, &code) && !code.Retryable() {
		return a.last
	}
	r, err := send(ctx, c, m)
	if err != nil {
		return err
	}
	if r.Code == codes.ResponseSuccess {
		return nil
	}
	time.Sleep(c.Unit)
	return handedOn(ctx, c, m, a.next(r.Code))
}

// HandedOnCode hands on the code itself.
func HandedOnCode(ctx context.Context, c *api.Client, m api.Message) error {
	return handedOnCode(ctx, c, m, 0, codes.ResponseSuccess)
}

func handedOnCode(ctx context.Context, c *api.Client, m api.Message, n int, last codes.ResponseCode) error {
	switch {
	case n == maxTries:
		return errGivenUp
	case last != codes.ResponseSuccess && !last.Retryable():
		return last
	}
	r, err := send(ctx, c, m)
	if err != nil {
		return err
	}
	if r.Code == codes.ResponseSuccess {
		return nil
	}
	time.Sleep(c.Unit)
	return handedOnCode(ctx, c, m, n+1, r.Code)
}

// HandedOnCount looks at nothing but how many attempts there were.
func HandedOnCount(ctx context.Context, c *api.Client, m api.Message) error {
	return handedOnCount(ctx, c, m, attempt{})
}

func handedOnCount(ctx context.Context, c *api.Client, m api.Message, a attempt) error {
	if a.n == maxTries {
		return a.last
	}
	r, err := send(ctx, c, m)
	if err != nil {
		return err
	}
	if r.Code == codes.ResponseSuccess {
		return nil
	}
	time.Sleep(c.Unit)
	return handedOnCount(ctx, c, m, a.next(r.Code)) // want "and 10 more of class never"
}
