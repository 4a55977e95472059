// Package envelopes has a client whose replies have a refusal in them, behind a pointer, which is handed on as the error
// that it is.
package envelopes

import (
	"context"
	"errors"
	"time"

	"example.test/programs/retriedcode/api"
	"github.com/errcodelint/errcodelint/codes"
)

const maxTries = 3

var errWornOut = errors.New("worn out")

type envelope struct {
	MessageID string `json:"messageId"`
	*Refusal
}

// A Refusal is what the API has to say against a message.
type Refusal struct {
	Code codes.ResponseCode `json:"responseCode"`
	Wait int                `json:"retryAfter"`
}

func (r *Refusal) Error() string { return r.Code.Description() }

func post(ctx context.Context, c *api.Client, m api.Message) (*envelope, error) {
	e := new(envelope)
	if err := c.Post(ctx, "/sms", m, e); err != nil {
		return nil, err
	}
	return e, nil
}

// Patient goes by what it is told to wait, and waits for whatever it does not know.
func Patient(ctx context.Context, c *api.Client, m api.Message) error {
	for n := range maxTries { // want `for 6 InsufficientCredit, 7 PrepaidAccountExpired, 301 NoWhatsAppSession of class fix`
		e, err := post(ctx, c, m)
		if err == nil && (e.Refusal == nil || e.Code == codes.ResponseSuccess) {
			return nil
		}
		if err == nil {
			err = e.Refusal
		}
		wait, again := pauseFor(err, n)
		if !again {
			return err
		}
		if err := c.Pause(ctx, wait); err != nil {
			return err
		}
	}
	return errWornOut
}

// pauseFor knows of two refusals that it makes no sense to come back after, and not of the others.
func pauseFor(err error, n int) (wait int, again bool) {
	var r *Refusal
	if !errors.As(err, &r) {
		return n, true
	}
	switch r.Code {
	case codes.ResponseThrottlingRateExceeded:
		return max(n, r.Wait), true
	case codes.ResponseInvalidRecipient, codes.ResponseInvalidOriginator:
		return 0, false
	default:
		return n, true // want `true for 1 InvalidCredentials, .* and 8 more of class never`
	}
}

// PatientExact waits for what may pass.
func PatientExact(ctx context.Context, c *api.Client, m api.Message) error {
	for n := range maxTries {
		e, err := post(ctx, c, m)
		if err == nil && (e.Refusal == nil || e.Code == codes.ResponseSuccess) {
			return nil
		}
		if err == nil {
			err = e.Refusal
		}
		if !passes(err) {
			return err
		}
		if err := c.Pause(ctx, n); err != nil {
			return err
		}
	}
	return errWornOut
}

func passes(err error) bool {
	var r *Refusal
	return !errors.As(err, &r) || r.Code.Retryable()
}

// open gives the refusal beside the reply.
func open(ctx context.Context, c *api.Client, m api.Message) (*envelope, error) {
	e, err := post(ctx, c, m)
	if err != nil {
		return nil, err
	}
	if e.Refusal != nil && e.Code != codes.ResponseSuccess {
		return e, e.Refusal
	}
	return e, nil
}

// Opened looks for the refusal in the error.
func Opened(ctx context.Context, c *api.Client, m api.Message) error {
	for range maxTries { // want `for 15 SubscriberBlockedService of class never`
		_, err := open(ctx, c, m)
		if err == nil {
			return nil
		}
		var r *Refusal
		if errors.As(err, &r) && !r.Code.Retryable() && r.Code != codes.ResponseSubscriberBlockedService {
			return err
		}
		time.Sleep(c.Unit)
	}
	return errWornOut
}

// OpenedExact asks the same of it.
func OpenedExact(ctx context.Context, c *api.Client, m api.Message) error {
	for range maxTries {
		_, err := open(ctx, c, m)
		if err == nil {
			return nil
		}
		if !passes(err) {
			return err
		}
		time.Sleep(c.Unit)
	}
	return errWornOut
}
