package hooks

import (
	"encoding/json"
	"fmt"
	"net/url"

	"github.com/errcodelint/errcodelint/codes"
)

// Urgent tells whether somebody should look at a report at once, however it
// has come.
func Urgent(report string) bool {
	var m map[string]any
	if err := json.Unmarshal([]byte(report), &m); err == nil {
		return fmt.Sprint(m["reasonCode"]) == codes.ReasonInvalidWhatsAppTemplate.Wire()
	}
	q, err := url.ParseQuery(report)
	if err != nil {
		return true
	}
	reason, err := codes.ParseReason(q.Get("reasonCode"))
	if err != nil {
		return true
	}
	return reason == codes.ReasonFormatError
}
