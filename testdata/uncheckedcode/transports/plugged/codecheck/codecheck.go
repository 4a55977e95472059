// Package codecheck has a transport that makes errors of codes.
package codecheck

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
)

type header struct {
	ResponseCode string `json:"responseCode"`
}

// Transport fails for replies whose code is none of success.
type Transport struct{ Next http.RoundTripper }

func (t Transport) RoundTrip(req *http.Request) (*http.Response, error) {
	resp, err := t.Next.RoundTrip(req)
	if err != nil {
		return nil, err
	}
	body, err := io.ReadAll(resp.Body)
	resp.Body.Close()
	if err != nil {
		return nil, err
	}
	var h header
	if err := json.Unmarshal(body, &h); err != nil {
		return nil, err
	}
	if h.ResponseCode != "0" {
		return nil, fmt.Errorf("api.geniq.io: code %s", h.ResponseCode)
	}
	resp.Body = io.NopCloser(bytes.NewReader(body))
	return resp, nil
}
