// Package carerrors finds codes in errors.
package carerrors

import (
	"errors"
	"fmt"
	"io"
	"time"

	"github.com/errcodelint/errcodelint/codes"
)

// Refused is what the service says.
type Refused struct {
	ResponseCode codes.ResponseCode
	Status       int
}

func (r *Refused) Error() string { return fmt.Sprintf("%d: %v", r.Status, r.ResponseCode) }

// Undelivered is what a network says.
type Undelivered struct{ ReasonCode int }

func (u Undelivered) Error() string { return fmt.Sprint("reason ", u.ReasonCode) }

func wait(err error) time.Duration {
	var r *Refused
	if errors.As(err, &r) && r.ResponseCode == 5 { // want "magiccode: .*ThrottlingRateExceeded"
		return 5 * time.Second
	}
	if u, ok := err.(Undelivered); ok && u.ReasonCode == int(codes.ReasonSubscriberAbsent) {
		return time.Hour
	}
	var code codes.ResponseCode
	if errors.As(err, &code) && (code == 88 || code == codes.ResponseSystemError) { // want "magiccode: .*GeneralFailure"
		return time.Minute
	}
	return 0
}

func gone(err error) bool {
	switch e := err.(type) {
	case *Refused:
		return e.ResponseCode == 15 || e.Status == 404 // want "magiccode: .*SubscriberBlockedService"
	case Undelivered:
		return e.ReasonCode == 5 || e.ReasonCode == 6 // want "magiccode: .*SubscriberUnknown" "magiccode: .*SubscriberBarred"
	case codes.ReasonCode:
		return e == 12 // want "magiccode: .*HandsetError"
	}
	return errors.Is(err, io.EOF) || errors.Is(err, codes.ResponseInvalidRecipient)
}

func broke(err error) bool {
	if errors.Is(err, codes.ResponseCode(6)) { // want "magiccode: .*InsufficientCredit"
		return true
	}
	return err.(*Refused).ResponseCode == codes.ResponsePrepaidAccountExpired
}

// Word sums an error up.
func Word(err error) string {
	switch {
	case err == nil:
		return "ok"
	case gone(err):
		return "gone"
	case wait(err) > 0:
		return "later"
	case broke(err):
		return "money"
	}
	return "failed"
}
