// Package heads asks in the head of the loop what is to be sent again.
package heads

import (
	"context"
	"time"

	"github.com/errcodelint/errcodelint/codes"
)

type gateway interface {
	Post(ctx context.Context, path string, in, out any) error
}

type receipt struct {
	Code codes.ResponseCode `json:"responseCode"`
}

func submit(ctx context.Context, g gateway, text string) (receipt, error) {
	var r receipt
	err := g.Post(ctx, "/sms", text, &r)
	return r, err
}

var slow = map[codes.ResponseCode]bool{
	codes.ResponseSystemError:        true,
	codes.ResponseInsufficientCredit: true,
}

// Slow begins as if the API had been slow.
func Slow(ctx context.Context, g gateway, text string) error {
	code := codes.ResponseSystemError
	for slow[code] { // want "retriedcode: this loop sends the same request again .line 34. for 6 InsufficientCredit of class fix"
		r, err := submit(ctx, g, text)
		if err != nil {
			return err
		}
		code = r.Code
		time.Sleep(time.Second)
	}
	return code.Err()
}

func waits(code codes.ResponseCode) bool {
	switch code {
	case codes.ResponseThrottlingRateExceeded,
		codes.ResponseInvalidCode: // want "retriedcode: 22 InvalidCode .* is of class never"
		return true
	}
	return false
}

// Waits sends once, and again while it helps.
func Waits(ctx context.Context, g gateway, text string) error {
	r, err := submit(ctx, g, text)
	for n := 0; n < 3 && err == nil && waits(r.Code); n++ {
		time.Sleep(time.Second)
		r, err = submit(ctx, g, text)
	}
	if err != nil {
		return err
	}
	return r.Code.Err()
}

var busy = map[codes.ResponseCode]bool{codes.ResponseThrottlingRateExceeded: true, codes.ResponseGeneralFailure: true}

// Busy does what it should.
func Busy(ctx context.Context, g gateway, text string) error {
	r, err := submit(ctx, g, text)
	for ; err == nil && busy[r.Code]; r, err = submit(ctx, g, text) {
		time.Sleep(time.Second)
	}
	if err != nil {
		return err
	}
	return r.Code.Err()
}
