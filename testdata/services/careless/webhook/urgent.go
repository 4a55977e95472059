package webhook

import (
	"encoding/json"
	"net/url"
	"strconv"

	"github.com/errcodelint/errcodelint/codes"
)

// Urgent tells whether somebody should look at a report at once, however it
// has come.
func Urgent(report string) bool {
	var m map[string]any
	if err := json.Unmarshal([]byte(report), &m); err == nil {
		return m["reasonCode"] == int(codes.ReasonInvalidWhatsAppTemplate) // want "wrongcode: .* never holds: encoding/json makes a float64 or a string of the code"
	}
	q, err := url.ParseQuery(report)
	if err != nil {
		return true
	}
	n, _ := strconv.Atoi(q.Get("reasonCode")) // want "wrongcode: the error of strconv.Atoi is dropped: .* becomes 0, which is NotApplicable"
	return codes.ReasonCode(n) == codes.ReasonFormatError
}
