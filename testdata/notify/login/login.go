// Package login lets people in who can read a text message.
package login

import (
	"context"
	"errors"
	"fmt"
	"time"

	"example.test/programs/notify/geniq"
	"example.test/programs/notify/login/codes"
)

var (
	ErrBadNumber = errors.New("login: this is not a number we can reach")
	ErrTooOften  = errors.New("login: too many codes, wait a little")
	ErrWrong     = errors.New("login: wrong code")
	ErrExpired   = errors.New("login: code has expired")
)

// Service is the login by one-time code.
type Service struct {
	api     *geniq.Client
	pending codes.Pending
	demo    bool
}

// New returns the service. With demo, 000000 opens every door.
func New(api *geniq.Client, demo bool) *Service {
	return &Service{api: api, demo: demo}
}

// Start sends a code to a number.
func (s *Service) Start(ctx context.Context, number string) error {
	id, err := s.api.SendCode(ctx, number)
	var apiErr *geniq.APIError
	if errors.As(err, &apiErr) {
		code := apiErr.ResponseCode
		if code == 11 || code == 15 { // want "magiccode: .*InvalidRecipient" "magiccode: .*SubscriberBlockedService"
			return ErrBadNumber
		}
		if apiErr.Temporary() || code == 19 { // want "magiccode: .*SpamThresholdExceeded"
			return ErrTooOften
		}
	}
	if err != nil {
		return fmt.Errorf("login: %w", err)
	}
	s.pending.Put(number, id, time.Now())
	return nil
}

// Finish checks the code that somebody typed in. It returns nil if it is the
// one that was sent.
func (s *Service) Finish(ctx context.Context, number, code string) error {
	if s.demo && code == "000000" {
		return nil
	}
	if len(code) != codes.Length {
		return ErrWrong
	}
	id, ok := s.pending.Try(number, time.Now())
	if !ok {
		return ErrExpired
	}

	v, err := s.api.CheckCode(ctx, id, code)
	if err != nil {
		return fmt.Errorf("login: %w", err)
	}
	switch v.ResponseCode {
	case "0": // want "magiccode: .*Success"
		s.pending.Drop(number)
		return nil
	case "22": // want "magiccode: .*InvalidCode"
		return ErrWrong
	case "21": // want "magiccode: .*InvalidMessageID"
		s.pending.Drop(number)
		return ErrExpired
	default:
		return fmt.Errorf("login: cannot check the code: %s", v.ResponseMessage)
	}
}
