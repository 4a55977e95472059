package campaign

import (
	"fmt"

	"github.com/errcodelint/errcodelint/codes"
)

// Bill is what a campaign costs, as far as we know.
type Bill struct {
	Paid, Free, Again int
	Notes             []string
}

// Bill goes through the lines once more, for the books.
func (r *Report) Bill() Bill {
	var b Bill
	for _, l := range r.Lines {
		b.line(l)
		if n := note(l.Code); n != "" {
			b.Notes = append(b.Notes, n)
		}
		if o := owner(int(l.Code)); o != "" {
			b.Notes = append(b.Notes, o)
		}
	}
	return b
}

func (b *Bill) line(l Line) {
	switch l.Code { // want "missedcode: .* 17 response codes"
	case codes.ResponseSuccess:
		b.Paid++
	case codes.ResponseDuplicateDestination, codes.ResponseInvalidRecipient:
		b.Free++
	case codes.ResponseThrottlingRateExceeded, codes.ResponseGeneralFailure, codes.ResponseSystemError:
		b.Again++
	}
}

// note is for the margin.
func note(code codes.ResponseCode) string {
	if code == codes.ResponseSuccess { // want "missedcode: .* 19 response codes"
		return ""
	}
	if code == codes.ResponseInsufficientCredit || code == codes.ResponsePrepaidAccountExpired {
		return "money"
	}
	if code == codes.ResponseSubscriberBlockedService {
		return "lawyers"
	}
	return ""
}

// owner is who has to see to it.
func owner(responseCode int) (who string) {
	if responseCode == int(codes.ResponseInsufficientCredit) { // want "missedcode: .* 18 response codes"
		who = "books"
	} else if responseCode == int(codes.ResponseInvalidCredentials) || responseCode == int(codes.ResponseInvalidIP) {
		who = "systems"
	} else if responseCode == int(codes.ResponseSpamThresholdExceeded) || responseCode == int(codes.ResponseSubscriberBlockedService) {
		who = "sales"
	}
	return who
}

// String is for the log.
func (b Bill) String() string {
	return fmt.Sprintf("paid %d, free %d, again %d, notes %q", b.Paid, b.Free, b.Again, b.Notes)
}
