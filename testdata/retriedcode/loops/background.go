package loops

import (
	"context"
	"errors"
	"time"

	"example.test/programs/retriedcode/api"
	"github.com/errcodelint/errcodelint/codes"
)

// Literal has itself called by a literal in a goroutine.
func Literal(ctx context.Context, c *api.Client, m api.Message) error {
	o := &outbox{api: c}
	o.done.Add(1)
	o.pushInBackground(ctx, m)
	o.done.Wait()
	return nil
}

func (o *outbox) pushInBackground(ctx context.Context, m api.Message) {
	r, err := send(ctx, o.api, m)
	if err == nil && r.Code != codes.ResponseSuccess {
		go func() {
			time.Sleep(o.api.Unit)
			o.pushInBackground(ctx, m) // want "and 10 more of class never"
		}()
		return
	}
	o.done.Done()
}

// LiteralAsks asks in the goroutine whether to go on.
func LiteralAsks(ctx context.Context, c *api.Client, m api.Message) error {
	o := &outbox{api: c}
	o.done.Add(1)
	o.pushAsking(ctx, m)
	o.done.Wait()
	return nil
}

func (o *outbox) pushAsking(ctx context.Context, m api.Message) {
	r, err := send(ctx, o.api, m)
	if err != nil || r.Code == codes.ResponseSuccess {
		o.done.Done()
		return
	}
	go func() {
		if !r.Code.Retryable() {
			o.done.Done()
			return
		}
		time.Sleep(o.api.Unit)
		o.pushAsking(ctx, m)
	}()
}

// TimerAsks has a timer ask.
func TimerAsks(ctx context.Context, c *api.Client, m api.Message) error {
	o := &outbox{api: c}
	o.done.Add(1)
	o.pushLater(ctx, m)
	o.done.Wait()
	return nil
}

func (o *outbox) pushLater(ctx context.Context, m api.Message) {
	r, err := send(ctx, o.api, m)
	if err != nil || r.Code == codes.ResponseSuccess {
		o.done.Done()
		return
	}
	time.AfterFunc(o.api.Unit, func() {
		switch r.Code {
		case codes.ResponseThrottlingRateExceeded, codes.ResponseSystemError:
			o.pushLater(ctx, m)
		default:
			o.done.Done()
		}
	})
}

// Called has itself called by a literal that is called at once.
func Called(ctx context.Context, c *api.Client, m api.Message) error {
	r, err := send(ctx, c, m)
	if err != nil {
		return err
	}
	if r.Code == codes.ResponseSuccess {
		return nil
	}
	return func() error {
		time.Sleep(c.Unit)
		return Called(ctx, c, m) // want "and 10 more of class never"
	}()
}

// CalledAsks has the literal ask for the error.
func CalledAsks(ctx context.Context, c *api.Client, m api.Message) error {
	r, err := send(ctx, c, m)
	if err != nil {
		return err
	}
	if r.Code == codes.ResponseSuccess {
		return nil
	}
	failure := r.Code.Err()
	return func() error {
		if !errors.Is(failure, codes.ResponseThrottlingRateExceeded) {
			return failure
		}
		time.Sleep(c.Unit)
		return CalledAsks(ctx, c, m)
	}()
}
