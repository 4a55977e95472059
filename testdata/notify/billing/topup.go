package billing

import (
	"context"
	"errors"
	"fmt"

	"example.test/programs/notify/payment"
)

// Topper pays for new credit.
type Topper struct {
	Gateway *payment.Gateway
	Cards   []string // the first that works
	Cents   int64
}

// TopUp charges one of the cards.
func (t *Topper) TopUp(ctx context.Context) error {
	for _, card := range t.Cards {
		receipt, err := t.Gateway.Charge(ctx, card, t.Cents)
		if receipt.ResponseCode == "00" && receipt.Amount == t.Cents {
			return nil
		}
		if receipt.ResponseCode == "05" || receipt.ResponseCode == "51" {
			continue
		}
		if err != nil {
			return fmt.Errorf("billing: %w", err)
		}
	}
	return errors.New("billing: no card works")
}
