package requeue

import (
	"context"

	"example.test/programs/retriedcode/api"
	"github.com/errcodelint/errcodelint/codes"
)

// Rounds sends again all that has failed.
func Rounds(ctx context.Context, c *api.Client, m api.Message) error {
	pending := []api.Message{m}
	for round := 0; round < 3 && len(pending) > 0; round++ {
		var failed []api.Message
		for _, next := range pending {
			code, err := send(ctx, c, next)
			if err != nil {
				return err
			}
			if code != codes.ResponseSuccess {
				failed = append(failed, next) // want "and 10 more of class never"
			}
		}
		pending = failed
	}
	return nil
}

// RoundsPassing sends again what passes.
func RoundsPassing(ctx context.Context, c *api.Client, m api.Message) error {
	pending := []api.Message{m}
	for range 3 {
		var failed []api.Message
		for _, next := range pending {
			code, err := send(ctx, c, next)
			if err != nil {
				return err
			}
			if code.Retryable() {
				failed = append(failed, next)
			}
		}
		pending = append(pending[:0], failed...)
	}
	return nil
}

// RoundsCopied keeps the list's memory, and one code too many.
func RoundsCopied(ctx context.Context, c *api.Client, m api.Message) error {
	pending := []*api.Message{&m}
	for len(pending) > 0 {
		failed := make([]*api.Message, 0, len(pending))
		for _, next := range pending {
			code, err := send(ctx, c, *next)
			if err != nil {
				return err
			}
			switch code {
			case codes.ResponseThrottlingRateExceeded, codes.ResponseDuplicateDestination:
				failed = append(failed, next) // want "for 16 DuplicateDestination of class never"
			}
		}
		pending = append(pending[:0], failed...)
	}
	return nil
}

// Recursive calls itself with what has failed.
func Recursive(ctx context.Context, c *api.Client, m api.Message) error {
	return again(ctx, c, []api.Message{m}, 3)
}

func again(ctx context.Context, c *api.Client, all []api.Message, left int) error {
	var failed []api.Message
	for _, m := range all {
		code, err := send(ctx, c, m)
		if err != nil {
			return err
		}
		if code != codes.ResponseSuccess {
			failed = append(failed, m) // want "and 10 more of class never"
		}
	}
	if len(failed) == 0 || left == 0 {
		return nil
	}
	return again(ctx, c, failed, left-1)
}

// Spare sends by others what has failed.
func Spare(ctx context.Context, c *api.Client, m api.Message) error {
	pending := []api.Message{m}
	for _, other := range []*api.Client{c, {URL: c.URL, Unit: 2 * c.Unit}} {
		var failed []api.Message
		for _, next := range pending {
			code, err := send(ctx, other, next)
			if err != nil {
				return err
			}
			if code != codes.ResponseSuccess {
				failed = append(failed, next)
			}
		}
		pending = failed
	}
	return nil
}

// Told only says what has failed.
func Told(ctx context.Context, c *api.Client, m api.Message) error {
	_, err := failing(ctx, c, []api.Message{m})
	return err
}

func failing(ctx context.Context, c *api.Client, all []api.Message) (failed []api.Message, err error) {
	for _, m := range all {
		code, err := send(ctx, c, m)
		if err != nil {
			return nil, err
		}
		if code != codes.ResponseSuccess {
			failed = append(failed, m)
		}
	}
	return failed, nil
}
