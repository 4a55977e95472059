// Package a07 has one place that knows what the codes mean.
package a07

import (
	"encoding/json"
	"errors"
)

var (
	errBusy    = errors.New("busy")
	errUnknown = errors.New("unknown answer")
)

type response struct {
	RC    string `json:"responseCode"`
	Batch string `json:"batchId"`
}

func rcError(rc string) error {
	switch rc {
	case "0": // want "magiccode: .*Success"
		return nil
	case "5", "88": // want "magiccode: .*ThrottlingRateExceeded" "magiccode: .*GeneralFailure"
		return errBusy
	default:
		return errUnknown
	}
}

// Batch reads the answer to a batch.
func Batch(data []byte) (string, error) {
	var r response
	if err := json.Unmarshal(data, &r); err != nil {
		return "", err
	}
	if err := rcError(r.RC); err != nil {
		return "", err
	}
	return r.Batch, nil
}

// Cancelled reads the answer to a cancellation, where a repeated one is fine.
func Cancelled(data []byte) error {
	r := new(response)
	if err := json.Unmarshal(data, r); err != nil {
		return err
	}
	if r.RC == "16" { // want "magiccode: .*DuplicateDestination"
		return nil
	}
	return rcError(r.RC)
}
