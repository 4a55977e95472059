package around

import (
	"context"
	"errors"
	"fmt"
	"time"

	"example.test/programs/retriedcode/api"
	"example.test/programs/retriedcode/apperr"
	"github.com/errcodelint/errcodelint/codes"
)

// The program's own functions put errors around others.

func during(op string, err error) error {
	if err == nil {
		return nil
	}
	return fmt.Errorf("%s: %w", op, err)
}

// An opError says what was going on.
type opError struct {
	op  string
	err error
}

func (e *opError) Error() string { return e.op + ": " + e.err.Error() }
func (e *opError) Unwrap() error { return e.err }

func doing(op string, err error) error {
	if err != nil {
		return &opError{op, err}
	}
	return nil
}

// Reason is what went wrong, said in full.
func (s *sending) Reason() error {
	if s.err == nil {
		return nil
	}
	return fmt.Errorf("after %d tries: %w", s.tries, s.err)
}

// unlessDuplicate takes what has been sent already for sent.
func unlessDuplicate(err error) error {
	if errors.Is(err, codes.ResponseDuplicateDestination) {
		return nil
	}
	return err
}

// During goes on whatever it is.
func During(ctx context.Context, c *api.Client, m api.Message) (err error) {
	for range maxTries { // want "10 CouldNotRoute and 10 more of class never"
		if err = during("sending", send(ctx, c, m)); err == nil {
			return nil
		}
		time.Sleep(c.Unit)
	}
	return err
}

// DuringOnce looks into it.
func DuringOnce(ctx context.Context, c *api.Client, m api.Message) (err error) {
	for range maxTries {
		err = during("sending", send(ctx, c, m))
		var code codes.ResponseCode
		if err == nil || errors.As(err, &code) && !code.Retryable() {
			return err
		}
		time.Sleep(c.Unit)
	}
	return err
}

// DuringFirst looks before.
func DuringFirst(ctx context.Context, c *api.Client, m api.Message) (err error) {
	for range maxTries {
		sent := send(ctx, c, m)
		var code codes.ResponseCode
		if errors.As(sent, &code) && !code.Retryable() {
			return during("sending", sent)
		}
		if err = during("sending", sent); err == nil {
			return nil
		}
		time.Sleep(c.Unit)
	}
	return err
}

// Doing has a type for it.
func Doing(ctx context.Context, c *api.Client, m api.Message) (err error) {
	for range maxTries { // want "10 CouldNotRoute and 10 more of class never"
		err = doing("sending", send(ctx, c, m))
		if err == nil {
			break
		}
		time.Sleep(c.Unit)
	}
	return err
}

// DoingOnce looks for the type, and into it.
func DoingOnce(ctx context.Context, c *api.Client, m api.Message) (err error) {
	for range maxTries {
		err = doing("sending", send(ctx, c, m))
		var op *opError
		if !errors.As(err, &op) || isFinalBehind(op.err) {
			break
		}
		time.Sleep(c.Unit)
	}
	return err
}

func isFinalBehind(err error) bool {
	var code codes.ResponseCode
	return errors.As(err, &code) && !code.Retryable()
}

// Reasoned asks for it in full.
func Reasoned(ctx context.Context, c *api.Client, m api.Message) (err error) {
	for range maxTries { // want "10 CouldNotRoute and 10 more of class never"
		if err = start(ctx, c, m).Reason(); err == nil {
			return nil
		}
		time.Sleep(c.Unit)
	}
	return err
}

// ReasonedOnce asks for what may pass.
func ReasonedOnce(ctx context.Context, c *api.Client, m api.Message) (err error) {
	for range maxTries {
		if err = start(ctx, c, m).Reason(); err == nil || isFinalBehind(err) {
			return err
		}
		time.Sleep(c.Unit)
	}
	return err
}

// Duplicate is content with one code.
func Duplicate(ctx context.Context, c *api.Client, m api.Message) (err error) {
	for range maxTries {
		if err = unlessDuplicate(send(ctx, c, m)); err == nil || isFinalBehind(err) {
			return err
		}
		time.Sleep(c.Unit)
	}
	return err
}

// Theirs has them put around by another package.
func Theirs(ctx context.Context, c *api.Client, m api.Message) (err error) {
	for range maxTries { // want "10 CouldNotRoute and 10 more of class never"
		if err = apperr.Wrap(send(ctx, c, m), "sending"); err == nil {
			return nil
		}
		time.Sleep(c.Unit)
	}
	return err
}

// TheirsOnce looks into them.
func TheirsOnce(ctx context.Context, c *api.Client, m api.Message) (err error) {
	for range maxTries {
		if err = apperr.Annotate(send(ctx, c, m), "to %s", m.To); err == nil || isFinalBehind(err) {
			return err
		}
		time.Sleep(c.Unit)
	}
	return err
}

// TheirsTwice has two around, and goes on.
func TheirsTwice(ctx context.Context, c *api.Client, m api.Message) (err error) {
	for range maxTries { // want "10 CouldNotRoute and 10 more of class never"
		err = apperr.Annotate(during("sending", send(ctx, c, m)), "to %s", m.To)
		if err == nil {
			return nil
		}
		time.Sleep(c.Unit)
	}
	return err
}
