package v5

import (
	"context"
	"errors"
	"fmt"
	"strconv"

	"github.com/cenkalti/backoff/v5"

	"example.test/libs/api"
	"github.com/errcodelint/errcodelint/codes"
)

// refusal is an error of the program's own.
type refusal string

func (r refusal) Error() string { return "refused: " + string(r) }

var errNobody = errors.New("nobody to send to")

// attempt sends a message once; its error is the transport's, or final for a message to nobody.
func attempt(ctx context.Context, c *api.Client, m api.Message) (*reply, error) {
	if m.To == "" {
		return nil, backoff.Permanent(errNobody)
	}
	r := new(reply)
	if err := c.Post(ctx, "/sms", m, r); err != nil {
		return nil, fmt.Errorf("sms: %w", err)
	}
	return r, nil
}

// Attempts tries again whatever the code is.
func Attempts(ctx context.Context, c *api.Client, m api.Message) error {
	_, err := backoff.Retry(ctx, func() (*reply, error) { // want "and 10 more of class never"
		r, err := attempt(ctx, c, m)
		if err != nil {
			return nil, err
		}
		if r.Code != codes.ResponseSuccess {
			return nil, errors.New(r.Code.String())
		}
		return r, nil
	}, backoff.WithBackOff(backoff.NewConstantBackOff(c.Unit)), backoff.WithMaxTries(5))
	return err
}

// AttemptsSome marks what stays.
func AttemptsSome(ctx context.Context, c *api.Client, m api.Message) error {
	_, err := backoff.Retry(ctx, func() (*reply, error) {
		r, err := attempt(ctx, c, m)
		if err != nil {
			return nil, err
		}
		switch {
		case r.Code == codes.ResponseSuccess:
			return r, nil
		case r.Code.Retryable():
			return nil, errors.New(r.Code.String())
		}
		return nil, backoff.Permanent(r.Code)
	}, backoff.WithBackOff(backoff.NewConstantBackOff(c.Unit)), backoff.WithMaxTries(5))
	return err
}

// final sends a message once, and marks what stays itself.
func final(ctx context.Context, c *api.Client, m api.Message) (*reply, error) {
	r, err := attempt(ctx, c, m)
	if err != nil {
		return nil, err
	}
	if err := r.Code.Err(); err != nil && !r.Code.Retryable() {
		return nil, backoff.Permanent(err)
	}
	return r, nil
}

// AttemptsFinal only sees what may pass.
func AttemptsFinal(ctx context.Context, c *api.Client, m api.Message) error {
	_, err := backoff.Retry(ctx, func() (*reply, error) {
		r, err := final(ctx, c, m)
		if err != nil {
			return nil, err
		}
		if r.Code != codes.ResponseSuccess {
			return nil, errors.New(r.Code.String())
		}
		return r, nil
	}, backoff.WithBackOff(backoff.NewConstantBackOff(c.Unit)), backoff.WithMaxTries(5))
	return err
}

// Converted makes an error of its own of the code.
func Converted(ctx context.Context, c *api.Client, m api.Message) error {
	_, err := backoff.Retry(ctx, func() (reply, error) { // want "and 10 more of class never"
		code, err := send(ctx, c, m)
		if err != nil {
			return reply{}, err
		}
		if code == codes.ResponseSuccess {
			return reply{code}, nil
		}
		return reply{}, refusal(strconv.Itoa(int(code)))
	}, backoff.WithBackOff(backoff.NewConstantBackOff(c.Unit)), backoff.WithMaxTries(5))
	return err
}

// ConvertedSome does so for what may pass.
func ConvertedSome(ctx context.Context, c *api.Client, m api.Message) error {
	_, err := backoff.Retry(ctx, func() (reply, error) {
		code, err := send(ctx, c, m)
		if err != nil {
			return reply{}, err
		}
		switch code.Retry() {
		case codes.RetryNotNeeded:
			return reply{code}, nil
		case codes.RetryWithBackoff:
			return reply{}, refusal(code.String())
		}
		return reply{}, backoff.Permanent(refusal(code.String()))
	}, backoff.WithBackOff(backoff.NewConstantBackOff(c.Unit)), backoff.WithMaxTries(5))
	return err
}

// ConvertedMarked converts an error that is marked.
func ConvertedMarked(ctx context.Context, c *api.Client, m api.Message) error {
	_, err := backoff.Retry(ctx, func() (reply, error) {
		code, err := send(ctx, c, m)
		if err != nil {
			return reply{}, err
		}
		if code == codes.ResponseSuccess {
			return reply{code}, nil
		}
		return reply{}, error(backoff.Permanent(code))
	}, backoff.WithBackOff(backoff.NewConstantBackOff(c.Unit)), backoff.WithMaxTries(5))
	return err
}
