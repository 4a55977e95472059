package around

import (
	"context"
	"errors"
	"time"

	"example.test/programs/retriedcode/api"
	"example.test/programs/retriedcode/apperr"
)

// Errors are of kinds, for which functions are asked that know nothing of codes.

func faulty(ctx context.Context, c *api.Client, m api.Message) error {
	code, err := post(ctx, c, m)
	if err != nil {
		return &apperr.Fault{Kind: apperr.Transient, Err: err}
	}
	if err := code.Err(); err != nil {
		kind := apperr.Permanent
		if code.Retryable() {
			kind = apperr.Transient
		}
		return &apperr.Fault{Kind: kind, Err: err}
	}
	return nil
}

// KindOnce leaves for what is permanent.
func KindOnce(ctx context.Context, c *api.Client, m api.Message) (err error) {
	for range maxTries {
		if err = faulty(ctx, c, m); err == nil || apperr.KindOf(err) == apperr.Permanent {
			return err
		}
		time.Sleep(c.Unit)
	}
	return err
}

// KindUnknown leaves for what nobody knows.
func KindUnknown(ctx context.Context, c *api.Client, m api.Message) (err error) {
	for range maxTries { // want "10 CouldNotRoute and 10 more of class never"
		if err = faulty(ctx, c, m); err == nil || apperr.KindOf(err) == apperr.Unknown {
			return err
		}
		time.Sleep(c.Unit)
	}
	return err
}

// KindSwitched goes on for one of them.
func KindSwitched(ctx context.Context, c *api.Client, m api.Message) (err error) {
	for range maxTries {
		switch err = faulty(ctx, c, m); apperr.KindOf(err) {
		case apperr.Transient:
			time.Sleep(c.Unit)
		default:
			return err
		}
	}
	return err
}

// KindSwitchedAll goes on for two.
func KindSwitchedAll(ctx context.Context, c *api.Client, m api.Message) (err error) {
	for range maxTries { // want "10 CouldNotRoute and 10 more of class never"
		err = faulty(ctx, c, m)
		if err == nil {
			return nil
		}
		kind := apperr.KindOf(during("sending", err))
		switch kind {
		case apperr.Transient, apperr.Permanent:
			time.Sleep(c.Unit)
		default:
			return err
		}
	}
	return err
}

// KindAround leaves for what nobody knows, behind two.
func KindAround(ctx context.Context, c *api.Client, m api.Message) (err error) {
	for range maxTries { // want "10 CouldNotRoute and 10 more of class never"
		err = doing("sending", during("posting", faulty(ctx, c, m)))
		if err == nil || apperr.KindOf(err) == apperr.Unknown {
			return err
		}
		time.Sleep(c.Unit)
	}
	return err
}

// KindAroundOnce leaves for what is permanent, behind two.
func KindAroundOnce(ctx context.Context, c *api.Client, m api.Message) (err error) {
	for range maxTries {
		err = doing("sending", during("posting", faulty(ctx, c, m)))
		if err == nil || apperr.KindOf(err) == apperr.Permanent {
			return err
		}
		time.Sleep(c.Unit)
	}
	return err
}

// A level is the package's own.
type level string

const (
	low  level = "low"
	high level = "high"
)

type leveled struct {
	level level
	err   error
}

func (l leveled) Error() string { return string(l.level) + ": " + l.err.Error() }
func (l leveled) Unwrap() error { return l.err }

func levelOf(err error) level {
	var l leveled
	if !errors.As(err, &l) {
		return low
	}
	return l.level
}

func leveling(ctx context.Context, c *api.Client, m api.Message) error {
	code, err := post(ctx, c, m)
	if err != nil {
		return err
	}
	switch {
	case code.Retryable():
		return leveled{low, code}
	case code.Err() != nil:
		return leveled{high, code}
	}
	return nil
}

// LevelOnce goes on while it is low.
func LevelOnce(ctx context.Context, c *api.Client, m api.Message) (err error) {
	for range maxTries {
		if err = leveling(ctx, c, m); err == nil || levelOf(err) != low {
			return err
		}
		time.Sleep(c.Unit)
	}
	return err
}

// LevelAll leaves while it is low.
func LevelAll(ctx context.Context, c *api.Client, m api.Message) (err error) {
	for range maxTries { // want "10 CouldNotRoute and 10 more of class never"
		if err = leveling(ctx, c, m); err == nil || levelOf(err) == low {
			return err
		}
		time.Sleep(c.Unit)
	}
	return err
}
