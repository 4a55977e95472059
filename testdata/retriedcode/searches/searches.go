// Package searches looks for codes in lists by hand, element by element.
package searches

import (
	"context"
	"errors"
	"time"

	"example.test/programs/retriedcode/api"
	"github.com/errcodelint/errcodelint/codes"
)

var errGivenUp = errors.New("given up")

const maxTries = 4

type reply struct {
	Code codes.ResponseCode `json:"responseCode"`
}

func send(ctx context.Context, c *api.Client, m api.Message) (codes.ResponseCode, error) {
	var r reply
	err := c.Post(ctx, "/sms", m, &r)
	return r.Code, err
}

var final = []codes.ResponseCode{
	codes.ResponseInvalidCredentials, codes.ResponseInvalidIP, codes.ResponseAccountExpired, codes.ResponseAccountDisabled,
	codes.ResponseInsufficientCredit, codes.ResponsePrepaidAccountExpired, codes.ResponseCouldNotRoute, codes.ResponseInvalidRecipient,
	codes.ResponseInvalidOriginator, codes.ResponseInvalidAlphanumericOriginator, codes.ResponseRouteLimitedByAccount,
	codes.ResponseSubscriberBlockedService, codes.ResponseDuplicateDestination, codes.ResponseDestinationListTooLong,
	codes.ResponseSpamThresholdExceeded, codes.ResponseInvalidMessageID, codes.ResponseInvalidCode, codes.ResponseNoWhatsAppSession,
}

var account = []codes.ResponseCode{
	codes.ResponseInvalidCredentials, codes.ResponseInvalidIP, codes.ResponseAccountExpired, codes.ResponseAccountDisabled,
}

// Listed leaves for all that is listed.
func Listed(ctx context.Context, c *api.Client, m api.Message) error {
	for range maxTries {
		code, err := send(ctx, c, m)
		if err != nil || code == codes.ResponseSuccess {
			return err
		}
		for _, f := range final {
			if f == code {
				return code
			}
		}
		time.Sleep(c.Unit)
	}
	return errGivenUp
}

// ListedFew leaves for few of them.
func ListedFew(ctx context.Context, c *api.Client, m api.Message) error {
	for range maxTries { // want "10 CouldNotRoute, 11 InvalidRecipient, .* and 6 more of class never.* 6 InsufficientCredit, 7 PrepaidAccountExpired, 301"
		code, err := send(ctx, c, m)
		if err != nil || code == codes.ResponseSuccess {
			return err
		}
		for _, f := range account {
			if code == f {
				return code
			}
		}
		time.Sleep(c.Unit)
	}
	return errGivenUp
}

// Labelled leaves the outer loop by its name.
func Labelled(ctx context.Context, c *api.Client, m api.Message) error {
tries:
	for range maxTries {
		code, err := send(ctx, c, m)
		if err != nil || code == codes.ResponseSuccess {
			return err
		}
		for _, passing := range []codes.ResponseCode{codes.ResponseThrottlingRateExceeded, codes.ResponseInvalidRecipient, codes.ResponseSystemError} { // want "11 InvalidRecipient .* is of class never"
			if passing == code {
				time.Sleep(c.Unit)
				continue tries
			}
		}
		return code
	}
	return errGivenUp
}

// LabelledPassing does so for what passes.
func LabelledPassing(ctx context.Context, c *api.Client, m api.Message) error {
tries:
	for range maxTries {
		code, err := send(ctx, c, m)
		if err != nil || code == codes.ResponseSuccess {
			return err
		}
		for _, passing := range []codes.ResponseCode{codes.ResponseThrottlingRateExceeded, codes.ResponseSystemError} {
			if passing == code {
				time.Sleep(c.Unit)
				continue tries
			}
		}
		return code
	}
	return errGivenUp
}

// Kept keeps in a variable whether it is listed.
func Kept(ctx context.Context, c *api.Client, m api.Message) error {
	for range maxTries { // want "10 CouldNotRoute, 11 InvalidRecipient, .* and 6 more of class never"
		code, err := send(ctx, c, m)
		if err != nil || code == codes.ResponseSuccess {
			return err
		}
		hopeless := false
		for _, f := range account {
			if f == code {
				hopeless = true
				break
			}
		}
		if hopeless {
			return code
		}
		time.Sleep(c.Unit)
	}
	return errGivenUp
}

// KeptAll does so for all.
func KeptAll(ctx context.Context, c *api.Client, m api.Message) error {
	for range maxTries {
		code, err := send(ctx, c, m)
		if err != nil || code == codes.ResponseSuccess {
			return err
		}
		hopeless := false
		for _, f := range final {
			if f == code {
				hopeless = true
				break
			}
		}
		if hopeless {
			return code
		}
		time.Sleep(c.Unit)
	}
	return errGivenUp
}
