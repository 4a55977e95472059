package geniq

import (
	"context"
	"errors"
	"fmt"
	"strings"
)

type tokenReply struct {
	ResponseCode    string `json:"responseCode"`
	ResponseMessage string `json:"responseMessage"`
	Token           string `json:"token"`
	ExpiresIn       int    `json:"expiresIn"`
}

// Token returns the token that the client has, and logs in if there is none.
func (c *Client) Token(ctx context.Context) (string, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.token != "" {
		return c.token, nil
	}
	login := map[string]string{"username": c.cfg.User, "password": c.cfg.Password}
	r, err := do[tokenReply](ctx, c, "POST", "/token", "", login)
	if err != nil {
		return "", err
	}
	if r.ResponseCode != "0" { // want "magiccode: .*Success"
		return "", loginError(r.ResponseCode, r.ResponseMessage)
	}
	if r.Token == "" || r.ExpiresIn == 0 {
		return "", errors.New("geniq: token: none came")
	}
	c.token = r.Token
	return c.token, nil
}

func loginError(code, message string) error {
	code = strings.TrimSpace(code)
	switch {
	case code == "1", "2" == code: // want "magiccode: .*InvalidCredentials" "magiccode: .*InvalidIP"
		return fmt.Errorf("%w: %s", ErrCredentials, message)
	case strings.EqualFold(code, "3") || strings.EqualFold("4", code): // want "magiccode: .*AccountExpired" "magiccode: .*AccountDisabled"
		return fmt.Errorf("%w: %s", ErrAccount, message)
	case code == "18": // want "magiccode: .*TokenGenerationFailed"
		return ErrUnavailable
	}
	return apiError("token", code, message)
}
