// Package resend sends messages once more that did not get through, in many ways,
// and none more often than there is a point in it.
package resend

import (
	"context"
	"errors"
	"fmt"
	"time"

	"example.test/programs/services/careful/msgapi"
	"github.com/errcodelint/errcodelint/codes"
)

const tries = 5

// ErrGivenUp is for messages that were tried often enough.
var ErrGivenUp = errors.New("resend: given up")

// Resender sends messages again.
type Resender struct {
	api   *msgapi.Client
	pause func(context.Context, time.Duration) error
	topUp func(context.Context) error
}

// New returns a Resender.
func New(api *msgapi.Client, pause func(context.Context, time.Duration) error, topUp func(context.Context) error) *Resender {
	return &Resender{api: api, pause: pause, topUp: topUp}
}

// submit sends once. The error is not a code's.
func (r *Resender) submit(ctx context.Context, m msgapi.SMS) (codes.ResponseCode, error) {
	_, err := r.api.SendSMS(ctx, m)
	var code codes.ResponseCode
	if errors.As(err, &code) {
		return code, nil
	}
	return codes.ResponseSuccess, err
}

// Now tries at once, and once a second from then on.
func (r *Resender) Now(ctx context.Context, m msgapi.SMS) error {
	for range tries {
		code, err := r.submit(ctx, m)
		if err != nil {
			return err
		}
		if !code.Retryable() {
			return code.Err()
		}
		if err := r.pause(ctx, time.Second); err != nil {
			return err
		}
	}
	return ErrGivenUp
}

// Patient buys credit, once.
func (r *Resender) Patient(ctx context.Context, m msgapi.SMS) error {
	for bought := false; ; bought = true {
		code, err := r.submit(ctx, m)
		if err != nil {
			return err
		}
		if code != codes.ResponseInsufficientCredit || bought {
			return code.Err()
		}
		if err := r.topUp(ctx); err != nil {
			return err
		}
	}
}

// Errors tries as long as the error says that it may pass.
func (r *Resender) Errors(ctx context.Context, m msgapi.SMS) error {
	for attempt := 1; ; attempt++ {
		_, err := r.api.SendSMS(ctx, m)
		if attempt == tries || !passing(err) {
			return err
		}
		if err := r.pause(ctx, time.Duration(attempt)*time.Second); err != nil {
			return err
		}
	}
}

func passing(err error) bool {
	var code codes.ResponseCode
	return errors.As(err, &code) && code.Retryable()
}

// Jump jumps back.
func (r *Resender) Jump(ctx context.Context, m msgapi.SMS) error {
	attempt := 0
again:
	code, err := r.submit(ctx, m)
	if err != nil {
		return err
	}
	if attempt++; code.Retryable() && attempt < tries {
		goto again
	}
	return code.Err()
}

// Deep calls itself.
func (r *Resender) Deep(ctx context.Context, m msgapi.SMS) error { return r.deep(ctx, m, tries) }

func (r *Resender) deep(ctx context.Context, m msgapi.SMS, attempts int) error {
	code, err := r.submit(ctx, m)
	if err != nil {
		return err
	}
	if code.Retryable() && attempts > 1 {
		return r.deep(ctx, m, attempts-1)
	}
	return code.Err()
}

// retryable are sent again.
var retryable = map[codes.ResponseCode]bool{
	codes.ResponseThrottlingRateExceeded: true,
	codes.ResponseTokenGenerationFailed:  true,
	codes.ResponseGeneralFailure:         true,
}

// Listed has a list.
func (r *Resender) Listed(ctx context.Context, m msgapi.SMS) error {
	return r.while(ctx, m, func(code codes.ResponseCode) bool { return retryable[code] })
}

// Asked has a function.
func (r *Resender) Asked(ctx context.Context, m msgapi.SMS) error { return r.while(ctx, m, worthIt) }

// worthIt reports whether it is worth a retry.
func worthIt(code codes.ResponseCode) (retry bool) {
	return code == codes.ResponseGeneralFailure || code == codes.ResponseSystemError
}

func (r *Resender) while(ctx context.Context, m msgapi.SMS, again func(codes.ResponseCode) bool) error {
	for range tries {
		code, err := r.submit(ctx, m)
		if err != nil {
			return err
		}
		if !again(code) {
			return code.Err()
		}
	}
	return ErrGivenUp
}

// Helped leaves it to a helper, and keeps what stays out of its sight.
func (r *Resender) Helped(ctx context.Context, m msgapi.SMS) error {
	var final error
	err := attempts(tries, func() error {
		code, err := r.submit(ctx, m)
		if err == nil && !code.Retryable() {
			final = code.Err()
			return nil
		}
		return errors.Join(err, code.Err())
	})
	if err != nil {
		return fmt.Errorf("%w: %w", ErrGivenUp, err)
	}
	return final
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
