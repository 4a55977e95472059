// Package client returns replies.
package client

import (
	"encoding/json"
	"errors"
	"net/http"

	"github.com/errcodelint/errcodelint/codes"
)

const base = "https://api.geniq.io/rest/v1"

// A Reply is what the API answers.
type Reply struct {
	ResponseCode codes.ResponseCode `json:"responseCode"`
	MessageID    string             `json:"messageId"`
}

// Get fills what it is given.
func Get(path string, out any) error {
	resp, err := http.Get(base + path)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	return json.NewDecoder(resp.Body).Decode(out)
}

// Send returns the reply as it is.
func Send() (*Reply, error) { // want `Reply: fresh$`
	var r Reply
	if err := Get("/sms", &r); err != nil {
		return nil, err
	}
	return &r, nil
}

// Checked tells of every failure.
func Checked() (*Reply, error) { // want `Reply: fresh, read, the error tells`
	r, err := Send()
	if err != nil {
		return nil, err
	}
	if err := r.ResponseCode.Err(); err != nil {
		return nil, err
	}
	return r, nil
}

// Throttled tells of one.
func Throttled() (*Reply, error) { // want `Reply: fresh, read, failures pass`
	r, err := Send()
	if err != nil {
		return nil, err
	}
	if r.ResponseCode == codes.ResponseThrottlingRateExceeded {
		return nil, errors.New("later")
	}
	return r, nil
}

var cache = map[string]*Reply{}

// Cached may have been asked before.
func Cached(id string) (*Reply, error) { // want `Reply: fresh, or not`
	if r, ok := cache[id]; ok {
		return r, nil
	}
	return Send()
}

// Made asks nobody.
func Made() *Reply { return &Reply{MessageID: "none"} }

// A Sender sends.
type Sender interface{ Send() (*Reply, error) }

// A Client asks, a Double does not.
type (
	Client struct{}
	Double struct{}
)

// Send asks.
func (Client) Send() (*Reply, error) { // want `Reply: fresh$`
	return Send()
}

// Send does not.
func (Double) Send() (*Reply, error) { return Made(), nil }

// By is what those are that ask.
func By(s Sender) (*Reply, error) { // want `Reply: fresh`
	return s.Send()
}
