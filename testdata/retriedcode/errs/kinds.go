package errs

import (
	"context"
	"errors"
	"time"

	"example.test/programs/retriedcode/api"
	"example.test/programs/retriedcode/client"
	"github.com/errcodelint/errcodelint/codes"
)

// Kind asks of what kind an error is.
func Kind(ctx context.Context, c *api.Client, m api.Message) error {
	for tries := 1; ; tries++ { // want "for 11 InvalidRecipient of class never"
		err := client.Kinds(ctx, c, m)
		var e *client.KindError
		if !errors.As(err, &e) || e.Kind != client.Passing || tries == maxTries {
			return err
		}
		time.Sleep(c.Unit)
	}
}

// KindCase asks by a type switch.
func KindCase(ctx context.Context, c *api.Client, m api.Message) error {
	for tries := 1; ; tries++ { // want "and 10 more of class never"
		err := client.Answers(ctx, c, m)
		switch e := err.(type) {
		case client.Answer:
			if !e.Temporary || tries == maxTries {
				return err
			}
		default:
			return err
		}
		time.Sleep(c.Unit)
	}
}

// KindCasePassing asks one that is right.
func KindCasePassing(ctx context.Context, c *api.Client, m api.Message) error {
	for tries := 1; ; tries++ {
		err := client.AnswersPassing(ctx, c, m)
		switch e := err.(type) {
		case client.Answer:
			if !e.Temporary || tries == maxTries {
				return err
			}
		default:
			return err
		}
		time.Sleep(c.Unit)
	}
}

// KindAsserted asks what it says, or the code itself.
func KindAsserted(ctx context.Context, c *api.Client, m api.Message) error {
	var err error
	for range maxTries { // want "and 9 more of class never"
		err = client.Answers(ctx, c, m)
		e, ok := err.(client.Answer)
		if !ok || !e.Temporary || e.Code == codes.ResponseInvalidRecipient {
			break
		}
		time.Sleep(c.Unit)
	}
	return err
}

// A refusal says by itself whether it passes.
type refusal struct {
	again bool
	why   error
}

func (r *refusal) Error() string { return r.why.Error() }

func refused(code codes.ResponseCode) error {
	if code == codes.ResponseSuccess {
		return nil
	}
	return &refusal{again: code.Retryable(), why: code}
}

// KindMade asks one that is made here.
func KindMade(ctx context.Context, c *api.Client, m api.Message) error {
	for tries := 1; ; tries++ {
		var r struct {
			Code codes.ResponseCode `json:"responseCode"`
		}
		if err := c.Post(ctx, "/sms", m, &r); err != nil {
			return err
		}
		err := refused(r.Code)
		var e *refusal
		if errors.As(err, &e) && e.again && tries < maxTries {
			time.Sleep(c.Unit)
			continue
		}
		return err
	}
}

// KindFunction has a function ask.
func KindFunction(ctx context.Context, c *api.Client, m api.Message) error {
	for tries := 1; ; tries++ {
		err := client.AnswersPassing(ctx, c, m)
		if err == nil || !passes(err) || tries == maxTries {
			return err
		}
	}
}

func passes(err error) bool {
	var a client.Answer
	return errors.As(err, &a) && a.Temporary
}
