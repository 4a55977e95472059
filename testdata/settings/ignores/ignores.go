// Package ignores has an ignore in a test, which needs it only where tests are
// checked.
package ignores

// Reply is what the API answers.
type Reply struct {
	ResponseCode int `json:"responseCode"`
}

// Accepted tells success.
func Accepted(r Reply) bool { return r.ResponseCode == 0 } //errcodelint:ignore magiccode as recorded
