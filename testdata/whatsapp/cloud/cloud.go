// Package cloud is a client of the WhatsApp Cloud API, which answers a failure
// with an error object that has a code, and success with none.
//
// The codes are in codes.csv: the vendor's numbers, with meanings and retry
// classes in our words.
package cloud

//go:generate go tool errcodelint gen -domain whatsapp -label code codes.csv

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"net/http"
)

// An APIError is the error object of a reply.
type APIError struct {
	Code    WhatsappCode `json:"code"`
	Message string       `json:"message"`
	Trace   string       `json:"fbtrace_id"`
}

func (e *APIError) Error() string { return fmt.Sprintf("whatsapp: %d: %s", int(e.Code), e.Message) }

// A Client sends messages from one phone number.
type Client struct {
	URL   string // with the phone number's id
	Token string
	HTTP  *http.Client
}

// Send sends a text and returns the message's id. A refusal is an [*APIError].
func (c *Client) Send(ctx context.Context, to, text string) (string, error) {
	body, err := json.Marshal(map[string]any{
		"messaging_product": "whatsapp", "to": to, "type": "text", "text": map[string]string{"body": text},
	})
	if err != nil {
		return "", err
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, c.URL+"/messages", bytes.NewReader(body))
	if err != nil {
		return "", err
	}
	req.Header.Set("Authorization", "Bearer "+c.Token)
	resp, err := c.HTTP.Do(req)
	if err != nil {
		return "", err
	}
	defer resp.Body.Close()
	var reply struct {
		Error    *APIError `json:"error"`
		Messages []struct {
			ID string `json:"id"`
		} `json:"messages"`
	}
	if err := json.NewDecoder(resp.Body).Decode(&reply); err != nil {
		return "", fmt.Errorf("whatsapp: HTTP status %d: %w", resp.StatusCode, err)
	}
	if reply.Error != nil {
		return "", reply.Error
	}
	if len(reply.Messages) == 0 {
		return "", fmt.Errorf("whatsapp: a reply without a message")
	}
	return reply.Messages[0].ID, nil
}
