package helpers

import (
	"context"
	"errors"
	"time"

	"example.test/programs/retriedcode/api"
	"github.com/errcodelint/errcodelint/codes"
)

// stop marks an error that is no reason to try again.
type stop struct{ error }

// retry calls itself while f fails.
func retry(attempts int, sleep time.Duration, f func() error) error {
	if err := f(); err != nil {
		if s, ok := err.(stop); ok {
			return s.error
		}
		if attempts--; attempts > 0 {
			time.Sleep(sleep)
			return retry(attempts, 2*sleep, f)
		}
		return err
	}
	return nil
}

func post(ctx context.Context, c *api.Client, m api.Message) error {
	var r reply
	if err := c.Post(ctx, "/sms", m, &r); err != nil {
		return err
	}
	return r.Code.Err()
}

// Recursive has the same request sent for any code.
func Recursive(ctx context.Context, c *api.Client, m api.Message) error {
	return retry(3, c.Unit, func() error { return post(ctx, c, m) }) // want "and 10 more of class never"
}

// RecursiveStopped stops for what cannot succeed.
func RecursiveStopped(ctx context.Context, c *api.Client, m api.Message) error {
	return retry(3, c.Unit, func() error {
		err := post(ctx, c, m)
		var code codes.ResponseCode
		if errors.As(err, &code) && !code.Retryable() {
			return stop{err}
		}
		return err
	})
}

// RecursiveOnce tries once.
func RecursiveOnce(ctx context.Context, c *api.Client, m api.Message) error {
	return retry(1, c.Unit, func() error { return post(ctx, c, m) })
}

// insist asks nothing but whether there is an error, and has no name for it.
func insist(n int, unit time.Duration, f func() error) bool {
	if f() == nil {
		return true
	}
	if n == 0 {
		return false
	}
	time.Sleep(unit)
	return insist(n-1, unit, f)
}

// Insisted has the same request sent for any code.
func Insisted(ctx context.Context, c *api.Client, m api.Message) error {
	if insist(3, c.Unit, func() error { return post(ctx, c, m) }) { // want "and 10 more of class never"
		return nil
	}
	return errors.New("not sent")
}

// tryLoop has no name for the error either.
func tryLoop(n int, unit time.Duration, f func() error) bool {
	for range n {
		if f() == nil {
			return true
		}
		time.Sleep(unit)
	}
	return false
}

// Looped has the same request sent for any code.
func Looped(ctx context.Context, c *api.Client, m api.Message) error {
	if !tryLoop(3, c.Unit, func() error { return post(ctx, c, m) }) { // want "and 10 more of class never"
		return errors.New("not sent")
	}
	return nil
}

// patient calls itself while another function says so.
func patient(f func() error, worth func(error) bool, unit time.Duration) error {
	err := f()
	if err == nil || !worth(err) {
		return err
	}
	time.Sleep(unit)
	return patient(f, worth, unit)
}

// PatientPassing goes on for codes that may pass.
func PatientPassing(ctx context.Context, c *api.Client, m api.Message) error {
	return patient(func() error { return post(ctx, c, m) }, func(err error) bool {
		var code codes.ResponseCode
		return errors.As(err, &code) && code.Retryable()
	}, c.Unit)
}

// PatientAlways goes on for whatever has a code.
func PatientAlways(ctx context.Context, c *api.Client, m api.Message) error {
	tries := 0
	return patient(func() error { return post(ctx, c, m) }, func(err error) bool {
		var code codes.ResponseCode
		tries++
		return errors.As(err, &code) && tries < 4 // want "and 10 more of class never"
	}, c.Unit)
}

// pages calls itself with the next page, and ends where one fails.
func pages(ctx context.Context, c *api.Client, n int, f func() error) error {
	if err := f(); err != nil {
		return err
	}
	if n > 0 {
		return pages(ctx, c, n-1, f)
	}
	return nil
}

// Paged ends where one fails.
func Paged(ctx context.Context, c *api.Client, m api.Message) error {
	return pages(ctx, c, 2, func() error { return post(ctx, c, m) })
}

// until is a loop that ends where the function fails.
func until(f func() error) error {
	for {
		err := f()
		if err != nil {
			return err
		}
		if time.Now().IsZero() {
			continue
		}
		return nil
	}
}

// Until ends where it fails.
func Until(ctx context.Context, c *api.Client, m api.Message) error {
	return until(func() error { return post(ctx, c, m) })
}

// counted counts its tries up.
func counted(tries int, unit time.Duration, f func() error) error {
	err := f()
	if err != nil && tries < 3 {
		time.Sleep(unit)
		return counted(tries+1, unit, f)
	}
	return err
}

// Counted has the same request sent for any code.
func Counted(ctx context.Context, c *api.Client, m api.Message) error {
	return counted(0, c.Unit, func() error { return post(ctx, c, m) }) // want "and 10 more of class never"
}

func withoutRetries(f func() error) error { return retry(1, 0, f) }

func withRetries(unit time.Duration, f func() error) error { return retry(3, unit, f) }

// WithoutRetries is sent once.
func WithoutRetries(ctx context.Context, c *api.Client, m api.Message) error {
	return withoutRetries(func() error { return post(ctx, c, m) })
}

// WithRetries has the same request sent for any code.
func WithRetries(ctx context.Context, c *api.Client, m api.Message) error {
	return withRetries(c.Unit, func() error { return post(ctx, c, m) }) // want "and 10 more of class never"
}

// numbered tells the function which try it is.
func numbered(i, n int, unit time.Duration, f func(int) error) error {
	if err := f(i); err != nil {
		if i+1 < n {
			time.Sleep(unit)
			return numbered(i+1, n, unit, f)
		}
		return err
	}
	return nil
}

// NumberedSender has another sender each time.
func NumberedSender(ctx context.Context, c *api.Client, m api.Message) error {
	senders := []string{"SHOP", "Shop", "Info"}
	return numbered(0, len(senders), c.Unit, func(i int) error {
		return post(ctx, c, api.Message{From: senders[i], To: m.To, Text: m.Text})
	})
}

// Numbered has the same request sent for any code.
func Numbered(ctx context.Context, c *api.Client, m api.Message) error {
	return numbered(0, 3, c.Unit, func(i int) error { // want "and 10 more of class never"
		if i > 0 {
			time.Sleep(c.Unit)
		}
		return post(ctx, c, m)
	})
}

// turns calls itself with the number of the next one.
func turns(ctx context.Context, c *api.Client, m api.Message, attempt int) error {
	senders := []string{"SHOP", "Shop", "Info"}
	m.From = senders[attempt]
	err := post(ctx, c, m)
	if err != nil && attempt+1 < len(senders) {
		return turns(ctx, c, m, attempt+1)
	}
	return err
}

// Turns has another sender each time.
func Turns(ctx context.Context, c *api.Client, m api.Message) error {
	return turns(ctx, c, m, 0)
}
