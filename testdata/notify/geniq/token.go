package geniq

import (
	"context"
	"fmt"
	"time"
)

type tokenRequest struct {
	Username string `json:"username"`
	Password string `json:"password"`
}

type tokenReply struct {
	ResponseCode    string `json:"responseCode"`
	ResponseMessage string `json:"responseMessage"`
	Token           string `json:"token"`
}

// Token returns a token that is good for a while, a new one if need be.
func (c *Client) Token(ctx context.Context) (string, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.token != "" && time.Now().Before(c.expires) {
		return c.token, nil
	}

	var r tokenReply
	err := c.do(ctx, "POST", "/token", "", tokenRequest{c.user, c.password}, &r)
	if err != nil {
		return "", err
	}
	if r.ResponseCode == rcSuccess {
		c.token, c.expires = r.Token, time.Now().Add(tokenLife)
		return c.token, nil
	}

	switch {
	case r.ResponseCode == rcBadLogin, r.ResponseCode == "2": // want "magiccode: .*InvalidIP"
		return "", fmt.Errorf("%w: %s", ErrCredentials, r.ResponseMessage)
	case r.ResponseCode == "3" || r.ResponseCode == "4": // want "magiccode: .*AccountExpired" "magiccode: .*AccountDisabled"
		return "", fmt.Errorf("%w: %s", ErrAccount, r.ResponseMessage)
	case "18" == r.ResponseCode: // want "magiccode: .*TokenGenerationFailed"
		return "", ErrUnavailable
	default:
		return "", apiError("token", r.ResponseCode, r.ResponseMessage)
	}
}

func (c *Client) forgetToken() {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.token = ""
}
