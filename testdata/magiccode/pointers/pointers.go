// Package pointers reads replies in which everything is a pointer.
package pointers

import (
	"encoding/json"
	"fmt"
	"sync/atomic"

	"example.test/programs/magiccode/pointers/ptr"
)

const host = "https://api.geniq.io"

type reply struct {
	ResponseCode *int64  `json:"responseCode"`
	MessageID    *string `json:"messageId"`
	Parts        *int64  `json:"parts"`
}

type report struct {
	ReasonCode *string `json:"reasonCode"`
}

func messageID(data []byte) (string, error) {
	var r reply
	if err := json.Unmarshal(data, &r); err != nil {
		return "", err
	}
	code := ptr.Int64(r.ResponseCode)
	if code != 0 { // want "Success"
		return "", fmt.Errorf("code %d", code)
	}
	if ptr.Int64(r.Parts) > 5 || ptr.Value(r.Parts) == 0 {
		return "", fmt.Errorf("%d parts", ptr.Value(r.Parts))
	}
	return ptr.Value(r.MessageID), nil
}

func busy(r *reply) bool {
	switch ptr.Value(r.ResponseCode) {
	case 5, 88: // want "ThrottlingRateExceeded" "GeneralFailure"
		return true
	}
	return false
}

func refused(r *reply) bool {
	code := ptr.Or(r.ResponseCode, -1)
	if code < 0 {
		return false
	}
	return code > 0 // want `> 0 \(Success\) .*; name the codes that are meant`
}

func absent(r report) bool {
	reason := ptr.Or(r.ReasonCode, "0") // want "NotApplicable"
	return reason == "8"                // want "SubscriberAbsent"
}

var sent int64

func count(r *reply) bool {
	return atomic.AddInt64(&sent, 1) == 5 || ptr.Add(r.ResponseCode, 1) == 11
}
