package signin

import (
	"errors"

	"github.com/errcodelint/errcodelint/codes"
)

// Hint is what stands below the field for the code.
func Hint(err error) string {
	if err == nil {
		return "welcome"
	}
	if errors.Is(err, codes.ResponseInvalidCode) {
		return "look again"
	} else if errors.Is(err, codes.ResponseInvalidMessageID) {
		return "ask for a new code"
	} else if errors.Is(err, codes.ResponseSpamThresholdExceeded) {
		return "come back tomorrow"
	}
	return "call us"
}
