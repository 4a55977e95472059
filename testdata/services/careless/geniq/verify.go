package geniq

import (
	"context"
	"encoding/json"
	"fmt"
	"net/url"
)

type verifyReply struct {
	Code      json.Number `json:"responseCode"`
	Message   string      `json:"responseMessage"`
	MessageID string      `json:"messageId"`
}

// SendCode sends a one-time code. The id is needed to check it.
func (c *Client) SendCode(ctx context.Context, to string) (string, error) {
	r, err := call[verifyReply](ctx, c, "POST", "/verify", map[string]any{"to": to, "length": 6})
	if err != nil {
		return "", err
	}
	if r.Code == codeBroke || r.Code == json.Number("7") { // want "magiccode: .*PrepaidAccountExpired"
		return "", ErrNoCredit
	}
	if r.Code == "99" { // want "magiccode: .*SystemError"
		return "", ErrUnavailable
	}
	n, err := r.Code.Int64()
	if err != nil {
		return "", fmt.Errorf("geniq: verify: %w", err)
	}
	if n > 0 { // want "magiccode: .*> 0"
		return "", &APIError{Call: "verify", ResponseCode: int(n), Message: r.Message}
	}
	return r.MessageID, nil
}

// Verdict is the API's opinion of a one-time code.
type Verdict struct {
	base
	Checked string `json:"-"`
}

// CheckCode checks what somebody typed in.
func (c *Client) CheckCode(ctx context.Context, id, code string) (*Verdict, error) {
	path := "/verify/" + url.PathEscape(id) + "?code=" + url.QueryEscape(code)
	v, err := call[Verdict](ctx, c, "POST", path, nil)
	if err != nil {
		return nil, err
	}
	if v.ResponseCode == "" {
		v.ResponseCode = "99" // want "magiccode: .*SystemError"
	}
	v.Checked = code
	return &v, nil
}
