// Package polls asks again and again until something has come about.
package polls

import (
	"context"
	"errors"
	"time"

	"example.test/programs/retriedcode/api"
	"github.com/errcodelint/errcodelint/codes"
)

var errNotYet = errors.New("not yet")

// state is what the API says of a message.
type state struct {
	Code      codes.ResponseCode `json:"responseCode"`
	MessageID string             `json:"messageId"`
	Status    string             `json:"status"`
}

func (s *state) done() bool { return s.MessageID != "" }

func ask(ctx context.Context, c *api.Client, m api.Message) (*state, error) {
	s := new(state)
	if err := c.Post(ctx, "/sms", m, s); err != nil {
		return nil, err
	}
	return s, nil
}

// Done waits until it is done, whatever the API says meanwhile.
func Done(ctx context.Context, c *api.Client, m api.Message) error {
	for range 20 { // want "and 10 more of class never, which cannot succeed; leave"
		s, err := ask(ctx, c, m)
		if err != nil {
			return err
		}
		if s.Code == codes.ResponseSuccess && s.done() {
			return nil
		}
		c.Pause(ctx, 1)
	}
	return errNotYet
}

// DoneSome gives up for two of them.
func DoneSome(ctx context.Context, c *api.Client, m api.Message) error {
	for { // want "10 CouldNotRoute and 8 more of class never"
		s, err := ask(ctx, c, m)
		if err != nil {
			return err
		}
		switch s.Code {
		case codes.ResponseSuccess:
			if s.done() {
				return nil
			}
		case codes.ResponseInvalidRecipient, codes.ResponseInvalidMessageID:
			return s.Code
		}
		c.Pause(ctx, 1)
	}
}

// DoneOrRefused gives up for all that stays.
func DoneOrRefused(ctx context.Context, c *api.Client, m api.Message) error {
	for range 20 {
		s, err := ask(ctx, c, m)
		if err != nil {
			return err
		}
		if !s.Code.Retryable() {
			if err := s.Code.Err(); err != nil {
				return err
			}
			if s.done() {
				return nil
			}
		}
		c.Pause(ctx, 1)
	}
	return errNotYet
}

// Credited waits until somebody has paid.
func Credited(ctx context.Context, c *api.Client, m api.Message) error {
	for range 20 {
		s, err := ask(ctx, c, m)
		if err != nil {
			return err
		}
		if s.Code != codes.ResponseSuccess && s.Code != codes.ResponseInsufficientCredit {
			return s.Code
		}
		if s.Code == codes.ResponseSuccess && s.done() {
			return nil
		}
		c.Pause(ctx, 1)
	}
	return errNotYet
}

// Beats says every now and then that it is there, and at once again if that is not taken.
func Beats(ctx context.Context, c *api.Client, m api.Message) error {
	for {
		s, err := ask(ctx, c, m)
		if err != nil {
			return err
		}
		if s.Code == codes.ResponseSuccess {
			select {
			case <-ctx.Done():
				return ctx.Err()
			case <-time.After(2 * c.Unit):
			}
		}
	}
}

// BeatsOrStops ends with the first failure.
func BeatsOrStops(ctx context.Context, c *api.Client, m api.Message) error {
	for {
		s, err := ask(ctx, c, m)
		if err != nil {
			return err
		}
		if s.Code != codes.ResponseSuccess {
			return s.Code
		}
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(2 * c.Unit):
		}
	}
}

// Hands takes its turn to hand on what has come, and asks again meanwhile.
func Hands(ctx context.Context, c *api.Client, m api.Message) error {
	turn := make(chan struct{}, 1)
	for range 20 { // want "and 10 more of class never, which cannot succeed; leave"
		s, err := ask(ctx, c, m)
		if err != nil {
			return err
		}
		if s.Code == codes.ResponseSuccess {
			select {
			case turn <- struct{}{}:
				return nil
			default:
			}
		}
		c.Pause(ctx, 1)
	}
	return errNotYet
}
