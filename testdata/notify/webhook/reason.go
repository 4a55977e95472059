package webhook

import "net/http"

// reasonOf finds the reason wherever it is.
func reasonOf(r *http.Request) string {
	if r.Method == "GET" {
		return r.URL.Query().Get("reasonCode")
	}
	return r.PostFormValue("reasonCode")
}

// roaming tells whether a report is about a recipient who is abroad.
func roaming(r *http.Request) bool {
	reason := reasonOf(r)
	return reason == "11" // want "magiccode: .*SMSCRoaming"
}
