package loops

import (
	"context"
	"time"

	"example.test/programs/retriedcode/api"
	"github.com/errcodelint/errcodelint/codes"
)

// Closure sends by a function of its own, that keeps the code.
func Closure(ctx context.Context, c *api.Client, m api.Message) error {
	attempt := func() (codes.ResponseCode, error) {
		r, err := send(ctx, c, m)
		return r.Code, err
	}
	for range maxTries { // want "and 10 more of class never"
		code, err := attempt()
		if err != nil {
			return err
		}
		if code == codes.ResponseSuccess {
			return nil
		}
		time.Sleep(c.Unit)
	}
	return errGivenUp
}

// ClosureRetryable does so with care.
func ClosureRetryable(ctx context.Context, c *api.Client, m api.Message) error {
	attempt := func() (codes.ResponseCode, error) {
		r, err := send(ctx, c, m)
		return r.Code, err
	}
	for range maxTries {
		code, err := attempt()
		if err != nil {
			return err
		}
		if !code.Retryable() {
			return code.Err()
		}
		time.Sleep(c.Unit)
	}
	return errGivenUp
}

// Goroutine has the whole loop in one.
func Goroutine(ctx context.Context, c *api.Client, m api.Message) error {
	done := make(chan error, 1)
	go func() {
		for { // want "and 10 more of class never"
			r, err := send(ctx, c, m)
			if err != nil {
				done <- err
				return
			}
			if r.Code == codes.ResponseSuccess {
				done <- nil
				return
			}
			time.Sleep(c.Unit)
		}
	}()
	return <-done
}

// GoroutineRetryable ends it for all codes that stay.
func GoroutineRetryable(ctx context.Context, c *api.Client, m api.Message) error {
	done := make(chan error, 1)
	go func() {
		for {
			r, err := send(ctx, c, m)
			if err != nil {
				done <- err
				return
			}
			if !r.Code.Retryable() {
				done <- r.Code.Err()
				return
			}
			time.Sleep(c.Unit)
		}
	}()
	return <-done
}

// Rebuilt makes the request anew every time, from what has not changed.
func Rebuilt(ctx context.Context, c *api.Client, m api.Message) error {
	for i := 0; i < maxTries; i++ { // want "and 10 more of class never"
		body := map[string]string{"from": m.From, "to": m.To, "text": m.Text}
		var r reply
		if err := c.Post(ctx, "/sms", body, &r); err != nil {
			return err
		}
		if r.Code == codes.ResponseSuccess {
			return nil
		}
	}
	return errGivenUp
}

// Numbered sends the attempt's number and the time along, which makes no other
// message of it.
func Numbered(ctx context.Context, c *api.Client, m api.Message) error {
	for attempt := 1; attempt <= maxTries; attempt++ { // want "and 10 more of class never"
		body := struct {
			api.Message
			Attempt int       `json:"attempt"`
			SentAt  time.Time `json:"sentAt"`
		}{m, attempt, time.Now()}
		var r reply
		if err := c.Post(ctx, "/sms", body, &r); err != nil {
			return err
		}
		if r.Code == codes.ResponseSuccess {
			return nil
		}
	}
	return errGivenUp
}
