package outcomes

import (
	"context"
	"fmt"
	"log/slog"
	"time"

	"example.test/programs/retriedcode/api"
	"github.com/errcodelint/errcodelint/codes"
)

type action int

const (
	accept action = iota
	drop
	retry
	alert
)

// A decision says what is to be done about a code.
type decision struct {
	action action
	reason string
	pause  time.Duration
}

func decide(code codes.ResponseCode, pause time.Duration) decision {
	switch code {
	case codes.ResponseSuccess:
		return decision{action: accept}
	case codes.ResponseThrottlingRateExceeded, codes.ResponseGeneralFailure, codes.ResponseSystemError:
		return decision{action: retry, pause: pause}
	case codes.ResponseInvalidCredentials, codes.ResponseAccountDisabled:
		return decision{action: alert, reason: code.Description()}
	}
	return decision{action: drop, reason: code.Description()}
}

func decideLoosely(code codes.ResponseCode, pause time.Duration) *decision {
	switch code {
	case codes.ResponseSuccess:
		return &decision{action: accept}
	case codes.ResponseInvalidRecipient, codes.ResponseInvalidOriginator:
		return &decision{action: drop, reason: code.Description()}
	}
	return &decision{action: retry, pause: pause}
}

func code(ctx context.Context, c *api.Client, m api.Message) (codes.ResponseCode, error) {
	var r struct {
		Code codes.ResponseCode `json:"responseCode"`
	}
	err := c.Post(ctx, "/sms", m, &r)
	return r.Code, err
}

// Decided does what is decided.
func Decided(ctx context.Context, c *api.Client, m api.Message) error {
	for range maxTries {
		k, err := code(ctx, c, m)
		if err != nil {
			return err
		}
		d := decide(k, c.Unit)
		switch d.action {
		case accept:
			return nil
		case retry:
			time.Sleep(d.pause)
			continue
		case alert:
			slog.Error("alert", "reason", d.reason)
		}
		return fmt.Errorf("refused: %s", d.reason)
	}
	return errGivenUp
}

// DecidedForgotten forgets what is to be dropped.
func DecidedForgotten(ctx context.Context, c *api.Client, m api.Message) error {
	for range maxTries { // want "for 2 InvalidIP, 3 AccountExpired, 10 CouldNotRoute, 11 InvalidRecipient, 12 InvalidOriginator and 8 more of class never"
		k, err := code(ctx, c, m)
		if err != nil {
			return err
		}
		switch d := decide(k, c.Unit); d.action {
		case accept:
			return nil
		case alert:
			return fmt.Errorf("refused: %s", d.reason)
		default:
			time.Sleep(c.Unit)
		}
	}
	return errGivenUp
}

// DecidedLoosely is told to go on for too many.
func DecidedLoosely(ctx context.Context, c *api.Client, m api.Message) error {
	for range maxTries { // want "for 1 InvalidCredentials, 2 InvalidIP, 3 AccountExpired, 4 AccountDisabled, 10 CouldNotRoute and 8 more of class never"
		k, err := code(ctx, c, m)
		if err != nil {
			return err
		}
		d := decideLoosely(k, c.Unit)
		if d.action != retry {
			return k.Err()
		}
		time.Sleep(d.pause)
	}
	return errGivenUp
}
