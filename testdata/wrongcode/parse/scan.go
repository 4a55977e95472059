package parse

import (
	"fmt"
	"log"
	"net/http"

	"github.com/errcodelint/errcodelint/codes"
)

// A code that is read out of text by package fmt.

func scanned(r *http.Request) bool {
	var n int
	fmt.Sscan(r.FormValue("reasonCode"), &n) // want `the error of fmt.Sscan is dropped: where the text is no number n stays 0, which is NotApplicable; handle the error before the code is used`
	return codes.ReasonCode(n) == codes.ReasonNotApplicable
}

func scannedf(r reply) error {
	var code int
	_, _ = fmt.Sscanf(r.Code, "%d", &code) // want `the error of fmt.Sscanf is dropped: where the text is no number code stays 0, which is Success`
	return codes.ResponseCode(code).Err()
}

func scannedChecked(r *http.Request) (codes.ReasonCode, error) {
	var n int
	_, err := fmt.Sscan(r.FormValue("reasonCode"), &n)
	return codes.ReasonCode(n), err
}

func scannedCounted(r *http.Request) bool {
	var n int
	if found, _ := fmt.Sscan(r.FormValue("reasonCode"), &n); found != 1 {
		return false
	}
	return codes.ReasonCode(n) == codes.ReasonNotApplicable
}

func scannedPreset(r *http.Request) bool {
	n := -1
	fmt.Sscan(r.FormValue("reasonCode"), &n)
	return codes.ReasonCode(n) == codes.ReasonNotApplicable
}

func scannedShown(r reply) {
	var n int
	fmt.Sscanf(r.Code, "%d", &n)
	log.Printf("code %d", n)
}

func scannedOther(r *http.Request) bool {
	var parts int
	fmt.Sscan(r.FormValue("parts"), &parts)
	return parts == 0
}

var _ = []any{scanned, scannedf, scannedChecked, scannedCounted, scannedPreset, scannedShown, scannedOther}
