package bound

import (
	"context"
	"errors"
	"log/slog"

	"example.test/programs/retriedcode/api"
	"example.test/programs/retriedcode/attempts"
	wire "example.test/programs/retriedcode/client"
	"github.com/errcodelint/errcodelint/codes"
)

// Another package's rounds are told what came of them.

func lasting(err error) bool {
	var code codes.ResponseCode
	return errors.As(err, &code) && !code.Retryable()
}

// RoundsTold tells them the error.
func RoundsTold(ctx context.Context, c *api.Client, m api.Message) error {
	rounds := attempts.RoundsOf(4, c.Unit, lasting)
	var err error
	for rounds.Next() {
		if err = wire.Wrapped(ctx, c, m); err == nil {
			return nil
		}
		rounds.Fail(err)
	}
	return err
}

// RoundsStopped ends them.
func RoundsStopped(ctx context.Context, c *api.Client, m api.Message) error {
	rounds := attempts.RoundsOf(4, c.Unit, lasting)
	var err error
	for rounds.Next() {
		if err = wire.Wrapped(ctx, c, m); err == nil {
			return nil
		}
		if lasting(err) {
			rounds.Stop()
		}
	}
	return err
}

// RoundsStoppedOnce ends them for one code.
func RoundsStoppedOnce(ctx context.Context, c *api.Client, m api.Message) error {
	rounds := attempts.RoundsOf(4, c.Unit, lasting)
	var err error
	for rounds.Next() { // want "and 9 more of class never"
		if err = wire.Wrapped(ctx, c, m); err == nil {
			return nil
		}
		if errors.Is(err, codes.ResponseInvalidRecipient) {
			rounds.Stop()
		}
	}
	return err
}

// RoundsCounted asks them how many are left.
func RoundsCounted(ctx context.Context, c *api.Client, m api.Message) error {
	rounds := attempts.RoundsOf(4, c.Unit, lasting)
	var err error
	for rounds.Next() { // want "and 10 more of class never"
		if err = wire.Wrapped(ctx, c, m); err == nil {
			return nil
		}
		slog.Warn("not sent", "err", err, "left", rounds.Len())
	}
	return err
}

// RoundsYielded is given them one by one.
func RoundsYielded(ctx context.Context, c *api.Client, m api.Message) error {
	var err error
	for round := range attempts.All(4, c.Unit) {
		if err = wire.Wrapped(ctx, c, m); err == nil {
			return nil
		}
		if lasting(err) {
			round.Stop()
		}
	}
	return err
}
