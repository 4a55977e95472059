package around

import (
	"context"
	"errors"
	"time"

	"example.test/programs/retriedcode/api"
	"example.test/programs/retriedcode/apperr"
	"github.com/errcodelint/errcodelint/codes"
)

// What is asked behind errors that the program's own functions have put around others.

// InsideSome leaves for one code.
func InsideSome(ctx context.Context, c *api.Client, m api.Message) (err error) {
	for range maxTries { // want "10 CouldNotRoute and 9 more of class never"
		err = during("sending", send(ctx, c, m))
		if err == nil || errors.Is(err, codes.ResponseInvalidRecipient) {
			return err
		}
		time.Sleep(c.Unit)
	}
	return err
}

// InsideMost leaves for all but the busy ones, and the spam.
func InsideMost(ctx context.Context, c *api.Client, m api.Message) (err error) {
	for range maxTries { // want "for 19 SpamThresholdExceeded of class never"
		err = doing("sending", during("posting", send(ctx, c, m)))
		var code codes.ResponseCode
		if err == nil || errors.As(err, &code) && !code.Retryable() && code != codes.ResponseSpamThresholdExceeded {
			return err
		}
		time.Sleep(c.Unit)
	}
	return err
}

// InsideOnce leaves for all that are for good, behind two.
func InsideOnce(ctx context.Context, c *api.Client, m api.Message) (err error) {
	for range maxTries {
		err = doing("sending", during("posting", send(ctx, c, m)))
		var code codes.ResponseCode
		if err == nil || errors.As(err, &code) && !code.Retryable() {
			return err
		}
		time.Sleep(c.Unit)
	}
	return err
}

// InsideTheirs has one around of another package.
func InsideTheirs(ctx context.Context, c *api.Client, m api.Message) (err error) {
	for range maxTries { // want "10 CouldNotRoute and 9 more of class never"
		err = apperr.Annotate(send(ctx, c, m), "to %s", m.To)
		if err == nil || errors.Is(err, codes.ResponseInvalidRecipient) {
			return err
		}
		time.Sleep(c.Unit)
	}
	return err
}

// InsideReason asks what a method tells, of what nobody else looks at.
func InsideReason(ctx context.Context, c *api.Client, m api.Message) error {
	var err error
	for range maxTries { // want "10 CouldNotRoute and 9 more of class never"
		s := &sending{err: send(ctx, c, m)}
		err = s.Reason()
		if err == nil || errors.Is(err, codes.ResponseInvalidRecipient) {
			return err
		}
		time.Sleep(c.Unit)
	}
	return err
}

// InsideTransport goes on for all that has nothing to do with codes.
func InsideTransport(ctx context.Context, c *api.Client, m api.Message) (err error) {
	for range maxTries {
		err = during("sending", send(ctx, c, m))
		if err == nil {
			return nil
		}
		var code codes.ResponseCode
		if errors.As(err, &code) {
			return code
		}
		time.Sleep(c.Unit)
	}
	return err
}
