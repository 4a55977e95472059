// Package declared talks to a payment service, too, whose codes it declares, and
// to a gateway that sends two codes which no table has yet.
package declared

import (
	"encoding/json"
	"net/http"

	"github.com/errcodelint/errcodelint/codes"
)

// Status is what the payment service says.
//
//errcodelint:declare payments key=statusCode success=0
type Status int

const (
	StatusPaid    Status = 0
	StatusRefused Status = 4
	StatusLater   Status = 7
)

func (s Status) Error() string {
	switch s {
	case StatusPaid:
		return "paid"
	case StatusRefused:
		return "refused"
	}
	return "later"
}

// What the modem says.
//
//errcodelint:declare modem prefix=ERR_ success=0
const (
	ERR_OK   = 0
	ERR_BUSY = 10
	ERR_DEAD = 20
)

//errcodelint:extend response
const (
	rcQuota = 20
	rcFlood = 23
)

type payment struct {
	Status Status `json:"statusCode"`
}

type message struct {
	ResponseCode codes.ResponseCode `json:"responseCode"`
}

type receipt struct {
	Code int `json:"statusCode"`
}

func pay(p payment) error {
	if p.Status == 5 { // want `5 is no documented payments code; write a code that is, or add it to the domain`
		return nil
	}
	if p.Status == Status(codes.ResponseThrottlingRateExceeded) { // want `codes.ResponseThrottlingRateExceeded is a response code, beside one of the payments codes`
		return nil
	}
	switch p.Status {
	case StatusPaid:
		return nil
	case StatusRefused, http.StatusPaymentRequired: // want `http.StatusPaymentRequired \(402\) is an HTTP status, beside one of the payments codes, which have no 402; `
		return p.Status
	}
	if p.Status == StatusPaid { // want `p.Status == StatusPaid never holds: after line 68 `
		return nil
	}
	return p.Status
}

func charge(p payment) error {
	return p.Status // want `p.Status becomes an error, and can be 0 \(StatusPaid\) here, .*; test it first, and return nil for success`
}

func known(m message) bool {
	return m.ResponseCode == rcQuota || m.ResponseCode == 23 || m.ResponseCode == 24 // want `24 is no documented response code`
}

func later(m message) bool {
	return int(m.ResponseCode) == int(StatusLater) || m.ResponseCode == ERR_BUSY // want `StatusLater is a payments code, .* where 7 is PrepaidAccountExpired` `ERR_BUSY is a modem code`
}

func settled(r receipt) bool {
	return r.Code == 4 || r.Code == 99 // want `99 is no documented payments code`
}

//errcodelint:domain modem code
func up(code int) bool {
	if code == -1 || code == ERR_OK {
		return true
	}
	return code == 11 // want `11 is no documented modem code`
}

//errcodelint:ignore wrongcode the gateway in the basement sends it
func basement(m message) bool { return m.ResponseCode == 4711 }

// A map that a payment was decoded into.
func settledIn(body []byte) bool {
	var m map[string]any
	if err := json.Unmarshal(body, &m); err != nil {
		return false
	}
	return m["statusCode"] == 0 // want `m\["statusCode"\] == 0 never holds: .* and 0 is of type int; decode into a struct with a field of type Status, or compare fmt.Sprint\(m\["statusCode"\]\) with "0"`
}

// The bank's codes have no type of their own.
//
//errcodelint:declare bank key=bankCode success=0
const (
	bankBooked  = 0
	bankRefused = 31
)

func booked(body []byte) bool {
	var m map[string]any
	if err := json.Unmarshal(body, &m); err != nil {
		return false
	}
	return m["bankCode"] == bankBooked // want `m\["bankCode"\] == bankBooked never holds: .* and bankBooked is of type int; compare fmt.Sprint\(m\["bankCode"\]\) with "0"`
}
