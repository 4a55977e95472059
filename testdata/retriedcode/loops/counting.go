package loops

import (
	"context"
	"time"

	"example.test/programs/retriedcode/api"
	"github.com/errcodelint/errcodelint/codes"
)

// Once and while it fails.
func OnceAndWhile(ctx context.Context, c *api.Client, m api.Message) error {
	var err error
	for i := 0; i == 0 || err != nil && i < maxTries; i++ { // want "and 10 more of class never"
		if i > 0 {
			time.Sleep(c.Unit)
		}
		var r reply
		if r, err = send(ctx, c, m); err == nil {
			err = r.Code.Err()
		}
	}
	return err
}

// OnceAndWhileItHelps goes on for what passes.
func OnceAndWhileItHelps(ctx context.Context, c *api.Client, m api.Message) error {
	var code codes.ResponseCode
	for i := 0; i == 0 || code.Retryable() && i < maxTries; i++ {
		r, err := send(ctx, c, m)
		if err != nil {
			return err
		}
		code = r.Code
	}
	return code.Err()
}

// OnceByLess counts from one.
func OnceByLess(ctx context.Context, c *api.Client, m api.Message) error {
	var code codes.ResponseCode
	for try := 1; try <= 1 || try <= maxTries && code != codes.ResponseSuccess; try++ { // want "and 10 more of class never"
		r, err := send(ctx, c, m)
		if err != nil {
			return err
		}
		code = r.Code
	}
	return code.Err()
}

// OnceByFlag has a flag for the first round.
func OnceByFlag(ctx context.Context, c *api.Client, m api.Message) error {
	var code codes.ResponseCode
	for first, n := true, 0; first || code != codes.ResponseSuccess && n < maxTries; first, n = false, n+1 { // want "and 10 more of class never"
		r, err := send(ctx, c, m)
		if err != nil {
			return err
		}
		code = r.Code
	}
	return code.Err()
}

// Thrice sends three messages, whatever comes.
func Thrice(ctx context.Context, c *api.Client, m api.Message) error {
	var code codes.ResponseCode
	for i := 0; i < 3 || code == codes.ResponseThrottlingRateExceeded && i < 6; i++ {
		r, err := send(ctx, c, m)
		if err != nil {
			return err
		}
		code = r.Code
	}
	return code.Err()
}
