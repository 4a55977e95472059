// Package desk sends through a client of another package, and asks that package
// what to send again.
package desk

import (
	"context"
	"errors"
	"log/slog"
	"time"

	"example.test/programs/retriedcode/api"
	"example.test/programs/retriedcode/gateway"
	"github.com/errcodelint/errcodelint/codes"
)

const tries = 4

var errGivenUp = errors.New("given up")

// Reply goes round for every code.
func Reply(ctx context.Context, c *api.Client, m api.Message) error {
	g := &gateway.Gateway{API: c, From: m.From}
	for range tries { // want "and 10 more of class never"
		r, err := g.Send(ctx, m.To, m.Text)
		if err != nil {
			return err
		}
		if r.OK() {
			return nil
		}
		slog.Warn("refused", "code", r.ResponseCode)
		time.Sleep(c.Unit)
	}
	return errGivenUp
}

// ReplyRetriable asks the reply.
func ReplyRetriable(ctx context.Context, c *api.Client, m api.Message) error {
	g := &gateway.Gateway{API: c, From: m.From}
	for range tries {
		r, err := g.Send(ctx, m.To, m.Text)
		if err != nil {
			return err
		}
		if !r.Retriable() {
			break
		}
		time.Sleep(c.Unit)
	}
	return errGivenUp
}

// ReplyFailed asks it the other way round.
func ReplyFailed(ctx context.Context, c *api.Client, m api.Message) error {
	g := &gateway.Gateway{API: c, From: m.From}
	for range tries {
		r, err := g.Send(ctx, m.To, m.Text)
		switch {
		case err != nil:
			return err
		case r.OK():
			return nil
		case r.Failed():
			return errors.New("refused: " + r.ResponseCode)
		}
		time.Sleep(c.Unit)
	}
	return errGivenUp
}

// Error goes round for every error.
func Error(ctx context.Context, c *api.Client, m api.Message) error {
	g := &gateway.Gateway{API: c, From: m.From}
	var last error
	for i := 0; i < tries; i++ { // want "and 10 more of class never"
		id, err := g.Deliver(ctx, m.To, m.Text)
		if err == nil {
			slog.Info("sent", "id", id)
			return nil
		}
		last = err
		time.Sleep(c.Unit << i)
	}
	return last
}

// ErrorOptedOut leaves for one sentinel.
func ErrorOptedOut(ctx context.Context, c *api.Client, m api.Message) error {
	g := &gateway.Gateway{API: c, From: m.From}
	for { // want "and 9 more of class never"
		_, err := g.Deliver(ctx, m.To, m.Text)
		if err == nil || errors.Is(err, gateway.ErrOptedOut) {
			return err
		}
		time.Sleep(c.Unit)
	}
}

// ErrorPassing asks a predicate of the client's package.
func ErrorPassing(ctx context.Context, c *api.Client, m api.Message) error {
	g := &gateway.Gateway{API: c, From: m.From}
	for i := 0; i < tries; i++ {
		_, err := g.Deliver(ctx, m.To, m.Text)
		if !gateway.Passing(err) {
			return err
		}
		time.Sleep(c.Unit)
	}
	return errGivenUp
}

// ErrorFinal asks for the opposite.
func ErrorFinal(ctx context.Context, c *api.Client, m api.Message) error {
	g := &gateway.Gateway{API: c, From: m.From}
	for i := 0; i < tries; i++ {
		_, err := g.Deliver(ctx, m.To, m.Text)
		if err == nil {
			return nil
		}
		if gateway.Final(err) {
			return err
		}
		time.Sleep(c.Unit)
	}
	return errGivenUp
}

// ErrorThrottled looks for the error's type, and asks its method.
func ErrorThrottled(ctx context.Context, c *api.Client, m api.Message) error {
	g := &gateway.Gateway{API: c, From: m.From}
	for i := 0; i < tries; i++ {
		_, err := g.Deliver(ctx, m.To, m.Text)
		var refused *gateway.Error
		if errors.As(err, &refused) && refused.Throttled() {
			time.Sleep(c.Unit)
			continue
		}
		return err
	}
	return errGivenUp
}

// ErrorAny looks for the error's type only.
func ErrorAny(ctx context.Context, c *api.Client, m api.Message) error {
	g := &gateway.Gateway{API: c, From: m.From}
	for i := 0; i < tries; i++ { // want "and 9 more of class never"
		_, err := g.Deliver(ctx, m.To, m.Text)
		var refused *gateway.Error
		if errors.As(err, &refused) {
			time.Sleep(c.Unit)
			continue
		}
		return err
	}
	return errGivenUp
}

// CodeOf gets the code out of the error.
func CodeOf(ctx context.Context, c *api.Client, m api.Message) error {
	g := &gateway.Gateway{API: c, From: m.From}
	for i := 0; i < tries; i++ {
		_, err := g.Deliver(ctx, m.To, m.Text)
		if err == nil {
			return nil
		}
		if code := gateway.CodeOf(err); !code.Retryable() {
			return err
		}
	}
	return errGivenUp
}

// Hopeless asks a predicate that does not know them all.
func Hopeless(ctx context.Context, c *api.Client, m api.Message) error {
	g := &gateway.Gateway{API: c, From: m.From}
	for range tries { // want "and 8 more of class never"
		r, err := g.Send(ctx, m.To, m.Text)
		if err != nil {
			return err
		}
		code, err := codes.ParseResponse(r.ResponseCode)
		if err != nil {
			return err
		}
		if code == codes.ResponseSuccess || gateway.Hopeless(code) {
			return code.Err()
		}
		time.Sleep(c.Unit)
	}
	return errGivenUp
}

// Lasting asks one that does.
func Lasting(ctx context.Context, c *api.Client, m api.Message) error {
	g := &gateway.Gateway{API: c, From: m.From}
	for range tries {
		r, err := g.Send(ctx, m.To, m.Text)
		if err != nil {
			return err
		}
		code, err := codes.ParseResponse(r.ResponseCode)
		if err != nil {
			return err
		}
		if code == codes.ResponseSuccess || gateway.Lasting(code) {
			return code.Err()
		}
		time.Sleep(c.Unit)
	}
	return errGivenUp
}
