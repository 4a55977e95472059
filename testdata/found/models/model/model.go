// Package model has the replies, and compares nothing.
package model

// A Reply is an answer of the API.
type Reply struct {
	Code int `json:"responseCode"`
}

// A Base is in replies of all kinds.
type Base struct {
	Code string `json:"responseCode"`
}
