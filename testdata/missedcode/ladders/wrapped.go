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

// refused is an error with a code.
type refused struct {
	Code codes.ResponseCode
}

func (r *refused) Error() string { return "refused: " + r.Code.Description() }

// hint has something to say to every error: one that holds a code is not nil.
func hint(err error) string {
	switch {
	case errors.Is(err, codes.ResponseInsufficientCredit), errors.Is(err, codes.ResponsePrepaidAccountExpired):
		return "top up"
	case errors.Is(err, codes.ResponseThrottlingRateExceeded):
		return "wait"
	case err != nil:
		return err.Error()
	}
	return ""
}

// label is a chain that does the same.
func label(err error) (text string) {
	if errors.Is(err, codes.ResponseThrottlingRateExceeded) {
		text = "slow"
	} else if errors.Is(err, codes.ResponseInsufficientCredit) {
		text = "poor"
	} else if errors.Is(err, codes.ResponseInvalidRecipient) {
		text = "wrong"
	} else if !(err == nil) {
		text = "failed"
	}
	return text
}

// status asks the error that the code came out of.
func status(err error) string {
	var r *refused
	switch {
	case errors.As(err, &r) && r.Code == codes.ResponseThrottlingRateExceeded:
		return "slow"
	case errors.As(err, &r) && r.Code == codes.ResponseInsufficientCredit:
		return "poor"
	case err != nil:
		return "failed"
	}
	return ""
}

// codeOf returns the code that an error holds.
func codeOf(err error) codes.ResponseCode {
	var r *refused
	if errors.As(err, &r) {
		return r.Code
	}
	return codes.ResponseSuccess
}

// mood asks both.
func mood(err error) string {
	code := codeOf(err)
	switch {
	case code == codes.ResponseThrottlingRateExceeded:
		return "slow"
	case code == codes.ResponseInsufficientCredit:
		return "poor"
	case err != nil:
		return "failed"
	}
	return ""
}

// excuse says nothing of most errors.
func excuse(err error, verbose bool) string {
	switch { // want `this switch does not say what happens to 20 response codes .*they end in .return ""`
	case err == nil:
		return "none"
	case errors.Is(err, codes.ResponseThrottlingRateExceeded):
		return "slow"
	case errors.Is(err, codes.ResponseInsufficientCredit):
		return "poor"
	case err != nil && verbose:
		return err.Error()
	}
	return ""
}
