package loops

import (
	"context"
	"time"

	"example.test/programs/retriedcode/api"
	"github.com/errcodelint/errcodelint/codes"
)

// ask sends a message, and has the code alone.
func ask(ctx context.Context, c *api.Client, m api.Message) (codes.ResponseCode, error) {
	r, err := send(ctx, c, m)
	return r.Code, err
}

// Pauses makes a longer pause after some tries.
func Pauses(ctx context.Context, c *api.Client, m api.Message) error {
	for range 2 {
		for range 2 { // want "and 10 more of class never, .* leave the loop, and the one around it, unless"
			code, err := ask(ctx, c, m)
			if err != nil || code == codes.ResponseSuccess {
				return err
			}
			time.Sleep(c.Unit)
		}
		time.Sleep(5 * c.Unit)
	}
	return nil
}

// PausesInner leaves the inner loop for what stays, which is not enough.
func PausesInner(ctx context.Context, c *api.Client, m api.Message) error {
	for range 2 { // want "and 10 more of class never, .* leave the loop unless"
		for range 2 {
			code, err := ask(ctx, c, m)
			if err != nil || code == codes.ResponseSuccess {
				return err
			}
			if !code.Retryable() {
				break
			}
			time.Sleep(c.Unit)
		}
		time.Sleep(5 * c.Unit)
	}
	return nil
}

// PausesOuter leaves the outer loop for it, which comes too late.
func PausesOuter(ctx context.Context, c *api.Client, m api.Message) error {
	for range 2 {
		var code codes.ResponseCode
		for range 2 { // want "and 10 more of class never, .* leave the loop unless"
			var err error
			if code, err = ask(ctx, c, m); err != nil || code == codes.ResponseSuccess {
				return err
			}
			time.Sleep(c.Unit)
		}
		if !code.Retryable() {
			return code
		}
		time.Sleep(5 * c.Unit)
	}
	return nil
}

// PausesBoth leaves the inner loop for one code, so that the outer one alone goes round for it.
func PausesBoth(ctx context.Context, c *api.Client, m api.Message) error {
	for range 2 { // want "for 11 InvalidRecipient of class never"
		for range 2 { // want "for 1 InvalidCredentials, 2 InvalidIP, 3 AccountExpired, 4 AccountDisabled, 10 CouldNotRoute and 9 more of class never"
			code, err := ask(ctx, c, m)
			if err != nil || code == codes.ResponseSuccess {
				return err
			}
			if code == codes.ResponseInvalidRecipient {
				break
			}
			time.Sleep(c.Unit)
		}
	}
	return nil
}

// PausesRight leaves both.
func PausesRight(ctx context.Context, c *api.Client, m api.Message) error {
	for range 2 {
		for range 2 {
			code, err := ask(ctx, c, m)
			if err != nil {
				return err
			}
			if !code.Retryable() {
				return code.Err()
			}
			time.Sleep(c.Unit)
		}
		time.Sleep(5 * c.Unit)
	}
	return nil
}
