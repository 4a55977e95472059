package wards

import (
	"context"
	"strconv"

	"example.test/programs/retriedcode/api"
	"example.test/programs/retriedcode/keeper"
	"github.com/errcodelint/errcodelint/codes"
)

// An account logs in before it sends, and forgets its token once that is refused.
type account struct {
	*api.Client
	token  string
	logins int
}

func (a *account) login() error {
	if a.token != "" {
		return nil
	}
	a.logins++
	a.token = "t-" + strconv.Itoa(a.logins)
	return nil
}

func (a *account) forget() { a.token = "" }

func (a *account) send(ctx context.Context, m api.Message) error {
	if err := a.login(); err != nil {
		return err
	}
	var r reply
	in := struct {
		api.Message
		Token string `json:"token"`
	}{m, a.token}
	if err := a.Post(ctx, "/sms", in, &r); err != nil {
		return err
	}
	if r.Code == codes.ResponseInvalidCredentials || r.Code == codes.ResponseAccountExpired {
		a.forget()
	}
	return r.Code.Err()
}

// Forgets sends with another token after some codes.
func Forgets(ctx context.Context, c *api.Client, m api.Message) error {
	a := &account{Client: c}
	for range maxTries { // want "for 2 InvalidIP, 4 AccountDisabled, 10 CouldNotRoute, 11 InvalidRecipient, 12 InvalidOriginator and 8 more of class never"
		if err := a.send(ctx, m); err == nil {
			return nil
		}
	}
	return errGivenUp
}

// ForgetsElsewhere does so by another package's account.
func ForgetsElsewhere(ctx context.Context, c *api.Client, m api.Message) error {
	a := &keeper.Account{API: c}
	for range maxTries { // want "for 2 InvalidIP, 3 AccountExpired, 4 AccountDisabled, 10 CouldNotRoute, 11 InvalidRecipient and 9 more of class never"
		if err := a.Send(ctx, m); err == nil {
			return nil
		}
	}
	return errGivenUp
}
