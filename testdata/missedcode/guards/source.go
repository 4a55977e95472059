package guards

import (
	"fmt"
	"strconv"

	"github.com/errcodelint/errcodelint/codes"
)

// A guard may ask the number or text before it becomes a code, or ask what only the program knows.

func ofNumber(n int) error {
	if n == 0 {
		return nil
	}
	switch codes.ResponseCode(n) {
	case codes.ResponseInsufficientCredit, codes.ResponsePrepaidAccountExpired:
		return errCredit
	default:
		return errOther
	}
}

func ofText(text string) error {
	n, err := strconv.Atoi(text)
	if err != nil || n == 0 {
		return err
	}
	switch c := codes.ResponseCode(n); c {
	case codes.ResponseThrottlingRateExceeded:
		return errBusy
	default:
		return fmt.Errorf("%w: %s", errOther, c.Wire())
	}
}

func ofTextForgotten(text string) error {
	c, err := codes.ParseResponse(text)
	if err != nil {
		return err
	}
	switch c { // want `takes the response code 0 Success together with`
	case codes.ResponseThrottlingRateExceeded:
		return errBusy
	default:
		return errOther
	}
}

type delivery struct {
	accepted map[codes.ResponseCode]bool
	wanted   codes.ResponseCode
}

func (d delivery) listed(c codes.ResponseCode) error {
	if d.accepted[c] {
		return nil
	}
	switch c {
	case codes.ResponseThrottlingRateExceeded:
		return errBusy
	default:
		return errOther
	}
}

func (d delivery) expected(c codes.ResponseCode) error {
	if c == d.wanted {
		return nil
	}
	switch c {
	case codes.ResponseThrottlingRateExceeded:
		return errBusy
	}
	return errOther
}

// A branch of the dispatch itself may do so, too.
func ofAny(value any) int {
	number, ok := value.(int)
	code := codes.ResponseCode(number)
	switch { // want `happens to 20 response codes that can reach it: 1 InvalidCredentials`
	case !ok, number == 0:
		return 0
	case code == codes.ResponseThrottlingRateExceeded:
		return 5
	case code == codes.ResponseGeneralFailure:
		return 88
	}
	return 0
}

func ofAnyForgotten(value any) int {
	number, ok := value.(int)
	code := codes.ResponseCode(number)
	switch { // want `happens to 21 response codes that can reach it: 0 Success`
	case !ok:
		return 0
	case code == codes.ResponseThrottlingRateExceeded:
		return 5
	case code == codes.ResponseGeneralFailure:
		return 88
	}
	return 0
}
