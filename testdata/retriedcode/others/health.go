package others

import (
	"context"

	"example.test/programs/retriedcode/api"
	"github.com/errcodelint/errcodelint/codes"
)

// A balance chooses the host that has failed least.
type balance struct {
	hosts    []*api.Client
	failures map[*api.Client]int
}

func newBalance(c *api.Client) *balance {
	second := *c
	return &balance{hosts: []*api.Client{c, &second}, failures: make(map[*api.Client]int)}
}

func (b *balance) best() *api.Client {
	best := b.hosts[0]
	for _, h := range b.hosts {
		if b.failures[h] < b.failures[best] {
			best = h
		}
	}
	return best
}

func (b *balance) failed(h *api.Client) { b.failures[h]++ }

// Balanced asks another host each time.
func Balanced(ctx context.Context, c *api.Client, m api.Message) error {
	b := newBalance(c)
	for range 2 {
		h := b.best()
		r, err := send(ctx, h, m)
		if err != nil {
			return err
		}
		if r.Code == codes.ResponseSuccess {
			return nil
		}
		b.failed(h)
	}
	return nil
}

// BalancedHere counts what has failed by itself.
func BalancedHere(ctx context.Context, c *api.Client, m api.Message) error {
	b := newBalance(c)
	for range 2 {
		h := b.best()
		r, err := send(ctx, h, m)
		if err != nil {
			return err
		}
		if r.Code == codes.ResponseSuccess {
			return nil
		}
		b.failures[h]++
	}
	return nil
}

// Preferred never tells it.
func Preferred(ctx context.Context, c *api.Client, m api.Message) error {
	b := newBalance(c)
	for range 2 { // want "and 10 more of class never"
		r, err := send(ctx, b.best(), m)
		if err != nil {
			return err
		}
		if r.Code == codes.ResponseSuccess {
			return nil
		}
	}
	return nil
}
