package envelopes

import (
	"context"
	"fmt"
	"net"
	"time"

	"example.test/programs/retriedcode/api"
	"github.com/errcodelint/errcodelint/codes"
)

// Asserted asks what sort of error it is, without looking into it.
func Asserted(ctx context.Context, c *api.Client, m api.Message) error {
	for range maxTries { // want `for 6 InsufficientCredit, 7 PrepaidAccountExpired, 301 NoWhatsAppSession of class fix`
		_, err := open(ctx, c, m)
		if err == nil {
			return nil
		}
		if !comesBack(err) {
			return err
		}
		time.Sleep(c.Unit)
	}
	return errWornOut
}

func comesBack(err error) bool {
	r, ok := err.(*Refusal)
	if !ok {
		return true
	}
	return r.Code != codes.ResponseInvalidRecipient // want `true for 1 InvalidCredentials, .* and 9 more of class never`
}

// AssertedExact knows which refusals come to an end.
func AssertedExact(ctx context.Context, c *api.Client, m api.Message) error {
	for range maxTries {
		_, err := open(ctx, c, m)
		if err == nil || isOver(err) {
			return err
		}
		time.Sleep(c.Unit)
	}
	return errWornOut
}

func isOver(err error) bool {
	switch e := err.(type) {
	case *Refusal:
		return !e.Code.Retryable()
	case net.Error:
		return !e.Timeout()
	}
	return false
}

// AssertedWrapped has words around the error, so that it is of no such sort any more.
func AssertedWrapped(ctx context.Context, c *api.Client, m api.Message) error {
	for range maxTries { // want `of class never, which cannot succeed, and for`
		_, err := open(ctx, c, m)
		if err == nil {
			return nil
		}
		if err := fmt.Errorf("to %s: %w", m.To, err); isFinal(err) {
			return err
		}
		time.Sleep(c.Unit)
	}
	return errWornOut
}

func isFinal(err error) bool {
	r, ok := err.(*Refusal)
	return ok && !r.Code.Retryable()
}
