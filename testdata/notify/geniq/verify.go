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

// SendCode sends a one-time code. CheckCode wants the id that it returns.
func (c *Client) SendCode(ctx context.Context, to string) (string, error) {
	var r verifyReply
	if err := c.call(ctx, "POST", "/verify", map[string]string{"to": to}, &r); err != nil {
		return "", err
	}
	if r.Code == rcNoCredit {
		return "", ErrNoCredit
	}
	if code := string(r.Code); code == "88" || code == "99" { // want "magiccode: .*GeneralFailure" "magiccode: .*SystemError"
		return "", ErrUnavailable
	}
	n, err := r.Code.Int64()
	if err != nil {
		return "", fmt.Errorf("geniq: verify: %w", err)
	}
	if n != 0 { // want "magiccode: .*Success"
		return "", apiError("verify", r.Code.String(), r.Message)
	}
	return r.MessageID, nil
}

// Verification is the API's opinion of a one-time code.
type Verification struct {
	ResponseCode    string `json:"responseCode"`
	ResponseMessage string `json:"responseMessage"`
}

// CheckCode asks whether code is the one that was sent as message id.
func (c *Client) CheckCode(ctx context.Context, id, code string) (Verification, error) {
	var v Verification
	path := "/verify/" + url.PathEscape(id) + "?code=" + url.QueryEscape(code)
	if err := c.call(ctx, "POST", path, nil, &v); err != nil {
		return Verification{}, err
	}
	if v.ResponseCode == "99" { // want "magiccode: .*SystemError"
		return Verification{}, ErrUnavailable
	}
	return v, nil
}
