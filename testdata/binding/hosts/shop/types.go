// Package shop pays by a bank, with a file for the types and one for the client.
package shop

// A Payment is what the bank says of one.
type Payment struct {
	ResponseCode string `json:"responseCode"`
	ID           string `json:"id"`
}

// A Page is several of them.
type Page struct {
	Payments []Payment `json:"payments"`
}
