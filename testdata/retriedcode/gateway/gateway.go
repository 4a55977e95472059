// Package gateway is the client that the services of a shop share. It asks, makes
// errors of codes, and answers questions about them.
package gateway

import (
	"context"
	"errors"
	"fmt"

	"example.test/programs/retriedcode/api"
	"github.com/errcodelint/errcodelint/codes"
)

// Response is what the API answers.
type Response struct {
	ResponseCode string `json:"responseCode"`
	MessageID    string `json:"messageId"`
}

// OK reports whether the API took the message.
func (r *Response) OK() bool { return r.ResponseCode == "0" }

// Retriable reports whether there is a point in sending it again.
func (r *Response) Retriable() bool {
	switch r.ResponseCode {
	case "5", "18", "88", "99":
		return true
	}
	return false
}

// Failed reports whether it is over, one way or the other.
func (r *Response) Failed() bool { return !r.OK() && !r.Retriable() }

// Error is a refusal.
type Error struct {
	ResponseCode string
	To           string
}

func (e *Error) Error() string { return fmt.Sprintf("message to %s: code %s", e.To, e.ResponseCode) }

// Throttled reports whether it was too much at a time.
func (e *Error) Throttled() bool { return e.ResponseCode == "5" }

// ErrOptedOut is for recipients who want no messages.
var ErrOptedOut = errors.New("recipient opted out")

// Gateway sends for one account.
type Gateway struct {
	API  *api.Client
	From string
}

// Send sends, and returns the reply as it is.
func (g *Gateway) Send(ctx context.Context, to, text string) (*Response, error) {
	var r Response
	if err := g.API.Post(ctx, "/sms", api.Message{From: g.From, To: to, Text: text}, &r); err != nil {
		return nil, fmt.Errorf("gateway: %w", err)
	}
	return &r, nil
}

// Deliver sends, and makes an error of every code but 0.
func (g *Gateway) Deliver(ctx context.Context, to, text string) (string, error) {
	r, err := g.Send(ctx, to, text)
	if err != nil {
		return "", err
	}
	if err := check(r, to); err != nil {
		return "", fmt.Errorf("deliver: %w", err)
	}
	return r.MessageID, nil
}

func check(r *Response, to string) error {
	switch r.ResponseCode {
	case "0":
		return nil
	case "15":
		return ErrOptedOut
	default:
		return &Error{ResponseCode: r.ResponseCode, To: to}
	}
}

// Passing reports whether an error passes by itself.
func Passing(err error) bool {
	var e *Error
	if !errors.As(err, &e) {
		return false
	}
	return e.ResponseCode == "5" || e.ResponseCode == "88" || e.ResponseCode == "99"
}

// Final reports whether an error stays, whatever one does.
func Final(err error) bool { return !Passing(err) }

// Hopeless reports whether a code is one of those that stay. It does not know them
// all.
func Hopeless(code codes.ResponseCode) bool {
	return code == codes.ResponseInvalidRecipient || code == codes.ResponseSubscriberBlockedService
}

// Lasting reports whether a code stays.
func Lasting(code codes.ResponseCode) bool {
	return code != codes.ResponseSuccess && !code.Retryable()
}

// CodeOf returns the code in an error, -1 for none.
func CodeOf(err error) codes.ResponseCode {
	var e *Error
	if errors.As(err, &e) {
		if code, err := codes.ParseResponse(e.ResponseCode); err == nil {
			return code
		}
	}
	return -1
}

// Refused reports whether an error is one of those that stay. It does not know them all.
func Refused(err error) bool {
	var e *Error
	return errors.As(err, &e) && (e.ResponseCode == "11" || e.ResponseCode == "12" || e.ResponseCode == "13")
}

// Over reports whether an error stays, as far as codes tell.
func Over(err error) bool {
	if errors.Is(err, ErrOptedOut) {
		return true
	}
	var e *Error
	return errors.As(err, &e) && e.ResponseCode != "5" && e.ResponseCode != "88" && e.ResponseCode != "99"
}

// Busy reports whether an error is the code for too much at a time.
func Busy(err error) bool { return errors.Is(err, codes.ResponseThrottlingRateExceeded) }

// Settled holds the codes of refusals on which there is nothing more to say: eleven of
// the twenty-two, as many as are not in it.
var Settled = map[codes.ResponseCode]bool{
	codes.ResponseInvalidRecipient:              true,
	codes.ResponseInvalidIP:                     true,
	codes.ResponseRouteLimitedByAccount:         true,
	codes.ResponseDuplicateDestination:          true,
	codes.ResponseInvalidCode:                   true,
	codes.ResponseInvalidAlphanumericOriginator: true,
	codes.ResponseSpamThresholdExceeded:         true,
	codes.ResponseCouldNotRoute:                 true,
	codes.ResponseInvalidOriginator:             true,
	codes.ResponsePrepaidAccountExpired:         true,
	codes.ResponseInsufficientCredit:            true,
}

// Coded sends, and makes errors of codes that errors.As finds.
func (g *Gateway) Coded(ctx context.Context, to, text string) error {
	r, err := g.Send(ctx, to, text)
	if err != nil {
		return err
	}
	code, err := codes.ParseResponse(r.ResponseCode)
	if err != nil {
		return err
	}
	if code == codes.ResponseSuccess {
		return nil
	}
	return fmt.Errorf("refused: %w", code.Err())
}
