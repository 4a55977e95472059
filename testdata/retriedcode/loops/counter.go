package loops

import (
	"context"
	"fmt"
	"time"

	"example.test/programs/retriedcode/api"
	"github.com/errcodelint/errcodelint/codes"
)

// Counter tries five times whatever the reply says.
func Counter(ctx context.Context, c *api.Client, m api.Message) error {
	for i := 0; i < maxTries; i++ { // want "for 1 InvalidCredentials, 2 InvalidIP, 3 AccountExpired, 4 AccountDisabled, 10 CouldNotRoute and 10 more of class never.*of class fix"
		r, err := send(ctx, c, m)
		if err != nil {
			return err
		}
		if r.Code == codes.ResponseSuccess {
			return nil
		}
		time.Sleep(c.Unit)
	}
	return errGivenUp
}

// CounterRetryable tries again where there is a point in it.
func CounterRetryable(ctx context.Context, c *api.Client, m api.Message) error {
	for i := 0; i < maxTries; i++ {
		r, err := send(ctx, c, m)
		if err != nil {
			return err
		}
		if r.Code == codes.ResponseSuccess {
			return nil
		}
		if !r.Code.Retryable() {
			return r.Code.Err()
		}
		time.Sleep(c.Unit)
	}
	return errGivenUp
}

// CounterRange counts with range, keeps the last code and doubles the pause.
func CounterRange(ctx context.Context, c *api.Client, m api.Message) error {
	pause := c.Unit
	var last codes.ResponseCode
	for attempt := range maxTries { // want "and 10 more of class never"
		if attempt > 0 {
			time.Sleep(pause)
			pause *= 2
		}
		r, err := send(ctx, c, m)
		if err != nil {
			return err
		}
		last = r.Code
		if last == codes.ResponseSuccess {
			return nil
		}
	}
	return fmt.Errorf("after %d tries: %w", maxTries, last.Err())
}

// CounterBlocked knows of the subscriber who wants no more messages, and of no
// other code that lasts.
func CounterBlocked(ctx context.Context, c *api.Client, m api.Message) error {
	for tries := 0; tries < maxTries; tries++ { // want "and 9 more of class never"
		r, err := send(ctx, c, m)
		if err != nil {
			return err
		}
		switch r.Code {
		case codes.ResponseSuccess:
			return nil
		case codes.ResponseSubscriberBlockedService:
			return r.Code
		}
		time.Sleep(c.Unit)
	}
	return errGivenUp
}

// CounterSpam lets two codes through that it should not.
func CounterSpam(ctx context.Context, c *api.Client, m api.Message) error {
	for tries := 1; ; tries++ { // want "for 10 CouldNotRoute, 19 SpamThresholdExceeded of class never"
		r, err := send(ctx, c, m)
		if err != nil {
			return err
		}
		switch r.Code {
		case codes.ResponseSuccess:
			return nil
		case codes.ResponseThrottlingRateExceeded, codes.ResponseGeneralFailure, codes.ResponseSystemError,
			codes.ResponseSpamThresholdExceeded, codes.ResponseCouldNotRoute:
			if tries == maxTries {
				return errGivenUp
			}
			time.Sleep(time.Duration(tries) * c.Unit)
		default:
			return r.Code.Err()
		}
	}
}

// CounterSwitch sends again for the codes that pass, and leaves for all others.
func CounterSwitch(ctx context.Context, c *api.Client, m api.Message) error {
	for tries := 1; ; tries++ {
		r, err := send(ctx, c, m)
		if err != nil {
			return err
		}
		switch r.Code {
		case codes.ResponseSuccess:
			return nil
		case codes.ResponseThrottlingRateExceeded, codes.ResponseGeneralFailure, codes.ResponseSystemError,
			codes.ResponseTokenGenerationFailed:
			if tries == maxTries {
				return errGivenUp
			}
			time.Sleep(time.Duration(tries) * c.Unit)
		default:
			return r.Code.Err()
		}
	}
}

// CounterTransport tries again when nothing came back, which no code is.
func CounterTransport(ctx context.Context, c *api.Client, m api.Message) error {
	var last error
	for range maxTries {
		r, err := send(ctx, c, m)
		if err != nil {
			last = err
			time.Sleep(c.Unit)
			continue
		}
		return r.Code.Err()
	}
	return last
}

// CounterTwice sends each message twice, code or no code: a test of the line,
// not a retry.
func CounterTwice(ctx context.Context, c *api.Client, m api.Message) error {
	failed := 0
	for range 2 {
		r, err := send(ctx, c, m)
		if err != nil {
			return err
		}
		if r.Code != codes.ResponseSuccess {
			failed++
		}
	}
	if failed > 0 {
		return errGivenUp
	}
	return nil
}
