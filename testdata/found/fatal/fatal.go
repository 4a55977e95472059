// Package fatal ends the program for codes that cannot arrive there: the switch leaves
// by every case all the same, and what follows it is its default.
package fatal

import (
	"log"

	"github.com/errcodelint/errcodelint/codes"
)

type reply struct {
	ResponseCode codes.ResponseCode `json:"responseCode"`
}

// exitStatus is what the program that sent one message ends with.
func exitStatus(r reply) int {
	if r.ResponseCode == codes.ResponseSuccess {
		return 0
	}
	switch r.ResponseCode {
	case codes.ResponseSuccess: // want "wrongcode: .*never"
		log.Fatal("a success that is none")
	case codes.ResponseThrottlingRateExceeded, codes.ResponseGeneralFailure:
		return 75 // EX_TEMPFAIL
	}
	return 69 // EX_UNAVAILABLE
}
