package small

import (
	"context"
	"fmt"

	"github.com/eapache/go-resiliency/retrier"

	"example.test/libs/api"
	"github.com/errcodelint/errcodelint/codes"
)

// refused wraps the code.
func refused(ctx context.Context, c *api.Client, m api.Message) error {
	code, err := send(ctx, c, m)
	if err == nil && code != codes.ResponseSuccess {
		err = fmt.Errorf("to %s: %w", m.To, code)
	}
	return err
}

// White lists one that does not pass.
func White(ctx context.Context, c *api.Client, m api.Message) error {
	r := retrier.New(retrier.ConstantBackoff(5, c.Unit), retrier.WhitelistClassifier{
		codes.ResponseThrottlingRateExceeded, codes.ResponseSpamThresholdExceeded,
	})
	return r.Run(func() error { return refused(ctx, c, m) }) // want "for 19 SpamThresholdExceeded of class never"
}

// WhitePassing lists what passes.
func WhitePassing(ctx context.Context, c *api.Client, m api.Message) error {
	passing := retrier.WhitelistClassifier{codes.ResponseThrottlingRateExceeded, codes.ResponseSystemError}
	r := retrier.New(retrier.ConstantBackoff(5, c.Unit), passing)
	return r.RunCtx(ctx, func(ctx context.Context) error { return refused(ctx, c, m) })
}

var account = []error{codes.ResponseInvalidCredentials, codes.ResponseInvalidIP, codes.ResponseAccountExpired, codes.ResponseAccountDisabled}

// Black lists some of what does not pass.
func Black(ctx context.Context, c *api.Client, m api.Message) error {
	r := retrier.New(retrier.ConstantBackoff(5, c.Unit), retrier.BlacklistClassifier(account))
	return r.Run(func() error { return refused(ctx, c, m) }) // want "for 10 CouldNotRoute, 11 InvalidRecipient, .* and 6 more of class never"
}

// BlackPassing marks what does not pass by another error.
func BlackPassing(ctx context.Context, c *api.Client, m api.Message) error {
	r := retrier.New(retrier.ConstantBackoff(5, c.Unit), retrier.BlacklistClassifier{errFinal})
	return r.Run(func() error {
		code, err := send(ctx, c, m)
		if err == nil && code != codes.ResponseSuccess && !code.Retryable() {
			return fmt.Errorf("%w: %w", errFinal, code)
		}
		if err != nil {
			return err
		}
		return code.Err()
	})
}

var errFinal = fmt.Errorf("final")

// Own asks a classifier of the program's own.
func Own(ctx context.Context, c *api.Client, m api.Message) error {
	r := retrier.New(retrier.ConstantBackoff(5, c.Unit), judge{})
	return r.Run(func() error {
		code, err := send(ctx, c, m)
		if err != nil {
			return err
		}
		return code.Err()
	})
}

type judge struct{}

func (judge) Classify(err error) retrier.Action {
	code, ok := err.(codes.ResponseCode)
	switch {
	case err == nil:
		return retrier.Succeed
	case ok && !code.Retryable():
		return retrier.Fail
	}
	return retrier.Retry
}
