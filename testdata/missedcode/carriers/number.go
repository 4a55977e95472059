package carriers

import "encoding/json"

// verifyReply keeps the code as it came: text or number.
type verifyReply struct {
	Code  json.Number `json:"responseCode"`
	Tries int         `json:"tries"`
}

const (
	vfOK      = "0"
	vfWrong   = "22"
	vfUnknown = "21"
	vfBusy    = "5"
	vfSpam    = "19"
)

// check is the answer to a one-time code.
func check(v verifyReply) (bool, error) {
	switch v.Code { // want `happens to 19 response codes .*: 1 InvalidCredentials, 2 InvalidIP, 3 AccountExpired, 4 AccountDisabled, 5 ThrottlingRateExceeded and 14 more`
	case vfOK:
		return true, nil
	case vfWrong:
		return false, errDead
	case vfUnknown:
		return false, errLater
	case vfSpam:
		return false, errOurs
	}
	return false, nil
}

// busy is asked by the loop around check.
func busy(v verifyReply) bool { return v.Code == vfBusy }
