// Package msgapi is the client for the messaging API.
//
// Every method returns an error unless the API has said success in so many
// words. The code is in the chain of the error: errors.Is finds it, as in
//
//	errors.Is(err, codes.ResponseThrottlingRateExceeded)
package msgapi

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"strings"
	"sync"
	"time"
)

// Production is the address of the API.
const Production = "https://api.geniq.io/rest/v1"

const defaultTimeout = 15 * time.Second

// Client speaks for one account. It is safe for concurrent use.
type Client struct {
	base     string
	user     string
	password string
	http     *http.Client
	now      func() time.Time

	mu      sync.Mutex
	token   string
	expires time.Time
}

// Option changes what New would choose.
type Option func(*Client)

// WithBase sets another address than Production.
func WithBase(url string) Option {
	return func(c *Client) { c.base = strings.TrimSuffix(url, "/") }
}

// WithHTTP sets the HTTP client.
func WithHTTP(h *http.Client) Option { return func(c *Client) { c.http = h } }

// WithClock sets the clock, which tells when a token is too old.
func WithClock(now func() time.Time) Option { return func(c *Client) { c.now = now } }

// New returns a client for an account.
func New(user, password string, opts ...Option) *Client {
	c := &Client{
		base:     Production,
		user:     user,
		password: password,
		http:     &http.Client{Timeout: defaultTimeout},
		now:      time.Now,
	}
	for _, opt := range opts {
		opt(c)
	}
	return c
}

// call sends a request with a token, and decodes the reply. The reply's code
// is the caller's to look at.
func (c *Client) call(ctx context.Context, method, path string, in, out any) error {
	token, err := c.Token(ctx)
	if err != nil {
		return err
	}
	err = c.roundTrip(ctx, method, path, token, in, out)
	if errors.Is(err, ErrNotAuthorized) {
		c.forget(token)
	}
	return err
}

func (c *Client) roundTrip(ctx context.Context, method, path, token string, in, out any) error {
	var body io.Reader
	if in != nil {
		data, err := json.Marshal(in)
		if err != nil {
			return fmt.Errorf("msgapi: %w", err)
		}
		body = bytes.NewReader(data)
	}
	req, err := http.NewRequestWithContext(ctx, method, c.base+path, body)
	if err != nil {
		return fmt.Errorf("msgapi: %w", err)
	}
	if body != nil {
		req.Header.Set("Content-Type", "application/json")
	}
	if token != "" {
		req.Header.Set("Authorization", "Bearer "+token)
	}

	resp, err := c.http.Do(req)
	if err != nil {
		return fmt.Errorf("msgapi: %w", err)
	}
	defer resp.Body.Close()
	if err := checkStatus(resp); err != nil {
		return fmt.Errorf("msgapi: %s: %w", path, err)
	}
	if err := json.NewDecoder(resp.Body).Decode(out); err != nil {
		return fmt.Errorf("msgapi: %s: %w", path, err)
	}
	return nil
}

// These errors are not the API's but of something on the way to it.
var (
	ErrNotAuthorized = errors.New("the token is no longer good")
	ErrGatewayBusy   = errors.New("gateway is busy")
	ErrGateway       = errors.New("gateway error")
)

func checkStatus(resp *http.Response) error {
	switch code := resp.StatusCode; {
	case code == 200:
		return nil
	case code == 401:
		return ErrNotAuthorized
	case code == 429, code >= 502 && code <= 504:
		return fmt.Errorf("%w: http status %d", ErrGatewayBusy, code)
	default:
		return fmt.Errorf("%w: http status %d", ErrGateway, code)
	}
}
