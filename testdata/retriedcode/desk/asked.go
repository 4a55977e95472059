package desk

import (
	"context"
	"errors"
	"fmt"

	"example.test/programs/retriedcode/api"
	"example.test/programs/retriedcode/client"
	"example.test/programs/retriedcode/gateway"
	"github.com/errcodelint/errcodelint/codes"
)

// ErrorRefused asks a predicate of the client's package that does not know them all.
func ErrorRefused(ctx context.Context, c *api.Client, m api.Message) error {
	g := &gateway.Gateway{API: c, From: m.From}
	for range tries { // want "for 1 InvalidCredentials, 2 InvalidIP, 3 AccountExpired, 4 AccountDisabled, 10 CouldNotRoute and 6 more of class never"
		_, err := g.Deliver(ctx, m.To, m.Text)
		if err == nil {
			return nil
		}
		if errors.Is(err, gateway.ErrOptedOut) {
			return err
		}
		if gateway.Refused(err) {
			return fmt.Errorf("refused: %w", err)
		}
	}
	return errGivenUp
}

// ErrorRefusedHere asks one of its own that asks that one.
func ErrorRefusedHere(ctx context.Context, c *api.Client, m api.Message) error {
	g := &gateway.Gateway{API: c, From: m.From}
	for range tries { // want "of class never"
		_, err := g.Deliver(ctx, m.To, m.Text)
		if err == nil || refusedHere(err) {
			return err
		}
	}
	return errGivenUp
}

func refusedHere(err error) bool { return gateway.Refused(err) }

// ErrorOver asks one that does.
func ErrorOver(ctx context.Context, c *api.Client, m api.Message) error {
	g := &gateway.Gateway{API: c, From: m.From}
	for range tries {
		_, err := g.Deliver(ctx, m.To, m.Text)
		if err == nil || gateway.Over(err) {
			return err
		}
	}
	return errGivenUp
}

// ErrorBusy goes round for one code.
func ErrorBusy(ctx context.Context, c *api.Client, m api.Message) error {
	for range tries {
		err := client.Code(ctx, c, m)
		if !gateway.Busy(err) {
			return err
		}
	}
	return errGivenUp
}

// ErrorNotBusy goes round for all others.
func ErrorNotBusy(ctx context.Context, c *api.Client, m api.Message) error {
	for range tries { // want "and 10 more of class never"
		err := client.Code(ctx, c, m)
		if err == nil || gateway.Busy(err) {
			return err
		}
	}
	return errGivenUp
}

// lasting is this package's own.
func lasting(err error) bool {
	var code codes.ResponseCode
	return errors.As(err, &code) && !code.Retryable()
}

// ErrorLasting asks it.
func ErrorLasting(ctx context.Context, c *api.Client, m api.Message) error {
	for range tries {
		err := client.Wrapped(ctx, c, m)
		if err == nil || lasting(err) {
			return err
		}
	}
	return errGivenUp
}

// forgetful knows two of them.
func forgetful(err error) bool {
	var code codes.ResponseCode
	if !errors.As(err, &code) {
		return false
	}
	return code == codes.ResponseInvalidRecipient || code == codes.ResponseSubscriberBlockedService
}

// ErrorForgetful asks that.
func ErrorForgetful(ctx context.Context, c *api.Client, m api.Message) error {
	for range tries { // want "for 1 InvalidCredentials, .* and 8 more of class never"
		err := client.Wrapped(ctx, c, m)
		if err == nil || forgetful(err) {
			return err
		}
	}
	return errGivenUp
}
