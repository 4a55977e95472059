package billing

import (
	"errors"
	"testing"

	"example.test/programs/notify/geniq"
	"github.com/errcodelint/errcodelint/codes"
)

func TestPage(t *testing.T) {
	loud := map[codes.ResponseCode]int{
		codes.ResponseInvalidCredentials: 2, codes.ResponseInvalidIP: 2, codes.ResponseInsufficientCredit: 3,
	}
	for code := range codes.ResponseCodes() {
		if got := page(&geniq.APIError{ResponseCode: int(code)}); got != loud[code] {
			t.Errorf("%v: %d, want %d", code, got, loud[code])
		}
	}
	if page(errors.New("no network")) != 1 {
		t.Error("no network")
	}
}
