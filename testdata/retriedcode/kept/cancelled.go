package kept

import (
	"context"
	"errors"
	"sync/atomic"
	"time"

	"example.test/programs/retriedcode/api"
	"example.test/programs/retriedcode/client"
)

// CancelledByMonitor tells a goroutine, which cancels the context for what will not pass.
func CancelledByMonitor(ctx context.Context, c *api.Client, m api.Message) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	failures := make(chan error)
	defer close(failures)
	go func() {
		for err := range failures {
			if isFinal(err) {
				cancel()
			}
		}
	}()
	for i := 0; i < 4 && ctx.Err() == nil; i++ {
		err := client.Wrapped(ctx, c, m)
		if err == nil {
			return nil
		}
		failures <- err
		c.Pause(ctx, 5000) // it is no matter of luck who comes first
	}
	return errStillFailing
}

// CancelledByMonitorNot tells a goroutine, which only counts.
func CancelledByMonitorNot(ctx context.Context, c *api.Client, m api.Message) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	failures := make(chan error)
	defer close(failures)
	var failed atomic.Int64
	go func() {
		for range failures {
			failed.Add(1)
		}
	}()
	for i := 0; i < 4 && ctx.Err() == nil; i++ { // want "and 10 more of class never"
		err := client.Wrapped(ctx, c, m)
		if err == nil {
			return nil
		}
		failures <- err
		c.Pause(ctx, 1)
	}
	return errStillFailing
}

// cancellable sends until its context is cancelled.
type cancellable struct {
	c      *api.Client
	cancel context.CancelFunc
	failed int
}

func (g *cancellable) fail(err error) {
	if g.failed++; isFinal(err) {
		g.cancel()
	}
}

func (g *cancellable) note(ctx context.Context, err error) {
	ctx, cancel := context.WithTimeout(ctx, time.Second)
	defer cancel()
	if g.failed++; isFinal(err) {
		_ = g.c.Pause(ctx, 1)
	}
}

// CancelledByMethod has a method cancel the context.
func CancelledByMethod(ctx context.Context, c *api.Client, m api.Message) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	g := &cancellable{c: c, cancel: cancel}
	for i := 0; i < 4 && ctx.Err() == nil; i++ {
		err := client.Wrapped(ctx, c, m)
		if err == nil {
			return nil
		}
		g.fail(err)
	}
	return errStillFailing
}

// CancelledByMethodNot calls one that cancels a context of its own.
func CancelledByMethodNot(ctx context.Context, c *api.Client, m api.Message) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	g := &cancellable{c: c, cancel: cancel}
	for i := 0; i < 4 && ctx.Err() == nil; i++ { // want "and 10 more of class never"
		err := client.Wrapped(ctx, c, m)
		if err == nil {
			return nil
		}
		g.note(ctx, err)
	}
	return errStillFailing
}

// heed stops for what will not pass.
var heed = func(err error, stop *bool) { *stop = *stop || isFinal(err) }

// StoppedByAddress hands over the address of what its loop asks.
func StoppedByAddress(ctx context.Context, c *api.Client, m api.Message) error {
	stop := false
	for i := 0; i < 4 && !stop; i++ {
		err := client.Wrapped(ctx, c, m)
		if err == nil {
			return nil
		}
		heed(err, &stop)
	}
	return errors.New("stopped")
}
