// Package payments charges cards. The acquirer answers in the codes of card
// networks, in a field that happens to be called as other people's.
package payments

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
)

// Transport takes a request to the acquirer and returns its answer.
type Transport func(ctx context.Context, body []byte) ([]byte, error)

// Gateway is the acquirer.
type Gateway struct {
	Send Transport
}

// Receipt is the acquirer's answer.
type Receipt struct {
	ResponseCode string `json:"responseCode"`
	ReasonCode   string `json:"reasonCode,omitempty"`
	Amount       int64  `json:"amount"`
}

var (
	ErrDeclined = errors.New("payments: declined")
	ErrLater    = errors.New("payments: the issuer does not answer")
)

// Charge charges the card that is on file.
func (g *Gateway) Charge(ctx context.Context, cents int64) (*Receipt, error) {
	body, err := json.Marshal(map[string]any{"amount": cents, "currency": "458"})
	if err != nil {
		return nil, err
	}
	data, err := g.Send(ctx, body)
	if err != nil {
		return nil, fmt.Errorf("payments: %w", err)
	}
	var r Receipt
	if err := json.Unmarshal(data, &r); err != nil {
		return nil, fmt.Errorf("payments: %w", err)
	}
	switch r.ResponseCode {
	case "00", "08":
		return &r, nil
	case "05", "51", "54":
		return nil, fmt.Errorf("%w: %s", ErrDeclined, r.ResponseCode)
	case "91", "96":
		return nil, ErrLater
	}
	if r.ReasonCode == "10.4" || r.ReasonCode == "4837" {
		return nil, fmt.Errorf("%w: charged back before", ErrDeclined)
	}
	return nil, fmt.Errorf("payments: code %q", r.ResponseCode)
}
