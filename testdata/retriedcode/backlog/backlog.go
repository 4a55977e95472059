// Package backlog keeps what has failed, and sends it again.
package backlog

import (
	"context"
	"errors"
	"log/slog"
	"time"

	"example.test/programs/retriedcode/api"
	"github.com/errcodelint/errcodelint/codes"
)

var errGivenUp = errors.New("given up")

const maxRounds = 4

type reply struct {
	Code codes.ResponseCode `json:"responseCode"`
}

func send(ctx context.Context, c *api.Client, m api.Message) (codes.ResponseCode, error) {
	var r reply
	err := c.Post(ctx, "/sms", m, &r)
	return r.Code, err
}

// A failure is a message that was not sent, and why.
type failure struct {
	message api.Message
	code    codes.ResponseCode
}

// Failures keeps the code beside the message.
func Failures(ctx context.Context, c *api.Client, m api.Message) error {
	pending := []api.Message{m}
	for range maxRounds {
		var failed []failure
		for _, next := range pending {
			code, err := send(ctx, c, next)
			if err != nil {
				return err
			}
			if code != codes.ResponseSuccess {
				failed = append(failed, failure{next, code}) // want "and 10 more of class never"
			}
		}
		pending = pending[:0]
		for _, f := range failed {
			slog.Debug("once more", "code", f.code)
			pending = append(pending, f.message)
		}
	}
	return nil
}

// FailuresPassing looks at it before it sends again.
func FailuresPassing(ctx context.Context, c *api.Client, m api.Message) error {
	pending := []api.Message{m}
	for range maxRounds {
		var failed []failure
		for _, next := range pending {
			code, err := send(ctx, c, next)
			if err != nil {
				return err
			}
			if code != codes.ResponseSuccess {
				failed = append(failed, failure{next, code})
			}
		}
		pending = pending[:0]
		for _, f := range failed {
			if f.code.Retryable() {
				pending = append(pending, f.message)
			}
		}
	}
	return nil
}

// FailuresKept keeps only what passes.
func FailuresKept(ctx context.Context, c *api.Client, m api.Message) error {
	failed := []failure{{message: m}}
	for range maxRounds {
		var again []failure
		for _, f := range failed {
			code, err := send(ctx, c, f.message)
			if err != nil {
				return err
			}
			if code.Retryable() {
				again = append(again, failure{f.message, code})
			}
		}
		failed = again
	}
	return nil
}

// FailuresAll keeps whatever failed.
func FailuresAll(ctx context.Context, c *api.Client, m api.Message) error {
	failed := []failure{{message: m}}
	for range maxRounds {
		var again []failure
		for _, f := range failed {
			code, err := send(ctx, c, f.message)
			if err != nil {
				return err
			}
			if code != codes.ResponseSuccess {
				again = append(again, failure{f.message, code}) // want "and 10 more of class never"
			}
		}
		failed = again
	}
	return nil
}

// Pending takes out of a map what was sent.
func Pending(ctx context.Context, c *api.Client, m api.Message) error {
	pending := map[string]api.Message{"1": m}
	for round := 0; round < maxRounds && len(pending) > 0; round++ { // want "and 10 more of class never"
		for id, next := range pending {
			code, err := send(ctx, c, next)
			if err != nil {
				return err
			}
			if code == codes.ResponseSuccess {
				delete(pending, id)
			}
		}
		time.Sleep(c.Unit)
	}
	return nil
}

// PendingPassing takes out what will not pass, too.
func PendingPassing(ctx context.Context, c *api.Client, m api.Message) error {
	pending := map[string]api.Message{"1": m}
	for round := 0; round < maxRounds && len(pending) > 0; round++ {
		for id, next := range pending {
			code, err := send(ctx, c, next)
			if err != nil {
				return err
			}
			if !code.Retryable() {
				delete(pending, id)
			}
		}
		time.Sleep(c.Unit)
	}
	return nil
}

// PendingContinue goes on to the next one.
func PendingContinue(ctx context.Context, c *api.Client, m api.Message) error {
	pending := map[string]api.Message{"1": m}
	for round := 0; round < maxRounds; round++ { // want "and 10 more of class never"
		for id, next := range pending {
			code, err := send(ctx, c, next)
			if err != nil || code != codes.ResponseSuccess {
				continue
			}
			delete(pending, id)
		}
		if len(pending) == 0 {
			return nil
		}
	}
	return errGivenUp
}

// An entry knows whether it was sent.
type entry struct {
	message api.Message
	sent    bool
	tries   int
}

// Marked marks what was sent.
func Marked(ctx context.Context, c *api.Client, m api.Message) error {
	entries := []*entry{{message: m}}
	for range maxRounds { // want "and 10 more of class never"
		for _, e := range entries {
			if e.sent {
				continue
			}
			code, err := send(ctx, c, e.message)
			if err != nil {
				return err
			}
			e.tries++
			if code == codes.ResponseSuccess {
				e.sent = true
			}
		}
	}
	return nil
}

// MarkedPassing marks what will not pass, too.
func MarkedPassing(ctx context.Context, c *api.Client, m api.Message) error {
	entries := []*entry{{message: m}}
	for range maxRounds {
		for _, e := range entries {
			if e.sent {
				continue
			}
			code, err := send(ctx, c, e.message)
			if err != nil {
				return err
			}
			e.tries++
			if !code.Retryable() {
				e.sent = true
			}
		}
	}
	return nil
}
