// Package signin is the sign-in by one-time code.
package signin

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"

	"github.com/errcodelint/errcodelint/codes"
)

const (
	codeLength = 6
	maxTries   = 5
	lifetime   = 5 * time.Minute
)

// What may be shown to people.
var (
	ErrNumber  = errors.New("this number cannot get messages from us")
	ErrLater   = errors.New("please try again in a few minutes")
	ErrWrong   = errors.New("this is not the code that we sent")
	ErrExpired = errors.New("the code has expired")
)

// API is what is needed of the client.
type API interface {
	SendCode(ctx context.Context, to string) (string, error)
	CheckCode(ctx context.Context, id, code string) error
}

type pending struct {
	id    string
	until time.Time
	tries int
}

// Service keeps the codes that have not been used.
type Service struct {
	api API
	now func() time.Time

	mu      sync.Mutex
	pending map[string]*pending
}

// New returns a service.
func New(api API, now func() time.Time) *Service {
	return &Service{api: api, now: now, pending: make(map[string]*pending)}
}

// Start sends a code.
func (s *Service) Start(ctx context.Context, number string) error {
	id, err := s.api.SendCode(ctx, number)
	if err != nil {
		return publish(err)
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.pending[number] = &pending{id: id, until: s.now().Add(lifetime)}
	return nil
}

// Finish checks what somebody has typed in.
func (s *Service) Finish(ctx context.Context, number, typed string) error {
	if len(typed) != codeLength || typed == "000000" {
		return ErrWrong
	}
	p, err := s.try(number)
	if err != nil {
		return err
	}
	if err := s.api.CheckCode(ctx, p.id, typed); err != nil {
		return publish(err)
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	delete(s.pending, number)
	return nil
}

// try counts a try.
func (s *Service) try(number string) (*pending, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	p, ok := s.pending[number]
	if !ok || s.now().After(p.until) {
		return nil, ErrExpired
	}
	if p.tries++; p.tries > maxTries {
		delete(s.pending, number)
		return nil, ErrExpired
	}
	return p, nil
}

// publish turns the client's errors into ours.
func publish(err error) error {
	switch {
	case errors.Is(err, codes.ResponseInvalidRecipient),
		errors.Is(err, codes.ResponseCouldNotRoute),
		errors.Is(err, codes.ResponseSubscriberBlockedService):
		return ErrNumber
	case errors.Is(err, codes.ResponseInvalidCode):
		return ErrWrong
	case errors.Is(err, codes.ResponseInvalidMessageID):
		return ErrExpired
	}
	var code codes.ResponseCode
	if errors.As(err, &code) && (code.Retryable() || code == codes.ResponseSpamThresholdExceeded) {
		return ErrLater
	}
	return fmt.Errorf("sign-in: %w", err)
}
