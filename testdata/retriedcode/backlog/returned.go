package backlog

import (
	"context"
	"slices"
	"time"

	"example.test/programs/retriedcode/api"
	"github.com/errcodelint/errcodelint/codes"
)

// Returned has a function send all, which returns what failed.
func Returned(ctx context.Context, c *api.Client, m api.Message) error {
	pending := []api.Message{m}
	for i := 0; i < maxRounds && len(pending) > 0; i++ {
		pending = sendAll(ctx, c, pending)
		time.Sleep(c.Unit)
	}
	return nil
}

func sendAll(ctx context.Context, c *api.Client, all []api.Message) (failed []api.Message) {
	for _, next := range all {
		code, err := send(ctx, c, next)
		if err != nil || code != codes.ResponseSuccess {
			failed = append(failed, next) // want "and 10 more of class never"
		}
	}
	return failed
}

// ReturnedPassing has one that returns what may pass.
func ReturnedPassing(ctx context.Context, c *api.Client, m api.Message) error {
	pending := []api.Message{m}
	for i := 0; i < maxRounds && len(pending) > 0; i++ {
		pending = sendPassing(ctx, c, pending)
		time.Sleep(c.Unit)
	}
	return nil
}

func sendPassing(ctx context.Context, c *api.Client, all []api.Message) (failed []api.Message) {
	for _, next := range all {
		if code, err := send(ctx, c, next); err == nil && code.Retryable() {
			failed = append(failed, next)
		}
	}
	return failed
}

// ReturnedBeside counts what went well.
func ReturnedBeside(ctx context.Context, c *api.Client, m api.Message) error {
	o := &outbox{c: c, waiting: []api.Message{m}}
	for range maxRounds {
		var n int
		if o.waiting, n = o.flush(ctx, o.waiting); n > 0 {
			return nil
		}
	}
	return errGivenUp
}

type outbox struct {
	c       *api.Client
	waiting []api.Message
}

func (o *outbox) flush(ctx context.Context, all []api.Message) ([]api.Message, int) {
	left := make([]api.Message, 0, len(all))
	for _, next := range all {
		if code, err := send(ctx, o.c, next); err != nil || code != codes.ResponseSuccess {
			left = append(left, next) // want "and 10 more of class never"
		}
	}
	return left, len(all) - len(left)
}

// ReturnedWhy asks why, too.
func ReturnedWhy(ctx context.Context, c *api.Client, m api.Message) error {
	pending := []api.Message{m}
	var err error
	for len(pending) > 0 {
		if pending, err = sendWhy(ctx, c, pending); !passes(err) {
			return err
		}
	}
	return nil
}

func sendWhy(ctx context.Context, c *api.Client, all []api.Message) (failed []api.Message, why error) {
	for _, next := range all {
		code, err := send(ctx, c, next)
		if err != nil || code != codes.ResponseSuccess {
			failed, why = append(failed, next), code
		}
	}
	return failed, why
}

func passes(err error) bool {
	code, ok := err.(codes.ResponseCode)
	return ok && code.Retryable()
}

// ReturnedSifted takes out, each time, what cannot pass.
func ReturnedSifted(ctx context.Context, c *api.Client, m api.Message) error {
	pending := []api.Message{m}
	blocked := make(map[string]bool)
	for range maxRounds {
		pending = sendNoting(ctx, c, pending, blocked)
		pending = slices.DeleteFunc(pending, func(m api.Message) bool { return blocked[m.To] })
	}
	return nil
}

func sendNoting(ctx context.Context, c *api.Client, all []api.Message, blocked map[string]bool) (failed []api.Message) {
	for _, next := range all {
		code, err := send(ctx, c, next)
		if err != nil || code != codes.ResponseSuccess {
			blocked[next.To] = !code.Retryable()
			failed = append(failed, next)
		}
	}
	return failed
}

// ReturnedElsewhere asks another one each time.
func ReturnedElsewhere(ctx context.Context, c *api.Client, m api.Message) error {
	pending := []api.Message{m}
	for _, url := range []string{c.URL, c.URL + "/second"} {
		other := &api.Client{URL: url, HTTP: c.HTTP, Unit: c.Unit}
		pending = sendBy(ctx, other, pending)
	}
	return nil
}

func sendBy(ctx context.Context, c *api.Client, all []api.Message) (failed []api.Message) {
	for _, next := range all {
		if code, err := send(ctx, c, next); err != nil || code != codes.ResponseSuccess {
			failed = append(failed, next)
		}
	}
	return failed
}

// ReturnedOnce only shows what failed.
func ReturnedOnce(ctx context.Context, c *api.Client, m api.Message) error {
	for _, m := range []api.Message{m} {
		if failed := sendOnce(ctx, c, []api.Message{m}); len(failed) > 0 {
			return errGivenUp
		}
	}
	return nil
}

func sendOnce(ctx context.Context, c *api.Client, all []api.Message) (failed []api.Message) {
	for _, next := range all {
		if code, err := send(ctx, c, next); err != nil || code != codes.ResponseSuccess {
			failed = append(failed, next)
		}
	}
	return failed
}
