// Package wards has others say what is over: functions that are told of a reply and fail, senders that remember whom they
// may not send to, and functions that come back only for some codes.
package wards

import (
	"context"
	"errors"

	"example.test/programs/retriedcode/api"
	"example.test/programs/retriedcode/warden"
	"github.com/errcodelint/errcodelint/codes"
)

const maxTries = 4

type reply struct {
	Code codes.ResponseCode `json:"responseCode"`
}

func send(ctx context.Context, c *api.Client, m api.Message) (*reply, error) {
	r := new(reply)
	if err := c.Post(ctx, "/sms", m, r); err != nil {
		return nil, err
	}
	return r, nil
}

var errGivenUp = errors.New("given up")

// refuse fails for what is final.
func refuse(r *reply) error {
	if r.Code.Retryable() {
		return nil
	}
	return r.Code.Err()
}

// A desk asks somebody about each failure.
type desk struct {
	failed  func(*reply) error
	worth   func(*reply) bool
	records func(codes.ResponseCode) error
	rules   interface{ Check(int) error }
}

func newDesk(strict bool) *desk {
	d := &desk{rules: &warden.Rules{Passing: []int{5, 18, 88, 99}}}
	if strict {
		d.failed = func(r *reply) error { return r.Code.Err() }
		d.worth = func(*reply) bool { return false }
	} else {
		d.failed = refuse
		d.worth = func(r *reply) bool { return r.Code.Retryable() }
	}
	return d
}

// Field has a function say what is over.
func Field(ctx context.Context, c *api.Client, m api.Message) error {
	d := newDesk(false)
	for range maxTries {
		r, err := send(ctx, c, m)
		if err != nil {
			return err
		}
		if r.Code == codes.ResponseSuccess {
			return nil
		}
		if err := d.failed(r); err != nil {
			return err
		}
	}
	return errGivenUp
}

// Yes has it say so by a boolean.
func Yes(ctx context.Context, c *api.Client, m api.Message) error {
	d := newDesk(false)
	for range maxTries {
		r, err := send(ctx, c, m)
		if err != nil {
			return err
		}
		if r.Code == codes.ResponseSuccess {
			return nil
		}
		if !d.worth(r) {
			return r.Code
		}
	}
	return errGivenUp
}

// Optional asks if there is somebody to ask.
func Optional(ctx context.Context, c *api.Client, m api.Message) error {
	d := new(desk)
	if c != nil {
		d.failed = refuse
	}
	for range maxTries {
		r, err := send(ctx, c, m)
		if err != nil {
			return err
		}
		if r.Code == codes.ResponseSuccess {
			return nil
		}
		if d.failed != nil {
			if err := d.failed(r); err != nil {
				return err
			}
		}
	}
	return errGivenUp
}

// Recorded keeps each code; what that fails for is trouble of its own.
func Recorded(ctx context.Context, c *api.Client, m api.Message) error {
	d := new(desk)
	if c != nil {
		d.records = func(codes.ResponseCode) error { return nil }
	}
	for range maxTries { // want "and 10 more of class never"
		r, err := send(ctx, c, m)
		if err != nil {
			return err
		}
		if r.Code == codes.ResponseSuccess {
			return nil
		}
		if err := d.records(r.Code); err != nil {
			return err
		}
	}
	return errGivenUp
}

// Handlers has a function for each code.
func Handlers(ctx context.Context, c *api.Client, m api.Message) error {
	pass := func(*reply) error { return nil }
	handlers := map[codes.ResponseCode]func(*reply) error{
		codes.ResponseThrottlingRateExceeded: pass,
		codes.ResponseTokenGenerationFailed:  pass,
		codes.ResponseGeneralFailure:         pass,
	}
	for range maxTries {
		r, err := send(ctx, c, m)
		if err != nil {
			return err
		}
		handle := handlers[r.Code]
		if handle == nil {
			handle = func(r *reply) error { return r.Code.Err() }
		}
		if err := handle(r); err != nil || r.Code == codes.ResponseSuccess {
			return err
		}
	}
	return errGivenUp
}

// Parameter is told whom to ask.
func Parameter(ctx context.Context, c *api.Client, m api.Message) error {
	return sendAsking(ctx, c, m, refuse)
}

func sendAsking(ctx context.Context, c *api.Client, m api.Message, over func(*reply) error) error {
	for range maxTries {
		r, err := send(ctx, c, m)
		if err != nil {
			return err
		}
		if r.Code == codes.ResponseSuccess {
			return nil
		}
		if err := over(r); err != nil {
			return err
		}
	}
	return errGivenUp
}

// Several asks all that are to be asked, in a function of its own.
func Several(ctx context.Context, c *api.Client, m api.Message) error {
	a := &asking{over: []func(*reply) error{func(*reply) error { return nil }, refuse}}
	for range maxTries {
		r, err := send(ctx, c, m)
		if err != nil {
			return err
		}
		if r.Code == codes.ResponseSuccess {
			return nil
		}
		if err := a.ask(r); err != nil {
			return err
		}
	}
	return errGivenUp
}

type asking struct{ over []func(*reply) error }

func (a *asking) ask(r *reply) error {
	for _, over := range a.over {
		if err := over(r); err != nil {
			return err
		}
	}
	return nil
}

// Elsewhere asks another package, which knows of no codes.
func Elsewhere(ctx context.Context, c *api.Client, m api.Message) error {
	for range maxTries {
		r, err := send(ctx, c, m)
		if err != nil {
			return err
		}
		if r.Code == codes.ResponseSuccess {
			return nil
		}
		if err := warden.Check(int(r.Code)); err != nil {
			return err
		}
	}
	return errGivenUp
}

// Interface asks it behind an interface.
func Interface(ctx context.Context, c *api.Client, m api.Message) error {
	d := newDesk(true)
	for range maxTries {
		r, err := send(ctx, c, m)
		if err != nil {
			return err
		}
		if r.Code == codes.ResponseSuccess {
			return nil
		}
		if err := d.rules.Check(int(r.Code)); err != nil {
			return err
		}
	}
	return errGivenUp
}

// Bits has a bit for each code that may pass.
func Bits(ctx context.Context, c *api.Client, m api.Message) error {
	const passing = 1<<codes.ResponseThrottlingRateExceeded | 1<<codes.ResponseTokenGenerationFailed
	for range maxTries {
		r, err := send(ctx, c, m)
		if err != nil {
			return err
		}
		if r.Code > 31 || passing&(1<<r.Code) == 0 {
			return r.Code.Err()
		}
	}
	return errGivenUp
}
