package methods

import (
	"context"
	"errors"
	"time"

	"example.test/programs/retriedcode/api"
	"github.com/errcodelint/errcodelint/codes"
)

func (p *parcel) arrives(code codes.ResponseCode) {
	if code == codes.ResponseSuccess {
		p.done = true
	}
}

func (p *parcel) ends(code codes.ResponseCode) {
	if code == codes.ResponseSuccess || !code.Retryable() {
		p.over = true
	}
}

// SetSome has a method set the field on success alone.
func SetSome(ctx context.Context, c *api.Client, m api.Message) error {
	p := &parcel{c: c, m: m}
	for i := 0; i < 3 && !p.done; i++ { // want "and 10 more of class never"
		e, err := echoed(ctx, c, m)
		if err != nil {
			return err
		}
		p.arrives(e.Code)
		time.Sleep(c.Unit)
	}
	return p.err
}

// SetSomePassing has one set it for all that does not pass.
func SetSomePassing(ctx context.Context, c *api.Client, m api.Message) error {
	p := &parcel{c: c, m: m}
	for i := 0; i < 3 && !p.over; i++ {
		e, err := echoed(ctx, c, m)
		if err != nil {
			return err
		}
		p.ends(e.Code)
		time.Sleep(c.Unit)
	}
	return p.err
}

func (p *parcel) stopsBlocked(code codes.ResponseCode) {
	switch code {
	case codes.ResponseSuccess:
		p.done = true
	case codes.ResponseSubscriberBlockedService, codes.ResponseSpamThresholdExceeded:
		p.over = true
	}
	p.last = code
}

// SetSomeBlocked leaves for two of them.
func SetSomeBlocked(ctx context.Context, c *api.Client, m api.Message) error {
	p := &parcel{c: c, m: m}
	for range 3 { // want "and 8 more of class never"
		e, err := echoed(ctx, c, m)
		if err != nil {
			return err
		}
		if p.stopsBlocked(e.Code); p.done || p.over {
			return p.last.Err()
		}
		time.Sleep(c.Unit)
	}
	return errGivenUp
}

// SetSomeBefore sets it before, so that it is over however it ends.
func SetSomeBefore(ctx context.Context, c *api.Client, m api.Message) error {
	p := &parcel{c: c, m: m}
	for range 3 {
		e, err := echoed(ctx, c, m)
		if err != nil {
			continue
		}
		p.over = true
		p.ends(e.Code)
		if p.over {
			return e.Code.Err()
		}
		time.Sleep(c.Unit)
	}
	return errGivenUp
}

func (p *parcel) fails(code codes.ResponseCode) {
	if code != codes.ResponseSuccess {
		p.err = code
	}
}

// SetSomeError has it keep the code as an error.
func SetSomeError(ctx context.Context, c *api.Client, m api.Message) error {
	p := &parcel{c: c, m: m}
	for range 3 { // want "and 10 more of class never"
		e, err := echoed(ctx, c, m)
		if err != nil {
			return err
		}
		p.err = nil
		if p.fails(e.Code); p.err == nil {
			return nil
		}
		time.Sleep(c.Unit)
	}
	return p.err
}

// SetSomeErrorPassing asks that error which code it is.
func SetSomeErrorPassing(ctx context.Context, c *api.Client, m api.Message) error {
	p := &parcel{c: c, m: m}
	for range 3 {
		e, err := echoed(ctx, c, m)
		if err != nil {
			return err
		}
		p.err = nil
		if p.fails(e.Code); p.err == nil {
			return nil
		}
		var code codes.ResponseCode
		if errors.As(p.err, &code) && !code.Retryable() {
			return code
		}
		time.Sleep(c.Unit)
	}
	return p.err
}

func (p *parcel) steps(ctx context.Context) error {
	e, err := echoed(ctx, p.c, p.m)
	if err != nil {
		return err
	}
	p.arrives(e.Code)
	return nil
}

func (p *parcel) stepsOver(ctx context.Context) error {
	e, err := echoed(ctx, p.c, p.m)
	if err != nil {
		return err
	}
	p.ends(e.Code)
	return nil
}

// SetThrough has a method send, which has another one set the field.
func SetThrough(ctx context.Context, c *api.Client, m api.Message) error {
	p := &parcel{c: c, m: m}
	for i := 0; i < 3 && !p.done; i++ { // want "and 10 more of class never"
		if err := p.steps(ctx); err != nil {
			return err
		}
		time.Sleep(c.Unit)
	}
	return nil
}

// SetThroughPassing has that one set it for all that does not pass.
func SetThroughPassing(ctx context.Context, c *api.Client, m api.Message) error {
	p := &parcel{c: c, m: m}
	for i := 0; i < 3 && !p.over; i++ {
		if err := p.stepsOver(ctx); err != nil {
			return err
		}
		time.Sleep(c.Unit)
	}
	return nil
}

func (p *parcel) weighs(code codes.ResponseCode) {
	if code == codes.ResponseSuccess {
		p.over = true
	}
	if !lenient(code) {
		p.over = true
	}
}

// SetSomeJudged has it ask the judge, too.
func SetSomeJudged(ctx context.Context, c *api.Client, m api.Message) error {
	p := &parcel{c: c, m: m}
	for i := 0; i < 3 && !p.over; i++ {
		e, err := echoed(ctx, c, m)
		if err != nil {
			return err
		}
		p.weighs(e.Code)
	}
	return errGivenUp
}

func (p *parcel) endsBoth(with *parcel, code codes.ResponseCode) {
	if code == codes.ResponseSuccess {
		p.over = true
	}
	with.over = !code.Retryable()
}

// SetSomeTwice has two names for what it sets.
func SetSomeTwice(ctx context.Context, c *api.Client, m api.Message) error {
	p := &parcel{c: c, m: m}
	for i := 0; i < 3 && !p.over; i++ {
		e, err := echoed(ctx, c, m)
		if err != nil || e.Code == codes.ResponseSuccess {
			return err
		}
		p.endsBoth(p, e.Code)
	}
	return errGivenUp
}

// An attempt has a parcel in it.
type attempt struct {
	*parcel
	round int
}

func (a *attempt) once(ctx context.Context) error {
	a.round++
	e, err := echoed(ctx, a.c, a.m)
	if err != nil {
		return err
	}
	a.ends(e.Code)
	return nil
}

// SetWithin has a method set what is in the parcel within.
func SetWithin(ctx context.Context, c *api.Client, m api.Message) error {
	a := &attempt{parcel: &parcel{c: c, m: m}}
	for a.round < 3 && !a.over {
		if err := a.once(ctx); err != nil {
			return err
		}
	}
	return nil
}

func (p *parcel) tries(ctx context.Context) {
	e, err := echoed(ctx, p.c, p.m)
	p.err = err
	if err == nil {
		p.last = e.Code
		p.err = e.Code.Err()
	}
}

// SetSent goes on until the method leaves no error.
func SetSent(ctx context.Context, c *api.Client, m api.Message) error {
	p := &parcel{c: c, m: m}
	for range 3 { // want "and 10 more of class never"
		if p.tries(ctx); p.err == nil {
			return nil
		}
		time.Sleep(c.Unit)
	}
	return p.err
}

// SetSentPassing asks what that error is.
func SetSentPassing(ctx context.Context, c *api.Client, m api.Message) error {
	p := &parcel{c: c, m: m}
	for range 3 {
		if p.tries(ctx); p.err == nil {
			return nil
		}
		var code codes.ResponseCode
		if errors.As(p.err, &code) && !code.Retryable() {
			return p.err
		}
		time.Sleep(c.Unit)
	}
	return p.err
}

// SetSentLast asks for the code that it has kept.
func SetSentLast(ctx context.Context, c *api.Client, m api.Message) error {
	p := &parcel{c: c, m: m}
	for p.tries(ctx); p.err != nil && (p.last == 0 || p.last.Retryable()); p.tries(ctx) {
		time.Sleep(c.Unit)
	}
	return p.err
}
