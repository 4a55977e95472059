// Package payment charges cards at our acquirer.
package payment

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
)

var (
	ErrDeclined = errors.New("payment: declined by the issuer")
	ErrFunds    = errors.New("payment: insufficient funds")
)

// Receipt is the acquirer's answer to a charge.
type Receipt struct {
	ResponseCode string `json:"responseCode"`
	ApprovalCode string `json:"approvalCode"`
	Amount       int64  `json:"amount"`
}

// Approved tells whether the money is ours.
func (r Receipt) Approved() bool { return r.ResponseCode == "00" }

// Dispute is a customer who wants the money back.
type Dispute struct {
	Receipt    string `json:"receipt"`
	ReasonCode string `json:"reasonCode"`
}

// Fraud tells whether the dispute is about a stolen card.
func (d Dispute) Fraud() bool { return d.ReasonCode == "10.4" || d.ReasonCode == "4837" }

// Gateway is the acquirer's.
type Gateway struct {
	URL  string
	HTTP *http.Client
}

// Charge charges the card on file.
func (g *Gateway) Charge(ctx context.Context, card string, cents int64) (Receipt, error) {
	var r Receipt
	body, err := json.Marshal(map[string]any{"card": card, "amount": cents})
	if err != nil {
		return r, err
	}
	req, err := http.NewRequestWithContext(ctx, "POST", g.URL+"/charges", bytes.NewReader(body))
	if err != nil {
		return r, err
	}
	resp, err := g.HTTP.Do(req)
	if err != nil {
		return r, err
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK && resp.StatusCode != 402 {
		return r, fmt.Errorf("payment: %s", resp.Status)
	}
	if err := json.NewDecoder(resp.Body).Decode(&r); err != nil {
		return r, err
	}

	switch r.ResponseCode {
	case "00":
		return r, nil
	case "05":
		return r, ErrDeclined
	case "51":
		return r, ErrFunds
	default:
		return r, fmt.Errorf("payment: response %s", r.ResponseCode)
	}
}
