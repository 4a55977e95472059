// Package usecase sends by an adapter. It imports nothing that knows of codes.
package usecase

import (
	"context"
	"errors"
	"time"

	"example.test/programs/retriedcode/adapter"
	"example.test/programs/retriedcode/api"
	"example.test/programs/retriedcode/apperr"
)

const maxTries = 4

// Rejected leaves for what is rejected, or misconfigured.
func Rejected(ctx context.Context, c *api.Client, m api.Message) (err error) {
	for range maxTries {
		err = adapter.Deliver(ctx, c, m)
		if err == nil || errors.Is(err, apperr.ErrRejected) || errors.Is(err, apperr.ErrConfig) {
			return err
		}
		time.Sleep(c.Unit)
	}
	return err
}

// Unavailable goes on for what is unavailable.
func Unavailable(ctx context.Context, c *api.Client, m api.Message) (err error) {
	for range maxTries {
		if err = adapter.Deliver(ctx, c, m); !errors.Is(err, apperr.ErrUnavailable) {
			break
		}
		time.Sleep(c.Unit)
	}
	return err
}

// Misconfigured forgets what is rejected.
func Misconfigured(ctx context.Context, c *api.Client, m api.Message) (err error) {
	for range maxTries { // want "10 CouldNotRoute and 10 more of class never, which cannot succeed; leave"
		err = adapter.Deliver(ctx, c, m)
		if err == nil || errors.Is(err, apperr.ErrConfig) {
			return err
		}
		time.Sleep(c.Unit)
	}
	return err
}

// Loosely trusts an adapter that calls everything unavailable.
func Loosely(ctx context.Context, c *api.Client, m api.Message) (err error) {
	for range maxTries { // want "10 CouldNotRoute and 10 more of class never"
		if err = adapter.DeliverLoosely(ctx, c, m); !errors.Is(err, apperr.ErrUnavailable) {
			return err
		}
		time.Sleep(c.Unit)
	}
	return err
}

type temporary interface{ Temporary() bool }

// Temporarily asks what it has no other name for.
func Temporarily(ctx context.Context, c *api.Client, m api.Message) (err error) {
	for range maxTries {
		err = adapter.DeliverRefused(ctx, c, m)
		var t temporary
		if err == nil || errors.As(err, &t) && !t.Temporary() {
			return err
		}
		time.Sleep(c.Unit)
	}
	return err
}

// NeverRejected asks for what the adapter never tells of.
func NeverRejected(ctx context.Context, c *api.Client, m api.Message) (err error) {
	for range maxTries { // want "10 CouldNotRoute and 10 more of class never"
		err = adapter.DeliverRefused(ctx, c, m)
		if err == nil || errors.Is(err, apperr.ErrRejected) {
			return err
		}
		time.Sleep(c.Unit)
	}
	return err
}
