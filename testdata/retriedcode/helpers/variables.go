package helpers

import (
	"context"

	"example.test/programs/retriedcode/api"
	"github.com/errcodelint/errcodelint/codes"
)

// Steps says in a variable what it does, and calls that where it is repeated.
func Steps(ctx context.Context, c *api.Client, m api.Message) error {
	deliver := func(m api.Message) error {
		return ask(ctx, c, m)
	}
	return withRetry(ctx, 3, c.Unit, func() error { // want "and 10 more of class never"
		return deliver(m)
	})
}

// StepsHeld takes another function by a name of its own.
func StepsHeld(ctx context.Context, c *api.Client, m api.Message) error {
	deliver := ask
	return withRetry(ctx, 3, c.Unit, func() error { // want "and 10 more of class never"
		return deliver(ctx, c, m)
	})
}

// StepsWithin has the variable in what is repeated.
func StepsWithin(ctx context.Context, c *api.Client, m api.Message) error {
	return withRetry(ctx, 3, c.Unit, func() error { // want "and 10 more of class never"
		deliver := func() error { return ask(ctx, c, m) }
		return deliver()
	})
}

// StepsPassing returns an error for what passes by itself, and keeps the rest.
func StepsPassing(ctx context.Context, c *api.Client, m api.Message) error {
	var refused error
	deliver := func(m api.Message) error {
		err := ask(ctx, c, m)
		if code, ok := err.(codes.ResponseCode); ok && !code.Retryable() {
			refused = err
			return nil
		}
		return err
	}
	err := withRetry(ctx, 3, c.Unit, func() error {
		return deliver(m)
	})
	if err == nil {
		err = refused
	}
	return err
}

// StepsFinal marks what lasts in the variable.
func StepsFinal(ctx context.Context, c *api.Client, m api.Message) error {
	deliver := func(m api.Message) error {
		err := ask(ctx, c, m)
		if err != nil && !passesBy(err) {
			return final{err}
		}
		return err
	}
	return untilFinal(3, func() error {
		return deliver(m)
	})
}

// StepsForgotten marks nothing.
func StepsForgotten(ctx context.Context, c *api.Client, m api.Message) error {
	deliver := func(m api.Message) error { return ask(ctx, c, m) }
	return untilFinal(3, func() error { // want "and 10 more of class never"
		return deliver(m)
	})
}
