package ports

import (
	"context"
	"errors"
	"fmt"
	"time"

	"example.test/programs/retriedcode/api"
	"github.com/errcodelint/errcodelint/codes"
)

// A session logs in before it sends, each time: codes come from two requests.
type session struct{ api *api.Client }

type grant struct {
	Code  codes.ResponseCode `json:"responseCode"`
	Token string             `json:"token"`
}

func (s *session) login(ctx context.Context) (string, error) {
	var g grant
	if err := s.api.Post(ctx, "/token", map[string]string{"username": "till"}, &g); err != nil {
		return "", err
	}
	if err := g.Code.Err(); err != nil {
		return "", fmt.Errorf("log in: %w", err)
	}
	return g.Token, nil
}

func (s *session) submit(ctx context.Context, m api.Message) (reply, error) {
	var r reply
	token, err := s.login(ctx)
	if err != nil {
		return r, err
	}
	err = s.api.Post(ctx, "/sms?token="+token, m, &r)
	return r, err
}

// A Submitter leaves it to its callers what to make of the code.
type Submitter interface {
	submit(ctx context.Context, m api.Message) (reply, error)
}

func submitterOf(c *api.Client) Submitter { return &session{c} }

// SubmitAgain sends again for every code.
func SubmitAgain(ctx context.Context, c *api.Client, m api.Message) error {
	s := submitterOf(c)
	for range maxTries { // want "and 10 more of class never"
		r, err := s.submit(ctx, m)
		if err == nil && r.Code == codes.ResponseSuccess {
			return nil
		}
		time.Sleep(c.Unit)
	}
	return errTooOften
}

// repeat is this program's own helper.
func repeat(n int, f func() error) (err error) {
	for range n {
		if err = f(); err == nil {
			return nil
		}
	}
	return err
}

// SubmitRepeated leaves it to the helper.
func SubmitRepeated(ctx context.Context, c *api.Client, m api.Message) error {
	s := submitterOf(c)
	return repeat(maxTries, func() error { // want "and 10 more of class never"
		r, err := s.submit(ctx, m)
		if err != nil {
			return err
		}
		return r.Code.Err()
	})
}

// SubmitRepeatedIfItHelps keeps what stays out of the helper's sight.
func SubmitRepeatedIfItHelps(ctx context.Context, c *api.Client, m api.Message) error {
	s := submitterOf(c)
	var final error
	err := repeat(maxTries, func() error {
		r, err := s.submit(ctx, m)
		if err == nil {
			err = r.Code.Err()
		}
		var code codes.ResponseCode
		if errors.As(err, &code) && !code.Retryable() {
			final = err
			return nil
		}
		return err
	})
	return errors.Join(final, err)
}

// SubmitIfItHelps leaves for what stays, of either request.
func SubmitIfItHelps(ctx context.Context, c *api.Client, m api.Message) error {
	s := submitterOf(c)
	for range maxTries {
		r, err := s.submit(ctx, m)
		if err != nil {
			var code codes.ResponseCode
			if errors.As(err, &code) && code.Retryable() {
				continue
			}
			return err
		}
		if !r.Code.Retryable() {
			return r.Code.Err()
		}
	}
	return errTooOften
}
