// Package behind gets its replies behind pointers.
package behind

import (
	"context"
	"fmt"
	"slices"
	"time"

	"github.com/errcodelint/errcodelint/codes"
)

type gateway interface {
	Post(ctx context.Context, path string, in, out any) error
}

type receipt struct {
	Code codes.ResponseCode `json:"responseCode"`
	ID   string             `json:"messageId"`
}

func submit(ctx context.Context, g gateway, text string) (*receipt, error) {
	var r receipt
	if err := g.Post(ctx, "/sms", text, &r); err != nil {
		return nil, err
	}
	return &r, nil
}

// hopeless knows some of the codes that stay.
func hopeless(code codes.ResponseCode) bool {
	return code == codes.ResponseInvalidRecipient || code == codes.ResponseSubscriberBlockedService
}

// Hopeless asks a function about what is behind the pointer.
func Hopeless(ctx context.Context, g gateway, text string) error {
	for { // want "retriedcode: this loop sends the same request again .line 38. for 1 InvalidCredentials, .* and 8 more of class never"
		r, err := submit(ctx, g, text)
		if err != nil {
			return err
		}
		if r.Code == codes.ResponseSuccess || hopeless(r.Code) {
			return r.Code.Err()
		}
		time.Sleep(time.Second)
	}
}

var passing = []codes.ResponseCode{codes.ResponseThrottlingRateExceeded, codes.ResponseSystemError, codes.ResponseSpamThresholdExceeded} // want "retriedcode: 19 SpamThresholdExceeded .* is of class never"

// Passing looks it up, and keeps the answer.
func Passing(ctx context.Context, g gateway, text string) error {
	for {
		r, err := submit(ctx, g, text)
		if err != nil {
			return err
		}
		once := slices.Contains(passing, r.Code)
		if !once {
			return fmt.Errorf("message %s: %w", r.ID, r.Code.Err())
		}
		time.Sleep(time.Second)
	}
}

// Waiting waits for nothing that stays.
func Waiting(ctx context.Context, g gateway, text string) error {
	for {
		r, err := submit(ctx, g, text)
		if err != nil {
			return err
		}
		if r.Code == codes.ResponseSuccess || !waits[r.Code] {
			return r.Code.Err()
		}
		time.Sleep(time.Second)
	}
}

var waits = map[codes.ResponseCode]bool{codes.ResponseThrottlingRateExceeded: true, codes.ResponseGeneralFailure: true}

// Called goes back in two ways, after a call to the office and without.
func Called(ctx context.Context, g gateway, office func(string), text string) error {
again:
	r, err := submit(ctx, g, text)
	if err != nil {
		return err
	}
	if r.Code == codes.ResponseNoWhatsAppSession {
		office(text)
		goto again
	}
	if r.Code != codes.ResponseSystemError && r.Code != codes.ResponseInsufficientCredit {
		return r.Code.Err()
	}
	time.Sleep(time.Second)
	goto again // want "retriedcode: this goto sends the same request again .line 85. for 6 InsufficientCredit of class fix"
}

// Pending asks for the state until it is known.
func Pending(ctx context.Context, g gateway, id string) error {
again:
	r, err := submit(ctx, g, "state of "+id)
	if err != nil {
		return err
	}
	if r.Code == codes.ResponseSuccess && r.ID == "" {
		time.Sleep(time.Minute)
		goto again
	}
	if r.Code != codes.ResponseSystemError && r.Code != codes.ResponseInvalidMessageID {
		return r.Code.Err()
	}
	time.Sleep(time.Second)
	goto again
}
