package awaited

import (
	"context"
	"errors"
	"time"

	"golang.org/x/sync/errgroup"

	"example.test/programs/retriedcode/api"
	"github.com/errcodelint/errcodelint/codes"
)

// ErrGroup waits for a goroutine of a group in each round.
func ErrGroup(ctx context.Context, c *api.Client, m api.Message) error {
	var err error
	for range 4 { // want "and 10 more of class never"
		var g errgroup.Group
		g.Go(func() error { return send(ctx, c, m) })
		if err = g.Wait(); err == nil {
			return nil
		}
		time.Sleep(c.Unit)
	}
	return err
}

// ErrGroupPassing looks at the error.
func ErrGroupPassing(ctx context.Context, c *api.Client, m api.Message) error {
	for {
		var g errgroup.Group
		g.Go(func() error { return send(ctx, c, m) })
		err := g.Wait()
		if !passes(err) {
			return err
		}
	}
}

// ErrGroupContext has the group end what is under way, and waits for a method.
func ErrGroupContext(ctx context.Context, c *api.Client, m api.Message) error {
	p := &parcel{c: c, m: m}
	for i := 0; ; i++ { // want "and 10 more of class never"
		g, within := errgroup.WithContext(ctx)
		g.SetLimit(1)
		p.ctx = within
		g.Go(p.send)
		if err := g.Wait(); err == nil || i == 3 {
			return err
		}
	}
}

// A parcel is a message on its way.
type parcel struct {
	ctx   context.Context
	c     *api.Client
	m     api.Message
	final error
}

func (p *parcel) send() error { return send(p.ctx, p.c, p.m) }

// ErrGroupKept keeps what is final out of the group's way.
func ErrGroupKept(ctx context.Context, c *api.Client, m api.Message) error {
	p := &parcel{ctx: ctx, c: c, m: m}
	for i := 0; ; i++ {
		g := new(errgroup.Group)
		g.Go(p.sendPassing)
		if err := g.Wait(); err == nil || i == 3 {
			return errors.Join(err, p.final)
		}
	}
}

func (p *parcel) sendPassing() error {
	err := send(p.ctx, p.c, p.m)
	var code codes.ResponseCode
	if errors.As(err, &code) && !code.Retryable() {
		p.final = err
		return nil
	}
	return err
}

// ErrGroupSenders has the next sender have its turn.
func ErrGroupSenders(ctx context.Context, c *api.Client, m api.Message) error {
	var err error
	for _, from := range []string{"+4511111111", "+4522222222"} {
		var g errgroup.Group
		g.Go(func() error {
			m.From = from
			return send(ctx, c, m)
		})
		if err = g.Wait(); err == nil {
			break
		}
	}
	return err
}

// ErrGroupEach sends to several at once.
func ErrGroupEach(ctx context.Context, c *api.Client, m api.Message) error {
	var err error
	for range 2 {
		var g errgroup.Group
		for _, to := range []string{"+4511111111", "+4522222222"} {
			g.Go(func() error {
				m := m
				m.To = to
				return send(ctx, c, m)
			})
		}
		if err = g.Wait(); err == nil {
			return nil
		}
	}
	return err
}

// ErrGroupLater has the one goroutine only in a later round.
func ErrGroupLater(ctx context.Context, c *api.Client, m api.Message) error {
	sent := send(ctx, c, m)
	for i := range 3 {
		var g errgroup.Group
		if i > 4 {
			g.Go(func() error { return send(ctx, c, m) })
		}
		if err := g.Wait(); err == nil {
			return sent
		}
	}
	return sent
}
