// Package fix sends again after somebody has acted, or has not.
package fix

import (
	"context"
	"errors"
	"log"
	"time"

	"example.test/programs/retriedcode/api"
	"github.com/errcodelint/errcodelint/codes"
)

const maxTries = 4

type reply struct {
	Code codes.ResponseCode `json:"responseCode"`
}

func send(ctx context.Context, c *api.Client, m api.Message) (codes.ResponseCode, error) {
	var r reply
	err := c.Post(ctx, "/sms", m, &r)
	return r.Code, err
}

// topUp buys credit.
func topUp(ctx context.Context, c *api.Client) error {
	var r struct {
		Token string `json:"token"`
	}
	return c.Post(ctx, "/token", map[string]string{"username": "till"}, &r)
}

// Waits waits for credit that nobody buys.
func Waits(ctx context.Context, c *api.Client, m api.Message) error {
	for range maxTries { // want "for 6 InsufficientCredit of class fix"
		code, err := send(ctx, c, m)
		if err != nil {
			return err
		}
		if !code.Retryable() && code != codes.ResponseInsufficientCredit {
			return code.Err()
		}
		time.Sleep(c.Unit)
	}
	return errors.New("given up")
}

// Logs writes it down, which buys no credit either.
func Logs(ctx context.Context, c *api.Client, m api.Message) error {
	for range maxTries { // want "for 6 InsufficientCredit of class fix"
		code, err := send(ctx, c, m)
		if err != nil {
			return err
		}
		switch {
		case code == codes.ResponseInsufficientCredit:
			log.Printf("no credit for %s", m.To)
			time.Sleep(c.Unit)
		case code.Retryable():
			time.Sleep(c.Unit)
		default:
			return code.Err()
		}
	}
	return errors.New("given up")
}

// Acts buys credit first.
func Acts(ctx context.Context, c *api.Client, m api.Message) error {
	for range maxTries {
		code, err := send(ctx, c, m)
		if err != nil {
			return err
		}
		switch {
		case code == codes.ResponseInsufficientCredit:
			if err := topUp(ctx, c); err != nil {
				return err
			}
		case code.Retryable():
			time.Sleep(c.Unit)
		default:
			return code.Err()
		}
	}
	return errors.New("given up")
}

// ActsOrNot goes round if the top-up fails, too.
func ActsOrNot(ctx context.Context, c *api.Client, m api.Message) error {
	for range maxTries {
		code, err := send(ctx, c, m)
		if err != nil {
			return err
		}
		if code == codes.ResponseInsufficientCredit {
			if err := topUp(ctx, c); err != nil {
				log.Print(err)
			}
			continue
		}
		if !code.Retryable() {
			return code.Err()
		}
	}
	return errors.New("given up")
}

// Tells leaves a note for somebody who acts.
func Tells(ctx context.Context, c *api.Client, m api.Message) error {
	needsMoney := false
	for range maxTries {
		code, err := send(ctx, c, m)
		if err != nil {
			return err
		}
		switch code {
		case codes.ResponseInsufficientCredit, codes.ResponsePrepaidAccountExpired:
			needsMoney = true
			continue
		}
		if !code.Retryable() {
			return code.Err()
		}
	}
	log.Printf("out of money: %t", needsMoney)
	return errors.New("given up")
}
