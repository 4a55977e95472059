package tuned

import (
	"context"

	"example.test/programs/retriedcode/api"
	"example.test/programs/retriedcode/attempts"
)

// Planned says how often by a method.
func Planned(ctx context.Context, c *api.Client, m api.Message) error {
	return attempts.NewPlan().Tries(4).Pause(c.Unit).Run(func() error { return send(ctx, c, m) }) // want "and 10 more of class never"
}

// PlannedOne tries once.
func PlannedOne(ctx context.Context, c *api.Client, m api.Message) error {
	return attempts.NewPlan().Tries(1).Pause(c.Unit).Run(func() error { return send(ctx, c, m) })
}

// PlannedLater says so in a statement of its own.
func PlannedLater(ctx context.Context, c *api.Client, m api.Message) error {
	p := attempts.NewPlan()
	p.Pause(c.Unit).Tries(1)
	return p.Run(func() error { return send(ctx, c, m) })
}

func howOften(urgent bool) attempts.Option {
	if urgent {
		return attempts.WithMaxAttempts(1)
	}
	return attempts.WithMaxAttempts(4)
}

// Chosen has an option of a function that chooses.
func Chosen(ctx context.Context, c *api.Client, m api.Message) error {
	return attempts.Shyly(func() error { return send(ctx, c, m) }, howOften(m.To != ""))
}

// A service has a policy that it was given.
type service struct {
	api    *api.Client
	policy attempts.Policy
}

func newService(c *api.Client, once bool) *service {
	s := &service{api: c, policy: attempts.Default()}
	if once {
		s.policy = attempts.Single()
	}
	return s
}

func (s *service) send(ctx context.Context, m api.Message) error {
	return attempts.With(s.policy, func() error { return send(ctx, s.api, m) })
}

// Served has a service do it.
func Served(ctx context.Context, c *api.Client, m api.Message) error {
	return newService(c, true).send(ctx, m)
}

// A policy says what is tried again.
type policy struct {
	max   int
	worth func(error) bool
}

func (p policy) orDefault() policy {
	if p.worth == nil {
		p.worth = passes
	}
	return p
}

// follow calls fn as a policy says that is made complete.
func follow(p policy, fn func() error) error {
	p = p.orDefault()
	var err error
	for range p.max {
		if err = fn(); err == nil || !p.worth(err) {
			break
		}
	}
	return err
}

// Completed leaves it to the function what is tried again.
func Completed(ctx context.Context, c *api.Client, m api.Message) error {
	return follow(policy{max: 4}, func() error { return send(ctx, c, m) })
}

// A caller says how often, and is told what is tried again.
type caller struct{ tries int }

func (t caller) call(p policy, fn func() error) error {
	var err error
	for range t.tries {
		if err = fn(); err == nil || p.worth != nil && !p.worth(err) {
			break
		}
	}
	return err
}

// CalledOnce is told so by what calls.
func CalledOnce(ctx context.Context, c *api.Client, m api.Message) error {
	return caller{tries: 1}.call(policy{max: 4}, func() error { return send(ctx, c, m) })
}

// CalledOften is told that it is more than once.
func CalledOften(ctx context.Context, c *api.Client, m api.Message) error {
	return caller{tries: 4}.call(policy{max: 4, worth: notGivenUp}, func() error { return send(ctx, c, m) }) // want "and 10 more of class never"
}
