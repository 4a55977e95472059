// Package doer sends by an interface: what implements it looks at all codes.
package doer

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"net/http"
)

// Doer is what *http.Client is.
type Doer interface {
	Do(*http.Request) (*http.Response, error)
}

type strict struct{ next Doer }

type codeOnly struct {
	ResponseCode string `json:"responseCode"`
}

func (s strict) Do(req *http.Request) (*http.Response, error) {
	resp, err := s.next.Do(req)
	if err != nil {
		return nil, err
	}
	body, err := io.ReadAll(resp.Body)
	resp.Body.Close()
	if err != nil {
		return nil, err
	}
	var c codeOnly
	if err := json.Unmarshal(body, &c); err != nil {
		return nil, err
	}
	if c.ResponseCode != "0" {
		return nil, errors.New("code " + c.ResponseCode)
	}
	resp.Body = io.NopCloser(bytes.NewReader(body))
	return resp, nil
}

type sent struct {
	ResponseCode string `json:"responseCode"`
	ID           string `json:"messageId"`
}

type client struct{ doer Doer }

func newClient() *client { return &client{strict{http.DefaultClient}} }

func (c *client) send() (string, error) {
	req, err := http.NewRequest("GET", "https://api.geniq.io/rest/v1/sms", nil)
	if err != nil {
		return "", err
	}
	resp, err := c.doer.Do(req)
	if err != nil {
		return "", err
	}
	defer resp.Body.Close()
	var s sent
	if err := json.NewDecoder(resp.Body).Decode(&s); err != nil {
		return "", err
	}
	return s.ID, nil
}
