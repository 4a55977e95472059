// Package agency is a client whose errors say by methods what they know.
package agency

import (
	"context"
	"fmt"

	"example.test/programs/retriedcode/api"
	"github.com/errcodelint/errcodelint/codes"
)

// A Kind of error.
type Kind int

// Kinds of errors.
const (
	Transport Kind = iota
	Busy
	Refused
)

// Error is what the API says where it does not send.
type Error struct {
	Code codes.ResponseCode
	Kind Kind

	again bool
}

func (e *Error) Error() string { return fmt.Sprintf("refused: %d", int(e.Code)) }

// Temporary says what it knows from the beginning.
func (e *Error) Temporary() bool { return e.again }

// Late says whether somebody was too busy.
func (e *Error) Late() bool { return e.Kind == Busy || e.Kind == Transport }

// Send sends a message.
func Send(ctx context.Context, c *api.Client, m api.Message) error {
	var r struct {
		Code codes.ResponseCode `json:"responseCode"`
	}
	if err := c.Post(ctx, "/sms", m, &r); err != nil {
		return &Error{Kind: Transport}
	}
	kind := Refused
	switch r.Code {
	case codes.ResponseSuccess:
		return nil
	case codes.ResponseThrottlingRateExceeded, codes.ResponseSpamThresholdExceeded:
		kind = Busy
	}
	return &Error{Code: r.Code, Kind: kind, again: r.Code != codes.ResponseInvalidRecipient}
}
