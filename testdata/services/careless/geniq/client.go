// Package geniq talks to the messaging API.
package geniq

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
)

// BaseURL is the production system.
const BaseURL = "https://api.geniq.io/rest/v1"

// Config is what a client has to know.
type Config struct {
	User     string
	Password string
	BaseURL  string       // BaseURL if empty
	HTTP     *http.Client // http.DefaultClient if nil
}

// Client calls the API for one account.
type Client struct {
	cfg   Config
	stats Stats

	mu    sync.Mutex
	token string
}

// New returns a client. It logs in when it first has to.
func New(cfg Config) *Client {
	if cfg.BaseURL == "" {
		cfg.BaseURL = BaseURL
	}
	if cfg.HTTP == nil {
		cfg.HTTP = http.DefaultClient
	}
	cfg.BaseURL = strings.TrimRight(cfg.BaseURL, "/")
	return &Client{cfg: cfg}
}

// Stats tells what the API has answered so far.
func (c *Client) Stats() *Stats { return &c.stats }

// base is what every reply begins with.
type base struct {
	ResponseCode    string `json:"responseCode"`
	ResponseMessage string `json:"responseMessage"`
}

// Busy tells whether there is a point in asking again.
func (b base) Busy() bool {
	return b.ResponseCode == "5" || b.ResponseCode == "88" // want "magiccode: .*ThrottlingRateExceeded" "magiccode: .*GeneralFailure"
}

// StatusError is an answer of something in front of the API.
type StatusError struct {
	Path       string
	StatusCode int
}

func (e *StatusError) Error() string {
	if e.StatusCode == 429 || e.StatusCode == 503 {
		return fmt.Sprintf("geniq: %s: the gateway is busy", e.Path)
	}
	return fmt.Sprintf("geniq: %s: http status %d", e.Path, e.StatusCode)
}

// call asks with a token.
func call[T any](ctx context.Context, c *Client, method, path string, in any) (T, error) {
	token, err := c.Token(ctx)
	if err != nil {
		var none T
		return none, err
	}
	reply, err := do[T](ctx, c, method, path, token, in)
	var status *StatusError
	if errors.As(err, &status) && status.StatusCode == 401 {
		c.mu.Lock()
		c.token = ""
		c.mu.Unlock()
	}
	return reply, err
}

func do[T any](ctx context.Context, c *Client, method, path, token string, in any) (T, error) {
	var reply T
	var body io.Reader
	if in != nil {
		data, err := json.Marshal(in)
		if err != nil {
			return reply, fmt.Errorf("geniq: %s: %w", path, err)
		}
		body = bytes.NewReader(data)
	}
	req, err := http.NewRequestWithContext(ctx, method, c.cfg.BaseURL+path, body)
	if err != nil {
		return reply, fmt.Errorf("geniq: %s: %w", path, err)
	}
	req.Header.Set("Content-Type", "application/json")
	if token != "" {
		req.Header.Set("Authorization", "Bearer "+token)
	}

	resp, err := c.cfg.HTTP.Do(req)
	if err != nil {
		return reply, fmt.Errorf("geniq: %s: %w", path, err)
	}
	defer resp.Body.Close()
	if resp.StatusCode != 200 && resp.StatusCode != 201 {
		return reply, &StatusError{Path: path, StatusCode: resp.StatusCode}
	}
	if err := json.NewDecoder(resp.Body).Decode(&reply); err != nil {
		return reply, fmt.Errorf("geniq: %s: reply: %w", path, err)
	}
	return reply, nil
}
