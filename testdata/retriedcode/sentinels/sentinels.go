package sentinels

import (
	"context"
	"errors"
	"fmt"
	"time"

	"example.test/programs/retriedcode/api"
	"github.com/errcodelint/errcodelint/codes"
)

// Busy goes on for what the table says is busy.
func Busy(ctx context.Context, c *api.Client, m api.Message) error {
	for { // want "for 15 SubscriberBlockedService of class never"
		code, err := send(ctx, c, m)
		if err != nil {
			return err
		}
		err = errorOf[code]
		if !errors.Is(err, errBusy) {
			return err
		}
		time.Sleep(c.Unit)
	}
}

// Found asks whether there is one.
func Found(ctx context.Context, c *api.Client, m api.Message) error {
	for { // want "for 15 SubscriberBlockedService of class never"
		code, err := send(ctx, c, m)
		if err != nil {
			return err
		}
		if code == "0" {
			return nil
		}
		found, ok := errorOf[code]
		if !ok {
			return errUnknown
		}
		if found != errBusy {
			return found
		}
		time.Sleep(c.Unit)
	}
}

// Known goes by a function that looks it up.
func Known(ctx context.Context, c *api.Client, m api.Message) error {
	for { // want "for 2 InvalidIP, 4 AccountDisabled, .* of class never"
		code, err := send(ctx, c, m)
		if err != nil {
			return err
		}
		err = known(code)
		if err == nil {
			return nil
		}
		if errors.Is(err, errInvalid) || errors.Is(err, errAccount) {
			return err
		}
		time.Sleep(c.Unit)
	}
}

// KnownBusy goes on for those that are busy only.
func KnownBusy(ctx context.Context, c *api.Client, m api.Message) error {
	for { // want "for 15 SubscriberBlockedService of class never"
		code, err := send(ctx, c, m)
		if err != nil {
			return err
		}
		if err := known(code); !errors.Is(err, errBusy) {
			return err
		}
		time.Sleep(c.Unit)
	}
}

// Wrapped wraps it.
func Wrapped(ctx context.Context, c *api.Client, m api.Message) error {
	for { // want "for 15 SubscriberBlockedService of class never"
		code, err := send(ctx, c, m)
		if err != nil {
			return err
		}
		if code == "0" {
			return nil
		}
		err = fmt.Errorf("send to %s: %w", m.To, errorOf[code])
		if !errors.Is(err, errBusy) {
			return err
		}
		time.Sleep(c.Unit)
	}
}

// Passing goes on for what has an error at all.
func Passing(ctx context.Context, c *api.Client, m api.Message) error {
	for {
		code, err := send(ctx, c, m)
		if err != nil {
			return err
		}
		err = passing[code]
		if err == nil {
			return known(code)
		}
		time.Sleep(c.Unit)
	}
}

// Own looks for the API's own errors.
func Own(ctx context.Context, c *api.Client, m api.Message) error {
	for { // want "for 10 CouldNotRoute of class never"
		code, err := send(ctx, c, m)
		if err != nil {
			return err
		}
		err = own[code]
		if !errors.Is(err, codes.ResponseThrottlingRateExceeded) && !errors.Is(err, codes.ResponseCouldNotRoute) {
			return err
		}
		time.Sleep(c.Unit)
	}
}

// Registered goes by what others have said.
func Registered(ctx context.Context, c *api.Client, m api.Message) error {
	for {
		code, err := send(ctx, c, m)
		if err != nil {
			return err
		}
		err = registered[code]
		if !errors.Is(err, errBusy) {
			return err
		}
		time.Sleep(c.Unit)
	}
}
