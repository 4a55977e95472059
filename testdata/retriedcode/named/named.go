// Package named has functions and lists whose names have to do with retries, and say something else.
package named

import (
	"context"

	"example.test/programs/retriedcode/api"
	"github.com/errcodelint/errcodelint/codes"
)

func ask(ctx context.Context, c *api.Client, m api.Message) (codes.ResponseCode, error) {
	var r struct {
		Code codes.ResponseCode `json:"responseCode"`
	}
	err := c.Post(ctx, "/sms", m, &r)
	return r.Code, err
}

// retryLimitReached is true where there is no sense in another try.
func retryLimitReached(code codes.ResponseCode, tries int) bool {
	return tries > 3 || code == codes.ResponseSpamThresholdExceeded
}

// needsRetryAlert is true for what somebody should look at.
func needsRetryAlert(code codes.ResponseCode) bool { return code == codes.ResponseInvalidIP }

// isTemporarilyBlocked is about an account.
func isTemporarilyBlocked(code codes.ResponseCode) bool {
	return code == codes.ResponseSpamThresholdExceeded || code == codes.ResponseAccountDisabled
}

// retryWithOtherSender is about another request.
func retryWithOtherSender(code codes.ResponseCode) bool {
	return code == codes.ResponseInvalidOriginator || code == codes.ResponseInvalidAlphanumericOriginator
}

// retryForbidden is the opposite.
func retryForbidden(code codes.ResponseCode) bool { return !code.Retryable() }

// retryAdvice is what customers are told about.
var retryAdvice = map[codes.ResponseCode]bool{codes.ResponseInvalidCode: true}

// Sender sends from another sender what the first one may not send.
func Sender(ctx context.Context, c *api.Client, m api.Message) error {
	code, err := ask(ctx, c, m)
	if err == nil && retryWithOtherSender(code) {
		m.From = "12345"
		code, err = ask(ctx, c, m)
	}
	if err != nil {
		return err
	}
	return code.Err()
}

// Limited stops for good where there is no sense in going on.
func Limited(ctx context.Context, c *api.Client, m api.Message) error {
	for tries := 1; ; tries++ {
		code, err := ask(ctx, c, m)
		if err != nil {
			return err
		}
		if retryForbidden(code) || retryLimitReached(code, tries) || isTemporarilyBlocked(code) || needsRetryAlert(code) || retryAdvice[code] {
			return code.Err()
		}
	}
}

// OnError asks it.
func OnError(ctx context.Context, c *api.Client, m api.Message) error {
	for range 3 {
		code, err := ask(ctx, c, m)
		if err != nil {
			return err
		}
		if !shouldRetryOnError(code) {
			return code.Err()
		}
	}
	return nil
}

// shouldRetryOnError says just that.
func shouldRetryOnError(code codes.ResponseCode) bool {
	return code.Retryable() || code == codes.ResponseCouldNotRoute // want "true for 10 CouldNotRoute"
}
