package kept

import (
	"context"
	"time"

	"example.test/programs/retriedcode/api"
	"github.com/errcodelint/errcodelint/codes"
)

// What a condition asks has a name first.

// NamedRanged looks at the last code in all rounds but the first.
func NamedRanged(ctx context.Context, c *api.Client, m api.Message) error {
	var last codes.ResponseCode
	for i := range maxTries {
		final := i != 0 && !last.Retryable()
		if final {
			return last.Err()
		}
		r, err := post(ctx, c, m)
		if err != nil {
			return err
		}
		if last = codes.ResponseCode(r.Code); last == codes.ResponseSuccess {
			return nil
		}
	}
	return errGivenUp
}

// NamedNot says the same the other way round.
func NamedNot(ctx context.Context, c *api.Client, m api.Message) error {
	var last codes.ResponseCode
	for i := range maxTries {
		goOn := !(i != 0 && !last.Retryable())
		if !goOn {
			return last.Err()
		}
		r, err := post(ctx, c, m)
		if err != nil {
			return err
		}
		if last = codes.ResponseCode(r.Code); last == codes.ResponseSuccess {
			return nil
		}
	}
	return errGivenUp
}

// NamedFirst asks which round it is.
func NamedFirst(ctx context.Context, c *api.Client, m api.Message) error {
	j := &job{m: m}
	for j.attempts = 0; j.attempts < maxTries; j.attempts++ {
		count := j.attempts
		if count > 0 {
			if !codes.ResponseCode(j.last).Retryable() {
				return codes.ResponseCode(j.last)
			}
			time.Sleep(c.Unit)
		}
		r, err := post(ctx, c, j.m)
		if err != nil {
			return err
		}
		if r.Code == int(codes.ResponseSuccess) {
			return nil
		}
		j.last = r.Code
	}
	return errGivenUp
}

// NamedSome lets too many pass.
func NamedSome(ctx context.Context, c *api.Client, m api.Message) error {
	var last codes.ResponseCode
	for i := range maxTries { // want "2 InvalidIP, 3 AccountExpired, 4 AccountDisabled, 10 CouldNotRoute, 11 InvalidRecipient and 9 more of class never"
		final := i != 0 && last == codes.ResponseInvalidCredentials
		if final {
			return last.Err()
		}
		r, err := post(ctx, c, m)
		if err != nil {
			return err
		}
		if last = codes.ResponseCode(r.Code); last == codes.ResponseSuccess {
			return nil
		}
	}
	return errGivenUp
}

// NamedCount ends it when one was refused for good.
func NamedCount(ctx context.Context, c *api.Client, m api.Message) error {
	refused := 0
	for range maxTries {
		over := refused > 0
		if over {
			return errRejected
		}
		r, err := post(ctx, c, m)
		if err != nil {
			return err
		}
		if r.Code == 0 {
			return nil
		}
		final := !codes.ResponseCode(r.Code).Retryable()
		if final {
			refused++
		}
	}
	return errGivenUp
}
