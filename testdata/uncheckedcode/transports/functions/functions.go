// Package functions has functions as transports, one of which looks at all codes.
package functions

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"net/http"
)

type roundTripper func(*http.Request) (*http.Response, error)

func (f roundTripper) RoundTrip(req *http.Request) (*http.Response, error) { return f(req) }

type reply struct {
	ResponseCode string `json:"responseCode"`
	ID           string `json:"messageId"`
}

func checkCodes(next http.RoundTripper) http.RoundTripper {
	return roundTripper(func(req *http.Request) (*http.Response, error) {
		resp, err := next.RoundTrip(req)
		if err != nil {
			return nil, err
		}
		body, err := io.ReadAll(resp.Body)
		if err != nil {
			return nil, err
		}
		resp.Body = io.NopCloser(bytes.NewReader(body))
		var r reply
		if json.Unmarshal(body, &r) == nil && r.ResponseCode != "0" {
			return nil, errors.New("refused: " + r.ResponseCode)
		}
		return resp, nil
	})
}

func newClient() *http.Client { return &http.Client{Transport: checkCodes(http.DefaultTransport)} }

type api struct{ http *http.Client }

func (a *api) send() (string, error) {
	resp, err := a.http.Get("https://api.geniq.io/rest/v1/sms")
	if err != nil {
		return "", err
	}
	defer resp.Body.Close()
	var r reply
	if err := json.NewDecoder(resp.Body).Decode(&r); err != nil {
		return "", err
	}
	return r.ID, nil
}
