// Package wrapped decodes replies by a wrapper of its own, which gets them as any: what
// they held before is gone.
package wrapped

import (
	"encoding/json"
	"errors"
	"net/http"

	"github.com/errcodelint/errcodelint/codes"
)

const base = "https://api.geniq.io/rest/v1"

type reply struct {
	ResponseCode codes.ResponseCode `json:"responseCode"`
	MessageID    string             `json:"messageId"`
}

type client struct{ http *http.Client }

func (c *client) get(path string, out any) error {
	resp, err := c.http.Get(base + path)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	return json.NewDecoder(resp.Body).Decode(out)
}

func (c *client) again(path string, out any) error {
	if err := c.get(path, out); err == nil {
		return nil
	}
	return c.get(path, out)
}

// The zero value is Success, so that this looked as if no failure could arrive.
func (c *client) send() (string, error) {
	var r reply
	if err := c.again("/sms", &r); err != nil {
		return "", err
	}
	switch r.ResponseCode { // want "missedcode: this switch does not say what happens to 20 response codes"
	case codes.ResponseSuccess:
		return r.MessageID, nil
	case codes.ResponseInsufficientCredit:
		return "", errors.New("no credit")
	case codes.ResponseThrottlingRateExceeded:
		return "", errors.New("later")
	}
	return "", nil
}
