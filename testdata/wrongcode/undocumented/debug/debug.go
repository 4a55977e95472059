// Package debug can be built so that it makes up its own answers.
package debug

import "github.com/errcodelint/errcodelint/codes"

type reply struct {
	Code codes.ResponseCode `json:"responseCode"`
}

// made reports whether we made the answer up ourselves.
func made(r reply) bool { return r.Code == fake }

func answer(r reply) codes.ResponseCode {
	if r.Code == fake {
		return codes.ResponseSuccess
	}
	return r.Code
}
