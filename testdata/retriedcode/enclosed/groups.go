package enclosed

import (
	"context"
	"errors"
	"time"

	"golang.org/x/sync/errgroup"

	"example.test/programs/retriedcode/api"
	"github.com/errcodelint/errcodelint/codes"
)

// Group does something else beside.
func Group(ctx context.Context, c *api.Client, m api.Message) error {
	var err error
	for range tries { // want "and 10 more of class never"
		var g errgroup.Group
		g.Go(func() error { return c.Pause(ctx, 1) })
		g.Go(func() error { return send(ctx, c, m) })
		if err = g.Wait(); err == nil {
			return nil
		}
	}
	return err
}

// GroupPassing looks at the error of either.
func GroupPassing(ctx context.Context, c *api.Client, m api.Message) error {
	var err error
	for range tries {
		var g errgroup.Group
		g.Go(func() error { return c.Pause(ctx, 1) })
		g.Go(func() error { return send(ctx, c, m) })
		if err = g.Wait(); !passes(err) {
			return err
		}
	}
	return err
}

// GroupCopy sends a copy beside, and both again where one has failed.
func GroupCopy(ctx context.Context, c *api.Client, m api.Message) error {
	n := m
	n.To = "60120000002"
	var err error
	for range tries { // want "and 10 more of class never"
		g := new(errgroup.Group)
		g.Go(func() error { return send(ctx, c, m) })
		g.Go(func() error { return send(ctx, c, n) })
		if err = g.Wait(); err == nil {
			return nil
		}
		time.Sleep(c.Unit)
	}
	return err
}

// GroupCopyPassing does so where that may help.
func GroupCopyPassing(ctx context.Context, c *api.Client, m api.Message) error {
	n := m
	n.To = "60120000002"
	var err error
	for range tries {
		var g errgroup.Group
		g.Go(func() error { return send(ctx, c, m) })
		g.Go(func() error { return send(ctx, c, n) })
		if err = g.Wait(); !passes(err) {
			return err
		}
		time.Sleep(c.Unit)
	}
	return err
}

// GroupReply leaves the reply.
func GroupReply(ctx context.Context, c *api.Client, m api.Message) error {
	for range tries { // want "and 10 more of class never"
		var g errgroup.Group
		var r *reply
		g.Go(func() (err error) {
			r, err = post(ctx, c, m)
			return err
		})
		if err := g.Wait(); err != nil {
			return err
		}
		if r.ResponseCode == codes.ResponseSuccess {
			return nil
		}
		time.Sleep(c.Unit)
	}
	return errTooMany
}

// GroupFinal leaves what is final, of which the group hears nothing.
func GroupFinal(ctx context.Context, c *api.Client, m api.Message) error {
	var err, final error
	for range tries {
		var g errgroup.Group
		g.Go(func() error {
			err := send(ctx, c, m)
			if err != nil && !passes(err) {
				final = err
				return nil
			}
			return err
		})
		if err = g.Wait(); err == nil {
			return final
		}
		time.Sleep(c.Unit)
	}
	return errors.Join(err, final)
}

// GroupEach sends to each of several, and again to those that may pass.
func GroupEach(ctx context.Context, c *api.Client, m api.Message) error {
	pending := []string{m.To, "60120000002"}
	final := make([]error, len(pending))
	for range tries {
		var g errgroup.Group
		for i, to := range pending {
			if to == "" {
				continue
			}
			g.Go(func() error {
				m := m
				m.To = to
				err := send(ctx, c, m)
				if passes(err) {
					return err
				}
				pending[i], final[i] = "", err
				return nil
			})
		}
		if err := g.Wait(); err == nil {
			break
		}
	}
	return errors.Join(final...)
}
