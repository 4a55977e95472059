package refusals

import (
	"context"
	"errors"
	"time"

	"example.test/programs/retriedcode/api"
	"github.com/errcodelint/errcodelint/codes"
)

// WrappedBut knows one recipient that stays.
func WrappedBut(ctx context.Context, c *api.Client, m api.Message) error {
	var err error
	for range 3 { // want "and 9 more of class never"
		err = refused(ctx, c, m)
		if err == nil || errors.Is(err, codes.ResponseInvalidRecipient) {
			return err
		}
		time.Sleep(c.Unit)
	}
	return err
}

// WrappedPassing sends again what passes.
func WrappedPassing(ctx context.Context, c *api.Client, m api.Message) error {
	var err error
	for range 3 {
		err = refused(ctx, c, m)
		var code codes.ResponseCode
		if err == nil || errors.As(err, &code) && !code.Retryable() {
			return err
		}
		time.Sleep(c.Unit)
	}
	return err
}

// FilledBut knows one recipient that stays, of an error that was made before its code was known.
func FilledBut(ctx context.Context, c *api.Client, m api.Message) error {
	var err error
	for range 3 { // want "and 9 more of class never"
		err = filled(ctx, c, m)
		var r *Refusal
		if err == nil || errors.As(err, &r) && r.Code == codes.ResponseInvalidRecipient {
			return err
		}
		time.Sleep(c.Unit)
	}
	return err
}

// FilledPassing sends again what passes.
func FilledPassing(ctx context.Context, c *api.Client, m api.Message) error {
	var err error
	for range 3 {
		err = filled(ctx, c, m)
		var r *Refusal
		if err == nil || errors.As(err, &r) && !r.Code.Retryable() {
			return err
		}
		time.Sleep(c.Unit)
	}
	return err
}

// FailedBut looks through an error around the code.
func FailedBut(ctx context.Context, c *api.Client, m api.Message) error {
	var err error
	for range 3 { // want "and 9 more of class never"
		err = failed(ctx, c, m)
		if err == nil || errors.Is(err, codes.ResponseInvalidRecipient) {
			return err
		}
		time.Sleep(c.Unit)
	}
	return err
}

// FailedPassing sends again what passes.
func FailedPassing(ctx context.Context, c *api.Client, m api.Message) error {
	var err error
	for range 3 {
		err = failed(ctx, c, m)
		var code codes.ResponseCode
		if err == nil || errors.As(err, &code) && !code.Retryable() {
			return err
		}
		time.Sleep(c.Unit)
	}
	return err
}

// FinalPassing asks for one code, which all that stay are like.
func FinalPassing(ctx context.Context, c *api.Client, m api.Message) error {
	var err error
	for range 3 {
		err = final(ctx, c, m)
		if err == nil || errors.Is(err, codes.ResponseInvalidRecipient) {
			return err
		}
		time.Sleep(c.Unit)
	}
	return err
}
