// Package judged has helpers that ask again until what they get will do, and says what will.
package judged

import (
	"context"
	"time"

	"example.test/programs/retriedcode/api"
	"github.com/errcodelint/errcodelint/codes"
)

type reply struct {
	Code      codes.ResponseCode `json:"responseCode"`
	MessageID string             `json:"messageId"`
}

func send(ctx context.Context, c *api.Client, m api.Message) (reply, error) {
	var r reply
	err := c.Post(ctx, "/sms", m, &r)
	return r, err
}

// until asks until the answer will do.
func until[T any](n int, ask func() (T, error), done func(T) bool) (T, error) {
	for i := 1; ; i++ {
		v, err := ask()
		if err != nil {
			return v, err
		}
		if done(v) || i == n {
			return v, nil
		}
		time.Sleep(time.Microsecond)
	}
}

// while asks as long as the answer says so.
func while(n int, ask func() (reply, error), again func(reply) bool) (reply, error) {
	var r reply
	var err error
	for range n {
		if r, err = ask(); err != nil || !again(r) {
			return r, err
		}
	}
	return r, nil
}

// settle asks until reply and error will do.
func settle(n int, ask func() (*reply, error), done func(*reply, error) bool) (*reply, error) {
	for {
		r, err := ask()
		if n--; done(r, err) || n == 0 {
			return r, err
		}
	}
}

// insist asks until there is an answer that will do.
func insist(ctx context.Context, ask func(context.Context) (reply, error), done func(reply) bool) (reply, error) {
	for {
		if err := ctx.Err(); err != nil {
			return reply{}, err
		}
		r, err := ask(ctx)
		if err == nil && done(r) {
			return r, nil
		}
		time.Sleep(time.Microsecond)
	}
}

// longer goes on for an answer that says so.
func longer(ask func() (reply, error), again func(reply) bool) (reply, error) {
	for {
		r, err := ask()
		if again(r) {
			time.Sleep(time.Microsecond)
			continue
		}
		return r, err
	}
}

// checked asks once, whatever it is told.
func checked(ask func() (reply, error), done func(reply) bool) (r reply, err error) {
	for range 2 {
		if r, err = ask(); done(r) {
			return r, err
		}
		return r, err
	}
	return r, err
}

// handed is until by another name.
func handed(done func(reply) bool, ask func() (reply, error)) (reply, error) {
	return until(3, ask, done)
}
