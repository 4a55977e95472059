package helpers

import (
	"context"
	"errors"

	"example.test/programs/retriedcode/api"
	"github.com/errcodelint/errcodelint/codes"
)

// errFinal is an error that stays.
var errFinal = errors.New("final")

// persist calls a function again; what ends that stands in the clauses of a switch.
func persist(ctx context.Context, c *api.Client, n int, f func() error) error {
	for i := 1; ; i++ {
		err := f()
		switch {
		case err == nil:
			return nil
		case i >= n, errors.Is(err, errFinal):
			return err
		}
		if err := c.Pause(ctx, 1); err != nil {
			return err
		}
	}
}

// persistIf asks whether an error is worth it.
func persistIf(n int, f func() error, worth func(error) bool) error {
	for i := 1; ; i++ {
		err := f()
		switch {
		case err == nil:
			return nil
		case i >= n, !worth(err):
			return err
		}
	}
}

// Persist calls it again for all codes.
func Persist(ctx context.Context, c *api.Client, m api.Message) error {
	return persist(ctx, c, 3, func() error { // want "and 10 more of class never"
		var r struct {
			Code codes.ResponseCode `json:"responseCode"`
		}
		if err := c.Post(ctx, "/sms", m, &r); err != nil {
			return err
		}
		return r.Code.Err()
	})
}

// PersistFinal marks what stays.
func PersistFinal(ctx context.Context, c *api.Client, m api.Message) error {
	return persist(ctx, c, 3, func() error {
		var r struct {
			Code codes.ResponseCode `json:"responseCode"`
		}
		if err := c.Post(ctx, "/sms", m, &r); err != nil {
			return err
		}
		if err := r.Code.Err(); !r.Code.Retryable() && err != nil {
			return errors.Join(errFinal, err)
		}
		return r.Code.Err()
	})
}

// PersistPassing asks for what passes.
func PersistPassing(ctx context.Context, c *api.Client, m api.Message) error {
	return persistIf(3, func() error {
		var r struct {
			Code codes.ResponseCode `json:"responseCode"`
		}
		if err := c.Post(ctx, "/sms", m, &r); err != nil {
			return err
		}
		return r.Code.Err()
	}, func(err error) bool {
		var code codes.ResponseCode
		return errors.As(err, &code) && code.Retryable()
	})
}
