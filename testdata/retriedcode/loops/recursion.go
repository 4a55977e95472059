package loops

import (
	"context"
	"sync"
	"time"

	"example.test/programs/retriedcode/api"
	"github.com/errcodelint/errcodelint/codes"
)

// Recursion calls itself.
func Recursion(ctx context.Context, c *api.Client, m api.Message) error {
	return recur(ctx, c, m, maxTries)
}

func recur(ctx context.Context, c *api.Client, m api.Message, left int) error {
	r, err := send(ctx, c, m)
	if err != nil {
		return err
	}
	if r.Code == codes.ResponseSuccess {
		return nil
	}
	if left == 0 {
		return r.Code
	}
	time.Sleep(c.Unit)
	return recur(ctx, c, m, left-1) // want "and 10 more of class never"
}

// RecursionRetryable calls itself where it helps.
func RecursionRetryable(ctx context.Context, c *api.Client, m api.Message) error {
	return recurRetryable(ctx, c, m, maxTries)
}

func recurRetryable(ctx context.Context, c *api.Client, m api.Message, left int) error {
	r, err := send(ctx, c, m)
	if err != nil {
		return err
	}
	if r.Code.Retryable() && left > 0 {
		time.Sleep(c.Unit)
		return recurRetryable(ctx, c, m, left-1)
	}
	return r.Code.Err()
}

// Variable calls itself through a variable.
func Variable(ctx context.Context, c *api.Client, m api.Message) error {
	var try func(n int) error
	try = func(n int) error {
		r, err := send(ctx, c, m)
		if err != nil {
			return err
		}
		if r.Code == codes.ResponseSuccess {
			return nil
		}
		if n >= maxTries {
			return r.Code
		}
		return try(n + 1) // want "and 10 more of class never"
	}
	return try(1)
}

// VariableRetryable does it with care.
func VariableRetryable(ctx context.Context, c *api.Client, m api.Message) error {
	var try func(n int) error
	try = func(n int) error {
		r, err := send(ctx, c, m)
		switch {
		case err != nil:
			return err
		case r.Code.Retryable() && n < maxTries:
			return try(n + 1)
		}
		return r.Code.Err()
	}
	return try(1)
}

// outbox sends in the background.
type outbox struct {
	api  *api.Client
	done sync.WaitGroup
}

// Later has itself called by a timer.
func Later(ctx context.Context, c *api.Client, m api.Message) error {
	o := &outbox{api: c}
	o.done.Add(1)
	o.deliver(ctx, m)
	o.done.Wait()
	return nil
}

func (o *outbox) deliver(ctx context.Context, m api.Message) {
	r, err := send(ctx, o.api, m)
	if err == nil && r.Code != codes.ResponseSuccess {
		time.AfterFunc(o.api.Unit, func() { o.deliver(ctx, m) }) // want "and 10 more of class never"
		return
	}
	o.done.Done()
}

// LaterRetryable does so for the codes that pass.
func LaterRetryable(ctx context.Context, c *api.Client, m api.Message) error {
	o := &outbox{api: c}
	o.done.Add(1)
	o.deliverOnce(ctx, m)
	o.done.Wait()
	return nil
}

func (o *outbox) deliverOnce(ctx context.Context, m api.Message) {
	r, err := send(ctx, o.api, m)
	if err == nil && r.Code.Retryable() {
		time.AfterFunc(o.api.Unit, func() { o.deliverOnce(ctx, m) })
		return
	}
	o.done.Done()
}

// Background goes on in a goroutine of its own.
func Background(ctx context.Context, c *api.Client, m api.Message) error {
	o := &outbox{api: c}
	o.done.Add(1)
	o.push(ctx, m, 0)
	o.done.Wait()
	return nil
}

func (o *outbox) push(ctx context.Context, m api.Message, n int) {
	r, err := send(ctx, o.api, m)
	if err != nil || r.Code == codes.ResponseSuccess || n == maxTries {
		o.done.Done()
		return
	}
	go o.push(ctx, m, n+1) // want "and 10 more of class never"
}
