package bulk

import (
	"fmt"

	"github.com/errcodelint/errcodelint/codes"
)

// Bill is what a campaign costs, as far as we know.
type Bill struct {
	Paid, Free, Again int
	Notes             []string
}

// Bill goes through the report once more, for the books.
func (r *Report) Bill() Bill {
	var b Bill
	for code, n := range r.Codes {
		b.count(code, n)
		if note := note(code); note != "" {
			b.Notes = append(b.Notes, fmt.Sprintf("%s (%s)", note, owner(code)))
		}
	}
	return b
}

// count books what is paid for; every other documented code is free.
func (b *Bill) count(code codes.ResponseCode, n int) {
	switch {
	case code == codes.ResponseSuccess:
		b.Paid += n
	case code.Retryable():
		b.Again += n
	default:
		b.Free += n
	}
}

// note is for the margin. Most failures are not worth one.
func note(code codes.ResponseCode) string {
	switch code {
	case codes.ResponseInsufficientCredit, codes.ResponsePrepaidAccountExpired:
		return "money"
	case codes.ResponseSubscriberBlockedService:
		return "lawyers"
	case codes.ResponseSuccess:
		return ""
	default:
		return ""
	}
}

// owner is who has to see to it. Nobody has to see to what was accepted.
func owner(code codes.ResponseCode) string {
	if code == codes.ResponseSuccess {
		return "nobody"
	}
	who := "support"
	switch code {
	case codes.ResponseInsufficientCredit, codes.ResponsePrepaidAccountExpired:
		who = "books"
	case codes.ResponseInvalidCredentials, codes.ResponseInvalidIP:
		who = "systems"
	}
	return who
}
