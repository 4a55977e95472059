// Package transport sends requests and decodes replies of any API: it knows of no codes.
package transport

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"net/http"
)

// A Client sends JSON.
type Client struct {
	Base string
	HTTP *http.Client
}

// Post sends in, and decodes the reply into out.
func (c *Client) Post(ctx context.Context, path string, in, out any) error {
	b, err := json.Marshal(in)
	if err != nil {
		return err
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, c.Base+path, bytes.NewReader(b))
	if err != nil {
		return err
	}
	resp, err := c.HTTP.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode >= 300 {
		return fmt.Errorf("%s: %s", path, resp.Status)
	}
	return json.NewDecoder(resp.Body).Decode(out)
}

// Get is Post for who asks.
func Get[T any](ctx context.Context, c *Client, path string) (*T, error) {
	var v T
	if err := c.Post(ctx, path, nil, &v); err != nil {
		return nil, err
	}
	return &v, nil
}

// Validator is what a reply may be.
type Validator interface{ Validate() error }

// PostValid is Post, and asks the reply.
func (c *Client) PostValid(ctx context.Context, path string, in any, out Validator) error {
	if err := c.Post(ctx, path, in, out); err != nil {
		return err
	}
	return out.Validate()
}
