// Package geniq is the client for the messaging API that our text messages,
// one-time codes and balance alerts go through.
//
// The API answers 200 to nearly everything. Whether a call worked is in the
// responseCode of the reply, which is documented as an integer and comes as
// a string.
package geniq

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"strings"
	"sync"
	"time"
)

// BaseURL is the production endpoint.
const BaseURL = "https://api.geniq.io/rest/v1"

const (
	maxRetries = 5
	tokenLife  = 50 * time.Minute
)

// Doer is the part of http.Client that the client uses.
type Doer interface {
	Do(*http.Request) (*http.Response, error)
}

// Client calls the API on behalf of one account. It is safe for concurrent use.
type Client struct {
	base     string
	user     string
	password string
	http     Doer
	pause    time.Duration

	mu      sync.Mutex
	token   string
	expires time.Time
}

// Option changes a default of New.
type Option func(*Client)

// WithBaseURL points the client at another server, a test's or a proxy.
func WithBaseURL(u string) Option {
	return func(c *Client) { c.base = strings.TrimSuffix(u, "/") }
}

// WithHTTP replaces the HTTP client.
func WithHTTP(d Doer) Option {
	return func(c *Client) { c.http = d }
}

// WithPause sets the pause before the first resend. It doubles every time.
func WithPause(d time.Duration) Option {
	return func(c *Client) { c.pause = d }
}

// New returns a client for the account.
func New(user, password string, opts ...Option) *Client {
	c := &Client{
		base:     BaseURL,
		user:     user,
		password: password,
		http:     &http.Client{Timeout: 15 * time.Second},
		pause:    500 * time.Millisecond,
	}
	for _, opt := range opts {
		opt(c)
	}
	return c
}

// StatusError is an answer that did not even come from the API proper.
type StatusError struct {
	StatusCode int
	Body       string
}

func (e *StatusError) Error() string {
	return fmt.Sprintf("geniq: http %d: %s", e.StatusCode, e.Body)
}

// call is do with a token.
func (c *Client) call(ctx context.Context, method, path string, in, out any) error {
	token, err := c.Token(ctx)
	if err != nil {
		return err
	}
	return c.do(ctx, method, path, token, in, out)
}

func (c *Client) do(ctx context.Context, method, path, token string, in, out any) error {
	var body io.Reader
	if in != nil {
		b, err := json.Marshal(in)
		if err != nil {
			return fmt.Errorf("geniq: %s: %w", path, err)
		}
		body = bytes.NewReader(b)
	}
	req, err := http.NewRequestWithContext(ctx, method, c.base+path, body)
	if err != nil {
		return fmt.Errorf("geniq: %s: %w", path, err)
	}
	if in != nil {
		req.Header.Set("Content-Type", "application/json")
	}
	if token != "" {
		req.Header.Set("Authorization", "Bearer "+token)
	}

	resp, err := c.http.Do(req)
	if err != nil {
		return fmt.Errorf("geniq: %s: %w", path, err)
	}
	defer resp.Body.Close()
	if resp.StatusCode == 401 && token != "" {
		c.forgetToken()
	}
	if resp.StatusCode != 200 {
		text, err := io.ReadAll(io.LimitReader(resp.Body, 512))
		if err != nil {
			return fmt.Errorf("geniq: %s: %w", path, err)
		}
		return &StatusError{StatusCode: resp.StatusCode, Body: strings.TrimSpace(string(text))}
	}
	if err := json.NewDecoder(resp.Body).Decode(out); err != nil {
		return fmt.Errorf("geniq: %s: reply: %w", path, err)
	}
	return nil
}

// sleep waits for d, or less if ctx ends.
func sleep(ctx context.Context, d time.Duration) error {
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-t.C:
		return nil
	}
}
