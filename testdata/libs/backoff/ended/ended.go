// Package ended has operations that the library stops to call for another reason
// than what they return.
package ended

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"time"

	older "github.com/cenkalti/backoff/v4"
	"github.com/cenkalti/backoff/v5"

	"example.test/libs/api"
	"github.com/errcodelint/errcodelint/codes"
)

// reply is what the API says to a message.
type reply struct {
	Code codes.ResponseCode `json:"responseCode"`
}

func attempt(ctx context.Context, c *api.Client, m api.Message) error {
	var r reply
	if err := c.Post(ctx, "/sms", m, &r); err != nil {
		return err
	}
	return r.Code.Err()
}

// stays reports whether an error is a code that stays.
func stays(err error) bool {
	var code codes.ResponseCode
	return errors.As(err, &code) && !code.Retryable()
}

func policy(c *api.Client) older.BackOff {
	return older.WithMaxRetries(older.NewConstantBackOff(c.Unit), 4)
}

func options(c *api.Client) []backoff.RetryOption {
	return []backoff.RetryOption{backoff.WithBackOff(backoff.NewConstantBackOff(c.Unit)), backoff.WithMaxTries(4)}
}

// NotifyCancels cancels in the callback.
func NotifyCancels(ctx context.Context, c *api.Client, m api.Message) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	return older.RetryNotify(func() error { return attempt(ctx, c, m) }, older.WithContext(policy(c), ctx), func(err error, _ time.Duration) {
		if stays(err) {
			cancel()
		}
	})
}

// NotifyVariable does so in a callback that has a name.
func NotifyVariable(ctx context.Context, c *api.Client, m api.Message) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	notify := func(err error, _ time.Duration) {
		if stays(err) {
			cancel()
		}
	}
	return older.RetryNotify(func() error { return attempt(ctx, c, m) }, older.WithContext(policy(c), ctx), notify)
}

// NotifyCounts has a callback that only counts.
func NotifyCounts(ctx context.Context, c *api.Client, m api.Message) error {
	failures := 0
	return older.RetryNotify(func() error { return attempt(ctx, c, m) }, older.WithContext(policy(c), ctx), func(error, time.Duration) { // want "and 10 more of class never"
		failures++
	})
}

// Cancels cancels in the operation.
func Cancels(ctx context.Context, c *api.Client, m api.Message) error {
	tries, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	_, err := backoff.Retry(tries, func() (reply, error) {
		var r reply
		if err := c.Post(ctx, "/sms", m, &r); err != nil {
			return r, err
		}
		if r.Code != codes.ResponseSuccess && !r.Code.Retryable() {
			cancel(r.Code)
		}
		return r, r.Code.Err()
	}, options(c)...)
	return err
}

// CancelsSome cancels for one code.
func CancelsSome(ctx context.Context, c *api.Client, m api.Message) error {
	tries, cancel := context.WithCancel(ctx)
	defer cancel()
	_, err := backoff.Retry(tries, func() (reply, error) { // want "and 9 more of class never"
		var r reply
		if err := c.Post(ctx, "/sms", m, &r); err != nil {
			return r, err
		}
		if r.Code == codes.ResponseInvalidRecipient {
			cancel()
		}
		return r, r.Code.Err()
	}, options(c)...)
	return err
}

// CancelsOwn cancels a context that only the attempt has.
func CancelsOwn(ctx context.Context, c *api.Client, m api.Message) error {
	_, err := backoff.Retry(ctx, func() (reply, error) { // want "and 10 more of class never"
		one, cancel := context.WithTimeout(ctx, time.Minute)
		var r reply
		err := c.Post(one, "/sms", m, &r)
		cancel()
		if err != nil {
			return r, err
		}
		return r, r.Code.Err()
	}, options(c)...)
	return err
}

// Deferred marks in a deferred function.
func Deferred(ctx context.Context, c *api.Client, m api.Message) error {
	return older.Retry(func() (err error) {
		defer func() {
			if stays(err) {
				err = older.Permanent(err)
			}
		}()
		return attempt(ctx, c, m)
	}, policy(c))
}

// DeferredHelper has a function do it.
func DeferredHelper(ctx context.Context, c *api.Client, m api.Message) error {
	return older.Retry(func() (err error) {
		defer mark(&err)
		return attempt(ctx, c, m)
	}, policy(c))
}

func mark(err *error) {
	if stays(*err) {
		*err = older.Permanent(*err)
	}
}

// DeferredText only says more in a deferred function.
func DeferredText(ctx context.Context, c *api.Client, m api.Message) error {
	return older.Retry(func() (err error) { // want "and 10 more of class never"
		defer func() {
			if err != nil {
				err = fmt.Errorf("message to %s: %w", m.To, err)
			}
		}()
		return attempt(ctx, c, m)
	}, policy(c))
}

// stopper ends the pauses when it is told to.
type stopper struct {
	older.BackOff
	final *bool
}

// NextBackOff is the next pause.
func (s stopper) NextBackOff() time.Duration {
	if *s.final {
		return older.Stop
	}
	return s.BackOff.NextBackOff()
}

// OwnPauses has pauses of its own, which end.
func OwnPauses(ctx context.Context, c *api.Client, m api.Message) error {
	var final bool
	return older.Retry(func() error {
		err := attempt(ctx, c, m)
		final = stays(err)
		return err
	}, stopper{policy(c), &final})
}

// NoPauses has none.
func NoPauses(ctx context.Context, c *api.Client, m api.Message) error {
	return older.Retry(func() error { return attempt(ctx, c, m) }, &older.StopBackOff{})
}

// OneTry tries once.
func OneTry(ctx context.Context, c *api.Client, m api.Message) error {
	_, err := backoff.Retry(ctx, func() (struct{}, error) { return struct{}{}, attempt(ctx, c, m) }, backoff.WithMaxTries(1))
	return err
}

// NoRetries does so, too.
func NoRetries(ctx context.Context, c *api.Client, m api.Message) error {
	once := older.WithMaxRetries(older.NewConstantBackOff(c.Unit), 0)
	return older.Retry(func() error { return attempt(ctx, c, m) }, once)
}

// Made has its operation from a function.
func Made(ctx context.Context, c *api.Client, m api.Message) error {
	return older.Retry(operation(ctx, c, m), policy(c)) // want "and 10 more of class never"
}

func operation(ctx context.Context, c *api.Client, m api.Message) older.Operation {
	return func() error { return attempt(ctx, c, m) }
}

// MadeMarking has one that marks.
func MadeMarking(ctx context.Context, c *api.Client, m api.Message) error {
	return older.Retry(marking(ctx, c, m), policy(c))
}

func marking(ctx context.Context, c *api.Client, m api.Message) older.Operation {
	return func() error {
		err := attempt(ctx, c, m)
		if stays(err) {
			return older.Permanent(err)
		}
		return err
	}
}

// jitter has pauses of chance.
type jitter struct {
	unit  time.Duration
	count int
}

// NextBackOff is the next pause.
func (j *jitter) NextBackOff() time.Duration {
	j.count++
	return min(time.Duration(j.count), 8)*j.unit + time.Duration(rand.Int64N(int64(j.unit)))
}

// Reset begins anew.
func (j *jitter) Reset() { j.count = 0 }

// Jitter has pauses of its own, which never end.
func Jitter(ctx context.Context, c *api.Client, m api.Message) error {
	return older.Retry(func() error { return attempt(ctx, c, m) }, older.WithContext(&jitter{unit: c.Unit}, ctx)) // want "and 10 more of class never"
}

// JitterLimited has the library limit them.
func JitterLimited(ctx context.Context, c *api.Client, m api.Message) error {
	_, err := backoff.Retry(ctx, func() (struct{}, error) { return struct{}{}, attempt(ctx, c, m) }, backoff.WithBackOff(&jitter{unit: c.Unit}), backoff.WithMaxTries(4)) // want "and 10 more of class never"
	return err
}

// JitterOnce has the library allow one try.
func JitterOnce(ctx context.Context, c *api.Client, m api.Message) error {
	return older.Retry(func() error { return attempt(ctx, c, m) }, older.WithMaxRetries(&jitter{unit: c.Unit}, 0))
}

// told has pauses that end when somebody says so.
type told struct {
	unit  time.Duration
	final bool
}

// NextBackOff is the next pause.
func (t *told) NextBackOff() time.Duration {
	if t.final {
		return -1
	}
	return t.unit
}

// Reset begins anew.
func (t *told) Reset() {}

// Told says so.
func Told(ctx context.Context, c *api.Client, m api.Message) error {
	pauses := &told{unit: c.Unit}
	return older.Retry(func() error {
		err := attempt(ctx, c, m)
		pauses.final = stays(err)
		return err
	}, pauses)
}

// shared has pauses that depend on what others have found out.
type shared struct{ pause time.Duration }

// NextBackOff is the next pause.
func (s *shared) NextBackOff() time.Duration { return s.pause }

// Reset begins anew.
func (s *shared) Reset() {}

// Shared ends by a pause from outside.
func Shared(ctx context.Context, c *api.Client, m api.Message) error {
	pauses := &shared{pause: c.Unit}
	return older.Retry(func() error {
		err := attempt(ctx, c, m)
		if stays(err) {
			pauses.pause = older.Stop
		}
		return err
	}, pauses)
}
