package kept

import (
	"context"
	"errors"
	"time"

	"example.test/programs/retriedcode/api"
	"github.com/errcodelint/errcodelint/codes"
)

var pauses = map[codes.ResponseCode]time.Duration{
	codes.ResponseThrottlingRateExceeded: time.Microsecond,
	codes.ResponseSystemError:            2 * time.Microsecond,
}

var allowed = map[codes.ResponseCode]int{codes.ResponseThrottlingRateExceeded: 3, codes.ResponseSystemError: 1}

func deliver(ctx context.Context, c *api.Client, m api.Message) error {
	r, err := post(ctx, c, m)
	if err != nil {
		return err
	}
	return codes.ResponseCode(r.Code).Err()
}

// Pause has a pause for the codes that pass.
func Pause(ctx context.Context, c *api.Client, m api.Message) error {
	for {
		err := deliver(ctx, c, m)
		var code codes.ResponseCode
		if !errors.As(err, &code) {
			return err
		}
		pause := pauses[code]
		if pause == 0 {
			return err
		}
		time.Sleep(pause)
	}
}

// Allowed has a number of rounds for each code.
func Allowed(ctx context.Context, c *api.Client, m api.Message) error {
	used := make(map[codes.ResponseCode]int)
	for {
		err := deliver(ctx, c, m)
		var code codes.ResponseCode
		if !errors.As(err, &code) {
			return err
		}
		if used[code]++; used[code] > allowed[code] {
			return err
		}
	}
}

// Most has a function for that.
func Most(ctx context.Context, c *api.Client, m api.Message) error {
	for n := 1; ; n++ {
		err := deliver(ctx, c, m)
		var code codes.ResponseCode
		if !errors.As(err, &code) {
			return err
		}
		if n >= most(code) {
			return err
		}
	}
}

func most(code codes.ResponseCode) int {
	if code.Retryable() {
		return maxTries
	}
	return 1
}

// Limit lowers the limit.
func Limit(ctx context.Context, c *api.Client, m api.Message) error {
	limit := maxTries
	for n := 0; n < limit; n++ {
		r, err := post(ctx, c, m)
		if err != nil {
			return err
		}
		switch code := codes.ResponseCode(r.Code); {
		case code == codes.ResponseSuccess:
			return nil
		case !code.Retryable():
			limit = 0
		}
	}
	return errGivenUp
}

// LimitSome does so for one code.
func LimitSome(ctx context.Context, c *api.Client, m api.Message) error {
	limit := maxTries
	for n := 0; n < limit; n++ { // want "10 CouldNotRoute and 9 more of class never"
		r, err := post(ctx, c, m)
		if err != nil {
			return err
		}
		switch codes.ResponseCode(r.Code) {
		case codes.ResponseSuccess:
			return nil
		case codes.ResponseInvalidRecipient:
			limit = 0
		}
	}
	return errGivenUp
}

// Cancel ends the context that all rounds have.
func Cancel(ctx context.Context, c *api.Client, m api.Message) error {
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	for ctx.Err() == nil {
		r, err := post(ctx, c, m)
		if err != nil {
			return err
		}
		code := codes.ResponseCode(r.Code)
		if code == codes.ResponseSuccess {
			return nil
		}
		if !code.Retryable() {
			cancel(code)
		}
	}
	return context.Cause(ctx)
}

// CancelEach ends a context that each round has for itself.
func CancelEach(ctx context.Context, c *api.Client, m api.Message) error {
	for range maxTries { // want "10 CouldNotRoute and 10 more of class never"
		each, cancel := context.WithTimeout(ctx, time.Minute)
		r, err := post(each, c, m)
		cancel()
		if err != nil {
			return err
		}
		if r.Code == int(codes.ResponseSuccess) {
			return nil
		}
	}
	return errGivenUp
}

// Close says that it is over by a channel.
func Close(ctx context.Context, c *api.Client, m api.Message) error {
	over := make(chan struct{})
	for {
		select {
		case <-over:
			return errGivenUp
		default:
		}
		r, err := post(ctx, c, m)
		if err != nil {
			return err
		}
		code := codes.ResponseCode(r.Code)
		if code == codes.ResponseSuccess {
			return nil
		}
		if !code.Retryable() {
			close(over)
		}
	}
}
