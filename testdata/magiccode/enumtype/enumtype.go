// Package enumtype has codes of a type that another package has with all its constants: these are their names.
package enumtype

import (
	"encoding/json"
	"io"

	"example.test/programs/magiccode/enumtype/reason"
)

// Sender is who sends reports.
const Sender = "api.geniq.io"

type report struct {
	ID     string      `json:"messageId"`
	Reason reason.Code `json:"reasonCode"`
}

func read(r io.Reader) (rep report, err error) {
	err = json.NewDecoder(r).Decode(&rep)
	return rep, err
}

func lost(r report) bool {
	switch r.Reason {
	case reason.Absent, 10: // want `10 is the reason code SMSCCongestion .*; write reason.Congestion`
		return true
	case 12: // want `12 is the reason code HandsetError .*; write reason.Code\(codes.ReasonHandsetError\)`
		return false
	}
	return int(r.Reason) == 4 // want `4 is the reason code OtherError .*; write int\(codes.ReasonOtherError\)`
}
