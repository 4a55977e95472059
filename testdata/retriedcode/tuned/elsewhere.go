// Package tuned has helpers that are told by options, or by a struct, how often something is tried, and
// for which errors.
package tuned

import (
	"context"
	"errors"

	"example.test/programs/retriedcode/api"
	"example.test/programs/retriedcode/attempts"
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

func passes(err error) bool {
	var code codes.ResponseCode
	return errors.As(err, &code) && code.Retryable()
}

func notGivenUp(err error) bool { return !errors.Is(err, context.Canceled) }

// Default tells nothing.
func Default(ctx context.Context, c *api.Client, m api.Message) error {
	return attempts.Do(ctx, func(ctx context.Context) error { return send(ctx, c, m) }) // want "and 10 more of class never"
}

// Often says how often.
func Often(ctx context.Context, c *api.Client, m api.Message) error {
	failures := 0
	note := func(int, error) { failures++ }
	return attempts.Do(ctx, func(ctx context.Context) error { return send(ctx, c, m) }, // want "and 10 more of class never"
		attempts.WithMaxAttempts(4), attempts.WithDelay(c.Unit), attempts.WithOnRetry(note))
}

// One says that it is enough to try once.
func One(ctx context.Context, c *api.Client, m api.Message) error {
	return attempts.Do(ctx, func(ctx context.Context) error { return send(ctx, c, m) }, attempts.WithMaxAttempts(1))
}

// OneByName does so by an option that says nothing else.
func OneByName(ctx context.Context, c *api.Client, m api.Message) error {
	return attempts.Do(ctx, func(ctx context.Context) error { return send(ctx, c, m) }, attempts.WithDelay(c.Unit), attempts.Once)
}

// OneAtLast changes its mind.
func OneAtLast(ctx context.Context, c *api.Client, m api.Message) error {
	return attempts.Do(ctx, func(ctx context.Context) error { return send(ctx, c, m) }, attempts.Once, attempts.WithMaxAttempts(4)) // want "and 10 more of class never"
}

// Passing asks for the code.
func Passing(ctx context.Context, c *api.Client, m api.Message) error {
	return attempts.Do(ctx, func(ctx context.Context) error { return send(ctx, c, m) },
		attempts.WithMaxAttempts(4), attempts.WithRetryIf(passes))
}

// Patient asks whether somebody has given up.
func Patient(ctx context.Context, c *api.Client, m api.Message) error {
	return attempts.Do(ctx, func(ctx context.Context) error { return send(ctx, c, m) }, // want "and 10 more of class never"
		attempts.WithRetryIf(notGivenUp), attempts.WithMaxAttempts(4))
}

// Hopeful takes a code for what it is not.
func Hopeful(ctx context.Context, c *api.Client, m api.Message) error {
	return attempts.Do(ctx, func(ctx context.Context) error { return send(ctx, c, m) }, attempts.WithRetryIf(func(err error) bool {
		return passes(err) || errors.Is(err, codes.ResponseInvalidRecipient) // want "11 InvalidRecipient of class never"
	}))
}

// Handed has its options from somewhere.
func Handed(ctx context.Context, c *api.Client, m api.Message) error {
	opts := []attempts.Option{attempts.WithRetryIf(passes)}
	return attempts.Do(ctx, func(ctx context.Context) error { return send(ctx, c, m) }, opts...)
}

// Shy does not say how often.
func Shy(ctx context.Context, c *api.Client, m api.Message) error {
	return attempts.Shyly(func() error { return send(ctx, c, m) }, attempts.WithDelay(c.Unit))
}

// ShyOften does.
func ShyOften(ctx context.Context, c *api.Client, m api.Message) error {
	return attempts.Shyly(func() error { return send(ctx, c, m) }, attempts.WithMaxAttempts(4)) // want "and 10 more of class never"
}

// Policy is told by a struct.
func Policy(ctx context.Context, c *api.Client, m api.Message) error {
	return attempts.With(attempts.Policy{MaxAttempts: 3, Delay: c.Unit}, func() error { return send(ctx, c, m) }) // want "and 10 more of class never"
}

// PolicyPassing asks for the code.
func PolicyPassing(ctx context.Context, c *api.Client, m api.Message) error {
	return attempts.With(attempts.Policy{MaxAttempts: 3, Retryable: passes}, func() error { return send(ctx, c, m) })
}

// PolicyOne tries once.
func PolicyOne(ctx context.Context, c *api.Client, m api.Message) error {
	return attempts.With(attempts.Policy{MaxAttempts: 1}, func() error { return send(ctx, c, m) })
}

// PolicyDefault is told what most are.
func PolicyDefault(ctx context.Context, c *api.Client, m api.Message) error {
	return attempts.With(attempts.Default(), func() error { return send(ctx, c, m) }) // want "and 10 more of class never"
}

// PolicySingle tries once, as another package says.
func PolicySingle(ctx context.Context, c *api.Client, m api.Message) error {
	return attempts.With(attempts.Single(), func() error { return send(ctx, c, m) })
}

// PolicyLater says later for which errors.
func PolicyLater(ctx context.Context, c *api.Client, m api.Message) error {
	p := attempts.Default()
	p.Retryable = passes
	return attempts.With(p, func() error { return send(ctx, c, m) })
}

// Limited leaves it to others how often.
func Limited(ctx context.Context, c *api.Client, m api.Message) error {
	return attempts.Within(attempts.Limits{Pause: c.Unit}, func() error { return send(ctx, c, m) }) // want "and 10 more of class never"
}

// LimitedOne tries once.
func LimitedOne(ctx context.Context, c *api.Client, m api.Message) error {
	limits := attempts.Limits{Tries: 1}
	return attempts.Within(limits, func() error { return send(ctx, c, m) })
}

// LimitedLater says later that it is once.
func LimitedLater(ctx context.Context, c *api.Client, m api.Message) error {
	limits := attempts.Limits{Tries: 5, Pause: c.Unit}
	limits.Tries = 1
	return attempts.Within(limits, func() error { return send(ctx, c, m) })
}

// Repeated has told it before.
func Repeated(ctx context.Context, c *api.Client, m api.Message) error {
	r := attempts.NewRepeater(attempts.Tries(4))
	return r.Do(func() error { return send(ctx, c, m) }) // want "and 10 more of class never"
}

// RepeatedPassing asks for the code.
func RepeatedPassing(ctx context.Context, c *api.Client, m api.Message) error {
	r := attempts.NewRepeater(attempts.Tries(4), attempts.If(passes))
	return r.Do(func() error { return send(ctx, c, m) })
}

// RepeatedOne tries once.
func RepeatedOne(ctx context.Context, c *api.Client, m api.Message) error {
	return attempts.NewRepeater(attempts.If(notGivenUp), attempts.Tries(1)).Do(func() error { return send(ctx, c, m) })
}
