// Package relay reaches the vendor's API by the company's own relay.
package relay

import (
	"context"
	"encoding/json"
	"errors"
	"net/http"
	"net/url"

	"github.com/errcodelint/errcodelint/codes"
)

func probe(...any) {}

type reply struct {
	ResponseCode int `json:"responseCode"`
}

type client struct{ base *url.URL }

func newClient() (*client, error) {
	base, err := url.Parse("https://relay.acme.dev/sms")
	if err != nil {
		return nil, err
	}
	return &client{base}, nil
}

func (c *client) balance(ctx context.Context) (string, error) {
	var r reply
	if err := c.get(ctx, c.base.JoinPath("balance"), &r); err != nil {
		return "", err
	}
	probe(r.ResponseCode) // want `response keyed: its constants and name \(vendor\)`
	if r.ResponseCode != 0 {
		return "", errors.New("no balance")
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

// again reports whether to ask later.
func again(code codes.ResponseCode) bool { return code.Retryable() }
