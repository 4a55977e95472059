// Package faces asks errors for their code by an interface, whatever type they have.
package faces

import (
	"context"
	"errors"
	"fmt"
	"time"

	"example.test/programs/retriedcode/api"
	"github.com/errcodelint/errcodelint/codes"
)

// A Coded error knows which code it was made of.
type Coded interface {
	error
	Code() codes.ResponseCode
}

// A numbered error knows its number.
type numbered interface{ Number() int }

type refused struct {
	code codes.ResponseCode
	op   string
}

func (r refused) Error() string            { return fmt.Sprintf("%s: %d", r.op, int(r.code)) }
func (r refused) Code() codes.ResponseCode { return r.code }
func (r refused) Number() int              { return int(r.code) }

type busy struct{ code codes.ResponseCode }

func (b *busy) Error() string            { return "busy" }
func (b *busy) Code() codes.ResponseCode { return b.code }

type reply struct {
	Code codes.ResponseCode `json:"responseCode"`
}

func send(ctx context.Context, c *api.Client, m api.Message) error {
	var r reply
	if err := c.Post(ctx, "/sms", m, &r); err != nil {
		return err
	}
	switch r.Code {
	case codes.ResponseSuccess:
		return nil
	case codes.ResponseThrottlingRateExceeded, codes.ResponseGeneralFailure:
		return fmt.Errorf("later: %w", &busy{r.Code})
	}
	return refused{r.Code, "send"}
}

// Found goes on for what passes by itself, and once more for a number that is wrong.
func Found(ctx context.Context, c *api.Client, m api.Message) error {
	var err error
	for range 4 { // want `for 11 InvalidRecipient of class never`
		if err = send(ctx, c, m); err == nil {
			return nil
		}
		var coded Coded
		if errors.As(err, &coded) && !coded.Code().Retryable() && coded.Code() != codes.ResponseInvalidRecipient {
			return err
		}
		time.Sleep(time.Millisecond)
	}
	return err
}

// FoundAll goes on for what passes by itself.
func FoundAll(ctx context.Context, c *api.Client, m api.Message) error {
	var err error
	for range 4 {
		if err = send(ctx, c, m); err == nil {
			return nil
		}
		var coded Coded
		if errors.As(err, &coded) && !coded.Code().Retryable() {
			return err
		}
		time.Sleep(time.Millisecond)
	}
	return err
}

// Kept keeps the code before it looks at it, and forgets a subscriber who wants no more.
func Kept(ctx context.Context, c *api.Client, m api.Message) error {
	var err error
	for range 4 { // want `for 15 SubscriberBlockedService of class never`
		if err = send(ctx, c, m); err == nil {
			return nil
		}
		var coded Coded
		if !errors.As(err, &coded) {
			return err
		}
		code := coded.Code()
		if !code.Retryable() && code != codes.ResponseSubscriberBlockedService {
			return err
		}
		time.Sleep(time.Millisecond)
	}
	return err
}

// KeptAll looks at all of them.
func KeptAll(ctx context.Context, c *api.Client, m api.Message) error {
	var err error
	for range 4 {
		if err = send(ctx, c, m); err == nil {
			return nil
		}
		var coded Coded
		if !errors.As(err, &coded) {
			return err
		}
		if code := coded.Code(); !code.Retryable() {
			return err
		}
		time.Sleep(time.Millisecond)
	}
	return err
}

// Asserted does not know that a busy one has no number.
func Asserted(ctx context.Context, c *api.Client, m api.Message) error {
	var err error
	for range 4 {
		if err = send(ctx, c, m); err == nil {
			return nil
		}
		if n, ok := err.(numbered); ok && n.Number() != 18 && n.Number() != 99 {
			return err
		}
		time.Sleep(time.Millisecond)
	}
	return err
}

// AssertedBelow takes large numbers for the worst.
func AssertedBelow(ctx context.Context, c *api.Client, m api.Message) error {
	var err error
	for range 4 { // want `for 1 InvalidCredentials, 2 InvalidIP, 3 AccountExpired, 4 AccountDisabled of class never`
		if err = send(ctx, c, m); err == nil {
			return nil
		}
		if n, ok := err.(numbered); ok && n.Number() >= 6 && n.Number() != 18 && n.Number() != 99 {
			return err
		}
		time.Sleep(time.Millisecond)
	}
	return err
}

// Switched tells the errors apart by what they can say.
func Switched(ctx context.Context, c *api.Client, m api.Message) error {
	for range 4 {
		switch err := send(ctx, c, m).(type) {
		case nil:
			return nil
		case numbered:
			if n := err.Number(); n != 18 && n != 99 {
				return codes.ResponseCode(n)
			}
		}
		time.Sleep(time.Millisecond)
	}
	return context.DeadlineExceeded
}

// SwitchedBlindly takes what has a number for something that passes.
func SwitchedBlindly(ctx context.Context, c *api.Client, m api.Message) error {
	for range 4 { // want `of class never`
		switch err := send(ctx, c, m).(type) {
		case nil:
			return nil
		case numbered:
			time.Sleep(time.Millisecond)
		case Coded:
			return err
		}
	}
	return context.DeadlineExceeded
}

func passes(err error) bool {
	var coded Coded
	return errors.As(err, &coded) && coded.Code().Retryable()
}

// Elsewhere asks another function.
func Elsewhere(ctx context.Context, c *api.Client, m api.Message) error {
	for {
		err := send(ctx, c, m)
		if err == nil || !passes(err) {
			return err
		}
		time.Sleep(time.Millisecond)
	}
}

func final(err error) bool {
	var coded Coded
	return errors.As(err, &coded) && (coded.Code() == codes.ResponseInvalidCredentials || coded.Code() == codes.ResponseInvalidRecipient)
}

// ElsewhereFew asks one that knows two of the codes.
func ElsewhereFew(ctx context.Context, c *api.Client, m api.Message) error {
	for { // want `for 2 InvalidIP, 3 AccountExpired, .* of class never`
		err := send(ctx, c, m)
		if err == nil || final(err) {
			return err
		}
		time.Sleep(time.Millisecond)
	}
}

type deadline interface{ Timeout() bool }

// Deadlines has no error that says so, but for the transport's.
func Deadlines(ctx context.Context, c *api.Client, m api.Message) error {
	for range 4 {
		err := send(ctx, c, m)
		var late deadline
		if !errors.As(err, &late) || !late.Timeout() {
			return err
		}
	}
	return context.DeadlineExceeded
}
