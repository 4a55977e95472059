package client

import (
	"context"

	"example.test/programs/retriedcode/api"
	"github.com/errcodelint/errcodelint/codes"
)

// A Kind is what can be done about an error.
type Kind int

// An error is final, or for another try.
const (
	Final Kind = iota
	Passing
)

// kindOf takes unknown recipients for something that passes.
func kindOf(code codes.ResponseCode) Kind {
	switch code {
	case codes.ResponseThrottlingRateExceeded, codes.ResponseSystemError, codes.ResponseInvalidRecipient:
		return Passing
	}
	return Final
}

// A KindError has forgotten the code.
type KindError struct {
	Kind Kind
	Text string
}

func (e *KindError) Error() string { return e.Text }

// Kinds returns such an error.
func Kinds(ctx context.Context, c *api.Client, m api.Message) error {
	var r reply
	if err := c.Post(ctx, "/sms", m, &r); err != nil {
		return err
	}
	if r.Code == codes.ResponseSuccess {
		return nil
	}
	return &KindError{Kind: kindOf(r.Code), Text: r.Code.String()}
}

// An Answer is an error that knows the code, and whether it passes.
type Answer struct {
	Code      codes.ResponseCode
	Temporary bool
}

func (a Answer) Error() string { return a.Code.String() }

// Answers returns such an error.
func Answers(ctx context.Context, c *api.Client, m api.Message) error {
	code, err := post(ctx, c, m)
	if err != nil || code == codes.ResponseSuccess {
		return err
	}
	return Answer{Code: code, Temporary: code != codes.ResponseThrottlingRateExceeded}
}

// AnswersPassing returns one that is right about what passes.
func AnswersPassing(ctx context.Context, c *api.Client, m api.Message) error {
	code, err := post(ctx, c, m)
	if err != nil || code == codes.ResponseSuccess {
		return err
	}
	return Answer{Code: code, Temporary: code.Retryable()}
}

func post(ctx context.Context, c *api.Client, m api.Message) (codes.ResponseCode, error) {
	var r reply
	err := c.Post(ctx, "/sms", m, &r)
	return r.Code, err
}
