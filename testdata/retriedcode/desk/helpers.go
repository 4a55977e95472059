package desk

import (
	"context"
	"errors"

	"example.test/programs/retriedcode/api"
	"example.test/programs/retriedcode/gateway"
	"example.test/programs/retriedcode/retrying"
	"github.com/errcodelint/errcodelint/codes"
)

// Do hands every error to a helper of another package.
func Do(ctx context.Context, c *api.Client, m api.Message) error {
	g := &gateway.Gateway{API: c, From: m.From}
	return retrying.Do(ctx, tries, c.Unit, func(ctx context.Context) error { // want "and 10 more of class never"
		_, err := g.Deliver(ctx, m.To, m.Text)
		return err
	})
}

// DoKept keeps what stays out of the helper's sight.
func DoKept(ctx context.Context, c *api.Client, m api.Message) error {
	g := &gateway.Gateway{API: c, From: m.From}
	var final error
	err := retrying.Do(ctx, tries, c.Unit, func(ctx context.Context) error {
		_, err := g.Deliver(ctx, m.To, m.Text)
		if gateway.Final(err) {
			final = err
			return nil
		}
		return err
	})
	return errors.Join(err, final)
}

// Value is the same with a result.
func Value(ctx context.Context, c *api.Client, m api.Message) error {
	g := &gateway.Gateway{API: c, From: m.From}
	_, err := retrying.Value(tries, func() (string, error) { // want "and 10 more of class never"
		return g.Deliver(ctx, m.To, m.Text)
	})
	return err
}

// Run has a policy.
func Run(ctx context.Context, c *api.Client, m api.Message) error {
	g := &gateway.Gateway{API: c, From: m.From}
	p := retrying.Policy{Max: tries, Pause: c.Unit}
	return p.Run(func() error { // want "and 10 more of class never"
		_, err := g.Deliver(ctx, m.To, m.Text)
		return err
	})
}

// If hands a predicate over that knows what passes.
func If(ctx context.Context, c *api.Client, m api.Message) error {
	g := &gateway.Gateway{API: c, From: m.From}
	return retrying.If(tries, gateway.Passing, func() error {
		_, err := g.Deliver(ctx, m.To, m.Text)
		return err
	})
}

// Until marks what stays.
func Until(ctx context.Context, c *api.Client, m api.Message) error {
	g := &gateway.Gateway{API: c, From: m.From}
	return retrying.Until(tries, func() error {
		_, err := g.Deliver(ctx, m.To, m.Text)
		if err != nil && gateway.Final(err) {
			return retrying.Stop(err)
		}
		return err
	})
}

// Each sends to everybody.
func Each(ctx context.Context, c *api.Client, m api.Message) error {
	g := &gateway.Gateway{API: c, From: m.From}
	return retrying.Each([]string{m.To}, func(to string) error {
		_, err := g.Deliver(ctx, to, m.Text)
		return err
	})
}

// IfSettled asks a table of the client's, which leaves some out.
func IfSettled(ctx context.Context, c *api.Client, m api.Message) error {
	g := &gateway.Gateway{API: c, From: m.From}
	return retrying.If(tries, func(err error) bool {
		var code codes.ResponseCode
		return errors.As(err, &code) && !gateway.Settled[code] // want `true for 1 InvalidCredentials, 3 AccountExpired, 4 AccountDisabled, 15 SubscriberBlockedService, 17 DestinationListTooLong and 1 more of class never`
	}, func() error {
		return g.Coded(ctx, m.To, m.Text)
	})
}
