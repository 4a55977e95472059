package otp

import (
	"strings"

	"github.com/errcodelint/errcodelint/codes"
)

// Hint is what stands below the field for the code.
func Hint(responseCode string) string {
	hint := ""
	switch strings.TrimSpace(responseCode) { // want "missedcode: .* 19 response codes"
	case codes.ResponseSuccess.Wire():
		hint = "welcome"
	case codes.ResponseInvalidCode.Wire():
		hint = "look again"
	case codes.ResponseInvalidMessageID.Wire():
		hint = "ask for a new code"
	case codes.ResponseSpamThresholdExceeded.Wire():
		hint = "come back tomorrow"
	}
	return hint
}
