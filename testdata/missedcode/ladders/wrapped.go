package ladders

import (
	"context"
	"errors"
	"fmt"

	"github.com/errcodelint/errcodelint/codes"
)

// sender's errors wrap the code.
type sender interface {
	Send(context.Context, string) error
}

// advise asks an error which code it holds.
func advise(err error) string {
	switch { // want `this switch does not say what happens to 20 response codes .*: 1 InvalidCredentials`
	case errors.Is(err, codes.ResponseThrottlingRateExceeded):
		return "slow down"
	case errors.Is(err, codes.ResponseInsufficientCredit):
		return "top up"
	}
	return ""
}

// publish has a default.
func publish(ctx context.Context, s sender, text string) (string, error) {
	switch err := s.Send(ctx, text); {
	case err == nil:
		return "sent", nil
	case errors.Is(err, codes.ResponseThrottlingRateExceeded), errors.Is(err, codes.ResponseGeneralFailure):
		return "later", nil
	case errors.Is(err, context.Canceled):
		return "", err
	default:
		return "", fmt.Errorf("publish: %w", err)
	}
}

// publishOnce is a chain, with a sentinel beside.
func publishOnce(ctx context.Context, s sender, text string) (out string) {
	err := s.Send(ctx, text)
	if errors.Is(err, codes.ResponseThrottlingRateExceeded) { // want `this if/else-if chain does not say what happens to 19 response codes`
		out = "later"
	} else if errors.Is(err, codes.ResponseInsufficientCredit) {
		out = "top up"
	} else if errors.Is(err, codes.ResponseInvalidRecipient) {
		out = "wrong number"
	}
	return out
}

// hand is a ladder that hands on what it does not know.
func hand(err error) error {
	if errors.Is(err, codes.ResponseThrottlingRateExceeded) {
		return errBusy
	}
	if errors.Is(err, codes.ResponseInsufficientCredit) {
		return errCredit
	}
	if errors.Is(err, codes.ResponseInvalidRecipient) {
		return errNumber
	}
	return err
}

// sentinels are no codes.
func sentinels(err error) string {
	switch {
	case errors.Is(err, errBusy):
		return "later"
	case errors.Is(err, errCredit):
		return "top up"
	}
	return ""
}
