package around

import (
	"context"
	"time"

	"example.test/programs/retriedcode/api"
	"github.com/errcodelint/errcodelint/codes"
)

// An outcome is a value, or why there is none.
type outcome[T any] struct {
	value T
	code  codes.ResponseCode
	err   error
}

func (o outcome[T]) Get() (T, error) { return o.value, o.err }

func (o outcome[T]) Err() error { return o.err }

func attempt(ctx context.Context, c *api.Client, m api.Message) outcome[string] {
	code, err := post(ctx, c, m)
	if err != nil {
		return outcome[string]{err: err}
	}
	if code != codes.ResponseSuccess {
		return outcome[string]{code: code, err: code}
	}
	return outcome[string]{value: m.To}
}

// Got takes the outcome apart.
func Got(ctx context.Context, c *api.Client, m api.Message) (err error) {
	for range maxTries { // want "10 CouldNotRoute and 10 more of class never"
		if _, err = attempt(ctx, c, m).Get(); err == nil {
			return nil
		}
		time.Sleep(c.Unit)
	}
	return err
}

// GotOnce takes it apart, and looks at its code.
func GotOnce(ctx context.Context, c *api.Client, m api.Message) error {
	for range maxTries {
		o := attempt(ctx, c, m)
		_, err := o.Get()
		if err == nil || o.code != codes.ResponseSuccess && !o.code.Retryable() {
			return err
		}
		time.Sleep(c.Unit)
	}
	return nil
}

// Told asks for its error.
func Told(ctx context.Context, c *api.Client, m api.Message) error {
	var o outcome[string]
	for range maxTries { // want "10 CouldNotRoute and 10 more of class never"
		if o = attempt(ctx, c, m); o.Err() == nil {
			break
		}
		time.Sleep(c.Unit)
	}
	return o.Err()
}

// ToldOnce asks for its error, and what that says.
func ToldOnce(ctx context.Context, c *api.Client, m api.Message) error {
	var o outcome[string]
	for range maxTries {
		if o = attempt(ctx, c, m); o.Err() == nil || isFinal(o.Err()) {
			break
		}
		time.Sleep(c.Unit)
	}
	return o.Err()
}

func isFinal(err error) bool {
	code, ok := err.(codes.ResponseCode)
	return ok && !code.Retryable()
}

// A sending keeps what came of it behind a pointer.
type sending struct {
	tries int
	err   error
}

func (s *sending) Err() error { return s.err }

func start(ctx context.Context, c *api.Client, m api.Message) *sending {
	code, err := post(ctx, c, m)
	if err == nil {
		err = code.Err()
	}
	return &sending{1, err}
}

func errorOf(s *sending) error { return s.err }

// Pointed asks through the pointer.
func Pointed(ctx context.Context, c *api.Client, m api.Message) error {
	for range maxTries { // want "10 CouldNotRoute and 10 more of class never"
		if s := start(ctx, c, m); s.Err() == nil {
			return nil
		}
		time.Sleep(c.Unit)
	}
	return errBusy
}

// PointedOnce asks what it says.
func PointedOnce(ctx context.Context, c *api.Client, m api.Message) error {
	for range maxTries {
		s := start(ctx, c, m)
		if s.Err() == nil || isFinal(s.Err()) {
			return s.Err()
		}
		time.Sleep(c.Unit)
	}
	return errBusy
}

// Handed asks by a function.
func Handed(ctx context.Context, c *api.Client, m api.Message) error {
	for range maxTries { // want "10 CouldNotRoute and 10 more of class never"
		if s := start(ctx, c, m); errorOf(s) == nil {
			return nil
		}
		time.Sleep(c.Unit)
	}
	return errBusy
}
