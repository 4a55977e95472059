package outbox

import (
	"errors"

	"github.com/errcodelint/errcodelint/codes"
)

// Blame says who has to do something about an entry: nobody, us, or the
// customer.
func (e *Entry) Blame() string {
	if e.State != Failed {
		return "nobody"
	}
	var code codes.ResponseCode
	if !errors.As(e.Err, &code) {
		return "us"
	}
	switch code {
	case codes.ResponseInvalidRecipient, codes.ResponseSubscriberBlockedService:
		return "customer"
	case codes.ResponseInsufficientCredit, codes.ResponsePrepaidAccountExpired:
		return "us"
	default:
		return "vendor"
	}
}
