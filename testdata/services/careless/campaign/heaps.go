package campaign

import (
	"fmt"
	"net/http"

	"github.com/errcodelint/errcodelint/codes"
)

// Codes that the old gateway had, too.
const (
	codeQuota = codes.ResponseCode(20)
	codeBusy  = codes.ResponseThrottlingRateExceeded
)

// Heaps is a report in three heaps.
type Heaps struct{ Sent, Later, Failed int }

// Heaps puts every line on one of them.
func (r *Report) Heaps() Heaps {
	var h Heaps
	for _, l := range r.Lines {
		if l.Code == codes.ResponseSuccess {
			h.Sent++
			continue
		}
		switch {
		case l.Code.Retryable(), l.Code == codeQuota: // want "wrongcode: codeQuota \\(20\\) is no documented response code"
			h.Later++
		case l.Code == codes.ResponseSystemError: // want "wrongcode: l.Code == codes.ResponseSystemError never holds: after line 28 "
			h.Later++
		case l.Code == codes.ResponseSuccess: // want "wrongcode: l.Code == codes.ResponseSuccess never holds: after line 23 "
			h.Sent++
		default:
			h.Failed++
		}
	}
	return h
}

// Err says what was wrong with the worst line, if anything was.
func (r *Report) Err() error {
	worst := r.Worst()
	if worst == codeBusy || worst == http.StatusServiceUnavailable { // want "wrongcode: http.StatusServiceUnavailable \\(503\\) is an HTTP status"
		return nil // it will be sent again
	}
	return fmt.Errorf("campaign %s: %w", r.Name, worst) // want "wrongcode: worst becomes an error, and can be 0 \\(Success\\) here, and what wraps it"
}
