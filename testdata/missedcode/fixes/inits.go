package fixes

import (
	"errors"

	"github.com/errcodelint/errcodelint/codes"
)

type sent struct {
	Code codes.ResponseCode `json:"responseCode"`
}

// hidden calls the code what the package is called: cases inside cannot use that.
func hidden(s sent) string {
	if s.Code > codes.ResponseAccountExpired {
		return "later"
	}
	switch codes := s.Code; codes { // want `happens to 2 response codes .*: 2 InvalidIP, 3 AccountExpired`
	case 0:
		return "sent"
	case 1:
		return "log in"
	}
	return ""
}

// initial gives the code its name in the switch.
func initial(s sent) (text string) {
	if s.Code > codes.ResponseAccountExpired {
		return "later"
	}
	switch code := s.Code; { // want `happens to 2 response codes .*: 2 InvalidIP, 3 AccountExpired`
	case code == codes.ResponseSuccess:
		text = "sent"
	case code == codes.ResponseInvalidCredentials:
		text = "log in"
	}
	return text
}

// wrapped asks an error that is known in the switch only.
func wrapped(failed error) string {
	switch err := errors.Unwrap(failed); { // want `happens to 20 response codes`
	case errors.Is(err, codes.ResponseThrottlingRateExceeded):
		return "later"
	case errors.Is(err, codes.ResponseInsufficientCredit):
		return "top up"
	}
	return ""
}
