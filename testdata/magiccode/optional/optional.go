// Package optional uses a client that was generated, in which every field may be missing.
package optional

import (
	"context"
	"errors"
	"fmt"

	"example.test/programs/magiccode/optional/client"
)

var (
	errCredit = errors.New("no credit")
	errNumber = errors.New("no such number")
	errNoCode = errors.New("a reply without a code")
)

// Send sends a message.
func Send(ctx context.Context, to, text string) (string, error) {
	r, err := client.Send(ctx, to, text)
	if err != nil {
		return "", err
	}
	code, ok := r.GetResponseCode().Get()
	if !ok {
		return "", errNoCode
	}
	if parts, ok := r.GetParts().Get(); ok && parts == 5 {
		return "", errors.New("the text is too long")
	}
	switch code {
	case 0: // want `0 is the response code Success`
		return r.MessageID, nil
	case 6, 7: // want `6 is the response code InsufficientCredit` `7 is the response code PrepaidAccountExpired`
		return "", errCredit
	case 11: // want `11 is the response code InvalidRecipient .*write int\(codes`
		return "", errNumber
	default:
		return "", fmt.Errorf("code %d", code)
	}
}

// Sent reports whether a reply says so.
func Sent(r *client.SendReply) bool {
	return r.ResponseCode.Or(99) == 0 && r.Parts.Or(1) != 0 // want `99 is the response code SystemError` `0 is the response code Success`
}

// Busy reports whether a message may be sent again.
func Busy(r client.SendReply) bool {
	return r.ResponseCode.Set && (r.ResponseCode.Value == 5 || r.ResponseCode.Value == 88) && // want `5 is the response code` `88 is the response code`
		r.Parts.Value < 5
}

// Fake makes a reply.
func Fake(fails bool) *client.SendReply {
	r := &client.SendReply{ResponseCode: client.OptInt{Value: 0, Set: true}} // want `0 is the response code Success`
	if fails {
		r.ResponseCode.SetTo(88) // want `88 is the response code GeneralFailure`
		r.Parts.SetTo(88)
	}
	return r
}

// Delivered reports whether a report says so.
func Delivered(r client.Report) (delivered, known bool) {
	reason := r.ReasonCode.Get()
	if reason == nil {
		return false, false
	}
	if operator := r.Operator.Get(); operator != nil && *operator == "10" {
		return false, true
	}
	return *reason == "0", true // want `"0" is the reason code NotApplicable`
}

// A verdict has two fields like those of an optional value, but is a reply.
type verdict struct {
	Value int  `json:"responseCode"`
	Set   bool `json:"final"`
}

// passes asks it.
func (v verdict) passes() bool { return v.Set && v.Value == 0 } // want `0 is the response code Success`

// An optional value of any type.
type option[T any] struct {
	v  T
	ok bool
}

func (o option[T]) get() (T, bool) { return o.v, o.ok }

func (o option[T]) or(d T) T {
	if o.ok {
		return o.v
	}
	return d
}

// A row is a reply, and how often it was asked for.
type row struct {
	ResponseCode option[int32] `json:"responseCode"`
	Tries        option[int32] `json:"tries"`
}

func (r row) blocked() bool {
	if c, ok := r.ResponseCode.get(); ok && c == 15 { // want `15 is the response code SubscriberBlockedService`
		return true
	}
	return r.Tries.or(5) == 15 && r.ResponseCode.or(0) != 0 // want `0 is the response code Success` `0 is the response code Success`
}

var _ = []any{verdict.passes, row.blocked}
