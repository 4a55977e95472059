// Package retriers has structs that call a function again, with what they ask in a field.
package retriers

import (
	"context"
	"errors"
	"time"

	"example.test/programs/retriedcode/api"
	"example.test/programs/retriedcode/retrying"
	"example.test/programs/retriedcode/transient"
	"github.com/errcodelint/errcodelint/codes"
)

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

// A retrier asks what is worth another try, if there is anybody to ask.
type retrier struct {
	tries int
	pause time.Duration
	worth func(error) bool
	stop  func(error) bool
}

func (r retrier) run(fn func() error) error {
	var err error
	for i := 0; i < r.tries; i++ {
		if err = fn(); err == nil {
			return nil
		}
		if r.worth != nil && !r.worth(err) {
			break
		}
		time.Sleep(r.pause)
	}
	return err
}

// until is run for those who say when it is over.
func (r retrier) until(fn func() error) error {
	for i := 1; ; i++ {
		err := fn()
		if err == nil || i == r.tries || r.stop != nil && r.stop(err) {
			return err
		}
	}
}

// unless is run where nobody to ask means that it is over.
func (r retrier) unless(fn func() error) error {
	for i := 1; ; i++ {
		err := fn()
		if err == nil || i == r.tries || !(r.worth != nil && r.worth(err)) {
			return err
		}
	}
}

func newRetrier(tries int, worth func(error) bool) *retrier {
	return &retrier{tries: tries, worth: worth}
}

func passes(err error) bool {
	var code codes.ResponseCode
	return errors.As(err, &code) && code.Retryable()
}

func stays(err error) bool {
	var code codes.ResponseCode
	return errors.As(err, &code) && !code.Retryable()
}

// Nobody has nobody to ask.
func Nobody(ctx context.Context, c *api.Client, m api.Message) error {
	r := retrier{tries: 4, pause: c.Unit}
	return r.run(func() error { return send(ctx, c, m) }) // want "and 10 more of class never"
}

// Unless has nobody to ask, and then it is over.
func Unless(ctx context.Context, c *api.Client, m api.Message) error {
	r := retrier{tries: 4, pause: c.Unit}
	return r.unless(func() error { return send(ctx, c, m) })
}

// Patient asks whether somebody has given up.
func Patient(ctx context.Context, c *api.Client, m api.Message) error {
	r := retrier{tries: 4, worth: func(err error) bool { return !errors.Is(err, context.Canceled) }}
	return r.run(func() error { return send(ctx, c, m) }) // want "and 10 more of class never"
}

// Passing asks for the code.
func Passing(ctx context.Context, c *api.Client, m api.Message) error {
	r := retrier{tries: 4, worth: passes}
	return r.run(func() error { return send(ctx, c, m) })
}

// Hopeful asks for the code, and takes one for what it is not.
func Hopeful(ctx context.Context, c *api.Client, m api.Message) error {
	r := retrier{tries: 4, worth: func(err error) bool {
		return passes(err) || errors.Is(err, codes.ResponseInvalidRecipient) // want "11 InvalidRecipient of class never"
	}}
	return r.run(func() error { return send(ctx, c, m) })
}

// Stops is asked when it is over.
func Stops(ctx context.Context, c *api.Client, m api.Message) error {
	r := retrier{tries: 4, stop: stays}
	return r.until(func() error { return send(ctx, c, m) })
}

// StopsLate is asked the wrong thing.
func StopsLate(ctx context.Context, c *api.Client, m api.Message) error {
	r := retrier{tries: 4, stop: transient.GivenUp}
	return r.until(func() error { return send(ctx, c, m) }) // want "and 10 more of class never"
}

// Constructed is made by a function.
func Constructed(ctx context.Context, c *api.Client, m api.Message) error {
	r := newRetrier(4, transient.Worth)
	return r.run(func() error { return send(ctx, c, m) }) // want "and 10 more of class never"
}

// ConstructedPassing asks for the code.
func ConstructedPassing(ctx context.Context, c *api.Client, m api.Message) error {
	return newRetrier(4, passes).run(func() error { return send(ctx, c, m) })
}

// ConstructedOnce tries once.
func ConstructedOnce(ctx context.Context, c *api.Client, m api.Message) error {
	return newRetrier(1, transient.Worth).run(func() error { return send(ctx, c, m) })
}

// Once does so, too.
func Once(ctx context.Context, c *api.Client, m api.Message) error {
	r := retrier{tries: 1}
	return r.run(func() error { return send(ctx, c, m) })
}

// A caller tries once, unless somebody says that it is to be done more often.
type caller struct {
	Max int
}

func (c caller) call(fn func() error) error {
	for n := 0; ; n++ {
		if err := fn(); err == nil || n >= c.Max {
			return err
		}
	}
}

// Unsaid does not say how often.
func Unsaid(ctx context.Context, c *api.Client, m api.Message) error {
	return caller{}.call(func() error { return send(ctx, c, m) })
}

// Said does.
func Said(ctx context.Context, c *api.Client, m api.Message) error {
	return caller{Max: 3}.call(func() error { return send(ctx, c, m) }) // want "and 10 more of class never"
}

// Elsewhere has its retrier from another package.
func Elsewhere(ctx context.Context, c *api.Client, m api.Message) error {
	r := &retrying.Retrier{Tries: 4, ShouldRetry: transient.Worth}
	return r.Do(func() error { return send(ctx, c, m) }) // want "and 10 more of class never"
}

// ElsewhereNobody asks nobody.
func ElsewhereNobody(ctx context.Context, c *api.Client, m api.Message) error {
	r := &retrying.Retrier{Tries: 4}
	return r.Do(func() error { return send(ctx, c, m) }) // want "and 10 more of class never"
}

// ElsewherePassing asks for the code.
func ElsewherePassing(ctx context.Context, c *api.Client, m api.Message) error {
	r := &retrying.Retrier{Tries: 4, ShouldRetry: passes}
	return r.Do(func() error { return send(ctx, c, m) })
}

// ElsewhereLater says so later.
func ElsewhereLater(ctx context.Context, c *api.Client, m api.Message) error {
	r := &retrying.Filled{Tries: 4}
	return r.Do(func() error { return send(ctx, c, m) })
}

// A service has a retrier.
type service struct {
	api *api.Client
	retrier
}

// Kept has it in a field.
func Kept(ctx context.Context, c *api.Client, m api.Message) error {
	s := &service{api: c, retrier: retrier{tries: 4, worth: passes}}
	return s.run(func() error { return send(ctx, s.api, m) })
}

// Numbers tries for each of some numbers.
func Numbers(ctx context.Context, c *api.Client, m api.Message) error {
	numbers := []string{m.To}
	r := retrier{tries: len(numbers)}
	return r.run(func() error {
		m := m
		m.To, numbers = numbers[0], numbers[1:]
		return send(ctx, c, m)
	})
}
