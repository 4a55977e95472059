package digits

import (
	"fmt"

	"github.com/errcodelint/errcodelint/codes"
)

// class is what the vendor's pages sort codes by: what is reckoned with a code is none.
func class(c codes.ResponseCode) string {
	switch c / 100 {
	case 0:
		return "common"
	case 3:
		return "whatsapp"
	}
	if c%2 == 1 || c-300 > 8 || c&1 != 0 {
		return "odd"
	}
	return fmt.Sprint(c % 100)
}

// shifted is a code still.
func shifted(c codes.ResponseCode) bool {
	return (c) == 5 // want `5 is the response code ThrottlingRateExceeded`
}

// table lists all codes there are, by counting.
func table() (lines []string) {
	for c := codes.ResponseCode(0); c < 400; c++ {
		if c.Known() {
			lines = append(lines, c.Description())
		}
	}
	for c := codes.ReasonCode(201); c >= 0; c-- {
		if c == 9 { // want `9 is the reason code SMSCFailure`
			lines = append(lines, c.Description())
		}
	}
	return lines
}
