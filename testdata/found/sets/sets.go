// Package sets searches sets of every build.
package sets

import (
	"os"
	"slices"
)

type reply struct {
	Code int `json:"responseCode"`
}

type set map[int]bool

func (s set) Has(code int) bool { return s[code] }

var retryable = set{5: true, 88: true} // want "magiccode: .*ThrottlingRateExceeded" "magiccode: .*GeneralFailure"

var table = []struct {
	code int
	text string
}{
	{0, "ok"},               // want "magiccode: .*Success"
	{code: 88, text: "hmm"}, // want "magiccode: .*GeneralFailure"
}

func text(r reply) string {
	for _, e := range table {
		if e.code == r.Code {
			return e.text
		}
	}
	if retryable.Has(r.Code) {
		return "again"
	}
	return ""
}

func oneOf(n int, list ...int) bool { return slices.Contains(list, n) }

var busy = []int{18, 99} // want "magiccode: .*TokenGenerationFailed" "magiccode: .*SystemError"

func mixed(r reply) bool { return oneOf(r.Code, busy...) || oneOf(len(os.Args), 5) }
