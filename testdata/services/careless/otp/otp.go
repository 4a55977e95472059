// Package otp lets people in with one-time codes.
package otp

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"sync"

	"example.test/programs/services/careless/geniq"
)

// Length of a code.
const Length = 6

const maxTries = 5

var (
	ErrNumber  = errors.New("otp: not a number that we can reach")
	ErrLater   = errors.New("otp: try again later")
	ErrWrong   = errors.New("otp: wrong code")
	ErrExpired = errors.New("otp: the code has expired")
)

// Service keeps the codes that are on their way.
type Service struct {
	api *geniq.Client

	mu    sync.Mutex
	ids   map[string]string
	tries map[string]int
}

// New returns a service.
func New(api *geniq.Client) *Service {
	return &Service{api: api, ids: make(map[string]string), tries: make(map[string]int)}
}

// Start sends a code to a number.
func (s *Service) Start(ctx context.Context, number string) error {
	id, err := s.api.SendCode(ctx, number)
	if err != nil {
		return startError(err)
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.ids[number], s.tries[number] = id, 0
	return nil
}

func startError(err error) error {
	var apiErr *geniq.APIError
	if !errors.As(err, &apiErr) {
		return fmt.Errorf("otp: %w", err)
	}
	if code := apiErr.ResponseCode; code == 11 || code == 15 || 10 == code { // want "magiccode: .*InvalidRecipient" "magiccode: .*SubscriberBlockedService" "magiccode: .*CouldNotRoute"
		return ErrNumber
	}
	if apiErr.Temporary() || apiErr.ResponseCode == 19 { // want "magiccode: .*SpamThresholdExceeded"
		return ErrLater
	}
	return fmt.Errorf("otp: %w", err)
}

// Finish checks a code. After five wrong ones a new one is needed.
func (s *Service) Finish(ctx context.Context, number, code string) error {
	if len(code) != Length || code == "000000" {
		return ErrWrong
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	id, ok := s.ids[number]
	if !ok {
		return ErrExpired
	}
	s.tries[number]++
	if s.tries[number] == maxTries {
		delete(s.ids, number)
	}

	v, err := s.api.CheckCode(ctx, id, code)
	if err != nil {
		return fmt.Errorf("otp: %w", err)
	}
	switch err := Judge(v.ResponseCode); {
	case err == nil, errors.Is(err, ErrExpired):
		delete(s.ids, number)
		return err
	default:
		return err
	}
}

// Judge says what the answer to a check means.
func Judge(responseCode string) error {
	if strings.EqualFold(responseCode, "0") { // want "magiccode: .*Success"
		return nil
	}
	switch responseCode {
	case "22": // want "magiccode: .*InvalidCode"
		return ErrWrong
	case "21": // want "magiccode: .*InvalidMessageID"
		return ErrExpired
	case "5", "88", "99": // want "magiccode: .*ThrottlingRateExceeded" "magiccode: .*GeneralFailure" "magiccode: .*SystemError"
		return ErrLater
	default:
		return fmt.Errorf("otp: cannot check: code %q", responseCode)
	}
}
