package filled

import (
	"context"
	"errors"
	"fmt"
	"time"

	"example.test/programs/retriedcode/api"
	"github.com/errcodelint/errcodelint/codes"
)

// A Receipt is what senders have of a message. Only a refusal has a code.
type Receipt struct {
	ID   string
	Code codes.ResponseCode
}

// A RejectedError says who was refused what.
type RejectedError struct {
	Code codes.ResponseCode
	To   string
}

func (e RejectedError) Error() string   { return fmt.Sprintf("to %s: %s", e.To, e.Code.Description()) }
func (e RejectedError) Unwrap() error   { return e.Code }
func (e RejectedError) Temporary() bool { return e.Code.Retryable() }

// A Sender sends one message.
type Sender interface {
	Submit(ctx context.Context, m api.Message) (Receipt, error)
}

type rest struct{ api *api.Client }

func (s rest) Submit(ctx context.Context, m api.Message) (Receipt, error) {
	var body struct {
		Code codes.ResponseCode `json:"responseCode"`
		ID   string             `json:"messageId"`
	}
	if err := s.api.Post(ctx, "/sms", m, &body); err != nil {
		return Receipt{}, fmt.Errorf("submit: %w", err)
	}
	if body.Code != codes.ResponseSuccess {
		return Receipt{Code: body.Code}, RejectedError{body.Code, m.To}
	}
	return Receipt{ID: body.ID}, nil
}

// Persistent sends by a sender that looks at its errors.
func Persistent(ctx context.Context, c *api.Client, m api.Message) error {
	_, err := persistent{rest{c}, c.Unit}.Submit(ctx, m)
	return err
}

// persistent asks the error.
type persistent struct {
	Sender
	pause time.Duration
}

func (p persistent) Submit(ctx context.Context, m api.Message) (r Receipt, err error) {
	for range maxTries {
		if r, err = p.Sender.Submit(ctx, m); err == nil {
			return r, nil
		}
		var rejected RejectedError
		if errors.As(err, &rejected) && !rejected.Temporary() {
			return r, err
		}
		time.Sleep(p.pause)
	}
	return r, err
}

// Patient sends by a sender that looks at its receipts.
func Patient(ctx context.Context, c *api.Client, m api.Message) error {
	_, err := patient{rest{c}, c.Unit}.Submit(ctx, m)
	return err
}

// patient asks the receipt.
type patient struct {
	Sender
	pause time.Duration
}

func (p patient) Submit(ctx context.Context, m api.Message) (r Receipt, err error) {
	for range maxTries {
		if r, err = p.Sender.Submit(ctx, m); err == nil {
			return r, nil
		}
		if r.Code != codes.ResponseSuccess && !r.Code.Retryable() {
			return r, err
		}
		time.Sleep(p.pause)
	}
	return r, err
}

// Stubborn sends by a sender that looks at nothing.
func Stubborn(ctx context.Context, c *api.Client, m api.Message) error {
	_, err := stubborn{rest{c}, c.Unit}.Submit(ctx, m)
	return err
}

// stubborn asks neither.
type stubborn struct {
	Sender
	pause time.Duration
}

func (s stubborn) Submit(ctx context.Context, m api.Message) (r Receipt, err error) {
	for range maxTries { // want `this loop sends the same request again \(line 115\) for 1 InvalidCredentials`
		if r, err = s.Sender.Submit(ctx, m); err == nil {
			return r, nil
		}
		time.Sleep(s.pause)
	}
	return r, err
}

// Confused sends by a sender that takes spam for something that passes.
func Confused(ctx context.Context, c *api.Client, m api.Message) error {
	_, err := confused{rest{c}, c.Unit}.Submit(ctx, m)
	return err
}

// confused asks the receipt of a refusal whether it was one, which says too much of spam.
type confused struct {
	Sender
	pause time.Duration
}

func (s confused) Submit(ctx context.Context, m api.Message) (r Receipt, err error) {
	for range maxTries { // want `this loop sends the same request again \(line 137\) for 19 SpamThresholdExceeded of class never, which`
		if r, err = s.Sender.Submit(ctx, m); err == nil {
			return r, nil
		}
		if !r.Code.Retryable() && r.Code != codes.ResponseSpamThresholdExceeded {
			return r, err
		}
		time.Sleep(s.pause)
	}
	return r, err
}

// submitted gives no receipt where there was no answer.
func submitted(ctx context.Context, c *api.Client, m api.Message) (*Receipt, error) {
	var body struct {
		Code codes.ResponseCode `json:"responseCode"`
		ID   string             `json:"messageId"`
	}
	if err := c.Post(ctx, "/sms", m, &body); err != nil {
		return nil, fmt.Errorf("submit: %w", err)
	}
	if err := body.Code.Err(); err != nil {
		return &Receipt{Code: body.Code}, err
	}
	return &Receipt{ID: body.ID, Code: body.Code}, nil
}

// IfAnswered goes on where there was no answer, or one that may pass.
func IfAnswered(ctx context.Context, c *api.Client, m api.Message) error {
	var err error
	for range maxTries {
		var r *Receipt
		if r, err = submitted(ctx, c, m); err == nil {
			return nil
		}
		if r != nil && !r.Code.Retryable() {
			return err
		}
		time.Sleep(c.Unit)
	}
	return err
}

// IfUnanswered goes on where there was an answer.
func IfUnanswered(ctx context.Context, c *api.Client, m api.Message) error {
	var err error
	for range maxTries { // want `this loop sends the same request again \(line 184\) for 1 InvalidCredentials`
		var r *Receipt
		if r, err = submitted(ctx, c, m); err == nil {
			return nil
		}
		if r == nil {
			return err
		}
		time.Sleep(c.Unit)
	}
	return err
}
