// Package httpx sends requests of any kind, and decodes those that come in.
package httpx

import (
	"encoding/json"
	"fmt"
	"io"
	"net/http"
)

// Do sends a request, and fills out.
func Do(c *http.Client, req *http.Request, out any) error {
	resp, err := c.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	return json.NewDecoder(resp.Body).Decode(out)
}

// Post sends a body, and fills out.
func Post(c *http.Client, url string, body io.Reader, out any) error {
	req, err := http.NewRequest(http.MethodPost, url, body)
	if err != nil {
		return err
	}
	return Do(c, req, out)
}

// Read returns what it decodes.
func Read[T any](r io.Reader) (T, error) {
	var v T
	if err := json.NewDecoder(r).Decode(&v); err != nil {
		return v, fmt.Errorf("decode %T: %w", v, err)
	}
	return v, nil
}

// Get returns what a request brings.
func Get[T any](c *http.Client, req *http.Request) (*T, error) {
	resp, err := c.Do(req)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	v, err := Read[T](resp.Body)
	if err != nil {
		return nil, err
	}
	return &v, nil
}

// Bind fills out with what came in.
func Bind(r *http.Request, out any) error { return json.NewDecoder(r.Body).Decode(out) }

// Twice sends a request, and looks at what it was made of.
func Twice(c *http.Client, req *http.Request, out any) error {
	if err := json.NewDecoder(req.Body).Decode(out); err != nil {
		return err
	}
	return Do(c, req, out)
}
