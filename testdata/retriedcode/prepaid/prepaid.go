// Package prepaid sends for an account that can be empty: it goes on when
// somebody has paid.
package prepaid

import (
	"context"

	"example.test/programs/retriedcode/api"
	"github.com/errcodelint/errcodelint/codes"
)

// An account says when somebody has paid.
type account struct {
	c        *api.Client
	credited chan struct{}
}

func open(ctx context.Context, c *api.Client) *account {
	a := &account{c, make(chan struct{})}
	go func() {
		for ctx.Err() == nil {
			select {
			case a.credited <- struct{}{}:
			case <-ctx.Done():
			}
		}
	}()
	return a
}

func (a *account) send(ctx context.Context, m api.Message) (codes.ResponseCode, error) {
	var r struct {
		Code codes.ResponseCode `json:"responseCode"`
	}
	err := a.c.Post(ctx, "/sms", m, &r)
	return r.Code, err
}

// Paid waits until somebody has paid.
func Paid(ctx context.Context, c *api.Client, m api.Message) error {
	a := open(ctx, c)
	for {
		code, err := a.send(ctx, m)
		if err != nil {
			return err
		}
		if code != codes.ResponseInsufficientCredit {
			return code.Err()
		}
		<-a.credited
	}
}

// PaidOrOver waits until somebody has paid, or it is over.
func PaidOrOver(ctx context.Context, c *api.Client, m api.Message) error {
	a := open(ctx, c)
	for {
		code, err := a.send(ctx, m)
		if err != nil {
			return err
		}
		switch code {
		case codes.ResponseInsufficientCredit, codes.ResponsePrepaidAccountExpired:
			select {
			case <-a.credited:
			case <-ctx.Done():
				return ctx.Err()
			}
		case codes.ResponseThrottlingRateExceeded:
			c.Pause(ctx, 1)
		default:
			return code.Err()
		}
	}
}

func (a *account) wait(ctx context.Context) error {
	select {
	case <-a.credited:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

// PaidByMethod waits by a method.
func PaidByMethod(ctx context.Context, c *api.Client, m api.Message) error {
	a := open(ctx, c)
	for {
		code, err := a.send(ctx, m)
		if err != nil {
			return err
		}
		if code != codes.ResponseInsufficientCredit {
			return code.Err()
		}
		if err := a.wait(ctx); err != nil {
			return err
		}
	}
}

// Idle only waits: nobody is told, and nobody is waited for.
func Idle(ctx context.Context, c *api.Client, m api.Message) error {
	a := open(ctx, c)
	quit := make(chan struct{})
	for range 3 { // want "6 InsufficientCredit of class fix"
		code, err := a.send(ctx, m)
		if err != nil {
			return err
		}
		if code != codes.ResponseInsufficientCredit {
			return code.Err()
		}
		c.Pause(ctx, 1)
		select {
		case <-quit:
			return nil
		default:
		}
	}
	return codes.ResponseInsufficientCredit
}

// Renewed asks whoever calls for another token.
func Renewed(ctx context.Context, c *api.Client, m api.Message) error {
	return renewed(ctx, c, m, func(context.Context) error { c.URL += ""; return nil })
}

func renewed(ctx context.Context, c *api.Client, m api.Message, renew func(context.Context) error) error {
	a := open(ctx, c)
	for range 2 {
		code, err := a.send(ctx, m)
		if err != nil {
			return err
		}
		if code != codes.ResponseInvalidCredentials {
			return code.Err()
		}
		if err := renew(ctx); err != nil {
			return err
		}
	}
	return codes.ResponseInvalidCredentials
}
