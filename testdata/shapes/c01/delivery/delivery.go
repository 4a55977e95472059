// Package delivery keeps the outcomes of calls to other people's hooks.
//
// Silent, because an operand that is http.Status* speaks against the field,
// whatever the other comparisons are.
package delivery

import (
	"encoding/json"
	"net/http"
)

// Delivery is one call of a hook.
type Delivery struct {
	Hook         string `json:"hook"`
	ResponseCode *int   `json:"responseCode"`
	Attempts     int    `json:"attempts"`
}

// Read reads stored deliveries.
func Read(data []byte) (ds []Delivery, err error) {
	err = json.Unmarshal(data, &ds)
	return ds, err
}

// OK says whether the hook took the call.
func (d *Delivery) OK() bool {
	return d.ResponseCode != nil && *d.ResponseCode == http.StatusOK
}

// Skipped says whether the hook was never called.
func (d *Delivery) Skipped() bool {
	return d.ResponseCode == nil || *d.ResponseCode == 0 && d.Attempts == 0
}

// Moved says whether the hook lives elsewhere now.
func (d *Delivery) Moved() bool { return d.ResponseCode != nil && *d.ResponseCode == 301 }
