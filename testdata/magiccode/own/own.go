// Package own has constants of its own for some codes.
package own

import (
	"net/http"
	"net/url"
)

// Doc is there to be imported.
const Doc = "https://api.geniq.io/rest/v1"

// What the API answers.
const (
	rcOK        = "0"
	rcThrottled = "5"
	rcNoCredit  = "6"
)

const maxParts = 5

type kind int

const (
	kindBusy  kind = 5
	kindBroke kind = 6
)

type reply struct {
	Text   string `json:"responseCode"`
	Number int    `xml:"responseCode"`
	Any    any    `form:"responseCode"`
	Kind   kind   `db:"responseCode"`
}

func texts(r reply, parts int) bool {
	switch {
	case r.Text == rcOK, parts == maxParts:
		return true
	case r.Text == "5": // want `write rcThrottled`
	case r.Text == "6": // want `write rcNoCredit`
	case r.Text == "7": // want `write codes.ResponsePrepaidAccountExpired.Wire\(\)`
	case r.Any == "5": // want `write rcThrottled`
	case r.Number == 5: // want `write int\(codes.ResponseThrottlingRateExceeded\)`
	}
	return false
}

func kinds(r reply) bool {
	return r.Kind == kindBusy || r.Kind == 6 || r.Kind == 7 // want `write kindBroke` `write kind\(codes.ResponsePrepaidAccountExpired\)`
}

func shadowed(r reply) bool {
	rcThrottled := r.Text
	return rcThrottled == "5" // want `write codes.ResponseThrottlingRateExceeded.Wire\(\)`
}

func report(r *http.Request) bool {
	const barred = "6"
	v, _ := url.ParseQuery(r.URL.RawQuery)
	return v.Get("reasonCode") == barred || r.FormValue("reasonCode") == "6" // want `write barred`
}

type state string

const (
	stateBusy = "88"
	pageSize  = "10"
)

type typedReply struct {
	State state `json:"responseCode"`
	Any   any   `form:"responseCode"`
}

func dynamic(r typedReply, responseCode any) bool {
	if r.State == stateBusy || r.State == "10" { // want `write state\(codes.ResponseCouldNotRoute.Wire\(\)\)`
		return true
	}
	return responseCode == state("88") || r.Any == int64(88) // want `write stateBusy` `write int64\(codes.ResponseGeneralFailure\)`
}

// counted has a list, whose index may be of any type.
func counted(r reply) int {
	var counts [400]int
	counts[r.Kind]++
	return counts[5] // want `write kindBusy`
}
