// Package kept keeps what came of a round, and looks at it in the next one.
package kept

import (
	"context"
	"errors"
	"fmt"
	"time"

	"example.test/programs/retriedcode/api"
	"github.com/errcodelint/errcodelint/codes"
)

var (
	errGivenUp  = errors.New("given up")
	errBusy     = errors.New("busy")
	errRejected = errors.New("rejected")
)

const maxTries = 4

type reply struct {
	Code int `json:"responseCode,string"`
}

func post(ctx context.Context, c *api.Client, m api.Message) (reply, error) {
	var r reply
	err := c.Post(ctx, "/sms", m, &r)
	return r, err
}

// A job keeps the last code in a field.
type job struct {
	m        api.Message
	last     int
	attempts int
}

// Field looks at the field before all rounds but the first.
func Field(ctx context.Context, c *api.Client, m api.Message) error {
	j := &job{m: m}
	for j.attempts = 0; j.attempts < maxTries; j.attempts++ {
		if j.attempts > 0 {
			switch codes.ResponseCode(j.last) {
			case codes.ResponseThrottlingRateExceeded, codes.ResponseGeneralFailure, codes.ResponseSystemError:
				time.Sleep(c.Unit)
			default:
				return fmt.Errorf("code %d", j.last)
			}
		}
		r, err := post(ctx, c, j.m)
		if err != nil {
			return err
		}
		if r.Code == int(codes.ResponseSuccess) {
			return nil
		}
		j.last = r.Code
	}
	return errGivenUp
}

// FieldSome knows two of the codes that stay.
func FieldSome(ctx context.Context, c *api.Client, m api.Message) error {
	j := &job{m: m}
	for j.attempts = 0; j.attempts < maxTries; j.attempts++ { // want "10 CouldNotRoute and 8 more of class never"
		if j.attempts > 0 {
			if j.last == int(codes.ResponseInvalidRecipient) || j.last == int(codes.ResponseInvalidOriginator) {
				return fmt.Errorf("code %d", j.last)
			}
			time.Sleep(c.Unit)
		}
		r, err := post(ctx, c, j.m)
		if err != nil {
			return err
		}
		if r.Code == int(codes.ResponseSuccess) {
			return nil
		}
		j.last = r.Code
	}
	return errGivenUp
}

// Ranged counts with range.
func Ranged(ctx context.Context, c *api.Client, m api.Message) error {
	var last codes.ResponseCode
	for i := range maxTries {
		if i != 0 && !last.Retryable() {
			return last.Err()
		}
		r, err := post(ctx, c, m)
		if err != nil {
			return err
		}
		if last = codes.ResponseCode(r.Code); last == codes.ResponseSuccess {
			return nil
		}
	}
	return errGivenUp
}

// Pauses has a pause for each round.
func Pauses(ctx context.Context, c *api.Client, m api.Message) error {
	var last codes.ResponseCode
	for i, pause := range []time.Duration{0, c.Unit, 2 * c.Unit} {
		if i > 0 {
			if !last.Retryable() {
				break
			}
			time.Sleep(pause)
		}
		r, err := post(ctx, c, m)
		if err != nil {
			return err
		}
		if last = codes.ResponseCode(r.Code); last == codes.ResponseSuccess {
			return nil
		}
	}
	return last.Err()
}

// PausesAll looks at nothing.
func PausesAll(ctx context.Context, c *api.Client, m api.Message) error {
	var last codes.ResponseCode
	for i, pause := range []time.Duration{0, c.Unit, 2 * c.Unit} { // want "10 CouldNotRoute and 10 more of class never"
		if i > 0 {
			time.Sleep(pause)
		}
		r, err := post(ctx, c, m)
		if err != nil {
			return err
		}
		if last = codes.ResponseCode(r.Code); last == codes.ResponseSuccess {
			return nil
		}
	}
	return last.Err()
}

func classify(r reply) error {
	switch codes.ResponseCode(r.Code) {
	case codes.ResponseSuccess:
		return nil
	case codes.ResponseThrottlingRateExceeded, codes.ResponseSystemError:
		return fmt.Errorf("%w: %d", errBusy, r.Code)
	case codes.ResponseInvalidRecipient:
		return errRejected
	default:
		return fmt.Errorf("code %d", r.Code)
	}
}

// Error looks at the error before it pauses.
func Error(ctx context.Context, c *api.Client, m api.Message) error {
	var err error
	for i := 0; i < maxTries; i++ {
		if err != nil {
			if !errors.Is(err, errBusy) {
				return err
			}
			time.Sleep(c.Unit)
		}
		var r reply
		if r, err = post(ctx, c, m); err != nil {
			return err
		}
		if err = classify(r); err == nil {
			return nil
		}
	}
	return err
}

// ErrorSome ends for one code.
func ErrorSome(ctx context.Context, c *api.Client, m api.Message) error {
	var err error
	for i := 0; i < maxTries; i++ { // want "10 CouldNotRoute and 9 more of class never"
		if err != nil {
			if errors.Is(err, errRejected) {
				return err
			}
			time.Sleep(c.Unit)
		}
		var r reply
		if r, err = post(ctx, c, m); err != nil {
			return err
		}
		if err = classify(r); err == nil {
			return nil
		}
	}
	return err
}

// Pointer has nothing to look at before the first round.
func Pointer(ctx context.Context, c *api.Client, m api.Message) error {
	var last *reply
	for {
		if last != nil && !codes.ResponseCode(last.Code).Retryable() {
			return classify(*last)
		}
		r, err := post(ctx, c, m)
		if err != nil {
			return err
		}
		if r.Code == int(codes.ResponseSuccess) {
			return nil
		}
		last = &r
	}
}

// Jump goes back to where it looks.
func Jump(ctx context.Context, c *api.Client, m api.Message) error {
	var last codes.ResponseCode
	tries := 0
again:
	if last != codes.ResponseSuccess && !last.Retryable() {
		return last
	}
	r, err := post(ctx, c, m)
	if err != nil {
		return err
	}
	last = codes.ResponseCode(r.Code)
	if tries++; last != codes.ResponseSuccess && tries < maxTries {
		goto again
	}
	return last.Err()
}
