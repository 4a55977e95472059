package sets

import (
	"time"

	"github.com/errcodelint/errcodelint/codes"
)

// advice looks up: false says that there is none.
func advice(code codes.ResponseCode) (string, bool) {
	switch code {
	case codes.ResponseInsufficientCredit, codes.ResponsePrepaidAccountExpired:
		return "top up", true
	case codes.ResponseInvalidRecipient:
		return "check the number", true
	case codes.ResponseSuccess:
		return "", false
	}
	return "", false
}

// pause does so by the names of its results.
func pause(code codes.ResponseCode) (wait time.Duration, found bool) {
	switch code {
	case codes.ResponseThrottlingRateExceeded:
		wait, found = time.Minute, true
	case codes.ResponseSystemError:
		wait = time.Hour
		found = true
	}
	return
}

// price has ifs, and a default.
func price(code codes.ReasonCode) (cents int, known bool) {
	if code == codes.ReasonNotApplicable {
		return 5, true
	} else if code == codes.ReasonSubscriberAbsent {
		return 1, true
	} else if code == codes.ReasonHandsetMemoryExceeded {
		return 1, true
	} else {
		return 0, false
	}
}

// failed says that nothing failed.
func failed(code codes.ResponseCode) (error, bool) {
	switch code { // want `happens to 21 response codes`
	case codes.ResponseThrottlingRateExceeded:
		return errLocked, true
	case codes.ResponseInvalidRecipient:
		return code, true
	}
	return nil, false
}

// sent alerts somebody on the way.
func sent(code codes.ResponseCode, alert func(string)) (string, bool) {
	switch code { // want `happens to 21 response codes`
	case codes.ResponseSuccess:
		return "sent", true
	case codes.ResponseInsufficientCredit:
		alert("top up")
		return "", false
	}
	return "", false
}

// half sets the boolean for one of its cases only.
func half(code codes.ResponseCode) (wait time.Duration, found bool) {
	switch code { // want `happens to 21 response codes`
	case codes.ResponseThrottlingRateExceeded:
		wait, found = time.Minute, true
	case codes.ResponseSystemError:
		wait = time.Hour
	}
	return wait, found
}
