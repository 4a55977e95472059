// Package retrying calls functions again. It knows nothing of codes.
package retrying

import (
	"context"
	"errors"
	"fmt"
	"time"
)

// Do calls fn until it succeeds, n times at most.
func Do(ctx context.Context, n int, pause time.Duration, fn func(context.Context) error) error {
	var err error
	for i := range n {
		if i > 0 {
			select {
			case <-ctx.Done():
				return ctx.Err()
			case <-time.After(pause):
			}
		}
		if err = fn(ctx); err == nil {
			return nil
		}
	}
	return fmt.Errorf("after %d tries: %w", n, err)
}

// Value is Do for functions with a result.
func Value[T any](n int, fn func() (T, error)) (T, error) {
	for i := 1; ; i++ {
		v, err := fn()
		if err == nil || i >= n {
			return v, err
		}
	}
}

// A Policy says how often and how long.
type Policy struct {
	Max   int
	Pause time.Duration
}

// Run calls fn as the policy says.
func (p Policy) Run(fn func() error) (err error) {
	for range p.Max {
		err = fn()
		if err == nil {
			break
		}
		time.Sleep(p.Pause)
	}
	return err
}

// If calls fn as long as again says so.
func If(n int, again func(error) bool, fn func() error) error {
	for {
		err := fn()
		n--
		if err == nil || n <= 0 || !again(err) {
			return err
		}
	}
}

// errStop is what Stop marks.
type errStop struct{ error }

// Unwrap returns what was marked.
func (e errStop) Unwrap() error { return e.error }

// Stop marks an error as one that Until stops at.
func Stop(err error) error { return errStop{err} }

// Until calls fn until it succeeds, or marks its error by Stop.
func Until(n int, fn func() error) error {
	var err error
	for range n {
		err = fn()
		if err == nil {
			return nil
		}
		var stop errStop
		if errors.As(err, &stop) {
			return stop.error
		}
	}
	return err
}

// Each calls fn for each of some values.
func Each(values []string, fn func(string) error) error {
	var all error
	for _, v := range values {
		if err := fn(v); err != nil {
			all = errors.Join(all, err)
		}
	}
	return all
}

// Poll calls fn until done likes what it returns.
func Poll[T any](n int, fn func() (T, error), done func(T) bool) (v T, err error) {
	for range n {
		v, err = fn()
		if err != nil {
			return v, err
		}
		if done(v) {
			break
		}
	}
	return v, err
}

// A Retrier says what is tried again: all, unless ShouldRetry says no.
type Retrier struct {
	Tries       int
	ShouldRetry func(error) bool
}

// Do calls fn until it succeeds, or ShouldRetry says no.
func (r *Retrier) Do(fn func() error) error {
	var err error
	for range r.Tries {
		if err = fn(); err == nil {
			return nil
		}
		if r.ShouldRetry != nil && !r.ShouldRetry(err) {
			return err
		}
	}
	return fmt.Errorf("after %d tries: %w", r.Tries, err)
}

// A Filled retrier has a predicate in any case.
type Filled struct {
	Tries       int
	ShouldRetry func(error) bool
}

// Do is that of a Retrier.
func (f *Filled) Do(fn func() error) error {
	if f.ShouldRetry == nil {
		f.ShouldRetry = func(error) bool { return false }
	}
	for i := 1; ; i++ {
		err := fn()
		if err == nil || i == f.Tries || !f.ShouldRetry(err) {
			return err
		}
	}
}
