package errs

import (
	"context"
	"errors"
	"strconv"
	"time"

	"example.test/programs/retriedcode/api"
	"github.com/errcodelint/errcodelint/codes"
)

// A number is a code as an error.
type number int

func (n number) Error() string { return "refused: " + strconv.Itoa(int(n)) }

func sendNumber(ctx context.Context, c *api.Client, m api.Message) error {
	var r struct {
		Code int `json:"responseCode,string"`
	}
	if err := c.Post(ctx, "/sms", m, &r); err != nil {
		return err
	}
	if r.Code == int(codes.ResponseSuccess) {
		return nil
	}
	return number(r.Code)
}

// Number asks for no number.
func Number(ctx context.Context, c *api.Client, m api.Message) error {
	var err error
	for range maxTries { // want "and 10 more of class never"
		if err = sendNumber(ctx, c, m); err == nil {
			return nil
		}
		time.Sleep(c.Unit)
	}
	return err
}

// NumberAs asks for one.
func NumberAs(ctx context.Context, c *api.Client, m api.Message) error {
	for tries := 1; ; tries++ { // want "for 11 InvalidRecipient of class never"
		err := sendNumber(ctx, c, m)
		var n number
		if !errors.As(err, &n) || n != number(codes.ResponseThrottlingRateExceeded) && n != number(codes.ResponseInvalidRecipient) || tries == maxTries {
			return err
		}
		time.Sleep(c.Unit)
	}
}

// NumberFunction has a function ask.
func NumberFunction(ctx context.Context, c *api.Client, m api.Message) error {
	for tries := 1; ; tries++ {
		err := sendNumber(ctx, c, m)
		if !throttled(err) || tries == maxTries {
			return err
		}
		time.Sleep(c.Unit)
	}
}

func throttled(err error) bool {
	var n number
	return errors.As(err, &n) && (n == number(codes.ResponseThrottlingRateExceeded) || n == number(codes.ResponseSystemError))
}

// NumberCases has a function ask by a switch.
func NumberCases(ctx context.Context, c *api.Client, m api.Message) error {
	for tries := 1; ; tries++ {
		err := sendNumber(ctx, c, m)
		if err == nil || !overloaded(err) || tries == maxTries {
			return err
		}
		time.Sleep(c.Unit)
	}
}

func overloaded(err error) bool {
	var n number
	if errors.As(err, &n) {
		switch n {
		case number(codes.ResponseThrottlingRateExceeded), number(codes.ResponseSystemError):
			return true
		}
	}
	return false
}
