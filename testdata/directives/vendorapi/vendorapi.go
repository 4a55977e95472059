// Package vendorapi is a vendor's client, which knows nothing of directives.
package vendorapi

// Status is what the vendor answers.
type Status string

const (
	StatusOK      Status = "00"
	StatusDone    Status = "00000000"
	StatusBusy    Status = "500.003.1001"
	StatusRefused Status = "Z0"
)

// Errors of the vendor, which have no type.
const (
	ErrorUnknown   = 20000
	ErrorThrottled = 20429
)

// A Reply is the vendor's.
type Reply struct {
	Status Status
	Error  int
}
