package manual

import (
	"context"
	"errors"
	"fmt"

	"example.test/programs/retriedcode/api"
	"github.com/errcodelint/errcodelint/codes"
)

// What the services know of a failure.
var (
	ErrBusy    = errors.New("the API is busy")
	ErrRefused = errors.New("refused for good")
	ErrAccount = errors.New("something is wrong with the account")
)

// Ask sends a message, and says in the services' own words what came of it. A list that
// is too long was mistaken for a busy API.
func Ask(ctx context.Context, c *api.Client, m api.Message) error {
	var r struct {
		Code codes.ResponseCode `json:"responseCode"`
	}
	if err := c.Post(ctx, "/sms", m, &r); err != nil {
		return err
	}
	switch r.Code {
	case codes.ResponseSuccess:
		return nil
	case codes.ResponseThrottlingRateExceeded, codes.ResponseTokenGenerationFailed, codes.ResponseGeneralFailure,
		codes.ResponseSystemError, codes.ResponseDestinationListTooLong:
		return fmt.Errorf("message to %s: %w", m.To, ErrBusy)
	case codes.ResponseInvalidCredentials, codes.ResponseInvalidIP, codes.ResponseAccountExpired, codes.ResponseAccountDisabled,
		codes.ResponseInsufficientCredit, codes.ResponsePrepaidAccountExpired, codes.ResponseRouteLimitedByAccount:
		return fmt.Errorf("message to %s: %w", m.To, ErrAccount)
	}
	return fmt.Errorf("message to %s: %w", m.To, ErrRefused)
}

// Transient reports whether there is a point in trying again.
func Transient(err error) bool { return errors.Is(err, ErrBusy) }

// Final reports whether there is none.
func Final(err error) bool { return errors.Is(err, ErrRefused) || errors.Is(err, ErrAccount) }

// Deliver returns the code as its error.
func Deliver(ctx context.Context, c *api.Client, m api.Message) error {
	var r struct {
		Code codes.ResponseCode `json:"responseCode"`
	}
	if err := c.Post(ctx, "/sms", m, &r); err != nil {
		return err
	}
	return r.Code.Err()
}
