// Package elements asks about an element of a batch by its index or key, and hands
// the same element over as an error.
package elements

import (
	"fmt"

	"github.com/errcodelint/errcodelint/codes"
)

// outcome is what a batch says about one recipient.
type outcome struct {
	Code codes.ResponseCode `json:"responseCode"`
	To   string             `json:"to"`
}

// firstFailure asks about an element before it hands it over.
func firstFailure(outcomes []outcome) error {
	for i := range outcomes {
		if outcomes[i].Code != codes.ResponseSuccess {
			return fmt.Errorf("to %s: %w", outcomes[i].To, outcomes[i].Code)
		}
	}
	return nil
}

// failureOf does so by a key, and leaves early.
func failureOf(byRecipient map[string]*outcome, to string) error {
	switch byRecipient[to].Code {
	case codes.ResponseSuccess:
		return nil
	}
	return byRecipient[to].Code
}

// lastCode asks about nothing.
func lastCode(outcomes []outcome) error {
	return outcomes[len(outcomes)-1].Code // want `outcomes\[len\(outcomes\) - 1\].Code becomes an error, and can be 0 \(Success\) here`
}
