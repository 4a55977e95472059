package backlog

import (
	"context"

	"example.test/programs/retriedcode/api"
	"github.com/errcodelint/errcodelint/codes"
)

// ByIndex goes over the indices, in each round.
func ByIndex(ctx context.Context, c *api.Client, m api.Message) error {
	pending := []api.Message{m}
	for range maxRounds {
		var failed []failure
		for i := range pending {
			next := pending[i]
			code, err := send(ctx, c, next)
			if err != nil {
				return err
			}
			if code != codes.ResponseSuccess {
				failed = append(failed, failure{next, code}) // want "and 10 more of class never"
			}
		}
		pending = pending[:0]
		for i := range failed {
			f := failed[i]
			pending = append(pending, f.message)
		}
	}
	return nil
}

// ByIndexPassing keeps what may pass.
func ByIndexPassing(ctx context.Context, c *api.Client, m api.Message) error {
	pending := []api.Message{m}
	for range maxRounds {
		var failed []api.Message
		for i := range pending {
			next := pending[i]
			code, err := send(ctx, c, next)
			if err != nil {
				return err
			}
			if code.Retryable() {
				failed = append(failed, next)
			}
		}
		pending = failed
	}
	return nil
}

// ByIndexLater sends what has failed once more, at the end.
func ByIndexLater(ctx context.Context, c *api.Client, m api.Message) error {
	var failed []api.Message
	all := []api.Message{m}
	for i := range all {
		next := all[i]
		code, err := send(ctx, c, next)
		if err != nil {
			return err
		}
		if code != codes.ResponseSuccess {
			failed = append(failed, next) // want "and 10 more of class never"
		}
	}
	for i := range failed {
		last := failed[i]
		if _, err := send(ctx, c, last); err != nil {
			return err
		}
	}
	return nil
}

// ByIndexOther sends something else instead.
func ByIndexOther(ctx context.Context, c *api.Client, m api.Message) error {
	all := []api.Message{m}
	var failed []api.Message
	for i := range all {
		next := all[i]
		code, err := send(ctx, c, next)
		if err != nil {
			return err
		}
		if code != codes.ResponseSuccess {
			failed = append(failed, next)
		}
	}
	for i := range failed {
		last := failed[i]
		last.Text = "call us"
		if _, err := send(ctx, c, last); err != nil {
			return err
		}
	}
	return nil
}
