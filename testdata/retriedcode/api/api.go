// Package api is the transport that the programs beside it share: it knows how
// to ask, and nothing of codes.
package api

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"time"
)

// Production is the address of the API.
const Production = "https://api.geniq.io/rest/v1"

// Client asks for one account.
type Client struct {
	URL  string
	HTTP *http.Client
	Unit time.Duration // of all pauses: a second, or less in a trial
}

// Message is a text for one recipient.
type Message struct {
	From string `json:"from"`
	To   string `json:"to"`
	Text string `json:"text"`
}

// Template is a text with gaps, for messages that are sent later.
type Template struct {
	Name string `json:"name"`
	Body string `json:"body"`
}

// StatusError is an answer of something in front of the API.
type StatusError struct{ Status int }

func (e *StatusError) Error() string { return fmt.Sprintf("http status %d", e.Status) }

// Post sends in and decodes the reply into out. Its error says nothing about
// the reply's code.
func (c *Client) Post(ctx context.Context, path string, in, out any) error {
	body, err := json.Marshal(in)
	if err != nil {
		return err
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, c.URL+path, bytes.NewReader(body))
	if err != nil {
		return err
	}
	return c.do(req, out)
}

// Get asks and decodes the reply into out.
func (c *Client) Get(ctx context.Context, path string, out any) error {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, c.URL+path, nil)
	if err != nil {
		return err
	}
	return c.do(req, out)
}

func (c *Client) do(req *http.Request, out any) error {
	req.Header.Set("Authorization", "Bearer t-1")
	resp, err := c.HTTP.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		return &StatusError{resp.StatusCode}
	}
	return json.NewDecoder(resp.Body).Decode(out)
}

// Pause waits for n units, or until the context ends.
func (c *Client) Pause(ctx context.Context, n int) error {
	t := time.NewTimer(time.Duration(n) * c.Unit)
	defer t.Stop()
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-t.C:
		return nil
	}
}
