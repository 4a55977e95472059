package sentinels

import (
	"context"

	"example.test/programs/retriedcode/api"
	"github.com/errcodelint/errcodelint/codes"
)

// Compared asks a function that compares the error with codes.
func Compared(ctx context.Context, c *api.Client, m api.Message) error {
	var err error
	for range 3 {
		if err = sendCode(ctx, c, m); !isTransientCode(err) {
			return err
		}
	}
	return err
}

// isTransientCode takes spam for something that passes.
func isTransientCode(err error) bool {
	return err == codes.ResponseThrottlingRateExceeded || codes.ResponseSpamThresholdExceeded == err // want "true for 19 SpamThresholdExceeded of class never"
}

// ComparedSwitch asks one that switches.
func ComparedSwitch(ctx context.Context, c *api.Client, m api.Message) error {
	var err error
	for range 3 {
		if err = sendCode(ctx, c, m); !shouldRetryCode(err) {
			return err
		}
	}
	return err
}

// shouldRetryCode takes an address that is not allowed for something that passes.
func shouldRetryCode(err error) bool {
	switch err {
	case codes.ResponseSystemError, codes.ResponseInvalidIP: // want "2 InvalidIP .*is of class never"
		return true
	case codes.ResponseInvalidRecipient:
		return false
	}
	return false
}

// ComparedPassing asks for what passes.
func ComparedPassing(ctx context.Context, c *api.Client, m api.Message) error {
	var err error
	for range 3 {
		if err = sendCode(ctx, c, m); !temporaryCode(err) {
			return err
		}
	}
	return err
}

func temporaryCode(err error) bool {
	switch err {
	case codes.ResponseGeneralFailure, codes.ResponseSystemError:
		return true
	default:
		return err == codes.ResponseThrottlingRateExceeded
	}
}
