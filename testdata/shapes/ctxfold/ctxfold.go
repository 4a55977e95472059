// Package ctxfold compares texts with strings.EqualFold.
package ctxfold

import (
	"net/url"
	"strings"
)

const none = "0"

func ok(v url.Values) bool {
	return strings.EqualFold(v.Get("reasonCode"), "0") && !strings.EqualFold(v.Get("status"), "0") // want "magiccode: .*NotApplicable"
}

func own(v url.Values) bool { return strings.EqualFold(none, v.Get("reasonCode")) }

func absent(v url.Values) bool {
	reason := strings.TrimSpace(v.Get("reasonCode"))
	if strings.EqualFold(reason, "") || strings.EqualFold(v.Get("operator"), "8") {
		return false
	}
	return strings.EqualFold("8", reason) || strings.EqualFold("13", reason) // want "magiccode: .*SubscriberAbsent" "magiccode: .*HandsetMemoryExceeded"
}

// Word is shown to the sender.
func Word(v url.Values) string {
	switch {
	case ok(v), own(v):
		return "delivered"
	case absent(v):
		return "waiting"
	case strings.EqualFold(v.Get("parts"), "5"):
		return "in part"
	}
	return "lost"
}
