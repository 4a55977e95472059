package bulk

import (
	"fmt"

	"github.com/errcodelint/errcodelint/codes"
)

// Heaps is a list of codes in three heaps.
type Heaps struct{ Sent, Later, Failed int }

// Put puts a code on one of them.
func (h *Heaps) Put(code codes.ResponseCode) {
	if code == codes.ResponseSuccess {
		h.Sent++
		return
	}
	switch {
	case code == codes.ResponseInsufficientCredit:
		h.Later++
	case code.Retryable():
		h.Later++
	default:
		h.Failed++
	}
}

// Failure is the error of a code, nil for one that has worked.
func Failure(to string, code codes.ResponseCode) error {
	if code == codes.ResponseSuccess || code == codes.ResponseDuplicateDestination {
		return nil
	}
	return fmt.Errorf("bulk: %s: %w", to, code)
}
