package requeue

import (
	"context"
	"errors"
	"log/slog"

	"example.test/programs/retriedcode/api"
	"github.com/errcodelint/errcodelint/codes"
)

// What failed is kept, and sent when all have had their turn.

var errLeft = errors.New("some were not sent")

// LaterAll sends all of it again.
func LaterAll(ctx context.Context, c *api.Client, m api.Message) error {
	var failed []api.Message
	for _, next := range []api.Message{m} {
		code, err := send(ctx, c, next)
		if err != nil {
			return err
		}
		if code != codes.ResponseSuccess {
			slog.Warn("kept", "to", next.To, "code", code)
			failed = append(failed, next) // want "and 10 more of class never"
		}
	}
	if len(failed) == 0 {
		return nil
	}
	c.Pause(ctx, 1)
	left := 0
	for _, last := range failed {
		if code, err := send(ctx, c, last); err != nil || code != codes.ResponseSuccess {
			left++
		}
	}
	if left > 0 {
		return errLeft
	}
	return nil
}

// LaterWorth keeps what may pass.
func LaterWorth(ctx context.Context, c *api.Client, m api.Message) error {
	var failed []api.Message
	for _, next := range []api.Message{m} {
		code, err := send(ctx, c, next)
		if err != nil {
			return err
		}
		if code.Retryable() {
			failed = append(failed, next)
		}
	}
	for _, next := range failed {
		if code, err := send(ctx, c, next); err != nil || code != codes.ResponseSuccess {
			return errLeft
		}
	}
	return nil
}

// LaterPlain sends it from nobody.
func LaterPlain(ctx context.Context, c *api.Client, m api.Message) error {
	var failed []api.Message
	for _, next := range []api.Message{m} {
		code, err := send(ctx, c, next)
		if err != nil {
			return err
		}
		if code != codes.ResponseSuccess {
			failed = append(failed, next)
		}
	}
	for _, next := range failed {
		next.From = ""
		if code, err := send(ctx, c, next); err != nil || code != codes.ResponseSuccess {
			return errLeft
		}
	}
	return nil
}

// LaterReviewed has it looked through before.
func LaterReviewed(ctx context.Context, c *api.Client, m api.Message) error {
	var failed []api.Message
	for _, next := range []api.Message{m} {
		code, err := send(ctx, c, next)
		if err != nil {
			return err
		}
		if code != codes.ResponseSuccess {
			failed = append(failed, next)
		}
	}
	failed = reviewed(failed)
	for _, next := range failed {
		if code, err := send(ctx, c, next); err != nil || code != codes.ResponseSuccess {
			return errLeft
		}
	}
	return nil
}

// reviewed leaves out those from nobody.
func reviewed(all []api.Message) []api.Message {
	var left []api.Message
	for _, m := range all {
		if m.From == "" {
			left = append(left, m)
		}
	}
	return left
}

// LaterCounted only counts it.
func LaterCounted(ctx context.Context, c *api.Client, m api.Message) error {
	var failed []api.Message
	for _, next := range []api.Message{m} {
		code, err := send(ctx, c, next)
		if err != nil {
			return err
		}
		if code != codes.ResponseSuccess {
			failed = append(failed, next)
		}
	}
	for _, next := range failed {
		slog.Error("not sent", "to", next.To)
	}
	return nil
}

// BatchAll takes at the beginning of each round what the one before has left.
func BatchAll(ctx context.Context, c *api.Client, m api.Message) error {
	failed := []api.Message{m}
	for n := 0; n < 3 && len(failed) > 0; n++ {
		batch := failed
		failed = nil
		for _, next := range batch {
			code, err := send(ctx, c, next)
			if err != nil {
				return err
			}
			if code != codes.ResponseSuccess {
				failed = append(failed, next) // want "and 10 more of class never"
			}
		}
	}
	return nil
}

// BatchReviewed has it looked through in each round.
func BatchReviewed(ctx context.Context, c *api.Client, m api.Message) error {
	failed := []api.Message{m}
	for n := 0; n < 3 && len(failed) > 0; n++ {
		batch := failed
		failed = nil
		for _, next := range batch {
			code, err := send(ctx, c, next)
			if err != nil {
				return err
			}
			if code != codes.ResponseSuccess {
				failed = append(failed, next)
			}
		}
		failed = reviewed(failed)
	}
	return nil
}

// BatchBoth swaps two lists, and keeps one code too many.
func BatchBoth(ctx context.Context, c *api.Client, m api.Message) error {
	failed := []api.Message{m}
	for n := 0; n < 3; n++ {
		var batch []api.Message
		batch, failed = failed, nil
		for _, next := range batch {
			code, err := send(ctx, c, next)
			if err != nil {
				return err
			}
			if code.Retryable() || code == codes.ResponseCouldNotRoute {
				failed = append(failed, next) // want "for 10 CouldNotRoute of class never"
			}
		}
	}
	return nil
}

// LaterNumbers keeps the numbers, and makes the messages anew.
func LaterNumbers(ctx context.Context, c *api.Client, m api.Message) error {
	var failed []string
	for _, to := range []string{m.To} {
		code, err := send(ctx, c, api.Message{From: m.From, To: to, Text: m.Text})
		if err != nil {
			return err
		}
		if code != codes.ResponseSuccess {
			failed = append(failed, to) // want "and 10 more of class never"
		}
	}
	for _, to := range failed {
		if code, err := send(ctx, c, api.Message{From: m.From, To: to, Text: m.Text}); err != nil || code != codes.ResponseSuccess {
			return errLeft
		}
	}
	return nil
}

// LaterNumbersShort has another text for those that failed.
func LaterNumbersShort(ctx context.Context, c *api.Client, m api.Message) error {
	var failed []string
	for _, to := range []string{m.To} {
		code, err := send(ctx, c, api.Message{From: m.From, To: to, Text: m.Text})
		if err != nil {
			return err
		}
		if code != codes.ResponseSuccess {
			failed = append(failed, to)
		}
	}
	for _, to := range failed {
		if code, err := send(ctx, c, api.Message{From: m.From, To: to, Text: "Call us."}); err != nil || code != codes.ResponseSuccess {
			return errLeft
		}
	}
	return nil
}

// LaterPosted posts, and decodes into a reply of its own each time.
func LaterPosted(ctx context.Context, c *api.Client, m api.Message) error {
	var failed []api.Message
	for _, next := range []api.Message{m} {
		var r reply
		if err := c.Post(ctx, "/sms", &next, &r); err != nil {
			return err
		}
		if r.Code != codes.ResponseSuccess {
			failed = append(failed, next) // want "and 10 more of class never"
		}
	}
	for _, next := range failed {
		var r reply
		if err := c.Post(ctx, "/sms", &next, &r); err != nil {
			return err
		}
		if r.Code != codes.ResponseSuccess {
			return errLeft
		}
	}
	return nil
}

// LaterPostedElsewhere posts to another path.
func LaterPostedElsewhere(ctx context.Context, c *api.Client, m api.Message) error {
	var failed []api.Message
	for _, next := range []api.Message{m} {
		var r reply
		if err := c.Post(ctx, "/sms", &next, &r); err != nil {
			return err
		}
		if r.Code != codes.ResponseSuccess {
			failed = append(failed, next)
		}
	}
	for _, next := range failed {
		var r reply
		if err := c.Post(ctx, "/sms/text", &next, &r); err != nil {
			return err
		}
		if r.Code != codes.ResponseSuccess {
			return errLeft
		}
	}
	return nil
}

// LaterMade makes a message of each number, with a name of its own.
func LaterMade(ctx context.Context, c *api.Client, m api.Message) error {
	var failed []string
	for _, to := range []string{m.To} {
		sms := api.Message{From: m.From, To: to, Text: m.Text}
		code, err := send(ctx, c, sms)
		if err != nil {
			return err
		}
		if code != codes.ResponseSuccess {
			failed = append(failed, to) // want "and 10 more of class never"
		}
	}
	for _, number := range failed {
		again := api.Message{From: m.From, To: number, Text: m.Text}
		if code, err := send(ctx, c, again); err != nil || code != codes.ResponseSuccess {
			return errLeft
		}
	}
	return nil
}

// LaterMadeShort makes another message of it then.
func LaterMadeShort(ctx context.Context, c *api.Client, m api.Message) error {
	var failed []string
	for _, to := range []string{m.To} {
		sms := api.Message{From: m.From, To: to, Text: m.Text}
		code, err := send(ctx, c, sms)
		if err != nil {
			return err
		}
		if code != codes.ResponseSuccess {
			failed = append(failed, to)
		}
	}
	for _, number := range failed {
		again := api.Message{From: m.From, To: number, Text: m.Text}
		again.Text = "Call us."
		if code, err := send(ctx, c, again); err != nil || code != codes.ResponseSuccess {
			return errLeft
		}
	}
	return nil
}
