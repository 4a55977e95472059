// Package polls asks for the state of a message until it is known, in functions
// that go back in several ways.
package polls

import (
	"context"
	"errors"
	"time"

	"github.com/errcodelint/errcodelint/codes"
)

type state struct {
	Code    codes.ResponseCode `json:"responseCode"`
	Pending bool               `json:"pending"`
}

type client interface {
	State(ctx context.Context, id string) (state, error)
	Login(ctx context.Context) error
}

// Jumping goes back by one goto for what passes, and by another one while the message
// is on its way.
func Jumping(ctx context.Context, c client, id string) error {
again:
	s, err := c.State(ctx, id)
	if err != nil {
		return err
	}
	if s.Code == codes.ResponseThrottlingRateExceeded || s.Code == codes.ResponseInvalidMessageID { // not there yet
		time.Sleep(time.Minute)
		goto again
	}
	if s.Code == codes.ResponseSuccess && !s.Pending {
		return nil
	}
	time.Sleep(time.Second)
	goto again
}

// Calling does it by calling itself.
func Calling(ctx context.Context, c client, id string) error {
	s, err := c.State(ctx, id)
	switch {
	case err != nil:
		return err
	case s.Code == codes.ResponseSuccess && s.Pending:
		time.Sleep(time.Second)
		return Calling(ctx, c, id)
	case s.Code == codes.ResponseSuccess:
		return nil
	case s.Code == codes.ResponseInvalidCredentials:
		return errors.New("not logged in")
	}
	time.Sleep(time.Minute)
	return Calling(ctx, c, id)
}

// Continuing goes on with the loop around while the message is on its way.
func Continuing(ctx context.Context, c client, id string) error {
asking:
	for {
		for range 3 {
			s, err := c.State(ctx, id)
			if err != nil {
				return err
			}
			if s.Code == codes.ResponseSuccess {
				if s.Pending {
					continue asking
				}
				return nil
			}
			if s.Code == codes.ResponseInvalidCredentials {
				return s.Code.Err()
			}
			time.Sleep(time.Second)
		}
		return errors.New("nobody knows")
	}
}

// Both goes back by the loop while the message is on its way, and by a goto at once.
func Both(ctx context.Context, c client, id string) error {
	for {
	again:
		s, err := c.State(ctx, id)
		if err != nil {
			return err
		}
		switch {
		case s.Code == codes.ResponseSuccess && !s.Pending:
			return nil
		case s.Code == codes.ResponseSuccess:
			time.Sleep(time.Minute)
			continue
		case s.Code == codes.ResponseInvalidCredentials:
			return s.Code.Err()
		}
		time.Sleep(time.Second)
		goto again
	}
}

// Twice goes back in two ways, none of which success takes.
func Twice(ctx context.Context, c client, id string) error {
again:
	s, err := c.State(ctx, id)
	if err != nil {
		return err
	}
	switch s.Code {
	case codes.ResponseSuccess:
		return nil
	case codes.ResponseThrottlingRateExceeded, codes.ResponseInvalidMessageID:
		time.Sleep(time.Minute)
		goto again // want "retriedcode: this goto sends the same request again .line 109. for 21 InvalidMessageID of class never"
	}
	if !s.Code.Retryable() {
		return s.Code.Err()
	}
	time.Sleep(time.Second)
	goto again
}

// Beating asks every minute, three times if it must.
func Beating(ctx context.Context, c client, id string) error {
	minute := time.NewTicker(time.Minute)
	defer minute.Stop()
	for range minute.C {
		for range 3 { // want "retriedcode: this loop sends the same request again .line 133. for 2 InvalidIP, 3 AccountExpired, 4 AccountDisabled, 10 CouldNotRoute, 11 InvalidRecipient and 9 more of class never"
			s, err := c.State(ctx, id)
			if err != nil {
				return err
			}
			if s.Code == codes.ResponseSuccess {
				break
			}
			if s.Code == codes.ResponseInvalidCredentials {
				return c.Login(ctx)
			}
			time.Sleep(time.Second)
		}
	}
	return nil
}

// Paging sends again what failed, and goes on to the next where it succeeded.
func Paging(ctx context.Context, c client, id string) error {
	s, err := c.State(ctx, id)
	switch {
	case err != nil:
		return err
	case s.Code == codes.ResponseSuccess && s.Pending:
		return Paging(ctx, c, id+"1")
	case s.Code == codes.ResponseSuccess:
		return nil
	case s.Code == codes.ResponseInvalidCredentials:
		return errors.New("not logged in")
	}
	time.Sleep(time.Minute)
	return Paging(ctx, c, id) // want "retriedcode: this call sends the same request again .line 151. for 2 InvalidIP, "
}
