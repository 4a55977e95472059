// Package resend sends messages once more that did not get through.
package resend

import (
	"context"
	"errors"
	"time"

	"example.test/programs/services/careless/geniq"
	"github.com/errcodelint/errcodelint/codes"
)

const tries = 5

// ErrGivenUp is for messages that were tried often enough.
var ErrGivenUp = errors.New("resend: given up")

// Sender sends messages.
type Sender interface {
	Submit(context.Context, geniq.Message) (geniq.Receipt, error)
}

// Resender sends them.
type Resender struct {
	api   Sender
	pause func(context.Context, time.Duration) error
}

// New returns a Resender.
func New(api Sender, pause func(context.Context, time.Duration) error) *Resender {
	return &Resender{api: api, pause: pause}
}

// Now tries at once, and once a second from then on.
func (r *Resender) Now(ctx context.Context, m geniq.Message) error {
	for range tries { // want "retriedcode: this loop .*and 10 more of class never.*of class fix"
		receipt, err := r.api.Submit(ctx, m)
		if err != nil {
			return err
		}
		if receipt.ResponseCode == codes.ResponseSuccess {
			return nil
		}
		if err := r.pause(ctx, time.Second); err != nil {
			return err
		}
	}
	return ErrGivenUp
}

// Patient waits until there is credit.
func (r *Resender) Patient(ctx context.Context, m geniq.Message) error {
	for range tries { // want "retriedcode: this loop .*for 6 InsufficientCredit of class fix"
		receipt, err := r.api.Submit(ctx, m)
		if err != nil {
			return err
		}
		code := receipt.ResponseCode
		if !code.Retryable() && code != codes.ResponseInsufficientCredit {
			return code.Err()
		}
		if err := r.pause(ctx, time.Hour); err != nil {
			return err
		}
	}
	return ErrGivenUp
}

// Jump jumps back.
func (r *Resender) Jump(ctx context.Context, m geniq.Message) error {
	attempt := 0
again:
	receipt, err := r.api.Submit(ctx, m)
	if err != nil {
		return err
	}
	if attempt++; receipt.ResponseCode != codes.ResponseSuccess && attempt < tries {
		goto again // want "retriedcode: this goto .*and 10 more of class never"
	}
	return receipt.ResponseCode.Err()
}

// Deep calls itself.
func (r *Resender) Deep(ctx context.Context, m geniq.Message) error { return r.deep(ctx, m, tries) }

func (r *Resender) deep(ctx context.Context, m geniq.Message, attempts int) error {
	receipt, err := r.api.Submit(ctx, m)
	if err != nil || receipt.ResponseCode == codes.ResponseSuccess {
		return err
	}
	if attempts > 1 {
		return r.deep(ctx, m, attempts-1) // want "retriedcode: this call .*and 10 more of class never"
	}
	return receipt.ResponseCode.Err()
}

// retryable are sent again.
var retryable = map[codes.ResponseCode]bool{
	codes.ResponseThrottlingRateExceeded: true,
	codes.ResponseSpamThresholdExceeded:  true, // want "retriedcode: 19 SpamThresholdExceeded"
	codes.ResponseGeneralFailure:         true,
}

// Listed has a list.
func (r *Resender) Listed(ctx context.Context, m geniq.Message) error {
	return r.while(ctx, m, func(code codes.ResponseCode) bool { return retryable[code] })
}

// Asked has a function.
func (r *Resender) Asked(ctx context.Context, m geniq.Message) error { return r.while(ctx, m, worthIt) }

// worthIt reports whether it is worth a retry.
func worthIt(code codes.ResponseCode) (retry bool) {
	return code == codes.ResponseCouldNotRoute || code == codes.ResponseSystemError // want "retriedcode: .*true for 10 CouldNotRoute"
}

// while sends as long as a function says so.
func (r *Resender) while(ctx context.Context, m geniq.Message, again func(codes.ResponseCode) bool) error {
	for range tries {
		receipt, err := r.api.Submit(ctx, m)
		if err != nil {
			return err
		}
		if !again(receipt.ResponseCode) {
			return receipt.ResponseCode.Err()
		}
	}
	return ErrGivenUp
}

// Helped leaves it to a helper.
func (r *Resender) Helped(ctx context.Context, m geniq.Message) error {
	return attempts(tries, func() error { // want "retriedcode: this call .*and 10 more of class never"
		receipt, err := r.api.Submit(ctx, m)
		if err != nil {
			return err
		}
		return receipt.ResponseCode.Err()
	})
}

// attempts calls fn until it succeeds.
func attempts(n int, fn func() error) (err error) {
	for range n {
		if err = fn(); err == nil {
			return nil
		}
	}
	return err
}

// AllNumbers sends to everybody, whatever comes of it.
func (r *Resender) AllNumbers(ctx context.Context, m geniq.Message, numbers ...string) error {
	var all error
	for _, m.To = range numbers {
		receipt, err := r.api.Submit(ctx, m)
		if err == nil {
			err = receipt.ResponseCode.Err()
		}
		all = errors.Join(all, err)
	}
	return all
}

// Fallback sends under the second name where the first is not allowed.
func (r *Resender) Fallback(ctx context.Context, m geniq.Message, second string) error {
	for {
		receipt, err := r.api.Submit(ctx, m)
		if err != nil {
			return err
		}
		switch code := receipt.ResponseCode; code {
		case codes.ResponseInvalidOriginator, codes.ResponseInvalidAlphanumericOriginator:
			if m.From == second {
				return code
			}
			m.From = second
		default:
			return code.Err()
		}
	}
}

// Credit buys credit, once.
func (r *Resender) Credit(ctx context.Context, m geniq.Message, buy func(context.Context) error) error {
	for bought := false; ; bought = true {
		receipt, err := r.api.Submit(ctx, m)
		if err != nil {
			return err
		}
		if code := receipt.ResponseCode; code != codes.ResponseInsufficientCredit || bought {
			return code.Err()
		}
		if err := buy(ctx); err != nil {
			return err
		}
	}
}
