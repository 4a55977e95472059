// Package office has a postbox, and knows nothing of codes.
package office

import (
	"context"
	"errors"
	"log/slog"
	"time"

	"example.test/programs/retriedcode/api"
	"example.test/programs/retriedcode/postbox"
	"example.test/programs/retriedcode/shelf"
)

func open(c *api.Client, m api.Message) *postbox.Box {
	s := new(shelf.Shelf)
	s.Put(m)
	return &postbox.Box{Shelf: s, API: c}
}

// Oldest goes on with the next letter when one was refused.
func Oldest(ctx context.Context, c *api.Client, m api.Message) error {
	b := open(c, m)
	for b.SendOldest(ctx) != nil {
		time.Sleep(c.Unit)
	}
	return nil
}

type clerk struct{ box *postbox.Box }

func (k *clerk) work(ctx context.Context) error {
	if err := k.box.SendOldest(ctx); err != nil {
		slog.Debug("not sent", "err", err)
		return err
	}
	return nil
}

// Clerk has somebody do that.
func Clerk(ctx context.Context, c *api.Client, m api.Message) error {
	k := &clerk{open(c, m)}
	for n := 0; ; n++ {
		if err := k.work(ctx); err == nil || n == 5 {
			return err
		}
	}
}

// All leaves it to the postbox.
func All(ctx context.Context, c *api.Client, m api.Message) error {
	open(c, m).SendAll(ctx)
	return nil
}

// Letter sends one, whatever became of it.
func Letter(ctx context.Context, c *api.Client, m api.Message) error {
	b := open(c, m)
	for range 3 { // want "and 10 more of class never"
		if b.Deliver(ctx, m) == nil {
			return nil
		}
		time.Sleep(c.Unit)
	}
	return errors.New("not delivered")
}
