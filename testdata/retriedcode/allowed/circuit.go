package allowed

import (
	"context"
	"errors"
	"sync/atomic"

	"example.test/programs/retriedcode/api"
	"github.com/errcodelint/errcodelint/codes"
)

// A circuit is open when nothing is to be sent any more.
type circuit struct {
	open atomic.Bool
	seen atomic.Int64
}

// observe opens it for what cannot pass.
func (c *circuit) observe(code codes.ResponseCode) {
	if !code.Retryable() {
		c.open.Store(true)
	}
}

// count only counts.
func (c *circuit) count(codes.ResponseCode) { c.seen.Add(1) }

var errOpen = errors.New("the circuit is open")

// Circuit asks it.
func Circuit(ctx context.Context, c *api.Client, m api.Message) error {
	var by circuit
	for !by.open.Load() {
		code, err := send(ctx, c, m)
		if err != nil || code == codes.ResponseSuccess {
			return err
		}
		by.observe(code)
		c.Pause(ctx, 1)
	}
	return errOpen
}

// CircuitCount has one that nobody opens.
func CircuitCount(ctx context.Context, c *api.Client, m api.Message) error {
	var by circuit
	for range 3 { // want "and 10 more of class never"
		if by.open.Load() {
			return errOpen
		}
		code, err := send(ctx, c, m)
		if err != nil || code == codes.ResponseSuccess {
			return err
		}
		by.count(code)
		c.Pause(ctx, 1)
	}
	return errOpen
}
