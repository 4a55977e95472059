// Package outcomes says in a struct what has come of a message, and whether it is to be sent again.
package outcomes

import (
	"context"
	"errors"
	"fmt"
	"time"

	"example.test/programs/retriedcode/api"
	"github.com/errcodelint/errcodelint/codes"
)

var errGivenUp = errors.New("given up")

const maxTries = 4

const (
	fine      = "0"
	throttled = "5"
	system    = "99"
)

type reply struct {
	ResponseCode string `json:"responseCode"`
	MessageID    string `json:"messageId"`
}

// A gatewayError is what the gateway says against a message.
type gatewayError struct {
	code      string
	temporary bool
}

func (e *gatewayError) Error() string   { return "gateway: " + e.code }
func (e *gatewayError) Temporary() bool { return e.temporary }

type outcome struct {
	id    string
	retry bool
	err   error
}

func once(ctx context.Context, c *api.Client, m api.Message) outcome {
	var r reply
	if err := c.Post(ctx, "/sms", m, &r); err != nil {
		return outcome{retry: true, err: err}
	}
	switch r.ResponseCode {
	case fine:
		return outcome{id: r.MessageID}
	case throttled, system:
		return outcome{retry: true, err: &gatewayError{r.ResponseCode, true}}
	}
	return outcome{err: &gatewayError{r.ResponseCode, false}}
}

// Retry asks whether to.
func Retry(ctx context.Context, c *api.Client, m api.Message) error {
	var last error
	for try := range maxTries {
		o := once(ctx, c, m)
		if o.err == nil {
			return nil
		}
		if !o.retry {
			return o.err
		}
		last = o.err
		time.Sleep(time.Duration(try) * c.Unit)
	}
	return fmt.Errorf("given up: %w", last)
}

// RetryForgotten doesn't.
func RetryForgotten(ctx context.Context, c *api.Client, m api.Message) error {
	var last error
	for range maxTries { // want "and 10 more of class never"
		o := once(ctx, c, m)
		if o.err == nil {
			return nil
		}
		last = o.err
		time.Sleep(c.Unit)
	}
	return fmt.Errorf("given up: %w", last)
}

// RetryField asks the error alone, by a method.
func RetryField(ctx context.Context, c *api.Client, m api.Message) error {
	for try := 0; ; try++ {
		err := once(ctx, c, m).err
		var ge *gatewayError
		if err == nil || try == maxTries || errors.As(err, &ge) && !ge.Temporary() {
			return err
		}
		time.Sleep(c.Unit)
	}
}

// RetryFieldAny asks it whether there is one.
func RetryFieldAny(ctx context.Context, c *api.Client, m api.Message) error {
	for try := 0; ; try++ { // want "and 10 more of class never"
		err := once(ctx, c, m).err
		if err == nil || try == 3 {
			return err
		}
		time.Sleep(c.Unit)
	}
}

func yes(ctx context.Context, c *api.Client, m api.Message) outcome {
	var r reply
	if err := c.Post(ctx, "/sms", m, &r); err != nil {
		return outcome{err: err}
	}
	if r.ResponseCode != fine {
		return outcome{retry: true, err: &gatewayError{code: r.ResponseCode}}
	}
	return outcome{id: r.MessageID}
}

// RetryYes is told yes for all of them.
func RetryYes(ctx context.Context, c *api.Client, m api.Message) error {
	for range maxTries { // want "and 10 more of class never"
		o := yes(ctx, c, m)
		if !o.retry {
			return o.err
		}
		time.Sleep(c.Unit)
	}
	return errGivenUp
}

// A status is filled step by step.
type status struct {
	code  codes.ResponseCode
	final bool
	err   error
}

func step(ctx context.Context, c *api.Client, m api.Message) (s status) {
	var r struct {
		Code codes.ResponseCode `json:"responseCode"`
	}
	if s.err = c.Post(ctx, "/sms", m, &r); s.err != nil {
		return s
	}
	s.code, s.err = r.Code, r.Code.Err()
	s.final = !r.Code.Retryable()
	return s
}

// Final asks whether it is final.
func Final(ctx context.Context, c *api.Client, m api.Message) error {
	for try := 0; ; try++ {
		s := step(ctx, c, m)
		if s.final || try == maxTries {
			return s.err
		}
		time.Sleep(c.Unit)
	}
}

// FinalHead asks so in the loop's head.
func FinalHead(ctx context.Context, c *api.Client, m api.Message) error {
	var s status
	for try := 0; try < maxTries && !s.final; try++ {
		s = step(ctx, c, m)
		time.Sleep(c.Unit)
	}
	return s.err
}

// FinalSome asks for one code.
func FinalSome(ctx context.Context, c *api.Client, m api.Message) error {
	for try := 0; ; try++ { // want "for 1 InvalidCredentials, 2 InvalidIP, 3 AccountExpired, 4 AccountDisabled, 10 CouldNotRoute and 9 more of class never"
		s := step(ctx, c, m)
		if s.err == nil || try == 3 || s.code == codes.ResponseInvalidRecipient {
			return s.err
		}
		time.Sleep(c.Unit)
	}
}

// A receipt has more to say of a failure.
type receipt struct {
	done    bool
	failure *failure
}

type failure struct {
	err   error
	again bool
}

func deliver(ctx context.Context, c *api.Client, m api.Message) receipt {
	var r struct {
		Code codes.ResponseCode `json:"responseCode"`
	}
	if err := c.Post(ctx, "/sms", m, &r); err != nil {
		return receipt{failure: &failure{err, true}}
	}
	if r.Code != codes.ResponseSuccess {
		return receipt{failure: &failure{r.Code, r.Code.Retryable()}}
	}
	return receipt{done: true}
}

// Nested asks for that.
func Nested(ctx context.Context, c *api.Client, m api.Message) error {
	for range maxTries {
		r := deliver(ctx, c, m)
		if r.done {
			return nil
		}
		if f := r.failure; f != nil && !f.again {
			return f.err
		}
		if r.failure != nil && !r.failure.again {
			return r.failure.err
		}
		time.Sleep(c.Unit)
	}
	return errGivenUp
}

// NestedDone asks only whether it is done.
func NestedDone(ctx context.Context, c *api.Client, m api.Message) error {
	for range maxTries { // want "and 10 more of class never"
		if r := deliver(ctx, c, m); r.done {
			return nil
		}
		time.Sleep(c.Unit)
	}
	return errGivenUp
}

// NestedPart asks a variable that holds the part.
func NestedPart(ctx context.Context, c *api.Client, m api.Message) error {
	for range maxTries {
		r := deliver(ctx, c, m)
		if r.done {
			return nil
		}
		f := r.failure
		if !f.again {
			return f.err
		}
		time.Sleep(c.Unit)
	}
	return errGivenUp
}

func (r receipt) over() bool { return r.done || r.failure != nil && !r.failure.again }

// NestedMethod asks by a method.
func NestedMethod(ctx context.Context, c *api.Client, m api.Message) error {
	for range maxTries {
		r := deliver(ctx, c, m)
		if r.over() {
			return nil
		}
		if r.done {
			return nil
		}
		time.Sleep(c.Unit)
	}
	return errGivenUp
}
