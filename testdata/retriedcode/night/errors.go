package night

import (
	"context"
	"errors"
	"time"

	"example.test/programs/retriedcode/api"
	"example.test/programs/retriedcode/manual"
	"github.com/errcodelint/errcodelint/codes"
)

// AskTransient asks a predicate that knows no codes, but what became of them.
func AskTransient(ctx context.Context, c *api.Client, m api.Message) error {
	for attempt := 1; ; attempt++ { // want "for 17 DestinationListTooLong of class never"
		err := manual.Ask(ctx, c, m)
		if err == nil || !manual.Transient(err) || attempt == tries {
			return err
		}
		time.Sleep(c.Unit)
	}
}

// AskFinal asks the other way round.
func AskFinal(ctx context.Context, c *api.Client, m api.Message) error {
	var err error
	for range tries { // want "for 17 DestinationListTooLong of class never"
		if err = manual.Ask(ctx, c, m); err == nil || manual.Final(err) {
			return err
		}
		time.Sleep(c.Unit)
	}
	return err
}

// stays reports whether an error stays, as far as anybody has noticed.
func stays(err error) bool {
	if errors.Is(err, codes.ResponseInvalidRecipient) || errors.Is(err, codes.ResponseSubscriberBlockedService) {
		return true
	}
	switch {
	case errors.Is(err, codes.ResponseInvalidCredentials):
		return true
	case errors.Is(err, codes.ResponseInsufficientCredit), errors.Is(err, codes.ResponsePrepaidAccountExpired):
		return true
	}
	return false
}

// Stays asks for one code after the other.
func Stays(ctx context.Context, c *api.Client, m api.Message) error {
	for range tries { // want "for 2 InvalidIP, 3 AccountExpired, 4 AccountDisabled, 10 CouldNotRoute, 12 InvalidOriginator and 7 more of class never, which cannot succeed, and for 301 NoWhatsAppSession of class fix"
		err := manual.Deliver(ctx, c, m)
		if err == nil || stays(err) {
			return err
		}
		time.Sleep(c.Unit)
	}
	return errNight
}

// passes reports whether an error passes by itself.
func passes(err error) bool {
	return errors.Is(err, codes.ResponseThrottlingRateExceeded) || errors.Is(err, codes.ResponseGeneralFailure) ||
		errors.Is(err, codes.ResponseSystemError) || errors.Is(err, codes.ResponseTokenGenerationFailed)
}

// Passes asks for what passes.
func Passes(ctx context.Context, c *api.Client, m api.Message) error {
again:
	err := manual.Deliver(ctx, c, m)
	if passes(err) {
		time.Sleep(c.Unit)
		goto again
	}
	return err
}

// while calls fn again as long as its error is one that again is true for.
func while(again func(error) bool, fn func() error) error {
	err := fn()
	for n := 1; err != nil && n < tries; n++ {
		if !again(err) {
			break
		}
		err = fn()
	}
	return err
}

// WhileTransient hands over the other package's predicate.
func WhileTransient(ctx context.Context, c *api.Client, m api.Message) error {
	return while(manual.Transient, func() error { // want "for 17 DestinationListTooLong of class never"
		return manual.Ask(ctx, c, m)
	})
}

// WhileNotRefused hands over one of its own, which forgets the account.
func WhileNotRefused(ctx context.Context, c *api.Client, m api.Message) error {
	notRefused := func(err error) bool { return !errors.Is(err, manual.ErrRefused) }
	return while(notRefused, func() error { // want "for 1 InvalidCredentials, 2 InvalidIP, 3 AccountExpired, 4 AccountDisabled, 14 RouteLimitedByAccount and 1 more of class never, which cannot succeed, and for 6 "
		return manual.Ask(ctx, c, m)
	})
}

// WhilePassing hands over one that knows the codes.
func WhilePassing(ctx context.Context, c *api.Client, m api.Message) error {
	return while(passes, func() error { return manual.Deliver(ctx, c, m) })
}

// WhileText hands over one that reads the error's text, of which nobody knows what is in it.
func WhileText(ctx context.Context, c *api.Client, m api.Message) error {
	return while(func(err error) bool { return err.Error() == "busy" }, func() error { return manual.Ask(ctx, c, m) })
}
