package campaign

import (
	"testing"

	"github.com/errcodelint/errcodelint/codes"

	"example.test/programs/notify/geniq"
)

func TestAgain(t *testing.T) {
	for code := range codes.ResponseCodes() {
		if got := Again(geniq.Recipient{ResponseCode: code}); got != code.Retryable() {
			t.Errorf("%v: %t", code, got)
		}
	}
}
