// Package ended has operations that a library stops to call for another reason
// than what they return, and such as know of the execution.
package ended

import (
	"context"
	"errors"

	"github.com/Rican7/retry"
	"github.com/Rican7/retry/strategy"
	"github.com/eapache/go-resiliency/retrier"
	"github.com/failsafe-go/failsafe-go"
	"github.com/failsafe-go/failsafe-go/retrypolicy"

	"example.test/libs/api"
	"github.com/errcodelint/errcodelint/codes"
)

// reply is what the API says to a message.
type reply struct {
	Code codes.ResponseCode `json:"responseCode"`
}

func attempt(ctx context.Context, c *api.Client, m api.Message) error {
	var r reply
	if err := c.Post(ctx, "/sms", m, &r); err != nil {
		return err
	}
	return r.Code.Err()
}

// stays reports whether an error is a code that stays.
func stays(err error) bool {
	var code codes.ResponseCode
	return errors.As(err, &code) && !code.Retryable()
}

// Execution knows of the execution.
func Execution(ctx context.Context, c *api.Client, m api.Message) error {
	policy := retrypolicy.NewBuilder[any]().WithDelay(c.Unit).WithMaxRetries(3).Build()
	return failsafe.With(policy).WithContext(ctx).RunWithExecution(func(e failsafe.Execution[any]) error { // want "and 10 more of class never"
		return attempt(e.Context(), c, m)
	})
}

// ExecutionAborted has a policy that ends at what stays.
func ExecutionAborted(ctx context.Context, c *api.Client, m api.Message) error {
	policy := retrypolicy.NewBuilder[any]().WithDelay(c.Unit).WithMaxRetries(3).
		AbortIf(func(_ any, err error) bool { return stays(err) }).Build()
	return failsafe.With(policy).WithContext(ctx).RunWithExecution(func(e failsafe.Execution[any]) error {
		return attempt(e.Context(), c, m)
	})
}

// Statements builds the policy in statements.
func Statements(ctx context.Context, c *api.Client, m api.Message) error {
	builder := retrypolicy.NewBuilder[any]()
	builder.WithDelay(c.Unit)
	builder.WithMaxRetries(3).AbortIf(func(_ any, err error) bool { return stays(err) })
	return failsafe.With(builder.Build()).Run(func() error { return attempt(ctx, c, m) })
}

// StatementsPauses says in statements only how long it waits.
func StatementsPauses(ctx context.Context, c *api.Client, m api.Message) error {
	builder := retrypolicy.NewBuilder[any]()
	builder.WithDelay(c.Unit)
	builder.WithMaxRetries(3)
	return failsafe.With(builder.Build()).Run(func() error { return attempt(ctx, c, m) }) // want "and 10 more of class never"
}

// OneTry tries once.
func OneTry(ctx context.Context, c *api.Client, m api.Message) error {
	policy := retrypolicy.NewBuilder[any]().WithMaxAttempts(1).Build()
	return failsafe.With(policy).Run(func() error { return attempt(ctx, c, m) })
}

// EapacheContext gets a context.
func EapacheContext(ctx context.Context, c *api.Client, m api.Message) error {
	r := retrier.New(retrier.ConstantBackoff(3, c.Unit), nil)
	return r.RunCtx(ctx, func(ctx context.Context) error { return attempt(ctx, c, m) }) // want "and 10 more of class never"
}

// EapacheNumber gets the attempt's number, too.
func EapacheNumber(ctx context.Context, c *api.Client, m api.Message) error {
	r := retrier.New(retrier.ConstantBackoff(3, c.Unit), nil)
	return r.RunFn(ctx, func(ctx context.Context, _ int) error { return attempt(ctx, c, m) }) // want "and 10 more of class never"
}

type classifier struct{}

// Classify says what to do about an error.
func (classifier) Classify(err error) retrier.Action {
	switch {
	case err == nil:
		return retrier.Succeed
	case stays(err):
		return retrier.Fail
	}
	return retrier.Retry
}

// EapacheClassified has a classifier.
func EapacheClassified(ctx context.Context, c *api.Client, m api.Message) error {
	r := retrier.New(retrier.ConstantBackoff(3, c.Unit), classifier{})
	return r.RunCtx(ctx, func(ctx context.Context) error { return attempt(ctx, c, m) })
}

// Strategy ends it by a strategy of its own.
func Strategy(ctx context.Context, c *api.Client, m api.Message) error {
	var last error
	return retry.Retry(func(uint) error {
		last = attempt(ctx, c, m)
		return last
	}, strategy.Limit(4), func(uint) bool { return !stays(last) })
}
