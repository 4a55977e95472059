package inline

import (
	"context"
	"errors"
	"fmt"
	"time"

	"example.test/programs/retriedcode/api"
	"github.com/errcodelint/errcodelint/codes"
)

// What a function says of some codes need not be true of others.

type plainReply struct {
	ResponseCode codes.ResponseCode `json:"responseCode"`
}

// Account speaks of the account, for the codes that are about it.
func Account(ctx context.Context, c *api.Client, m api.Message) error {
	for range attempts { // want "10 CouldNotRoute, 11 InvalidRecipient, .* and 6 more of class never"
		var r plainReply
		if err := c.Post(ctx, "/sms", m, &r); err != nil {
			return err
		}
		switch code := r.ResponseCode; code {
		case codes.ResponseSuccess:
			return nil
		case codes.ResponseInvalidCredentials, codes.ResponseInvalidIP, codes.ResponseAccountExpired, codes.ResponseAccountDisabled:
			return fmt.Errorf("the account is in trouble: %w", r.ResponseCode)
		}
		time.Sleep(c.Unit)
	}
	return errors.New("given up")
}

// Neutral says no more than that it has failed.
func Neutral(ctx context.Context, c *api.Client, m api.Message) error {
	for range attempts { // want "10 CouldNotRoute, 11 InvalidRecipient, .* and 6 more of class never"
		var r plainReply
		if err := c.Post(ctx, "/sms", m, &r); err != nil {
			return err
		}
		switch code := r.ResponseCode; code {
		case codes.ResponseSuccess:
			return nil
		case codes.ResponseInvalidCredentials, codes.ResponseInvalidIP, codes.ResponseAccountExpired, codes.ResponseAccountDisabled:
			return fmt.Errorf("sms to %s: %w", m.To, r.ResponseCode)
		}
		time.Sleep(c.Unit)
	}
	return errors.New("given up")
}

// Others speaks of the account for all but one.
func Others(ctx context.Context, c *api.Client, m api.Message) error {
	for range attempts { // want "for 11 InvalidRecipient of class never"
		var r plainReply
		if err := c.Post(ctx, "/sms", m, &r); err != nil {
			return err
		}
		switch code := r.ResponseCode; code {
		case codes.ResponseSuccess:
			return nil
		case codes.ResponseInvalidRecipient, codes.ResponseThrottlingRateExceeded:
			time.Sleep(c.Unit)
		default:
			return fmt.Errorf("this will not do: %w", r.ResponseCode)
		}
	}
	return errors.New("given up")
}
