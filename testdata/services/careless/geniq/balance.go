package geniq

import "context"
import "fmt"
import "strconv"

// Balance returns the credit. The fields of this reply change all the time.
func (c *Client) Balance(ctx context.Context) (float64, error) {
	m, err := call[map[string]any](ctx, c, "GET", "/balance", nil)
	if err != nil {
		return 0, err
	}
	if m["responseCode"] == "7" { // want "magiccode: .*PrepaidAccountExpired"
		return 0, ErrNoCredit
	}
	if n, ok := m["responseCode"].(float64); ok && n == 7 { // want "magiccode: .*PrepaidAccountExpired"
		return 0, ErrNoCredit
	}
	if m["responseCode"] == nil {
		return 0, apiError("balance", "99", "no code") // want "magiccode: .*SystemError"
	}
	if code := text(m, "responseCode"); code != "0" { // want "magiccode: .*Success"
		return 0, apiError("balance", code, text(m, "responseMessage"))
	}
	credit, err := strconv.ParseFloat(text(m, "balance"), 64)
	if err != nil {
		return 0, fmt.Errorf("geniq: balance: %w", err)
	}
	return credit, nil
}

// text looks a key up, whatever the API has made of it this time.
func text(m map[string]any, key string) string {
	switch v := m[key].(type) {
	case string:
		return v
	case float64:
		return strconv.FormatFloat(v, 'f', -1, 64)
	}
	return ""
}
