package loops

import (
	"context"
	"time"

	"example.test/programs/retriedcode/api"
	"github.com/errcodelint/errcodelint/codes"
)

// Until has its test in the loop's condition.
func Until(ctx context.Context, c *api.Client, m api.Message) error {
	code := codes.ResponseGeneralFailure
	for tries := 0; code != codes.ResponseSuccess && tries < maxTries; tries++ { // want "and 10 more of class never"
		r, err := send(ctx, c, m)
		if err != nil {
			return err
		}
		code = r.Code
	}
	return code.Err()
}

// UntilHopeless goes on while the code passes by itself.
func UntilHopeless(ctx context.Context, c *api.Client, m api.Message) error {
	code := codes.ResponseGeneralFailure
	for tries := 0; code.Retryable() && tries < maxTries; tries++ {
		r, err := send(ctx, c, m)
		if err != nil {
			return err
		}
		code = r.Code
	}
	return code.Err()
}

// UntilSent sends once before the loop, and again in it.
func UntilSent(ctx context.Context, c *api.Client, m api.Message) error {
	r, err := send(ctx, c, m)
	for err == nil && r.Code != codes.ResponseSuccess { // want "and 10 more of class never"
		time.Sleep(c.Unit)
		r, err = send(ctx, c, m)
	}
	return err
}

// UntilSettled is the same for the codes that pass.
func UntilSettled(ctx context.Context, c *api.Client, m api.Message) error {
	r, err := send(ctx, c, m)
	for n := 0; err == nil && r.Code.Retryable() && n < maxTries; n++ {
		time.Sleep(c.Unit)
		r, err = send(ctx, c, m)
	}
	if err != nil {
		return err
	}
	return r.Code.Err()
}

// UntilDone has a flag for the condition.
func UntilDone(ctx context.Context, c *api.Client, m api.Message) error {
	done := false
	for tries := 0; !done && tries < maxTries; tries++ { // want "and 10 more of class never"
		r, err := send(ctx, c, m)
		if err != nil {
			return err
		}
		done = r.Code == codes.ResponseSuccess
		time.Sleep(c.Unit)
	}
	if !done {
		return errGivenUp
	}
	return nil
}

// UntilFinal is done for all codes that stay what they are.
func UntilFinal(ctx context.Context, c *api.Client, m api.Message) error {
	var last codes.ResponseCode
	for done := false; !done; {
		r, err := send(ctx, c, m)
		if err != nil {
			return err
		}
		last = r.Code
		done = !last.Retryable()
		time.Sleep(c.Unit)
	}
	return last.Err()
}

// UntilPost assigns in the post statement.
func UntilPost(ctx context.Context, c *api.Client, m api.Message) error {
	for r, err := send(ctx, c, m); r.Code != codes.ResponseSuccess; r, err = send(ctx, c, m) { // want "and 10 more of class never"
		if err != nil {
			return err
		}
		time.Sleep(c.Unit)
	}
	return nil
}
