// Package portal is a client whose users tell it its token.
package portal

import (
	"context"

	"example.test/programs/retriedcode/api"
	"github.com/errcodelint/errcodelint/codes"
)

// Client asks with a token.
type Client struct {
	API   *api.Client
	Token string
}

// Send sends a message once. The error is the transport's.
func (c *Client) Send(ctx context.Context, m api.Message) (codes.ResponseCode, error) {
	var r struct {
		Code codes.ResponseCode `json:"responseCode"`
	}
	err := c.API.Post(ctx, "/sms?token="+c.Token, m, &r)
	return r.Code, err
}
