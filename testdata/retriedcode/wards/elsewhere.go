package wards

import (
	"context"
	"errors"

	"example.test/programs/retriedcode/api"
	"example.test/programs/retriedcode/keeper"
	"example.test/programs/retriedcode/warden"
	"github.com/errcodelint/errcodelint/codes"
)

func final(err error) bool {
	var code codes.ResponseCode
	return errors.As(err, &code) && !code.Retryable()
}

// Gate asks another package's breaker, and tells it what came.
func Gate(ctx context.Context, c *api.Client, m api.Message) error {
	k, b := &keeper.Keeper{API: c}, &warden.Breaker{Trips: final}
	for range maxTries {
		if err := b.Allow(); err != nil {
			return err
		}
		err := k.Send(ctx, m)
		b.Done(err)
		if err == nil {
			return nil
		}
	}
	return errGivenUp
}

// GateUntold asks one that nobody tells.
func GateUntold(ctx context.Context, c *api.Client, m api.Message) error {
	k, b := &keeper.Keeper{API: c}, &warden.Breaker{Trips: final}
	for range maxTries { // want "and 10 more of class never"
		if err := b.Allow(); err != nil {
			return err
		}
		if err := k.Send(ctx, m); err == nil {
			return nil
		}
	}
	return errGivenUp
}

// A gated sender has one behind an interface.
type gated struct {
	sender
	gate interface {
		Allow() error
		Done(error)
	}
}

type sender interface {
	Send(context.Context, api.Message) error
}

func (g *gated) deliver(ctx context.Context, m api.Message) error {
	if err := g.gate.Allow(); err != nil {
		return err
	}
	err := g.Send(ctx, m)
	g.gate.Done(err)
	return err
}

// GateWithin sends by a sender that has one.
func GateWithin(ctx context.Context, c *api.Client, m api.Message) error {
	g := &gated{&keeper.Keeper{API: c}, &warden.Breaker{Trips: final}}
	for range maxTries {
		if err := g.deliver(ctx, m); err == nil {
			return nil
		}
	}
	return errGivenUp
}

// Keeper sends by what remembers, elsewhere.
func Keeper(ctx context.Context, c *api.Client, m api.Message) error {
	k := &keeper.Keeper{API: c}
	for range maxTries {
		if err := k.SendUnlessFinal(ctx, m); err == nil {
			return nil
		}
	}
	return errGivenUp
}

// A deliverer is asked for by its interface.
type deliverer interface {
	Deliver(context.Context, api.Message) error
}

type remembering struct {
	*keeper.Keeper
	dead map[string]bool
}

func (r *remembering) Deliver(ctx context.Context, m api.Message) error {
	if r.dead[m.To] {
		return errClosed
	}
	err := r.Send(ctx, m)
	if final(err) {
		r.dead[m.To] = true
	}
	return err
}

// InterfaceRemembers sends by what remembers behind that.
func InterfaceRemembers(ctx context.Context, c *api.Client, m api.Message) error {
	return deliverBy(ctx, &remembering{&keeper.Keeper{API: c}, make(map[string]bool)}, m)
}

func deliverBy(ctx context.Context, d deliverer, m api.Message) error {
	for range maxTries {
		if err := d.Deliver(ctx, m); err == nil {
			return nil
		}
	}
	return errGivenUp
}

// An outcome is told to a goroutine.
type outcome struct{ err error }

// Events has that one cancel the context.
func Events(ctx context.Context, c *api.Client, m api.Message) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	events, seen := make(chan outcome), make(chan struct{})
	defer close(events)
	go func() {
		for o := range events {
			if final(o.err) {
				cancel()
			}
			seen <- struct{}{}
		}
	}()
	k := &keeper.Keeper{API: c}
	for n := 0; n < maxTries && ctx.Err() == nil; n++ {
		err := k.Send(ctx, m)
		if err == nil {
			return nil
		}
		events <- outcome{err}
		<-seen
	}
	return errGivenUp
}
