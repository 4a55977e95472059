package asked

import (
	"context"
	"fmt"

	"github.com/avast/retry-go/v4"

	"example.test/libs/api"
	"github.com/errcodelint/errcodelint/codes"
)

// An account sends with the token that it keeps.
type account struct {
	api    *api.Client
	token  string
	logins int
}

func (a *account) login() {
	a.logins++
	a.token = fmt.Sprintf("t-%d", a.logins)
}

func (a *account) ask(ctx context.Context, m api.Message) (codes.ResponseCode, error) {
	var r reply
	err := a.api.Post(ctx, "/sms", struct {
		api.Message
		Token string `json:"token"`
	}{m, a.token}, &r)
	return r.Code, err
}

// Relogged has another token for the code that asks for one, and goes on for the others, too.
func Relogged(ctx context.Context, c *api.Client, m api.Message) error {
	a := &account{api: c, token: "t-0"}
	return retry.Do(func() error { // want `for 2 InvalidIP, 3 AccountExpired, .* and 9 more of class never`
		code, err := a.ask(ctx, m)
		if err != nil {
			return err
		}
		if code == codes.ResponseInvalidCredentials {
			a.login()
		}
		return code.Err()
	}, retry.Attempts(3), retry.Delay(c.Unit), retry.MaxJitter(1), retry.LastErrorOnly(true))
}

// ReloggedPassing stops for the others.
func ReloggedPassing(ctx context.Context, c *api.Client, m api.Message) error {
	a := &account{api: c, token: "t-0"}
	return retry.Do(func() error {
		code, err := a.ask(ctx, m)
		switch {
		case err != nil:
			return err
		case code == codes.ResponseInvalidCredentials:
			a.login()
			return code
		case !code.Retryable() && code != codes.ResponseSuccess:
			return retry.Unrecoverable(code)
		}
		return code.Err()
	}, retry.Attempts(3), retry.Delay(c.Unit), retry.MaxJitter(1), retry.LastErrorOnly(true))
}

// ReloggedInside makes its request in the operation.
func ReloggedInside(ctx context.Context, c *api.Client, m api.Message) error {
	a := &account{api: c, token: "t-0"}
	return retry.Do(func() error {
		in := map[string]string{"to": m.To, "text": m.Text}
		in["token"] = a.token
		var r reply
		if err := c.Post(ctx, "/sms", in, &r); err != nil {
			return err
		}
		if r.Code == codes.ResponseInvalidCredentials {
			a.login()
			return r.Code
		}
		if err := r.Code.Err(); err != nil && !r.Code.Retryable() {
			return retry.Unrecoverable(err)
		}
		return r.Code.Err()
	}, retry.Attempts(3), retry.Delay(c.Unit), retry.MaxJitter(1), retry.LastErrorOnly(true))
}
