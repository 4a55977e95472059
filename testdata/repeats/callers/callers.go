// Package callers calls the helpers of another package, and its own.
package callers

import (
	"context"
	"errors"
	"time"

	"example.test/programs/repeats/helpers"
)

func send() error { return nil }

func fetch() (int, error) { return 0, nil }

func worth(err error) bool { return errors.Is(err, context.DeadlineExceeded) }

func all(ctx context.Context, r helpers.Retrier) {
	helpers.Do(ctx, 3, send)       // want "argument 2 again while it fails"
	helpers.Thrice(send)           // want "argument 0 again while it fails"
	helpers.If(send, worth)        // want "argument 0 again while it fails and argument 1 says yes"
	helpers.Unless(worth, send)    // want "argument 1 again while it fails until argument 0 says yes"
	helpers.Marked(send)           // want "argument 0 again while it fails but for ErrFinal"
	helpers.Value(fetch)           // want "argument 0 again while it fails"
	helpers.Until(fetch, positive) // want "argument 0 again while its result has argument 1 say false, errors leave"
	r.Run(send)                    // want "argument 0 again while it fails and field Worth says true"
	helpers.Each(nil, func(s string) error { return send() })
	helpers.Once(send)
	helpers.Times(3, send)
	helpers.Try(try)   // want "argument 0 again while it says true and fails"
	helpers.Poll(done) // want "argument 0 again while it says false and does not fail"
	helpers.Await(done)
	helpers.Answered(ask)
	helpers.Returned(3, to) // want "argument 1 again while it fails"
	helpers.Spread(nil, to)
	helpers.Begun(3, send)    // want "argument 1 again while it fails"
	helpers.Typed(3, send)    // want "argument 1 again while it fails but for Refused"
	helpers.Otherwise(send)   // want "argument 0 again while it fails"
	helpers.Within(ctx, done) // want "argument 1 again while it says false and does not fail"
	helpers.Slowly(ctx, done)
	helpers.Told(done)     // want "argument 0 again while it says true and fails"
	helpers.Labelled(done) // want "argument 0 again while it says false and does not fail"
	helpers.Forever(done)
	helpers.Worthwhile(send) // want "argument 0 again while it fails but for Canceled but for ErrFinal"
	helpers.Hopeful(send)    // want "argument 0 again while it fails but for Refused but for ErrFinal"
	helpers.Lenient(send)
	helpers.Sorted(send) // want "argument 0 again while it fails but for Refused"
	helpers.Counted(3, send)
	again(send) // want "argument 0 again while it fails"
}

func try(attempt int) (bool, error) { return attempt < 3, send() }

func done() (bool, error) { return true, nil }

func to(string) error { return nil }

func ask() (*helpers.Answer, error) { return nil, nil }

func positive(n int) bool { return n > 0 }

// again calls itself.
func again(fn func() error) error {
	if fn() == nil {
		return nil
	}
	time.Sleep(time.Second)
	return again(fn) // want "argument 0 again while it fails"
}
