// Package raw has a transport that decodes the code by itself, whether it comes as a number or as text.
package raw

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
)

type refused struct{ code int }

func (r refused) Error() string { return fmt.Sprintf("refused: %d", r.code) }

type transport struct{ next http.RoundTripper }

func (t transport) RoundTrip(req *http.Request) (*http.Response, error) {
	resp, err := t.next.RoundTrip(req)
	if err != nil {
		return nil, err
	}
	body, err := io.ReadAll(resp.Body)
	resp.Body.Close()
	if err != nil {
		return nil, err
	}
	resp.Body = io.NopCloser(bytes.NewReader(body))
	var peek struct {
		Code json.RawMessage `json:"responseCode"`
	}
	if json.Unmarshal(body, &peek) == nil && len(peek.Code) > 0 {
		var code int
		if err := json.Unmarshal(bytes.Trim(peek.Code, `"`), &code); err != nil {
			return nil, fmt.Errorf("responseCode: %w", err)
		}
		if code != 0 {
			return nil, refused{code}
		}
	}
	return resp, nil
}

type sms struct {
	ResponseCode string `json:"responseCode"`
	MessageID    string `json:"messageId"`
}

// Send has its reply's code looked at below.
func Send(c *http.Client) (string, error) {
	resp, err := c.Post("https://api.geniq.io/rest/v1/sms", "", nil)
	if err != nil {
		return "", err
	}
	defer resp.Body.Close()
	var s sms
	if err := json.NewDecoder(resp.Body).Decode(&s); err != nil {
		return "", err
	}
	return s.MessageID, nil
}
