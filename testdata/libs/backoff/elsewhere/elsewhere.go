// Package elsewhere sends with another package's functions around backoff.
package elsewhere

import (
	"context"

	"github.com/cenkalti/backoff/v4"

	"example.test/libs/api"
	"example.test/libs/backoff/retryutil"
	"github.com/errcodelint/errcodelint/codes"
)

// reply is what the API says to a message.
type reply struct {
	Code codes.ResponseCode `json:"responseCode"`
}

// send sends a message once.
func send(ctx context.Context, c *api.Client, m api.Message) error {
	var r reply
	if err := c.Post(ctx, "/sms", m, &r); err != nil {
		return err
	}
	return r.Code.Err()
}

// Plain hands on what fails.
func Plain(ctx context.Context, c *api.Client, m api.Message) error {
	return retryutil.Do(ctx, c.Unit, func() error { return send(ctx, c, m) }) // want "and 10 more of class never"
}

// Stops marks what stays.
func Stops(ctx context.Context, c *api.Client, m api.Message) error {
	return retryutil.Do(ctx, c.Unit, func() error {
		var r reply
		if err := c.Post(ctx, "/sms", m, &r); err != nil {
			return err
		}
		if err := r.Code.Err(); err != nil && !r.Code.Retryable() {
			return backoff.Permanent(err)
		}
		return r.Code.Err()
	})
}

// Notes has what fails noted.
func Notes(ctx context.Context, c *api.Client, m api.Message) error {
	failures := 0
	return retryutil.Logged(ctx, c.Unit, func(ctx context.Context) error { return send(ctx, c, m) }, func(string) { failures++ }) // want "and 10 more of class never"
}

// NotesCancels cancels where it is noted.
func NotesCancels(ctx context.Context, c *api.Client, m api.Message) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	return retryutil.Logged(ctx, c.Unit, func(ctx context.Context) error { return send(ctx, c, m) }, func(string) { cancel() })
}

// Value has the code as a result, too.
func Value(ctx context.Context, c *api.Client, m api.Message) error {
	_, err := retryutil.Value(ctx, c.Unit, func() (codes.ResponseCode, error) { // want "and 10 more of class never"
		var r reply
		if err := c.Post(ctx, "/sms", m, &r); err != nil {
			return 0, err
		}
		return r.Code, r.Code.Err()
	})
	return err
}

// ValueKept has what stays as a result.
func ValueKept(ctx context.Context, c *api.Client, m api.Message) error {
	code, err := retryutil.Value(ctx, c.Unit, func() (codes.ResponseCode, error) {
		var r reply
		if err := c.Post(ctx, "/sms", m, &r); err != nil {
			return 0, err
		}
		if r.Code.Retryable() {
			return r.Code, r.Code.Err()
		}
		return r.Code, nil
	})
	if err != nil {
		return err
	}
	return code.Err()
}

// Times says how often.
func Times(ctx context.Context, c *api.Client, m api.Message) error {
	return retryutil.Times(4, c.Unit, func() error { return send(ctx, c, m) }) // want "and 10 more of class never"
}

// TimesNone says that it is enough to try once.
func TimesNone(ctx context.Context, c *api.Client, m api.Message) error {
	return retryutil.Times(0, c.Unit, func() error { return send(ctx, c, m) })
}

// Once tries once.
func Once(ctx context.Context, c *api.Client, m api.Message) error {
	return retryutil.Once(func() error { return send(ctx, c, m) })
}

// Quick does so by another function.
func Quick(ctx context.Context, c *api.Client, m api.Message) error {
	return retryutil.Quick(ctx, func() error { return send(ctx, c, m) })
}

// Careful marks what stays as the other package has it.
func Careful(ctx context.Context, c *api.Client, m api.Message) error {
	return retryutil.Careful(ctx, c.Unit, func() error {
		err := send(ctx, c, m)
		if code, ok := err.(codes.ResponseCode); ok && !code.Retryable() {
			return retryutil.Finally(err)
		}
		return err
	})
}

// Runs has it done by a value of the other package.
func Runs(ctx context.Context, c *api.Client, m api.Message) error {
	r := retryutil.Runner{Unit: c.Unit}
	return r.Run(ctx, func() error { return send(ctx, c, m) }) // want "and 10 more of class never"
}

// patiently is a function of this package around the other's.
func patiently(ctx context.Context, c *api.Client, f func() error) error {
	return retryutil.Do(ctx, c.Unit, f)
}

// Twice has two functions between itself and the library.
func Twice(ctx context.Context, c *api.Client, m api.Message) error {
	return patiently(ctx, c, func() error { return send(ctx, c, m) }) // want "and 10 more of class never"
}

// Each sends to each of some numbers, and tries what fails for others again.
func Each(ctx context.Context, c *api.Client, m api.Message) error {
	return retryutil.Each(ctx, c.Unit, []string{m.To}, func(to string) error {
		m := m
		m.To = to
		var r reply
		return c.Post(ctx, "/sms", m, &r)
	})
}

// Transport tries again what has not come through.
func Transport(ctx context.Context, c *api.Client, m api.Message) error {
	var r reply
	if err := retryutil.Do(ctx, c.Unit, func() error { return c.Post(ctx, "/sms", m, &r) }); err != nil {
		return err
	}
	return r.Code.Err()
}

// Patient has what another package has made call it.
func Patient(ctx context.Context, c *api.Client, m api.Message) error {
	patient := retryutil.Patient(c.Unit)
	return patient(func(ctx context.Context) error { return send(ctx, c, m) })(ctx) // want "and 10 more of class never"
}

// PatientStops marks what stays.
func PatientStops(ctx context.Context, c *api.Client, m api.Message) error {
	return retryutil.Patient(c.Unit)(func(ctx context.Context) error {
		err := send(ctx, c, m)
		if code, ok := err.(codes.ResponseCode); ok && !code.Retryable() {
			return backoff.Permanent(err)
		}
		return err
	})(ctx)
}
