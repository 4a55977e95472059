// Package relayed sends by functions that hand on what the function returns which they get.
package relayed

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"

	"example.test/programs/retriedcode/api"
	"example.test/programs/retriedcode/client"
	"example.test/programs/retriedcode/metrics"
	"example.test/programs/retriedcode/retrying"
	"github.com/errcodelint/errcodelint/codes"
)

type reply struct {
	Code      codes.ResponseCode `json:"responseCode"`
	MessageID string             `json:"messageId"`
}

func post(ctx context.Context, c *api.Client, m api.Message) (*reply, error) {
	var r reply
	if err := c.Post(ctx, "/sms", m, &r); err != nil {
		return nil, err
	}
	return &r, nil
}

// logged calls a function, and tells of it.
func logged(log *[]string, name string, f func() error) error {
	err := f()
	*log = append(*log, fmt.Sprint(name, ": ", err))
	return err
}

// Logged sends by a function of its own package.
func Logged(ctx context.Context, c *api.Client, m api.Message) error {
	var log []string
	var err error
	for range 4 { // want "and 10 more of class never"
		if err = logged(&log, "sms", func() error { return client.Wrapped(ctx, c, m) }); err == nil {
			return nil
		}
		time.Sleep(c.Unit)
	}
	return err
}

// LoggedPassing asks for the code in what comes back.
func LoggedPassing(ctx context.Context, c *api.Client, m api.Message) error {
	var log []string
	var err error
	for range 4 {
		if err = logged(&log, "sms", func() error { return client.Wrapped(ctx, c, m) }); err == nil {
			return nil
		}
		var code codes.ResponseCode
		if errors.As(err, &code) && !code.Retryable() {
			return err
		}
		time.Sleep(c.Unit)
	}
	return err
}

// Timed sends by a function of another package, which hands on the reply.
func Timed(ctx context.Context, c *api.Client, m api.Message) error {
	meter := metrics.NewMeter(100)
	for range 4 { // want "and 10 more of class never"
		r, err := metrics.Timed(meter, func() (*reply, error) { return post(ctx, c, m) })
		if err != nil {
			return err
		}
		if r.Code == codes.ResponseSuccess {
			return nil
		}
		time.Sleep(c.Unit)
	}
	return errors.New("still failing")
}

// TimedPassing is Timed for the codes that pass.
func TimedPassing(ctx context.Context, c *api.Client, m api.Message) error {
	meter := metrics.NewMeter(100)
	for range 4 {
		r, err := metrics.Timed(meter, func() (*reply, error) { return post(ctx, c, m) })
		if err != nil {
			return err
		}
		if !r.Code.Retryable() {
			return r.Code.Err()
		}
		time.Sleep(c.Unit)
	}
	return errors.New("still failing")
}

// Measured sends by a method that wraps the error, and has another name for what it gets.
func Measured(ctx context.Context, c *api.Client, m api.Message) error {
	meter := metrics.NewMeter(100)
	send := func(ctx context.Context) error { return client.Wrapped(ctx, c, m) }
	for i := 0; ; i++ { // want "and 10 more of class never"
		err := meter.Run(ctx, "sms", send)
		if err == nil || errors.Is(err, metrics.ErrTooMany) || i == 3 {
			return err
		}
		time.Sleep(c.Unit)
	}
}

// MeasuredPassing searches the error that is wrapped.
func MeasuredPassing(ctx context.Context, c *api.Client, m api.Message) error {
	meter := metrics.NewMeter(100)
	for i := 0; ; i++ {
		err := meter.Run(ctx, "sms", func(ctx context.Context) error { return client.Wrapped(ctx, c, m) })
		var code codes.ResponseCode
		if err == nil || errors.As(err, &code) && !code.Retryable() || i == 3 {
			return err
		}
	}
}

// Safe sends by a function that hands on by another one, in a literal.
func Safe(ctx context.Context, c *api.Client, m api.Message) error {
	meter := metrics.NewMeter(100)
	return retrying.Calls(4, func(ctx context.Context) error { // want "and 10 more of class never"
		return meter.Safe(func() error { return client.Wrapped(ctx, c, m) })
	})
}

// SafeFinal returns an error that ends it for what will not pass.
func SafeFinal(ctx context.Context, c *api.Client, m api.Message) error {
	meter := metrics.NewMeter(100)
	return retrying.Calls(4, func(ctx context.Context) error {
		err := meter.Safe(func() error { return client.Wrapped(ctx, c, m) })
		var code codes.ResponseCode
		if errors.As(err, &code) && !code.Retryable() {
			return retrying.ErrClosed
		}
		return err
	})
}

// Hidden sees only that it failed.
func Hidden(ctx context.Context, c *api.Client, m api.Message) error {
	meter := metrics.NewMeter(100)
	var err error
	for range 4 { // want "and 10 more of class never"
		if err = meter.Hidden(func() error { return client.Wrapped(ctx, c, m) }); err == nil {
			return nil
		}
	}
	return err
}

// Tolerant sees no failure.
func Tolerant(ctx context.Context, c *api.Client, m api.Message) error {
	meter := metrics.NewMeter(100)
	for {
		if err := meter.Tolerant(func() error { return client.Wrapped(ctx, c, m) }); err == nil {
			return nil
		}
	}
}

// store is a database.
type store struct {
	mu   sync.Mutex
	rows []string
	old  []string
}

func (s *store) begin() error    { s.mu.Lock(); s.old = s.rows; return nil }
func (s *store) rollback()       { s.rows = s.old; s.mu.Unlock() }
func (s *store) commit() error   { s.mu.Unlock(); return nil }
func (s *store) add(text string) { s.rows = append(s.rows, text) }

// within does something in a transaction.
func (s *store) within(do func(*store) error) error {
	if err := s.begin(); err != nil {
		return err
	}
	if err := do(s); err != nil {
		s.rollback()
		return err
	}
	if err := s.commit(); err != nil {
		return fmt.Errorf("commit: %w", err)
	}
	return nil
}

// Within sends in a transaction.
func Within(ctx context.Context, c *api.Client, m api.Message) error {
	s := new(store)
	var err error
	for i := 0; i < 4; i++ { // want "and 10 more of class never"
		err = s.within(func(s *store) error {
			s.add(m.To)
			return client.Wrapped(ctx, c, m)
		})
		if err == nil {
			break
		}
	}
	return err
}

// WithinOthers sends to somebody else each time.
func WithinOthers(ctx context.Context, c *api.Client, m api.Message) error {
	s := new(store)
	for _, name := range []string{"a", "b", "c"} {
		m := api.Message{From: name, To: m.To, Text: m.Text}
		if err := s.within(func(*store) error { return client.Wrapped(ctx, c, m) }); err == nil {
			return nil
		}
	}
	return errors.New("nobody may send it")
}
