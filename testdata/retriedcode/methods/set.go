package methods

import (
	"context"
	"time"

	"example.test/programs/retriedcode/api"
	"github.com/errcodelint/errcodelint/codes"
)

// A parcel is a message on its way, and what has come of it.
type parcel struct {
	c    *api.Client
	m    api.Message
	done bool
	over bool
	last codes.ResponseCode
	err  error
}

// An echo is what the API says of a message.
type echo struct {
	Code  codes.ResponseCode `json:"responseCode"`
	again bool
	sort  sort
}

type sort int

const (
	taken sort = iota
	passing
	refused
)

func (e *echo) wishes() { e.again = e.Code != codes.ResponseSuccess }

func (e *echo) weighs() { e.again = e.Code.Retryable() }

func (e *echo) sorts() {
	switch {
	case e.Code == codes.ResponseSuccess:
		e.sort = taken
	case e.Code.Retryable():
		e.sort = passing
	default:
		e.sort = refused
	}
}

func (e *echo) sortsBlocked() {
	switch e.Code {
	case codes.ResponseSuccess:
		e.sort = taken
	case codes.ResponseSubscriberBlockedService, codes.ResponseSpamThresholdExceeded:
		e.sort = refused
	default:
		e.sort = passing
	}
}

func echoed(ctx context.Context, c *api.Client, m api.Message) (*echo, error) {
	e := new(echo)
	return e, c.Post(ctx, "/sms", m, e)
}

// SetAgain has a method of the reply say whether to send it again.
func SetAgain(ctx context.Context, c *api.Client, m api.Message) error {
	for range 3 { // want "and 10 more of class never"
		e, err := echoed(ctx, c, m)
		if err != nil {
			return err
		}
		if e.wishes(); !e.again {
			return nil
		}
		time.Sleep(c.Unit)
	}
	return errGivenUp
}

// SetAgainPassing has one that says so for what may pass.
func SetAgainPassing(ctx context.Context, c *api.Client, m api.Message) error {
	for range 3 {
		e, err := echoed(ctx, c, m)
		if err != nil {
			return err
		}
		if e.weighs(); !e.again {
			return e.Code.Err()
		}
		time.Sleep(c.Unit)
	}
	return errGivenUp
}

// SetSort asks which sort it is.
func SetSort(ctx context.Context, c *api.Client, m api.Message) error {
	for range 3 { // want "and 8 more of class never"
		e, err := echoed(ctx, c, m)
		if err != nil {
			return err
		}
		e.sortsBlocked()
		if e.sort == taken {
			return nil
		}
		if e.sort == refused {
			break
		}
		time.Sleep(c.Unit)
	}
	return errGivenUp
}

// SetSortPassing has the right ones refused.
func SetSortPassing(ctx context.Context, c *api.Client, m api.Message) error {
	for range 3 {
		e, err := echoed(ctx, c, m)
		if err != nil {
			return err
		}
		e.sorts()
		switch e.sort {
		case taken:
			return nil
		case refused:
			return e.Code.Err()
		}
		time.Sleep(c.Unit)
	}
	return errGivenUp
}

func (p *parcel) notes(code codes.ResponseCode) {
	p.done = code == codes.ResponseSuccess
	p.over = !code.Retryable()
	p.last = code
}

// SetDone asks what the method has noted.
func SetDone(ctx context.Context, c *api.Client, m api.Message) error {
	p := &parcel{c: c, m: m}
	for i := 0; i < 3 && !p.done; i++ { // want "and 10 more of class never"
		e, err := echoed(ctx, c, m)
		if err != nil {
			return err
		}
		p.notes(e.Code)
		time.Sleep(c.Unit)
	}
	return p.last.Err()
}

// SetOver asks whether it is over.
func SetOver(ctx context.Context, c *api.Client, m api.Message) error {
	p := &parcel{c: c, m: m}
	for i := 0; i < 3 && !p.over; i++ {
		e, err := echoed(ctx, c, m)
		if err != nil {
			return err
		}
		p.notes(e.Code)
		time.Sleep(c.Unit)
	}
	return p.last.Err()
}

func noteIn(p *parcel, e *echo) { p.done, p.last = e.Code == codes.ResponseSuccess, e.Code }

// SetByFunction has a function note it.
func SetByFunction(ctx context.Context, c *api.Client, m api.Message) error {
	var p parcel
	for range 3 { // want "and 10 more of class never"
		e, err := echoed(ctx, c, m)
		if err != nil {
			return err
		}
		if noteIn(&p, e); p.done {
			return nil
		}
		time.Sleep(c.Unit)
	}
	return p.last
}

// SetCode asks for the code that it has noted.
func SetCode(ctx context.Context, c *api.Client, m api.Message) error {
	p := &parcel{c: c, m: m}
	for range 3 {
		e, err := echoed(ctx, c, m)
		if err != nil {
			return err
		}
		if p.notes(e.Code); !p.last.Retryable() {
			return p.last.Err()
		}
		time.Sleep(c.Unit)
	}
	return errGivenUp
}

func (p *parcel) goes(ctx context.Context) {
	e, err := echoed(ctx, p.c, p.m)
	if err != nil {
		p.err = err
		return
	}
	p.done = e.Code == codes.ResponseSuccess
}

func (p *parcel) goesOnce(ctx context.Context) error {
	e, err := echoed(ctx, p.c, p.m)
	if err != nil {
		return err
	}
	p.over = !e.Code.Retryable()
	return nil
}

// SetSending has the method send, too.
func SetSending(ctx context.Context, c *api.Client, m api.Message) error {
	p := &parcel{c: c, m: m}
	for i := 0; i < 3 && !p.done; i++ { // want "and 10 more of class never"
		p.goes(ctx)
		time.Sleep(c.Unit)
	}
	return p.err
}

// SetSendingOver has it say that it is over.
func SetSendingOver(ctx context.Context, c *api.Client, m api.Message) error {
	p := &parcel{c: c, m: m}
	for i := 0; i < 3 && !p.over; i++ {
		if err := p.goesOnce(ctx); err != nil {
			return err
		}
		time.Sleep(c.Unit)
	}
	return errGivenUp
}

// lenient is set by who knows more of the account.
var lenient = func(code codes.ResponseCode) bool { return code.Retryable() }

// BeLenient sets it.
func BeLenient(with func(codes.ResponseCode) bool) { lenient = with }

func (p *parcel) judges(code codes.ResponseCode) {
	if lenient(code) {
		p.over = false
	} else {
		p.over = true
	}
}

func (e *echo) judges() {
	if e.Code == codes.ResponseInvalidCredentials {
		e.sort = refused
	}
	if !lenient(e.Code) {
		e.sort = refused
	}
}

// SetJudged has a method ask a judge of whom nobody knows what that says.
func SetJudged(ctx context.Context, c *api.Client, m api.Message) error {
	p := &parcel{c: c, m: m}
	for range 3 {
		e, err := echoed(ctx, c, m)
		if err != nil || e.Code == codes.ResponseSuccess {
			return err
		}
		if p.judges(e.Code); p.over {
			return e.Code
		}
	}
	return errGivenUp
}

// SetJudgedSort asks the reply, which asks the judge.
func SetJudgedSort(ctx context.Context, c *api.Client, m api.Message) error {
	for range 3 {
		e, err := echoed(ctx, c, m)
		if err != nil || e.Code == codes.ResponseSuccess {
			return err
		}
		e.sort = passing
		if e.judges(); e.sort == refused {
			return e.Code
		}
	}
	return errGivenUp
}
