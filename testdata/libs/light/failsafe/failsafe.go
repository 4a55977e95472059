// Package failsafe sends with failsafe-go.
package failsafe

import (
	"context"
	"errors"
	"time"

	"github.com/failsafe-go/failsafe-go"
	"github.com/failsafe-go/failsafe-go/circuitbreaker"
	"github.com/failsafe-go/failsafe-go/fallback"
	"github.com/failsafe-go/failsafe-go/retrypolicy"
	"github.com/failsafe-go/failsafe-go/timeout"

	"example.test/libs/api"
	"github.com/errcodelint/errcodelint/codes"
)

// reply is what the API says to a message.
type reply struct {
	Code codes.ResponseCode `json:"responseCode"`
}

// send sends a message once. The error is the transport's.
func send(ctx context.Context, c *api.Client, m api.Message) (codes.ResponseCode, error) {
	var r reply
	err := c.Post(ctx, "/sms", m, &r)
	return r.Code, err
}

func attempt(ctx context.Context, c *api.Client, m api.Message) error {
	code, err := send(ctx, c, m)
	if err != nil {
		return err
	}
	return code.Err()
}

// Plain has a policy that takes every error.
func Plain(ctx context.Context, c *api.Client, m api.Message) error {
	policy := retrypolicy.NewBuilder[any]().WithDelay(c.Unit).WithMaxRetries(5).Build()
	return failsafe.With(policy).Run(func() error { // want "and 10 more of class never"
		return attempt(ctx, c, m)
	})
}

// Handled has one that takes what passes.
func Handled(ctx context.Context, c *api.Client, m api.Message) error {
	policy := retrypolicy.NewBuilder[any]().HandleIf(func(_ any, err error) bool {
		var code codes.ResponseCode
		return errors.As(err, &code) && code.Retryable()
	}).WithDelay(c.Unit).WithMaxRetries(5).Build()
	return failsafe.With(policy).Run(func() error { return attempt(ctx, c, m) })
}

// Aborted has one that ends at what stays.
func Aborted(ctx context.Context, c *api.Client, m api.Message) error {
	policy := retrypolicy.NewBuilder[any]().AbortIf(func(_ any, err error) bool {
		var code codes.ResponseCode
		return errors.As(err, &code) && !code.Retryable()
	}).WithDelay(c.Unit).WithMaxRetries(5).Build()
	return failsafe.With(policy).Run(func() error { return attempt(ctx, c, m) })
}

// AbortedSome ends at some of it.
func AbortedSome(ctx context.Context, c *api.Client, m api.Message) error {
	policy := retrypolicy.NewBuilder[any]().AbortIf(func(_ any, err error) bool {
		return errors.Is(err, codes.ResponseInvalidRecipient) || errors.Is(err, codes.ResponseInvalidOriginator)
	}).WithDelay(c.Unit).WithMaxRetries(5).Build()
	return failsafe.With(policy).Run(func() error { return attempt(ctx, c, m) }) // want "for 1 InvalidCredentials, 2 InvalidIP, 3 AccountExpired, 4 AccountDisabled, 10 CouldNotRoute and 8 more of class never"
}

// Listed ends at what a list has.
func Listed(ctx context.Context, c *api.Client, m api.Message) error {
	policy := retrypolicy.NewBuilder[any]().
		AbortOnErrors(codes.ResponseInvalidRecipient, codes.ResponseInvalidOriginator, codes.ResponseSubscriberBlockedService).
		WithDelay(c.Unit).Build()
	return failsafe.With(policy).Run(func() error { return attempt(ctx, c, m) }) // want "and 7 more of class never"
}

// ListedAndAsked has a function end the rest.
func ListedAndAsked(ctx context.Context, c *api.Client, m api.Message) error {
	policy := retrypolicy.NewBuilder[any]().AbortOnErrors(codes.ResponseInvalidRecipient, context.Canceled).
		AbortIf(func(_ any, err error) bool { return final(err) }).WithDelay(c.Unit).Build()
	return failsafe.With(policy).Run(func() error { return attempt(ctx, c, m) })
}

// HandledList has a list of what passes, and of a code that does not.
func HandledList(ctx context.Context, c *api.Client, m api.Message) error {
	policy := retrypolicy.NewBuilder[any]().
		HandleErrors(codes.ResponseThrottlingRateExceeded, codes.ResponseSpamThresholdExceeded, codes.ResponseGeneralFailure).
		WithDelay(c.Unit).Build()
	return failsafe.With(policy).Run(func() error { return attempt(ctx, c, m) }) // want "for 19 SpamThresholdExceeded of class never"
}

// HandledPassing has one of what passes.
func HandledPassing(ctx context.Context, c *api.Client, m api.Message) error {
	policy := retrypolicy.NewBuilder[any]().HandleErrors(codes.ResponseThrottlingRateExceeded, codes.ResponseGeneralFailure).
		WithDelay(c.Unit).Build()
	return failsafe.With(policy).Run(func() error { return attempt(ctx, c, m) })
}

// HandledUnless takes what passes, and one code more, which ends it.
func HandledUnless(ctx context.Context, c *api.Client, m api.Message) error {
	policy := retrypolicy.NewBuilder[any]().
		HandleErrors(codes.ResponseThrottlingRateExceeded, codes.ResponseSpamThresholdExceeded).
		AbortOnErrors(codes.ResponseSpamThresholdExceeded).WithDelay(c.Unit).Build()
	return failsafe.With(policy).Run(func() error { return attempt(ctx, c, m) })
}

// final says what stays.
func final(err error) bool {
	var code codes.ResponseCode
	return errors.As(err, &code) && !code.Retryable()
}

// AbortedResult ends at a reply, which it looks at itself.
func AbortedResult(ctx context.Context, c *api.Client, m api.Message) error {
	policy := retrypolicy.NewBuilder[codes.ResponseCode]().AbortIf(func(code codes.ResponseCode, err error) bool {
		return err != nil && !code.Retryable()
	}).WithDelay(c.Unit).Build()
	_, err := failsafe.With(policy).Get(func() (codes.ResponseCode, error) {
		code, err := send(ctx, c, m)
		if err != nil {
			return code, err
		}
		return code, code.Err()
	})
	return err
}

// Guarded has a breaker and a timeout, and nothing that tries again.
func Guarded(ctx context.Context, c *api.Client, m api.Message) error {
	breaker := circuitbreaker.NewBuilder[any]().WithFailureThreshold(5).Build()
	return failsafe.With(breaker, timeout.New[any](time.Minute)).Run(func() error { return attempt(ctx, c, m) })
}

// Covered makes a success of every error before the policy gets to see it.
func Covered(ctx context.Context, c *api.Client, m api.Message) error {
	policy := retrypolicy.NewBuilder[any]().WithDelay(c.Unit).Build()
	later := fallback.NewWithResult[any](nil)
	return failsafe.With(policy, later).Run(func() error { return attempt(ctx, c, m) })
}

// CoveredInTheEnd does so when the policy has given up.
func CoveredInTheEnd(ctx context.Context, c *api.Client, m api.Message) error {
	later := fallback.NewWithResult[any](nil)
	policy := retrypolicy.NewBuilder[any]().WithDelay(c.Unit).Build()
	return failsafe.With(later, policy).Run(func() error { // want "and 10 more of class never"
		return attempt(ctx, c, m)
	})
}

// A sender keeps what it sends by.
type sender struct {
	client   *api.Client
	executor failsafe.Executor[any]
}

func newSender(c *api.Client) *sender {
	return &sender{c, failsafe.With[any](retrypolicy.NewBuilder[any]().WithDelay(c.Unit).Build(), timeout.New[any](time.Minute))}
}

// Kept has its policy in a field.
func Kept(ctx context.Context, c *api.Client, m api.Message) error {
	s := newSender(c)
	return s.executor.WithContext(ctx).Run(func() error { // want "and 10 more of class never"
		return attempt(ctx, s.client, m)
	})
}

// Broken has a breaker that opens when the first one has failed.
func Broken(ctx context.Context, c *api.Client, m api.Message) error {
	policy := retrypolicy.NewBuilder[any]().WithMaxRetries(3).WithDelay(c.Unit).Build()
	return failsafe.With(policy, circuitbreaker.NewWithDefaults[any]()).Run(func() error { return attempt(ctx, c, m) })
}

// BrokenLater has one that bears more of them.
func BrokenLater(ctx context.Context, c *api.Client, m api.Message) error {
	policy := retrypolicy.NewBuilder[any]().WithMaxRetries(3).WithDelay(c.Unit).Build()
	breaker := circuitbreaker.NewBuilder[any]().WithFailureThreshold(5).Build()
	return failsafe.With(policy, breaker).Run(func() error { return attempt(ctx, c, m) }) // want "and 10 more of class never"
}

// BrokenAround has the breaker around all tries.
func BrokenAround(ctx context.Context, c *api.Client, m api.Message) error {
	policy := retrypolicy.NewBuilder[any]().WithMaxRetries(3).WithDelay(c.Unit).Build()
	breaker := circuitbreaker.NewWithDefaults[any]()
	return failsafe.With(breaker, policy).Run(func() error { return attempt(ctx, c, m) }) // want "and 10 more of class never"
}

var account = []error{codes.ResponseInvalidCredentials, codes.ResponseInvalidIP, codes.ResponseAccountExpired, codes.ResponseAccountDisabled}

// AbortListed aborts for those of a list.
func AbortListed(ctx context.Context, c *api.Client, m api.Message) error {
	policy := retrypolicy.NewBuilder[any]().AbortOnErrors(account...).WithDelay(c.Unit).Build()
	return failsafe.With(policy).WithContext(ctx).Run(func() error { // want "for 10 CouldNotRoute, 11 InvalidRecipient, .* and 6 more of class never"
		code, err := send(ctx, c, m)
		if err != nil {
			return err
		}
		return code.Err()
	})
}
