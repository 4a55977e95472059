//errcodelint:domain none

// Package freed has another vendor's key of the same name.
package freed

import "github.com/errcodelint/errcodelint/codes"

type reply struct {
	ResponseCode string `json:"responseCode"`
}

func ok(r reply, code codes.ResponseCode) bool {
	return r.ResponseCode == "0" || r.ResponseCode == "5" ||
		code == 5 // want `5 is the response code`
}
