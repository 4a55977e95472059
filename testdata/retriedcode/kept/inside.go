package kept

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"time"

	"example.test/programs/retriedcode/api"
	"github.com/errcodelint/errcodelint/codes"
)

type sender struct{ c *api.Client }

// peek reads the code of a reply, and leaves its body to others.
func peek(resp *http.Response) (codes.ResponseCode, error) {
	body, err := io.ReadAll(resp.Body)
	resp.Body.Close()
	if err != nil {
		return 0, err
	}
	resp.Body = io.NopCloser(bytes.NewReader(body))
	var r struct {
		Code codes.ResponseCode `json:"responseCode"`
	}
	err = json.Unmarshal(body, &r)
	return r.Code, err
}

func decode(body io.Reader) (codes.ResponseCode, error) {
	var r struct {
		Code codes.ResponseCode `json:"responseCode"`
	}
	err := json.NewDecoder(body).Decode(&r)
	return r.Code, err
}

// Transport is the client's own.
func Transport(ctx context.Context, c *api.Client, m api.Message) error {
	own := &api.Client{URL: c.URL, HTTP: &http.Client{Transport: stubborn{http.DefaultTransport}}, Unit: c.Unit}
	_, err := post(ctx, own, m)
	return err
}

// A stubborn transport sends what was refused again.
type stubborn struct{ next http.RoundTripper }

func (t stubborn) RoundTrip(req *http.Request) (*http.Response, error) {
	for i := 0; ; i++ { // want "\\(line 60\\) .*10 CouldNotRoute and 10 more of class never"
		again := req.Clone(req.Context())
		body, err := req.GetBody()
		if err != nil {
			return nil, err
		}
		again.Body = body
		resp, err := t.next.RoundTrip(again)
		if err != nil {
			return nil, err
		}
		code, err := peek(resp)
		if err != nil || code == codes.ResponseSuccess || i == maxTries {
			return resp, err
		}
	}
}

// TransportPatient is the client's own.
func TransportPatient(ctx context.Context, c *api.Client, m api.Message) error {
	own := &api.Client{URL: c.URL, HTTP: &http.Client{Transport: patient{http.DefaultTransport}}, Unit: c.Unit}
	_, err := post(ctx, own, m)
	return err
}

// A patient transport sends again what may pass.
type patient struct{ next http.RoundTripper }

func (t patient) RoundTrip(req *http.Request) (*http.Response, error) {
	for i := 0; ; i++ {
		again := req.Clone(req.Context())
		body, err := req.GetBody()
		if err != nil {
			return nil, err
		}
		again.Body = body
		resp, err := t.next.RoundTrip(again)
		if err != nil {
			return nil, err
		}
		code, err := peek(resp)
		if err != nil || !code.Retryable() || i == maxTries {
			return resp, err
		}
	}
}

// Body hands the body to somebody who reads it.
func Body(ctx context.Context, c *api.Client, m api.Message) error {
	in, err := json.Marshal(m)
	if err != nil {
		return err
	}
	for range maxTries { // want "10 CouldNotRoute and 10 more of class never"
		req, err := http.NewRequestWithContext(ctx, http.MethodPost, c.URL+"/sms", bytes.NewReader(in))
		if err != nil {
			return err
		}
		req.Header.Set("Authorization", "Bearer t-1")
		resp, err := c.HTTP.Do(req)
		if err != nil {
			return err
		}
		code, err := decode(resp.Body)
		resp.Body.Close()
		if err != nil {
			return err
		}
		if code == codes.ResponseSuccess {
			return nil
		}
	}
	return errGivenUp
}

// Lines reads a code from each line of one reply.
func Lines(ctx context.Context, c *api.Client, m api.Message) error {
	in := bytes.NewBufferString(`{"responseCode":"11"} {"responseCode":"0"}`)
	for range maxTries {
		code, err := decode(in)
		if err != nil {
			return err
		}
		if code == codes.ResponseSuccess {
			break
		}
	}
	_, err := post(ctx, c, m)
	return err
}

// Guarded goes on whatever the code is.
func Guarded(ctx context.Context, c *api.Client, m api.Message) error {
	for try := 1; ; try++ { // want "10 CouldNotRoute and 10 more of class never"
		code, err := guarded(ctx, c, m)
		if err == nil && code == codes.ResponseSuccess {
			return nil
		}
		if try == maxTries {
			return errGivenUp
		}
	}
}

// guarded turns a panic into an error.
func guarded(ctx context.Context, c *api.Client, m api.Message) (code codes.ResponseCode, err error) {
	defer func() {
		if p := recover(); p != nil {
			code, err = codes.ResponseGeneralFailure, fmt.Errorf("panic: %v", p)
		}
	}()
	r, err := post(ctx, c, m)
	if err != nil {
		return 0, err
	}
	return codes.ResponseCode(r.Code), nil
}

// GuardedPatient goes on for what may pass.
func GuardedPatient(ctx context.Context, c *api.Client, m api.Message) error {
	for try := 1; ; try++ {
		code, err := guarded(ctx, c, m)
		if err == nil && !code.Retryable() {
			return code.Err()
		}
		if try == maxTries {
			return errGivenUp
		}
	}
}

// MethodValue calls itself by a variable.
func MethodValue(ctx context.Context, c *api.Client, m api.Message) error {
	return sender{c}.deliver(ctx, m, maxTries)
}

// deliver calls itself by a variable.
func (s sender) deliver(ctx context.Context, m api.Message, left int) error {
	r, err := post(ctx, s.c, m)
	if err != nil {
		return err
	}
	again := s.deliver
	if r.Code != int(codes.ResponseSuccess) && left > 0 {
		return again(ctx, m, left-1) // want "10 CouldNotRoute and 10 more of class never"
	}
	return nil
}

// MethodValuePatient does so for what may pass.
func MethodValuePatient(ctx context.Context, c *api.Client, m api.Message) error {
	return sender{c}.deliverPatient(ctx, m, maxTries)
}

func (s sender) deliverPatient(ctx context.Context, m api.Message, left int) error {
	r, err := post(ctx, s.c, m)
	if err != nil {
		return err
	}
	again := s.deliverPatient
	if codes.ResponseCode(r.Code).Retryable() && left > 0 {
		return again(ctx, m, left-1)
	}
	return codes.ResponseCode(r.Code).Err()
}

// Timer waits for it.
func Timer(ctx context.Context, c *api.Client, m api.Message) error {
	done := make(chan error, 1)
	sender{c}.later(ctx, m, 0, done)
	return <-done
}

// later does all of its work when a timer has run out.
func (s sender) later(ctx context.Context, m api.Message, n int, done chan<- error) {
	time.AfterFunc(s.c.Unit<<n, func() {
		r, err := post(ctx, s.c, m)
		if err == nil && r.Code != int(codes.ResponseSuccess) && n < maxTries {
			s.later(ctx, m, n+1, done) // want "10 CouldNotRoute and 10 more of class never"
			return
		}
		done <- err
	})
}

// TimerPatient waits for what may pass.
func TimerPatient(ctx context.Context, c *api.Client, m api.Message) error {
	done := make(chan error, 1)
	sender{c}.laterPatient(ctx, m, 0, done)
	return <-done
}

func (s sender) laterPatient(ctx context.Context, m api.Message, n int, done chan<- error) {
	time.AfterFunc(s.c.Unit<<n, func() {
		r, err := post(ctx, s.c, m)
		if err == nil && codes.ResponseCode(r.Code).Retryable() && n < maxTries {
			s.laterPatient(ctx, m, n+1, done)
			return
		}
		done <- err
	})
}

// A passing error says whether it passes.
type passing struct{ code codes.ResponseCode }

func (e passing) Error() string   { return e.code.Error() }
func (e passing) Temporary() bool { return e.code.Retryable() }

func passes(ctx context.Context, c *api.Client, m api.Message) error {
	r, err := post(ctx, c, m)
	if err != nil {
		return err
	}
	if r.Code != int(codes.ResponseSuccess) {
		return passing{codes.ResponseCode(r.Code)}
	}
	return nil
}

// Asserted asks the error itself.
func Asserted(ctx context.Context, c *api.Client, m api.Message) error {
	for range maxTries {
		err := passes(ctx, c, m)
		if err == nil {
			return nil
		}
		if t, ok := err.(interface{ Temporary() bool }); !ok || !t.Temporary() {
			return err
		}
	}
	return errGivenUp
}

// Found asks what errors.As finds.
func Found(ctx context.Context, c *api.Client, m api.Message) error {
	for range maxTries {
		err := passes(ctx, c, m)
		if err == nil {
			return nil
		}
		var t interface{ Temporary() bool }
		if !errors.As(err, &t) || !t.Temporary() {
			return err
		}
	}
	return errGivenUp
}

// Unasked asks nothing.
func Unasked(ctx context.Context, c *api.Client, m api.Message) error {
	for range maxTries { // want "10 CouldNotRoute and 10 more of class never"
		err := passes(ctx, c, m)
		if err == nil {
			return nil
		}
	}
	return errGivenUp
}
