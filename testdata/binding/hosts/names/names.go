// Package names changes what a registrar knows of domains. One function makes the requests, another sends them and
// knows the registrar's errors.
package names

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"net/url"
	"strings"

	"example.test/programs/binding/hosts/wire"
)

func probe(...any) {}

const defaultBase = "https://api.registrar.dev/v3/"

type Client struct{ base *url.URL }

func New() *Client {
	base, _ := url.Parse(defaultBase)
	return &Client{base}
}

// Add adds a record.
func (c *Client) Add(ctx context.Context, record string) error {
	req, err := c.request(ctx, c.base.JoinPath("records", "add"), record)
	if err != nil {
		return err
	}
	return c.do(req)
}

// Remove removes one.
func (c *Client) Remove(ctx context.Context, record string) error {
	req, err := c.request(ctx, c.base.JoinPath("records", "remove"), record)
	if err != nil {
		return err
	}
	return c.do(req)
}

func (c *Client) request(ctx context.Context, endpoint *url.URL, record string) (*http.Request, error) {
	return http.NewRequestWithContext(ctx, http.MethodPost, endpoint.String(), strings.NewReader(record))
}

type answer struct {
	ResponseCode int    `json:"responseCode"`
	Text         string `json:"text"`
}

func (c *Client) do(req *http.Request) error {
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	var a answer
	if err := json.NewDecoder(resp.Body).Decode(&a); err != nil {
		return err
	}
	probe(a.ResponseCode) // want `not bound`
	if a.ResponseCode != 0 {
		return fmt.Errorf("%d: %s", a.ResponseCode, a.Text)
	}
	return nil
}

type owner struct {
	ResponseCode string `json:"responseCode"`
	Name         string `json:"name"`
}

// Owner asks for a domain's owner, by the module's helper.
func Owner(domain string) (string, error) {
	var o owner
	if err := wire.Get("https://owners.registrar.dev/"+domain, &o); err != nil {
		return "", err
	}
	probe(o.ResponseCode) // want `not bound`
	if o.ResponseCode != "0" {
		return "", fmt.Errorf("%s: no owner", domain)
	}
	return o.Name, nil
}
