package msgapi

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/url"
	"strconv"

	"github.com/errcodelint/errcodelint/codes"
)

type verifyReply struct {
	header
	MessageID string `json:"messageId"`
}

// SendCode sends a one-time code and returns the id that CheckCode wants.
func (c *Client) SendCode(ctx context.Context, to string) (string, error) {
	var r verifyReply
	in := map[string]any{"to": to, "length": 6, "ttl": 300}
	if err := c.call(ctx, "POST", "/verify", in, &r); err != nil {
		return "", err
	}
	if err := r.err("verify"); err != nil {
		return "", err
	}
	return r.MessageID, nil
}

// CheckCode returns nil if the code is the one that was sent as id.
func (c *Client) CheckCode(ctx context.Context, id, code string) error {
	var r verifyReply
	path := "/verify/" + url.PathEscape(id) + "?code=" + url.QueryEscape(code)
	if err := c.call(ctx, "POST", path, nil, &r); err != nil {
		return err
	}
	return r.err("verify check")
}

// The balance's reply is the oldest one. Its code is read as text, whether
// it comes as a number or not.
const (
	balanceOK      = "0"
	balanceExpired = "7"
)

// ErrPrepaidExpired says that there may be credit, but that it is lost.
var ErrPrepaidExpired = errors.New("msgapi: the prepaid account has expired")

// Balance returns the credit in cents.
func (c *Client) Balance(ctx context.Context) (int64, error) {
	var r struct {
		ResponseCode json.Number `json:"responseCode"`
		Message      string      `json:"responseMessage"`
		Balance      string      `json:"balance"`
	}
	if err := c.call(ctx, "GET", "/balance", nil, &r); err != nil {
		return 0, err
	}
	switch r.ResponseCode {
	case balanceOK:
	case balanceExpired:
		return 0, ErrPrepaidExpired
	default:
		code, err := codes.ParseResponse(r.ResponseCode.String())
		if err != nil {
			return 0, fmt.Errorf("msgapi: balance: %w", err)
		}
		return 0, &Error{Call: "balance", Code: code, Message: r.Message}
	}
	credit, err := strconv.ParseFloat(r.Balance, 64)
	if err != nil {
		return 0, fmt.Errorf("msgapi: balance: %w", err)
	}
	return int64(credit*100 + 0.5), nil
}
