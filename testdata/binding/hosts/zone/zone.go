// Package zone asks a registrar for what it knows of a domain.
package zone

import (
	"context"
	"encoding/json"
	"errors"
	"net/http"
	"net/url"
)

func probe(...any) {}

type reply struct {
	ResponseCode int `json:"responseCode"`
}

type client struct{ base *url.URL }

func newClient() (*client, error) {
	base, err := url.Parse("https://reader:reader@api.registrar.dev:8443/v2")
	if err != nil {
		return nil, err
	}
	return &client{base}, nil
}

func (c *client) owner(ctx context.Context) (string, error) {
	var r reply
	if err := c.get(ctx, c.base.JoinPath("owner"), &r); err != nil {
		return "", err
	}
	probe(r.ResponseCode) // want `not bound`
	if r.ResponseCode != 0 {
		return "", errors.New("unknown")
	}
	return "?", nil
}

func (c *client) get(ctx context.Context, u *url.URL, reply any) error {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, u.String(), nil)
	if err != nil {
		return err
	}
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	return json.NewDecoder(resp.Body).Decode(reply)
}
