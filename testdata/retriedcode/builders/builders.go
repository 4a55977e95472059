// Package builders has requests that are put together by methods.
package builders

import (
	"context"
	"errors"
	"net/url"
	"time"

	"example.test/programs/retriedcode/api"
	"github.com/errcodelint/errcodelint/codes"
)

var errGivenUp = errors.New("given up")

const maxTries = 4

type request struct {
	api  *api.Client
	form url.Values
	note map[string]string
}

func newRequest(c *api.Client) *request {
	return &request{api: c, form: make(url.Values), note: make(map[string]string)}
}

func (r *request) from(s string) *request { r.form.Set("from", s); return r }
func (r *request) to(s string) *request   { r.form.Set("to", s); return r }
func (r *request) text(s string) *request { r.form["text"] = []string{s}; return r }

func (r *request) noted(code codes.ResponseCode) { r.note["last"] = code.Description() }

func (r *request) send(ctx context.Context) (codes.ResponseCode, error) {
	in := make(map[string]string)
	for k := range r.form {
		in[k] = r.form.Get(k)
	}
	var out struct {
		Code codes.ResponseCode `json:"responseCode"`
	}
	err := r.api.Post(ctx, "/sms", in, &out)
	return out.Code, err
}

// Before puts it together before the loop.
func Before(ctx context.Context, c *api.Client, m api.Message) error {
	r := newRequest(c).from(m.From).to(m.To).text(m.Text)
	for range maxTries { // want "and 10 more of class never"
		code, err := r.send(ctx)
		if err != nil || code == codes.ResponseSuccess {
			return err
		}
		r.noted(code)
		time.Sleep(c.Unit)
	}
	return errGivenUp
}

// Inside does so in each round.
func Inside(ctx context.Context, c *api.Client, m api.Message) error {
	for range maxTries { // want "and 10 more of class never"
		code, err := newRequest(c).from(m.From).to(m.To).text(m.Text).send(ctx)
		if err != nil || code == codes.ResponseSuccess {
			return err
		}
		time.Sleep(c.Unit)
	}
	return errGivenUp
}

// InsideSteps does so step by step.
func InsideSteps(ctx context.Context, c *api.Client, m api.Message) error {
	for range maxTries { // want "and 10 more of class never"
		r := newRequest(c)
		r.from(m.From)
		r.to(m.To).text(m.Text)
		code, err := r.send(ctx)
		if err != nil || code == codes.ResponseSuccess {
			return err
		}
		time.Sleep(c.Unit)
	}
	return errGivenUp
}

// Sender sets another sender for the next round.
func Sender(ctx context.Context, c *api.Client, m api.Message) error {
	r := newRequest(c).from(m.From).to(m.To).text(m.Text)
	for range 2 {
		code, err := r.send(ctx)
		if err != nil || code == codes.ResponseSuccess {
			return err
		}
		r.from("60120000000")
	}
	return errGivenUp
}

// Text sets another text for some codes, and sends once more for others.
func Text(ctx context.Context, c *api.Client, m api.Message) error {
	r := newRequest(c).from(m.From).to(m.To).text(m.Text)
	for range 2 { // want "for 11 InvalidRecipient of class never"
		code, err := r.send(ctx)
		if err != nil || code == codes.ResponseSuccess {
			return err
		}
		switch code {
		case codes.ResponseThrottlingRateExceeded:
			r.text("shorter")
		case codes.ResponseInvalidRecipient:
			time.Sleep(c.Unit)
		default:
			return code
		}
	}
	return errGivenUp
}

// Spam sets another text for some codes, and leaves the loop for others.
func Spam(ctx context.Context, c *api.Client, m api.Message) error {
	r := newRequest(c).from(m.From).to(m.To).text(m.Text)
	for range 2 {
		code, err := r.send(ctx)
		if err != nil || code == codes.ResponseSuccess {
			return err
		}
		if code != codes.ResponseSpamThresholdExceeded {
			return code
		}
		r.text("please call us")
	}
	return errGivenUp
}
