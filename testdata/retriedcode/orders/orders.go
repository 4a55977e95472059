// Package orders tells customers of their orders. It knows nothing of codes: what it calls does.
package orders

import (
	"context"
	"errors"
	"fmt"
	"time"

	"example.test/programs/retriedcode/api"
	"example.test/programs/retriedcode/courier"
)

const tries = 3

// Confirm tries again whatever it was.
func Confirm(ctx context.Context, c *api.Client, m api.Message) error {
	var err error
	for range tries { // want "and 10 more of class never"
		if err = courier.Send(ctx, c, m); err == nil {
			return nil
		}
		time.Sleep(c.Unit)
	}
	return err
}

// ConfirmPassing asks whether there is a point in it.
func ConfirmPassing(ctx context.Context, c *api.Client, m api.Message) error {
	var err error
	for range tries {
		if err = courier.Send(ctx, c, m); !courier.MayPass(err) {
			return err
		}
		time.Sleep(c.Unit)
	}
	return err
}

// ConfirmRejected leaves for what was rejected.
func ConfirmRejected(ctx context.Context, c *api.Client, m api.Message) error {
	for n := 0; ; n++ { // want "for 6 InsufficientCredit, 7 PrepaidAccountExpired of class fix"
		err := courier.Send(ctx, c, m)
		if err == nil || errors.Is(err, courier.ErrRejected) || n == tries {
			return err
		}
		time.Sleep(c.Unit)
	}
}

// again tries until there is no error.
func again(c *api.Client, do func() error) error {
	for n := 1; ; n++ {
		err := do()
		if err == nil || n == tries {
			return err
		}
		time.Sleep(c.Unit)
	}
}

// ByHelper leaves it to a function.
func ByHelper(ctx context.Context, c *api.Client, m api.Message) error {
	err := again(c, func() error { return courier.Send(ctx, c, m) }) // want "and 10 more of class never"
	if err != nil {
		return fmt.Errorf("order: %w", err)
	}
	return nil
}

// ByHelperPassing tells it of what will not pass as of something else.
func ByHelperPassing(ctx context.Context, c *api.Client, m api.Message) error {
	var final error
	err := again(c, func() error {
		err := courier.Send(ctx, c, m)
		if !courier.MayPass(err) {
			final = err
			return nil
		}
		return err
	})
	return errors.Join(err, final)
}
