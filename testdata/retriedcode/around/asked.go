package around

import (
	"context"
	"errors"
	"fmt"
	"time"

	"example.test/programs/retriedcode/api"
	"github.com/errcodelint/errcodelint/codes"
)

// Functions that know nothing of codes ask an error, and say by another one what is to be done.

// A refusal says whether there is a point in trying again.
type refusal struct{ code codes.ResponseCode }

func (r *refusal) Error() string   { return fmt.Sprint("refused: ", int(r.code)) }
func (r *refusal) Permanent() bool { return !r.code.Retryable() }

func ask(ctx context.Context, c *api.Client, m api.Message) error {
	code, err := post(ctx, c, m)
	if err != nil {
		return err
	}
	if code != codes.ResponseSuccess {
		return &refusal{code}
	}
	return nil
}

type permanent interface{ Permanent() bool }

// finalIn returns the error if it is for good.
func finalIn(err error) error {
	if err == nil {
		return nil
	}
	var p permanent
	if errors.As(err, &p) && p.Permanent() {
		return err
	}
	return nil
}

// A stop says that it is over.
type stop struct{ err error }

func (s stop) Error() string { return s.err.Error() }
func (s stop) Unwrap() error { return s.err }

func classified(err error) error {
	if err == nil {
		return nil
	}
	var p permanent
	if errors.As(err, &p) && p.Permanent() {
		return stop{err}
	}
	return err
}

func firstOf(errs ...error) error {
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}

// FinalOnce leaves with what is for good.
func FinalOnce(ctx context.Context, c *api.Client, m api.Message) (err error) {
	for range maxTries {
		if err = ask(ctx, c, m); err == nil {
			return nil
		}
		if final := finalIn(err); final != nil {
			return final
		}
		time.Sleep(c.Unit)
	}
	return err
}

// FinalAsked asks in the condition.
func FinalAsked(ctx context.Context, c *api.Client, m api.Message) (err error) {
	for range maxTries {
		if err = ask(ctx, c, m); err == nil || finalIn(err) != nil {
			return err
		}
		time.Sleep(c.Unit)
	}
	return err
}

// ClassifiedOnce looks for the type.
func ClassifiedOnce(ctx context.Context, c *api.Client, m api.Message) (err error) {
	for range maxTries {
		err = classified(ask(ctx, c, m))
		var over stop
		if err == nil || errors.As(err, &over) {
			return err
		}
		time.Sleep(c.Unit)
	}
	return err
}

// FirstOnce takes the first of several.
func FirstOnce(ctx context.Context, c *api.Client, m api.Message) (err error) {
	for range maxTries {
		err = firstOf(ctx.Err(), ask(ctx, c, m))
		var p permanent
		if err == nil || errors.As(err, &p) && p.Permanent() {
			return err
		}
		time.Sleep(c.Unit)
	}
	return err
}

// Asked asks nothing.
func Asked(ctx context.Context, c *api.Client, m api.Message) (err error) {
	for range maxTries { // want "10 CouldNotRoute and 10 more of class never"
		if err = ask(ctx, c, m); err == nil {
			return nil
		}
		time.Sleep(c.Unit)
	}
	return err
}
