// Package t20 looks codes up in short lists and sets.
//
// Silent, because "00" and "07" are not documented.
package t20

import (
	"net/url"
	"slices"
)

var paid = map[string]bool{"00": true, "0": true}

// Back says where the customer goes.
func Back(q url.Values) string {
	if slices.Contains([]string{"00", "07", "10"}, q.Get("responseCode")) {
		return "thanks"
	}
	if paid[q.Get("responseCode")] {
		return "soon"
	}
	return "sorry"
}
