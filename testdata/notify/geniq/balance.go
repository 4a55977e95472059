package geniq

import (
	"context"
	"errors"
	"fmt"
	"strconv"
)

// Balance returns the account's credit. The fields of this reply have come
// and gone over the years, so it is taken as it comes.
func (c *Client) Balance(ctx context.Context) (float64, error) {
	var m map[string]any
	if err := c.call(ctx, "GET", "/balance", nil, &m); err != nil {
		return 0, err
	}
	if m["responseCode"] == "7" { // want "magiccode: .*PrepaidAccountExpired"
		return 0, ErrPrepaidExpired
	}
	code, ok := m["responseCode"].(string)
	if !ok {
		return 0, errors.New("geniq: balance: no response code")
	}
	if code != "0" { // want "magiccode: .*Success"
		message, _ := m["responseMessage"].(string)
		return 0, apiError("balance", code, message)
	}

	amount, ok := m["balance"].(string)
	if !ok {
		return 0, errors.New("geniq: balance: no amount")
	}
	credit, err := strconv.ParseFloat(amount, 64)
	if err != nil {
		return 0, fmt.Errorf("geniq: balance: %w", err)
	}
	return credit, nil
}
