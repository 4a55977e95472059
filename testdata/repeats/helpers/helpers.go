// Package helpers has functions that call a function again while it fails, and such as only look like that.
package helpers

import (
	"context"
	"errors"
	"time"
)

// Do calls fn until it succeeds, n times at most.
func Do(ctx context.Context, n int, fn func() error) error {
	var err error
	for range n {
		if err = fn(); err == nil {
			return nil
		}
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(time.Second):
		}
	}
	return err
}

// Thrice hands its function on.
func Thrice(fn func() error) error { return Do(context.Background(), 3, fn) } // want "argument 2 again while it fails"

// If asks a predicate whether an error is worth another try.
func If(fn func() error, worth func(error) bool) error {
	for {
		err := fn()
		if err == nil || !worth(err) {
			return err
		}
	}
}

// Unless asks a predicate whether an error is final.
func Unless(final func(error) bool, fn func() error) error {
	for {
		err := fn()
		if err == nil || final(err) {
			return err
		}
	}
}

var ErrFinal = errors.New("final")

// Marked goes on until it gets ErrFinal.
func Marked(fn func() error) error {
	for {
		err := fn()
		if err == nil || errors.Is(err, ErrFinal) {
			return err
		}
	}
}

// Value returns what a function brings in the end.
func Value[T any](fn func() (T, error)) (T, error) {
	for {
		if v, err := fn(); err == nil {
			return v, nil
		}
	}
}

// Until calls get until what it brings is liked.
func Until[T any](get func() (T, error), liked func(T) bool) (T, error) {
	for {
		v, err := get()
		if err != nil {
			return v, err
		}
		if liked(v) {
			return v, nil
		}
	}
}

// Retrier keeps what it is told.
type Retrier struct {
	Tries int
	Worth func(error) bool
}

// Run asks the retrier's own predicate.
func (r Retrier) Run(fn func() error) error {
	var err error
	for range r.Tries {
		if err = fn(); err == nil || !r.Worth(err) {
			return err
		}
	}
	return err
}

// Each calls a function for each of its arguments.
func Each(all []string, fn func(string) error) error {
	for _, one := range all {
		if err := fn(one); err != nil {
			return err
		}
	}
	return nil
}

// Once calls it once.
func Once(fn func() error) error { return fn() }

// Times calls it several times, whatever comes of it.
func Times(n int, fn func() error) {
	for range n {
		_ = fn()
	}
}

// Try goes on while its function says so, and fails.
func Try(fn func(attempt int) (bool, error)) error {
	for attempt := 1; ; attempt++ {
		more, err := fn(attempt)
		if !more || err == nil || attempt == 10 {
			return err
		}
	}
}

// Poll goes on until its function is done, or fails.
func Poll(done func() (bool, error)) error {
	for {
		ok, err := done()
		switch {
		case err != nil:
			return err
		case ok:
			return nil
		}
		time.Sleep(time.Second)
	}
}

// Await goes on until its function is done, whether it fails or not.
func Await(done func() (bool, error)) {
	for {
		if ok, _ := done(); ok {
			return
		}
	}
}

// Answered leaves for what an answer has in it, too.
func Answered(fn func() (*Answer, error)) error {
	for {
		answer, err := fn()
		if err == nil || answer != nil && answer.Final {
			return err
		}
	}
}

// An Answer may be final.
type Answer struct{ Final bool }

// Returned makes a function that calls another one again.
func Returned(n int, fn func(string) error) func(string) error {
	return func(to string) error {
		var err error
		for range n {
			if err = fn(to); err == nil {
				break
			}
		}
		return err
	}
}

// Spread calls it for each of its hosts.
func Spread(hosts []string, fn func(string) error) func() error {
	return func() (err error) {
		for _, host := range hosts {
			if err = fn(host); err == nil {
				break
			}
		}
		return err
	}
}

// Begun has the call at the beginning and the end of its loop.
func Begun(n int, fn func() error) error {
	for err := fn(); err != nil; err = fn() {
		if n--; n == 0 {
			return err
		}
	}
	return nil
}

// Refused says that it is final.
type Refused struct{ error }

// Typed looks for errors by their type.
func Typed(n int, fn func() error) error {
	var err error
	for range n {
		err = fn()
		switch e := err.(type) {
		case nil:
			return nil
		case *Refused:
			return e.error
		}
	}
	return err
}

// Otherwise has its end in an else.
func Otherwise(fn func() error) {
	for {
		if err := fn(); err != nil {
			time.Sleep(time.Second)
		} else {
			break
		}
	}
}

// Within goes on until its function is done, or fails, or time is up.
func Within(ctx context.Context, done func() (bool, error)) error {
	for {
		if ok, err := done(); err != nil || ok {
			return err
		}
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(time.Second):
		}
	}
}

// Slowly is Within with an end that leaves the select, and then the loop. That is not understood.
func Slowly(ctx context.Context, done func() (bool, error)) error {
	for ctx.Err() == nil {
		ok, err := done()
		select {
		case <-ctx.Done():
			break
		case <-time.After(time.Second):
			if err != nil || ok {
				return err
			}
		}
	}
	return ctx.Err()
}

// Told is Try with a switch.
func Told(fn func() (bool, error)) error {
	for {
		again, err := fn()
		switch {
		case err == nil:
			return nil
		case again:
			time.Sleep(time.Second)
		default:
			return err
		}
	}
}

// Labelled is Poll with a label.
func Labelled(done func() (bool, error)) (err error) {
polling:
	for {
		var ok bool
		ok, err = done()
		switch {
		case err != nil:
			break polling
		case ok:
			break polling
		}
		time.Sleep(time.Second)
	}
	return err
}

// Forever means to be Poll, but leaves only its switch.
func Forever(done func() (bool, error)) {
	for {
		ok, err := done()
		switch {
		case err != nil:
			break
		case ok:
			break
		}
		time.Sleep(time.Second)
	}
}

// Worthwhile asks a predicate of its own, which tells some errors from all others.
func Worthwhile(fn func() error) error {
	for {
		err := fn()
		if err == nil || !isWorthwhile(err) {
			return err
		}
	}
}

func isWorthwhile(err error) bool {
	return !errors.Is(err, context.Canceled) && !errors.Is(err, ErrFinal)
}

// Hopeful is Worthwhile with an errors.As.
func Hopeful(fn func() error) error {
	for {
		err := fn()
		if err == nil || isHopeless(err) {
			return err
		}
	}
}

func isHopeless(err error) bool {
	var refused *Refused
	if errors.As(err, &refused) {
		return true
	} else if err == ErrFinal {
		return true
	}
	return false
}

// Lenient asks one that asks a refusal for more.
func Lenient(fn func() error) error {
	for {
		err := fn()
		if err == nil || isSettled(err) {
			return err
		}
	}
}

func isSettled(err error) bool {
	if refused := (*Refused)(nil); errors.As(err, &refused) {
		return refused.error != nil
	}
	return false
}

// Sorted looks for errors by their type, and waits for all others.
func Sorted(fn func() error) error {
	for {
		err := fn()
		switch e := err.(type) {
		case nil:
			return nil
		case Refused:
			return e
		default:
			time.Sleep(time.Second)
		}
	}
}

// Counted is Sorted with an end for some of the others. That is not understood.
func Counted(n int, fn func() error) error {
	for {
		err := fn()
		switch err.(type) {
		case nil:
			return nil
		default:
			if n--; n == 0 {
				return err
			}
		}
	}
}
