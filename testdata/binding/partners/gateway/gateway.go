// Package gateway is for the vendor's API.
package gateway

func probe(...any) {}

const URL = "https://api.geniq.io/rest/v1/sms"

// A Status is what the API answers.
type StatusCode int

const (
	OK   StatusCode = 0
	Busy StatusCode = 5
)

type Reply struct {
	Status StatusCode `json:"responseCode"`
	Text   string     `json:"text"`
}

func (r Reply) Sent() bool {
	probe(r.Status) // want `response keyed: its constants and name \(vendor\)`
	return r.Status == OK
}
