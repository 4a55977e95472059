// Package ctxassign puts codes in by hand where the service gave none.
package ctxassign

import (
	"encoding/json"
	"net/http"

	"github.com/errcodelint/errcodelint/codes"
)

const rcSystem = "99"

type reply struct {
	Code  string `json:"responseCode"`
	ID    string `json:"messageId"`
	Parts int    `json:"parts"`
}

type batch struct {
	Overall codes.ResponseCode `json:"responseCode"`
	Each    []codes.ResponseCode
	Count   int
}

func decode(resp *http.Response) (*reply, error) {
	var r reply
	if err := json.NewDecoder(resp.Body).Decode(&r); err != nil {
		return nil, err
	}
	if r.Code == "" && r.ID != "" {
		r.Code = "0" // want "magiccode: .*Success"
		r.Parts = 1
	}
	if resp.StatusCode >= 500 {
		r.Code, r.ID = rcSystem, "99"
	}
	if r.Parts == 5 {
		r.ID, r.Code = "5", "17" // want "magiccode: .*DestinationListTooLong"
	}
	return &r, nil
}

// Sent says whether a message is on its way.
func Sent(resp *http.Response) bool {
	r, err := decode(resp)
	return err == nil && r.Code == "0" // want "magiccode: .*Success"
}

func sum(rs []batch) batch {
	var all batch
	all.Count = 0
	for _, r := range rs {
		if r.Overall == codes.ResponseDuplicateDestination {
			r.Overall = 0 // want "magiccode: .*Success"
		}
		all.Each = append(all.Each, r.Overall)
		all.Count++
	}
	if all.Count == 0 {
		all.Overall = 88 // want "magiccode: .*GeneralFailure"
		all.Count = 88
	}
	p := &all.Overall
	if len(rs) > 17 {
		*p = 17 // want "magiccode: .*DestinationListTooLong"
	}
	var last codes.ReasonCode = 4 // want "magiccode: .*OtherError"
	if len(all.Each) > int(last) {
		all.Each[0] = 15 // want "magiccode: .*SubscriberBlockedService"
		all.Each[5] = codes.ResponseSuccess
	}
	return all
}

// Total is the sum of several batches.
func Total(rs ...batch) int { return sum(rs).Count }
