package worst

import (
	"github.com/errcodelint/errcodelint/codes"
)

// some keeps a few codes only: where all others are, it says that all went well.
func some(replies []reply) codes.ResponseCode {
	var worst codes.ResponseCode
	for _, r := range replies {
		switch { // want `happens to 20 response codes`
		case r.ResponseCode == codes.ResponseInvalidCredentials:
			worst = r.ResponseCode
		case r.ResponseCode == codes.ResponseAccountDisabled && worst != codes.ResponseInvalidCredentials:
			worst = r.ResponseCode
		case r.ResponseCode == codes.ResponseThrottlingRateExceeded && worst == codes.ResponseSuccess:
			worst = r.ResponseCode
		}
	}
	return worst
}

// batch forgets what the worst one can be.
func batch(replies []reply) error {
	worst := codes.ResponseSuccess
	for _, r := range replies {
		if r.ResponseCode > worst {
			worst = r.ResponseCode
		}
	}
	switch worst { // want `happens to 19 response codes`
	case codes.ResponseThrottlingRateExceeded, codes.ResponseGeneralFailure:
		return errAgain
	case codes.ResponseInsufficientCredit:
		return errNoCredit
	}
	return nil
}

// weight is that of success for most failures.
func weight(code codes.ResponseCode) int {
	switch code { // want `happens to 20 response codes`
	case codes.ResponseInvalidCredentials, codes.ResponseAccountDisabled:
		return 2
	case codes.ResponseThrottlingRateExceeded:
		return 1
	}
	return 0
}

// text does not ask whether any has failed.
func text(replies []reply) string {
	var code codes.ResponseCode
	for _, r := range replies {
		if r.ResponseCode != codes.ResponseSuccess {
			code = r.ResponseCode
		}
	}
	switch code { // want `takes the response code 0 Success together with 21 codes that fail`
	case codes.ResponseInsufficientCredit:
		return "top up"
	default:
		return "some were refused"
	}
}

// A counter keeps whatever it gets.
type counter struct{ last codes.ResponseCode }

func (c *counter) add(code codes.ResponseCode) { c.last = code }

func (c *counter) advice() string {
	switch c.last { // want `takes the response code 0 Success together with 21 codes that fail`
	case codes.ResponseInsufficientCredit:
		return "top up"
	default:
		return "see the log"
	}
}
