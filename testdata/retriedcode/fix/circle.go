package fix

import (
	"context"
	"errors"
	"time"

	"example.test/programs/retriedcode/api"
	"github.com/errcodelint/errcodelint/codes"
)

// A till and its book call each other: the book is read when there is too little, and buys credit where the till says so.
type till struct {
	api   *api.Client
	least int
	has   int
	asked bool
}

func (t *till) check(ctx context.Context) error {
	if t.has < t.least {
		return t.read(ctx, 0)
	}
	return nil
}

func (t *till) read(ctx context.Context, depth int) error {
	if depth == 0 {
		return t.balance(ctx, 1)
	}
	return nil
}

func (t *till) balance(ctx context.Context, depth int) error {
	if err := t.read(ctx, depth); err != nil {
		return err
	}
	t.asked = true
	return topUp(ctx, t.api)
}

// Circle looks at the balance before it begins, and buys credit where the API asks for it.
func Circle(ctx context.Context, c *api.Client, m api.Message) error {
	t := &till{api: c, least: 1, has: 2}
	for range maxTries {
		code, err := send(ctx, c, m)
		if err != nil {
			return err
		}
		switch {
		case code == codes.ResponseGeneralFailure:
			if err := t.balance(ctx, 1); err != nil {
				return err
			}
		case code == codes.ResponseInsufficientCredit:
			if err := t.read(ctx, 0); err != nil {
				return err
			}
		case !code.Retryable():
			return code.Err()
		}
		time.Sleep(c.Unit)
	}
	return errors.New("too many tries")
}
