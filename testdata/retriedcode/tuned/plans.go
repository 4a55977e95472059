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
