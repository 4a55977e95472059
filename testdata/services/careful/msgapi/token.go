package msgapi

import (
	"context"
	"errors"
	"time"
)

// tokenMargin is how long before its end a token is no longer used.
const tokenMargin = 5 * time.Minute

type tokenReply struct {
	header
	Token     string `json:"token"`
	ExpiresIn int    `json:"expiresIn"` // seconds
}

// Token returns a token, a new one if the old one is about to expire.
func (c *Client) Token(ctx context.Context) (string, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.token != "" && c.now().Before(c.expires) {
		return c.token, nil
	}

	in := map[string]string{"username": c.user, "password": c.password}
	var r tokenReply
	if err := c.roundTrip(ctx, "POST", "/token", "", in, &r); err != nil {
		return "", err
	}
	if err := r.err("token"); err != nil {
		return "", err
	}
	if r.Token == "" {
		return "", errors.New("msgapi: token: success, but no token")
	}
	c.token = r.Token
	c.expires = c.now().Add(time.Duration(r.ExpiresIn)*time.Second - tokenMargin)
	return c.token, nil
}

// forget makes the next call ask for another token than this one.
func (c *Client) forget(token string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.token == token {
		c.token = ""
	}
}
