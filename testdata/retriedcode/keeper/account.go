package keeper

import (
	"context"
	"strconv"

	"example.test/programs/retriedcode/api"
	"github.com/errcodelint/errcodelint/codes"
)

// An Account logs in before it sends, and forgets its token once that is refused.
type Account struct {
	API    *api.Client
	token  string
	logins int
}

// Send sends a message.
func (a *Account) Send(ctx context.Context, m api.Message) error {
	if a.token == "" {
		a.logins++
		a.token = "t-" + strconv.Itoa(a.logins)
	}
	var r struct {
		Code codes.ResponseCode `json:"responseCode"`
	}
	in := struct {
		api.Message
		Token string `json:"token"`
	}{m, a.token}
	if err := a.API.Post(ctx, "/sms", in, &r); err != nil {
		return err
	}
	if r.Code == codes.ResponseInvalidCredentials {
		a.token = ""
	}
	return r.Code.Err()
}
