package questions

import (
	"context"
	"errors"
	"time"

	"example.test/programs/retriedcode/api"
	"github.com/errcodelint/errcodelint/codes"
)

// retryable is answered by several errors.
type retryable interface{ Retryable() bool }

func sendLoose(ctx context.Context, c *api.Client, m api.Message) error {
	r, err := ask(ctx, c, m)
	if err == nil && r.Code != codes.ResponseSuccess {
		err = loose{r.Code}
	}
	return err
}

// Several asks one of several, which is told about.
func Several(ctx context.Context, c *api.Client, m api.Message) (err error) {
	for range 3 {
		if err = sendLoose(ctx, c, m); err == nil {
			return nil
		}
		var r retryable
		if !errors.As(err, &r) || !r.Retryable() {
			return err
		}
		time.Sleep(c.Unit)
	}
	return err
}

// A loose error says yes for one code too many.
type loose struct{ code codes.ResponseCode }

func (l loose) Error() string { return l.code.Error() }
func (l loose) Retryable() bool {
	switch l.code {
	case codes.ResponseThrottlingRateExceeded, codes.ResponseSystemError, codes.ResponseInvalidRecipient: // want "11 InvalidRecipient .* is of class never"
		return true
	}
	return false
}

func sendStrict(ctx context.Context, c *api.Client, m api.Message) error {
	r, err := ask(ctx, c, m)
	if err == nil && r.Code != codes.ResponseSuccess {
		err = strict{r.Code}
	}
	return err
}

// SeveralStrict asks another one of them.
func SeveralStrict(ctx context.Context, c *api.Client, m api.Message) (err error) {
	for range 3 {
		err = sendStrict(ctx, c, m)
		if !mayPass(err) {
			return err
		}
		time.Sleep(c.Unit)
	}
	return err
}

func mayPass(err error) bool {
	var r retryable
	return errors.As(err, &r) && r.Retryable()
}

// A strict error says yes where it may pass.
type strict struct{ code codes.ResponseCode }

func (s strict) Error() string   { return s.code.Error() }
func (s strict) Retryable() bool { return s.code.Retryable() }

func sendNumber(ctx context.Context, c *api.Client, m api.Message) error {
	r, err := ask(ctx, c, m)
	if err == nil && r.Code != codes.ResponseSuccess {
		err = number(r.Code)
	}
	return err
}

// Number has a function ask an error that is a code, and says yes too often.
func Number(ctx context.Context, c *api.Client, m api.Message) (err error) {
	for range 3 {
		if err = sendNumber(ctx, c, m); err == nil || !shouldRetry(err) {
			return err
		}
		time.Sleep(c.Unit)
	}
	return err
}

// shouldRetry asks the error.
func shouldRetry(err error) bool {
	var n number
	if errors.As(err, &n) {
		return n.Retryable()
	}
	return true
}

// A number is an error that is a code.
type number codes.ResponseCode

func (n number) Error() string { return codes.ResponseCode(n).Error() }
func (n number) Retryable() bool {
	return codes.ResponseCode(n) != codes.ResponseInvalidRecipient // want "true for 1 InvalidCredentials, .* and 9 more of class never"
}
