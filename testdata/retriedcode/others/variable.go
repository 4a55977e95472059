package others

import (
	"context"
	"errors"
	"time"

	"example.test/programs/retriedcode/api"
	"github.com/errcodelint/errcodelint/codes"
)

// What sends is in a variable, which may be another one in each round.

type way func() (codes.ResponseCode, error)

func wayOf(ctx context.Context, c *api.Client, m api.Message) way {
	return func() (codes.ResponseCode, error) {
		r, err := send(ctx, c, m)
		return r.Code, err
	}
}

// VariableWays goes from one to the next.
func VariableWays(ctx context.Context, c *api.Client, m api.Message) error {
	ways := []way{wayOf(ctx, c, m), wayOf(ctx, c, api.Message{From: "Voice", To: m.To})}
	for _, by := range ways {
		code, err := by()
		if err != nil {
			return err
		}
		if code == codes.ResponseSuccess {
			return nil
		}
		time.Sleep(c.Unit)
	}
	return errors.New("not sent")
}

// VariableWay goes by the same.
func VariableWay(ctx context.Context, c *api.Client, m api.Message) error {
	by := func() (codes.ResponseCode, error) {
		r, err := send(ctx, c, m)
		return r.Code, err
	}
	for range 3 { // want "and 10 more of class never"
		code, err := by()
		if err != nil || code == codes.ResponseSuccess {
			return err
		}
		time.Sleep(c.Unit)
	}
	return errors.New("not sent")
}
