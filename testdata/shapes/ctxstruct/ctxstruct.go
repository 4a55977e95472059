// Package ctxstruct makes replies up, for trials without the service.
package ctxstruct

import (
	"encoding/json"

	"github.com/errcodelint/errcodelint/codes"
)

const rcOK = "0"

type reply struct {
	Code string `json:"responseCode"`
	ID   string `json:"messageId"`
	N    int    `json:"parts"`
}

type record struct {
	Line   int
	Code   codes.ResponseCode
	Reason codes.ReasonCode
}

// Trial is a reply as the service would have sent it.
func Trial(to string) *reply {
	switch len(to) {
	case 0:
		return &reply{Code: "11", ID: "0", N: 0} // want "magiccode: .*InvalidRecipient"
	case 5:
		return &reply{"17", "5", 5} // want "magiccode: .*DestinationListTooLong"
	}
	return &reply{Code: rcOK, ID: "1", N: 1}
}

var log = []record{
	{Line: 5, Code: 5, Reason: 0}, // want "magiccode: .*ThrottlingRateExceeded" "magiccode: .*NotApplicable"
	{6, 6, 6},                     // want "magiccode: .*InsufficientCredit" "magiccode: .*SubscriberBarred"
	{Line: 88, Code: codes.ResponseSuccess},
}

type sample struct {
	text string
	code int
}

var samples = []sample{{"all is well", 0}, {"too fast", 5}, {"no money", 6}}

// Read decodes what the service, or the trial, has written.
func Read(data []byte) (bool, error) {
	var r reply
	if err := json.Unmarshal(data, &r); err != nil {
		return false, err
	}
	return r.Code == rcOK, nil
}

// Size is how much there is to see.
func Size() (n int) {
	for _, s := range samples {
		n += len(s.text) + s.code
	}
	for _, l := range log {
		n += l.Line
	}
	return n
}
