// Package accounts logs in again where a token has expired: that makes another request of it.
package accounts

import (
	"context"

	"example.test/programs/retriedcode/api"
	"example.test/programs/retriedcode/portal"
	"github.com/errcodelint/errcodelint/codes"
)

// An account has a client of another package.
type account struct {
	client *portal.Client
	logins int
}

func (a *account) login(token string) {
	a.logins++
	a.client.Token = token
}

func open(c *api.Client) *account { return &account{client: &portal.Client{API: c}} }

// Loop logs in, and goes on.
func Loop(ctx context.Context, c *api.Client, m api.Message) error {
	a := open(c)
	for range 2 {
		code, err := a.client.Send(ctx, m)
		if err != nil {
			return err
		}
		if code == codes.ResponseInvalidCredentials {
			a.login("t-2")
			continue
		}
		return code.Err()
	}
	return nil
}

// shouldRetry does so before it says yes.
func (a *account) shouldRetry(code codes.ResponseCode) bool {
	if code == codes.ResponseInvalidCredentials {
		a.login("t-2")
		return true
	}
	return code.Retryable()
}

// Asked has a predicate log in.
func Asked(ctx context.Context, c *api.Client, m api.Message) error {
	a := open(c)
	for range 2 {
		code, err := a.client.Send(ctx, m)
		if err != nil {
			return err
		}
		if !a.shouldRetry(code) {
			return code.Err()
		}
	}
	return nil
}

// Queue puts the message back when it has logged in.
func Queue(ctx context.Context, c *api.Client, m api.Message) error {
	a := open(c)
	queue := make(chan api.Message, 1)
	queue <- m
	for next := range queue {
		code, err := a.client.Send(ctx, next)
		if err != nil {
			return err
		}
		if code != codes.ResponseInvalidCredentials || a.logins > 0 {
			return code.Err()
		}
		a.login("t-2")
		queue <- next
	}
	return nil
}

// Counted does nothing but count.
func Counted(ctx context.Context, c *api.Client, m api.Message) error {
	a := open(c)
	for range 2 { // want "for 1 InvalidCredentials of class never"
		code, err := a.client.Send(ctx, m)
		if err != nil {
			return err
		}
		if code == codes.ResponseInvalidCredentials {
			a.logins++
			continue
		}
		return code.Err()
	}
	return nil
}
