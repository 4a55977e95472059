// Package worth asks another package, which knows nothing of codes, whether an error is worth another
// try.
package worth

import (
	"context"
	"errors"
	"fmt"

	"example.test/programs/retriedcode/api"
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

// finally is send, and says which errors stay.
func finally(ctx context.Context, c *api.Client, m api.Message) error {
	var r reply
	if err := c.Post(ctx, "/sms", m, &r); err != nil {
		return err
	}
	if err := r.Code.Err(); err != nil && !r.Code.Retryable() {
		return fmt.Errorf("%w: %w", transient.ErrFinal, err)
	}
	return r.Code.Err()
}

// retryIf calls send as long as again says so.
func retryIf(again func(error) bool, send func() error) error {
	for range 4 {
		if err := send(); err == nil || !again(err) {
			return err
		}
	}
	return errors.New("tried too often")
}

// UnlessGivenUp goes on until somebody gives up.
func UnlessGivenUp(ctx context.Context, c *api.Client, m api.Message) error {
	for { // want "and 10 more of class never"
		err := send(ctx, c, m)
		if err == nil || transient.GivenUp(err) {
			return err
		}
		if err := c.Pause(ctx, 1); err != nil {
			return err
		}
	}
}

// WhileWorth goes on while it is worth another try, which it is for every code.
func WhileWorth(ctx context.Context, c *api.Client, m api.Message) error {
	for n := 0; n < 4; n++ { // want "and 10 more of class never"
		err := send(ctx, c, m)
		if !transient.Worth(err) {
			return err
		}
	}
	return errors.New("tried too often")
}

// Handed hands the other package's function to a helper.
func Handed(ctx context.Context, c *api.Client, m api.Message) error {
	return retryIf(transient.Worth, func() error { return send(ctx, c, m) }) // want "and 10 more of class never"
}

// HandedNot hands over the opposite.
func HandedNot(ctx context.Context, c *api.Client, m api.Message) error {
	worth := func(err error) bool { return !transient.GivenUp(err) }
	return retryIf(worth, func() error { return send(ctx, c, m) }) // want "and 10 more of class never"
}

// Passes has nothing marked.
func Passes(ctx context.Context, c *api.Client, m api.Message) error {
	return retryIf(transient.Passes, func() error { return send(ctx, c, m) }) // want "and 10 more of class never"
}

// PassesMarked has marked what stays.
func PassesMarked(ctx context.Context, c *api.Client, m api.Message) error {
	return retryIf(transient.Passes, func() error { return finally(ctx, c, m) })
}

// LoopMarked has done so in a loop.
func LoopMarked(ctx context.Context, c *api.Client, m api.Message) error {
	for {
		err := finally(ctx, c, m)
		if !transient.Passes(err) {
			return err
		}
	}
}

// Temporary goes on if an error says that it passes: no code does.
func Temporary(ctx context.Context, c *api.Client, m api.Message) error {
	for {
		err := send(ctx, c, m)
		if err == nil || !transient.IsTemporary(err) {
			return err
		}
	}
}

// Slow goes on if the network was slow.
func Slow(ctx context.Context, c *api.Client, m api.Message) error {
	for {
		err := send(ctx, c, m)
		if err == nil || !transient.Slow(err) {
			return err
		}
	}
}

// Overloaded goes on for what something in front of the API says.
func Overloaded(ctx context.Context, c *api.Client, m api.Message) error {
	return retryIf(transient.Overloaded, func() error { return send(ctx, c, m) })
}

// OwnWorth asks functions of the package, which ask each other.
func OwnWorth(ctx context.Context, c *api.Client, m api.Message) error {
	return retryIf(worthwhile, func() error { return send(ctx, c, m) }) // want "and 10 more of class never"
}

func worthwhile(err error) bool { return err != nil && !over(err) }

func over(err error) bool {
	return errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded)
}

// OwnPassing asks for the code, too.
func OwnPassing(ctx context.Context, c *api.Client, m api.Message) error {
	return retryIf(passing, func() error { return send(ctx, c, m) })
}

func passing(err error) bool {
	var code codes.ResponseCode
	return err != nil && !over(err) && (!errors.As(err, &code) || code.Retryable())
}
