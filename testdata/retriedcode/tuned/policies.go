package tuned

import (
	"context"

	"example.test/programs/retriedcode/api"
	"example.test/programs/retriedcode/attempts"
)

// Policies that another package has in variables.

// Usual has the usual one.
func Usual(ctx context.Context, c *api.Client, m api.Message) error {
	return attempts.With(attempts.Usual, func() error { return send(ctx, c, m) }) // want "and 10 more of class never"
}

// UsualOnce has one that tries once.
func UsualOnce(ctx context.Context, c *api.Client, m api.Message) error {
	return attempts.With(attempts.Never, func() error { return send(ctx, c, m) })
}

// UsualCareful has one that asks.
func UsualCareful(ctx context.Context, c *api.Client, m api.Message) error {
	return attempts.With(attempts.Careful, func() error { return send(ctx, c, m) })
}

// UsualSlow has what a function has made.
func UsualSlow(ctx context.Context, c *api.Client, m api.Message) error {
	return attempts.With(attempts.Slow, func() error { return send(ctx, c, m) }) // want "and 10 more of class never"
}

// UsualTuned has one that somebody may have changed.
func UsualTuned(ctx context.Context, c *api.Client, m api.Message) error {
	attempts.Calm()
	return attempts.With(attempts.Tuned, func() error { return send(ctx, c, m) })
}

// UsualPatient has one by its address.
func UsualPatient(ctx context.Context, c *api.Client, m api.Message) error {
	return attempts.With(*attempts.Patient, func() error { return send(ctx, c, m) }) // want "and 10 more of class never"
}

// UsualAsked has a copy that asks.
func UsualAsked(ctx context.Context, c *api.Client, m api.Message) error {
	p := attempts.Usual
	p.Retryable = passes
	return attempts.With(p, func() error { return send(ctx, c, m) })
}

// UsualLess has a copy that tries once.
func UsualLess(ctx context.Context, c *api.Client, m api.Message) error {
	p := attempts.Usual
	p.MaxAttempts = 1
	return attempts.With(p, func() error { return send(ctx, c, m) })
}
