// Package lookups reads codes where nothing is reported, though a person sees
// that they are codes: a request's headers are not among the lookups whose key
// counts, and a list of values that has a name carries no code.
package lookups

import "net/http"

// Good says whether a report brings good news.
func Good(r *http.Request) bool {
	if err := r.ParseForm(); err != nil {
		return false
	}
	if r.Header.Get("reasonCode") == "0" {
		return true
	}
	list := r.Form["reasonCode"]
	return len(list) == 1 && list[0] == "0"
}
