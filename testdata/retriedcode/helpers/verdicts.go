package helpers

import (
	"context"
	"errors"
	"time"

	"example.test/programs/retriedcode/api"
	"github.com/errcodelint/errcodelint/codes"
)

// attempt calls fn again while it says so, and fails.
func attempt(unit time.Duration, fn func(n int) (again bool, err error)) error {
	var err error
	var more bool
	n := 1
	for {
		more, err = fn(n)
		if !more || err == nil {
			break
		}
		n++
		if n > 5 {
			return errors.New("tried too often")
		}
		time.Sleep(unit)
	}
	return err
}

// AttemptedPassing says so for codes that may pass.
func AttemptedPassing(ctx context.Context, c *api.Client, m api.Message) error {
	return attempt(c.Unit, func(int) (bool, error) {
		err := post(ctx, c, m)
		var code codes.ResponseCode
		return errors.As(err, &code) && code.Retryable(), err
	})
}

// Attempted says so for every code.
func Attempted(ctx context.Context, c *api.Client, m api.Message) error {
	return attempt(c.Unit, func(n int) (bool, error) { // want "and 10 more of class never"
		err := post(ctx, c, m)
		return n < 4, err
	})
}

// poll asks until the answer is yes, or there is an error.
func poll(unit time.Duration, done func() (bool, error)) error {
	for range 5 {
		ok, err := done()
		if err != nil {
			return err
		}
		if ok {
			return nil
		}
		time.Sleep(unit)
	}
	return errors.New("not done in time")
}

// Polled says no for every code.
func Polled(ctx context.Context, c *api.Client, m api.Message) error {
	return poll(c.Unit, func() (bool, error) { // want "and 10 more of class never"
		var r reply
		if err := c.Post(ctx, "/sms", m, &r); err != nil {
			return false, err
		}
		return r.Code == codes.ResponseSuccess, nil
	})
}

// PolledPassing says no for codes that may pass, and fails for the others.
func PolledPassing(ctx context.Context, c *api.Client, m api.Message) error {
	return poll(c.Unit, func() (bool, error) {
		var r reply
		if err := c.Post(ctx, "/sms", m, &r); err != nil {
			return false, err
		}
		if r.Code.Retryable() {
			return false, nil
		}
		return true, r.Code.Err()
	})
}

// insistent makes a function that calls another one again.
func insistent(unit time.Duration, send func(context.Context, api.Message) error) func(context.Context, api.Message) error {
	return func(ctx context.Context, m api.Message) error {
		var err error
		for range 4 {
			if err = send(ctx, m); err == nil {
				return nil
			}
			time.Sleep(unit)
		}
		return err
	}
}

// Decorated sends by a function that sends again for every code.
func Decorated(ctx context.Context, c *api.Client, m api.Message) error {
	send := insistent(c.Unit, func(ctx context.Context, m api.Message) error { return post(ctx, c, m) }) // want "and 10 more of class never"
	return send(ctx, m)
}

// DecoratedFinal keeps what is final out of its sight.
func DecoratedFinal(ctx context.Context, c *api.Client, m api.Message) error {
	var final error
	send := insistent(c.Unit, func(ctx context.Context, m api.Message) error {
		err := post(ctx, c, m)
		var code codes.ResponseCode
		if errors.As(err, &code) && !code.Retryable() {
			final = err
			return nil
		}
		return err
	})
	return errors.Join(send(ctx, m), final)
}

// spread makes a function that goes through senders.
func spread(senders []string, send func(context.Context, api.Message) error) func(context.Context, api.Message) error {
	return func(ctx context.Context, m api.Message) error {
		var err error
		for _, m.From = range senders {
			if err = send(ctx, m); err == nil {
				return nil
			}
		}
		return err
	}
}

// Spread sends from one sender after the other.
func Spread(ctx context.Context, c *api.Client, m api.Message) error {
	return spread([]string{"Shop", "Info"}, func(ctx context.Context, m api.Message) error { return post(ctx, c, m) })(ctx, m)
}

type hopeless struct{ err error }

func (f *hopeless) Error() string { return f.err.Error() }

// sorted looks at an error's type.
func sorted(unit time.Duration, fn func() error) error {
	n := 4
	for err := fn(); err != nil; err = fn() {
		switch e := err.(type) {
		case *hopeless:
			return e.err
		}
		if n--; n == 0 {
			return err
		}
		time.Sleep(unit)
	}
	return nil
}

// Sorted marks nothing.
func Sorted(ctx context.Context, c *api.Client, m api.Message) error {
	return sorted(c.Unit, func() error { return post(ctx, c, m) }) // want "and 10 more of class never"
}

// SortedFinal marks what cannot succeed.
func SortedFinal(ctx context.Context, c *api.Client, m api.Message) error {
	return sorted(c.Unit, func() error {
		err := post(ctx, c, m)
		var code codes.ResponseCode
		if errors.As(err, &code) && !code.Retryable() {
			return &hopeless{err}
		}
		return err
	})
}

type answer struct {
	Code  codes.ResponseCode
	Final bool
}

// answered looks at more of an answer than its error.
func answered(unit time.Duration, fn func() (*answer, error)) error {
	for range 4 {
		a, err := fn()
		if err == nil || a != nil && a.Final {
			return err
		}
		time.Sleep(unit)
	}
	return errors.New("tried too often")
}

// AnsweredFinal says in its answer what is final.
func AnsweredFinal(ctx context.Context, c *api.Client, m api.Message) error {
	return answered(c.Unit, func() (*answer, error) {
		err := post(ctx, c, m)
		var code codes.ResponseCode
		errors.As(err, &code)
		return &answer{code, !code.Retryable()}, err
	})
}
