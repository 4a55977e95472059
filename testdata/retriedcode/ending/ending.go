// Package ending has loops that end, for some codes, by what a round counts, marks, or does not set again.
package ending

import (
	"context"
	"errors"

	"example.test/programs/retriedcode/api"
	"github.com/errcodelint/errcodelint/codes"
)

var (
	errGivenUp  = errors.New("given up")
	errRejected = errors.New("rejected")
)

const maxTries = 4

type reply struct {
	Code int `json:"responseCode,string"`
}

func post(ctx context.Context, c *api.Client, m api.Message) (reply, error) {
	var r reply
	err := c.Post(ctx, "/sms", m, &r)
	return r, err
}

func deliver(ctx context.Context, c *api.Client, m api.Message) error {
	r, err := post(ctx, c, m)
	if err != nil {
		return err
	}
	return codes.ResponseCode(r.Code).Err()
}
