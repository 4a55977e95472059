package ports

import (
	"context"

	"example.test/programs/retriedcode/api"
	"github.com/errcodelint/errcodelint/codes"
)

// Each round fetches what the request is made of.

// RenewedToken wants another token, and goes round for nothing else.
func RenewedToken(ctx context.Context, c *api.Client, m api.Message) error {
	s := &session{c}
	for range 2 {
		token, err := s.login(ctx)
		if err != nil {
			return err
		}
		var r reply
		if err := c.Post(ctx, "/sms?token="+token, m, &r); err != nil {
			return err
		}
		if r.Code != codes.ResponseInvalidCredentials {
			return r.Code.Err()
		}
	}
	return codes.ResponseInvalidCredentials
}

// RenewedClient puts the token into a client.
func RenewedClient(ctx context.Context, c *api.Client, m api.Message) error {
	s := &session{c}
	for range 2 {
		token, err := s.login(ctx)
		if err != nil {
			return err
		}
		by := *c
		by.URL += "/sms?token=" + token + "&at="
		var r reply
		if err := by.Post(ctx, "", m, &r); err != nil {
			return err
		}
		if r.Code != codes.ResponseInvalidCredentials && r.Code != codes.ResponseInvalidIP {
			return r.Code.Err()
		}
	}
	return codes.ResponseInvalidCredentials
}

// RenewedAnyway goes round for all.
func RenewedAnyway(ctx context.Context, c *api.Client, m api.Message) error {
	s := &session{c}
	for range 2 { // want "and 10 more of class never"
		token, err := s.login(ctx)
		if err != nil {
			return err
		}
		var r reply
		if err := c.Post(ctx, "/sms?token="+token, m, &r); err != nil {
			return err
		}
		if r.Code == codes.ResponseSuccess {
			return nil
		}
		c.Pause(ctx, 1)
	}
	return errTooOften
}
