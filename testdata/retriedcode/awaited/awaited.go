// Package awaited sends in goroutines, and waits for what comes through a channel.
package awaited

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"sync"
	"time"

	"example.test/programs/retriedcode/api"
	"github.com/errcodelint/errcodelint/codes"
)

const tries = 3

var (
	errLate    = errors.New("no answer in time")
	errTooMany = errors.New("tried too often")
)

type reply struct {
	ResponseCode codes.ResponseCode `json:"responseCode"`
}

// An answer is what a goroutine tells.
type answer struct {
	code codes.ResponseCode
	err  error
}

func post(ctx context.Context, c *api.Client, m api.Message) (codes.ResponseCode, error) {
	var r reply
	err := c.Post(ctx, "/sms", m, &r)
	return r.ResponseCode, err
}

func send(ctx context.Context, c *api.Client, m api.Message) error {
	code, err := post(ctx, c, m)
	if err != nil {
		return err
	}
	return code.Err()
}

func passes(err error) bool {
	var code codes.ResponseCode
	return errors.As(err, &code) && code.Retryable()
}

// inTime sends, and waits no longer than a minute.
func inTime(ctx context.Context, c *api.Client, m api.Message) error {
	done := make(chan error, 1)
	go func() { done <- send(ctx, c, m) }()
	select {
	case err := <-done:
		return err
	case <-time.After(time.Minute):
		return errLate
	}
}

// InTime tries again whatever came.
func InTime(ctx context.Context, c *api.Client, m api.Message) error {
	for range tries { // want "and 10 more of class never"
		err := inTime(ctx, c, m)
		if err == nil {
			return nil
		}
		slog.Debug("not sent", "err", err)
		time.Sleep(c.Unit)
	}
	return errTooMany
}

// InTimePassing tries again what passes, and what was late.
func InTimePassing(ctx context.Context, c *api.Client, m api.Message) error {
	for range tries {
		err := inTime(ctx, c, m)
		if !passes(err) && !errors.Is(err, errLate) {
			return err
		}
		time.Sleep(c.Unit)
	}
	return errTooMany
}

// Here waits in the loop itself.
func Here(ctx context.Context, c *api.Client, m api.Message) error {
	answers := make(chan answer)
	for range tries { // want "and 10 more of class never"
		go func() {
			code, err := post(ctx, c, m)
			answers <- answer{code, err}
		}()
		a := <-answers
		if a.err != nil {
			return a.err
		}
		if a.code == codes.ResponseSuccess {
			return nil
		}
		time.Sleep(c.Unit)
	}
	return errTooMany
}

// HerePassing looks at the code.
func HerePassing(ctx context.Context, c *api.Client, m api.Message) error {
	answers := make(chan answer)
	for range tries {
		go func() {
			code, err := post(ctx, c, m)
			answers <- answer{code, err}
		}()
		select {
		case <-ctx.Done():
			return ctx.Err()
		case a := <-answers:
			switch {
			case a.err != nil:
				return a.err
			case !a.code.Retryable():
				return a.code.Err()
			}
		}
		time.Sleep(c.Unit)
	}
	return errTooMany
}

// deliver tells of a message by a channel that it gets.
func deliver(ctx context.Context, c *api.Client, m api.Message, done chan<- error) {
	defer close(done)
	code, err := post(ctx, c, m)
	if err != nil {
		done <- err
		return
	}
	if code != codes.ResponseSuccess {
		done <- fmt.Errorf("to %s: %w", m.To, code)
	}
}

// ByFunction starts a function, which tells of failures alone.
func ByFunction(ctx context.Context, c *api.Client, m api.Message) error {
	for range tries { // want "and 10 more of class never"
		done := make(chan error, 1)
		go deliver(ctx, c, m, done)
		err, failed := <-done
		if !failed {
			return nil
		}
		slog.Debug("not sent", "err", err)
		time.Sleep(c.Unit)
	}
	return errTooMany
}

// ByFunctionPassing asks the error.
func ByFunctionPassing(ctx context.Context, c *api.Client, m api.Message) error {
	for range tries {
		done := make(chan error, 1)
		go deliver(ctx, c, m, done)
		err := <-done
		if !passes(err) {
			return err
		}
		time.Sleep(c.Unit)
	}
	return errTooMany
}

// Told has one channel for what passes, and another one for all else.
func Told(ctx context.Context, c *api.Client, m api.Message) error {
	over, later := make(chan error), make(chan codes.ResponseCode)
	for range tries {
		go func() {
			code, err := post(ctx, c, m)
			if err == nil && code.Retryable() {
				later <- code
				return
			}
			over <- errors.Join(err, code.Err())
		}()
		select {
		case err := <-over:
			return err
		case code := <-later:
			slog.Debug("later", "code", code)
			time.Sleep(c.Unit)
		}
	}
	return errTooMany
}

// ToldWrong has them the wrong way round.
func ToldWrong(ctx context.Context, c *api.Client, m api.Message) error {
	over, later := make(chan error), make(chan codes.ResponseCode)
	for range tries { // want "and 10 more of class never"
		go func() {
			code, err := post(ctx, c, m)
			if err != nil || code == codes.ResponseSuccess || code.Retryable() {
				over <- errors.Join(err, code.Err())
				return
			}
			later <- code
		}()
		select {
		case err := <-over:
			return err
		case code := <-later:
			slog.Debug("later", "code", code)
			time.Sleep(c.Unit)
		}
	}
	return errTooMany
}

// Group waits for whatever its goroutines have failed with.
func Group(ctx context.Context, c *api.Client, m api.Message) error {
	for range tries { // want "and 10 more of class never"
		errs := make(chan error, 1)
		var all sync.WaitGroup
		all.Go(func() {
			if err := send(ctx, c, m); err != nil {
				errs <- err
			}
		})
		all.Wait()
		close(errs)
		failed := false
		for err := range errs {
			slog.Debug("not sent", "err", err)
			failed = true
		}
		if !failed {
			return nil
		}
	}
	return errTooMany
}

// GroupPassing gives up when one will not pass.
func GroupPassing(ctx context.Context, c *api.Client, m api.Message) error {
	for range tries {
		errs := make(chan error, 1)
		var all sync.WaitGroup
		all.Go(func() {
			if err := send(ctx, c, m); err != nil {
				errs <- err
			}
		})
		all.Wait()
		close(errs)
		failed := false
		for err := range errs {
			if !passes(err) {
				return err
			}
			failed = true
		}
		if !failed {
			return nil
		}
	}
	return errTooMany
}

// Recipients has a goroutine for each of them, and waits for all.
func Recipients(ctx context.Context, c *api.Client, m api.Message) error {
	answers := make(chan answer)
	to := []string{m.To, "60120000002"}
	for _, to := range to {
		next := m
		next.To = to
		go func() {
			code, err := post(ctx, c, next)
			answers <- answer{code, err}
		}()
	}
	var errs []error
	for range to {
		if a := <-answers; a.err != nil || a.code != codes.ResponseSuccess {
			errs = append(errs, errors.Join(a.err, a.code.Err()))
		}
	}
	return errors.Join(errs...)
}

// Hosts has the next one send where one has failed.
func Hosts(ctx context.Context, c *api.Client, m api.Message) error {
	var errs []error
	for _, from := range []string{m.From, "OTHER"} {
		done := make(chan error, 1)
		m.From = from
		go func() { done <- send(ctx, c, m) }()
		err := <-done
		if err == nil {
			return nil
		}
		errs = append(errs, err)
	}
	return errors.Join(errs...)
}

// Second has two that send: which of them has, nobody knows.
func Second(ctx context.Context, c *api.Client, m api.Message) error {
	for range tries {
		done := make(chan error, 2)
		go func() { done <- ctx.Err() }()
		go func() {
			if err := send(ctx, c, m); passes(err) {
				done <- err
				return
			}
			done <- nil
		}()
		if err := errors.Join(<-done, <-done); err == nil {
			return nil
		}
		time.Sleep(c.Unit)
	}
	return errTooMany
}
