package never

import (
	"errors"

	"github.com/errcodelint/errcodelint/codes"
)

// Nobody gets to what stands behind cases that take all codes.

func byNegation(code codes.ResponseCode) error {
	switch {
	case code == codes.ResponseSuccess:
		return nil
	case code != codes.ResponseSuccess:
		return code
	case code == codes.ResponseInsufficientCredit: // want `code == codes.ResponseInsufficientCredit never holds: after line 15 the code can no longer be 6 \(InsufficientCredit\)`
		return errors.New("top up")
	}
	return nil
}

func byClass(code codes.ResponseCode) error {
	if code == codes.ResponseSuccess {
		return nil
	} else if code.Retryable() {
		return errors.New("later")
	} else if !code.Retryable() {
		return code
	} else if code == codes.ResponseInsufficientCredit { // want `never holds: after line 28`
		return errors.New("top up")
	}
	return nil
}

// The last case may say aloud what is left.
func last(code codes.ResponseCode) error {
	switch {
	case code == codes.ResponseSuccess:
		return nil
	case code.Retryable():
		return errors.New("later")
	case !code.Retryable():
		return code
	}
	return nil
}

const careful = true

// What somebody can change is another matter, and so is what has nothing to do with the code.
func byConstant(code codes.ResponseCode, strict bool) error {
	switch {
	case careful:
		return code.Err()
	case code == codes.ResponseInsufficientCredit:
		return errors.New("top up")
	}
	switch {
	case strict:
		return code.Err()
	case !strict:
		return nil
	case code == codes.ResponseInsufficientCredit:
		return errors.New("top up")
	}
	return nil
}

// busyOnly is only called with one code.
func busyOnly(code codes.ResponseCode) string {
	switch code {
	case codes.ResponseThrottlingRateExceeded:
		return "busy"
	case codes.ResponseInsufficientCredit:
		return "top up"
	}
	return ""
}

var _ = busyOnly(codes.ResponseThrottlingRateExceeded)
