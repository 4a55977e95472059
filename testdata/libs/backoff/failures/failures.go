// Package failures says which failures are final.
package failures

import (
	"errors"
	"fmt"

	"github.com/cenkalti/backoff/v5"

	"github.com/errcodelint/errcodelint/codes"
)

// Refusal is what the API does not take.
type Refusal struct {
	To   string
	Code codes.ResponseCode
}

// Error says what was refused.
func (r *Refusal) Error() string { return "message to " + r.To + ": " + r.Code.String() }

// Unwrap returns the code.
func (r *Refusal) Unwrap() error { return r.Code }

// Final marks what stays.
func Final(err error) error {
	var r *Refusal
	if errors.As(err, &r) && !r.Code.Retryable() {
		return backoff.Permanent(err)
	}
	return err
}

// Unreachable marks a recipient that there is not.
func Unreachable(err error) error {
	var r *Refusal
	if errors.As(err, &r) && r.Code == codes.ResponseInvalidRecipient {
		return backoff.Permanent(fmt.Errorf("not reached: %w", err))
	}
	return fmt.Errorf("not sent: %w", err)
}
