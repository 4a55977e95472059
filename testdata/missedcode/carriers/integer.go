package carriers

import (
	"strconv"

	"github.com/errcodelint/errcodelint/codes"
)

// smsReply is what the gateway answers.
type smsReply struct {
	ResponseCode int    `json:"responseCode,string"`
	MessageID    string `json:"messageId"`
}

// accountTrouble says whether the account is to blame, and for what.
func accountTrouble(r smsReply) (string, bool) {
	trouble := ""
	switch r.ResponseCode { // want `happens to 20 response codes that can reach it: 0 Success, 2 InvalidIP, 3 AccountExpired, 5 ThrottlingRateExceeded, 7 PrepaidAccountExpired and 15 more \(1 is success, 4 may pass later, 2 pass only after a fix, 13 never pass\)`
	case int(codes.ResponseInvalidCredentials):
		trouble = "password"
	case int(codes.ResponseAccountDisabled):
		trouble = "closed"
	case int(codes.ResponseInsufficientCredit):
		trouble = "no money"
	}
	return trouble, trouble != ""
}

// balance is read from a reply whose code is text that must be a number.
func balance(responseCode, credit string) (float64, error) {
	code, err := strconv.Atoi(responseCode)
	if err != nil {
		return 0, err
	}
	switch code { // want `happens to 21 response codes .*1 is success.*add a case for 0 Success, and cases or a default for the rest`
	case 6, 7:
		return 0, errLater
	}
	return strconv.ParseFloat(credit, 64)
}
