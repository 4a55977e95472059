package predicates

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"time"

	"example.test/programs/retriedcode/api"
	"github.com/errcodelint/errcodelint/codes"
)

func deliver(ctx context.Context, c *api.Client, m api.Message) error {
	code, err := send(ctx, c, m)
	if err != nil {
		return err
	}
	if err := code.Err(); err != nil {
		return fmt.Errorf("to %s: %w", m.To, err)
	}
	return nil
}

// Lost asks a predicate that is for the network's errors, too.
func Lost(ctx context.Context, c *api.Client, m api.Message) error {
	var p policy
	for range maxTries {
		err := deliver(ctx, c, m)
		if err == nil || !p.Retryable(err) {
			return err
		}
		time.Sleep(c.Unit)
	}
	return errors.New("given up")
}

type policy struct{}

// Retryable may be asked by anybody, about any error.
func (policy) Retryable(err error) bool {
	var slow net.Error
	return errors.Is(err, codes.ResponseThrottlingRateExceeded) || errors.Is(err, io.ErrUnexpectedEOF) ||
		errors.As(err, &slow) && slow.Timeout()
}

// LostCases asks one with cases.
func LostCases(ctx context.Context, c *api.Client, m api.Message) error {
	var p pauses
	for range maxTries {
		err := deliver(ctx, c, m)
		retry, wait := p.After(err, c.Unit)
		if !retry {
			return err
		}
		time.Sleep(wait)
	}
	return errors.New("given up")
}

type pauses struct{}

// After says whether to send again, and when.
func (pauses) After(err error, unit time.Duration) (retry bool, wait time.Duration) {
	switch {
	case err == nil:
		return false, 0
	case errors.Is(err, codes.ResponseThrottlingRateExceeded):
		return true, 2 * unit
	case errors.Is(err, codes.ResponseSystemError), errors.Is(err, context.DeadlineExceeded):
		return true, unit
	}
	if err == io.ErrUnexpectedEOF {
		return true, 0
	}
	return false, 0
}

// LostRoute asks one with a code too many.
func LostRoute(ctx context.Context, c *api.Client, m api.Message) error {
	var p routes
	for range maxTries {
		err := deliver(ctx, c, m)
		if err == nil || !p.Retryable(err) {
			return err
		}
		time.Sleep(c.Unit)
	}
	return errors.New("given up")
}

type routes struct{}

// Retryable is for the network's errors, and for one that stays.
func (routes) Retryable(err error) bool {
	if errors.Is(err, io.ErrUnexpectedEOF) || errors.Is(err, codes.ResponseCouldNotRoute) {
		return true // want "10 CouldNotRoute.* of class never"
	}
	return errors.Is(err, codes.ResponseThrottlingRateExceeded)
}
