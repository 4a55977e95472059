package kept

import (
	"context"
	"errors"
	"iter"
	"time"

	"example.test/programs/retriedcode/api"
	"example.test/programs/retriedcode/client"
	"example.test/programs/retriedcode/retrying"
	"github.com/errcodelint/errcodelint/codes"
)

// isFinal reports whether an error holds a code that will not pass.
func isFinal(err error) bool {
	var code codes.ResponseCode
	return errors.As(err, &code) && !code.Retryable()
}

// LooksByAddress has a pacer look at its error.
func LooksByAddress(ctx context.Context, c *api.Client, m api.Message) (err error) {
	p := retrying.NewPacer(4, c.Unit, isFinal)
	for p.Again(&err) {
		if err = client.Wrapped(ctx, c, m); err == nil {
			return nil
		}
	}
	return err
}

// LooksBehind asks after the request.
func LooksBehind(ctx context.Context, c *api.Client, m api.Message) (err error) {
	p := retrying.NewPacer(4, c.Unit, isFinal)
	for {
		if err = client.Wrapped(ctx, c, m); err == nil {
			return nil
		}
		if !p.Again(&err) {
			return err
		}
	}
}

// LooksInField keeps the error in a field of the pacer.
func LooksInField(ctx context.Context, c *api.Client, m api.Message) error {
	p := retrying.NewPacer(4, c.Unit, isFinal)
	for p.Next() {
		if p.Last = client.Wrapped(ctx, c, m); p.Last == nil {
			return nil
		}
	}
	return p.Last
}

// LooksByClosure has a pacer ask a function that looks at the code.
func LooksByClosure(ctx context.Context, c *api.Client, m api.Message) error {
	code := codes.ResponseSystemError
	p := retrying.NewPacer(4, c.Unit, isFinal)
	for p.Asks(func() bool { return code.Retryable() }) {
		var r struct {
			Code codes.ResponseCode `json:"responseCode"`
		}
		if err := c.Post(ctx, "/sms", m, &r); err != nil {
			return err
		}
		if code = r.Code; code == codes.ResponseSuccess {
			return nil
		}
	}
	return code.Err()
}

// LooksByHeldClosure asks a function that looks at the error.
func LooksByHeldClosure(ctx context.Context, c *api.Client, m api.Message) (err error) {
	again := func() bool { return !isFinal(err) }
	for i := 0; i < 4 && again(); i++ {
		if err = client.Wrapped(ctx, c, m); err == nil {
			return nil
		}
		time.Sleep(c.Unit)
	}
	return err
}

// last is what came of the last attempt.
type last struct{ err error }

func (l *last) mayPass() bool { return !isFinal(l.err) }

// LooksByMethod asks a method that looks at a field.
func LooksByMethod(ctx context.Context, c *api.Client, m api.Message) error {
	var l last
	for i := 0; i < 4 && l.mayPass(); i++ {
		if l.err = client.Wrapped(ctx, c, m); l.err == nil {
			return nil
		}
		time.Sleep(c.Unit)
	}
	return l.err
}

// unlessFinal waits, unless the error is there to stay.
func unlessFinal(ctx context.Context, c *api.Client, err *error) bool {
	return !isFinal(*err) && c.Pause(ctx, 1) == nil
}

// LooksWhilePausing has the pause look at the error.
func LooksWhilePausing(ctx context.Context, c *api.Client, m api.Message) (err error) {
	for i := 0; i < 4; i++ {
		if err = client.Wrapped(ctx, c, m); err == nil || !unlessFinal(ctx, c, &err) {
			return err
		}
	}
	return err
}

// rounds yields the number of each round, as long as it is told to.
func rounds(n int, pause time.Duration, again func() bool) iter.Seq[int] {
	return func(yield func(int) bool) {
		for i := range n {
			if !yield(i) || !again() {
				return
			}
			time.Sleep(pause)
		}
	}
}

// LooksByIterator has an iterator ask a function that looks at the error.
func LooksByIterator(ctx context.Context, c *api.Client, m api.Message) (err error) {
	for range rounds(4, c.Unit, func() bool { return !isFinal(err) }) {
		if err = client.Wrapped(ctx, c, m); err == nil {
			return nil
		}
	}
	return err
}

// LooksByIteratorNot has an iterator ask a function that looks at the context alone.
func LooksByIteratorNot(ctx context.Context, c *api.Client, m api.Message) (err error) {
	for range rounds(4, c.Unit, func() bool { return ctx.Err() == nil }) { // want "and 10 more of class never"
		if err = client.Wrapped(ctx, c, m); err == nil {
			return nil
		}
	}
	return err
}

// LooksByTheirIterator keeps the error where another package's iterator looks.
func LooksByTheirIterator(ctx context.Context, c *api.Client, m api.Message) error {
	p := retrying.NewPacer(4, c.Unit, isFinal)
	for range p.Rounds() {
		if p.Last = client.Wrapped(ctx, c, m); p.Last == nil {
			return nil
		}
	}
	return p.Last
}

// LooksByHeldIterator goes through a function of its own that looks at the error.
func LooksByHeldIterator(ctx context.Context, c *api.Client, m api.Message) (err error) {
	worthwhile := func(yield func(int) bool) {
		for i := 0; i < 4 && !isFinal(err); i++ {
			if !yield(i) {
				return
			}
			time.Sleep(c.Unit)
		}
	}
	for range worthwhile {
		if err = client.Wrapped(ctx, c, m); err == nil {
			return nil
		}
	}
	return err
}
