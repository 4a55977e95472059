// Package httpstatus takes codes for HTTP statuses.
package httpstatus

import (
	"errors"
	"net/http"

	"github.com/errcodelint/errcodelint/codes"
)

const endpoint = "https://api.geniq.io/rest/v1"

var errRefused = errors.New("refused by " + endpoint)

type reply struct {
	Code codes.ResponseCode `json:"responseCode"`
}

type legacy struct {
	ResponseCode int `json:"responseCode"`
}

func check(resp *http.Response, r reply) error {
	if resp.StatusCode != http.StatusOK {
		return errRefused
	}
	if r.Code != http.StatusOK { // want `http.StatusOK \(200\) is an HTTP status, .* response codes, which have no 200: .*; write codes.ResponseSuccess for success`
		return errRefused
	}
	switch r.Code {
	case http.StatusTooManyRequests: // want `http.StatusTooManyRequests \(429\) is an HTTP status`
		return errRefused
	case http.StatusMovedPermanently: // want `http.StatusMovedPermanently \(301\) is an HTTP status, .* where 301 is NoWhatsAppSession`
		return errRefused
	case codes.ResponseGeneralFailure:
		return errRefused
	}
	return nil
}

func old(l legacy) bool {
	return l.ResponseCode == 5 || l.ResponseCode == http.StatusServiceUnavailable // want `http.StatusServiceUnavailable \(503\) is an HTTP status`
}

func lost() reply {
	return reply{Code: http.StatusBadGateway} // want `http.StatusBadGateway \(502\) is an HTTP status`
}

var again = map[codes.ResponseCode]bool{
	http.StatusTooManyRequests:           true, // want `http.StatusTooManyRequests \(429\) is an HTTP status`
	codes.ResponseThrottlingRateExceeded: true,
}

func retry(r reply) bool { return again[r.Code] }

func convert() codes.ResponseCode {
	return codes.ResponseCode(http.StatusGatewayTimeout) // want `http.StatusGatewayTimeout \(504\) is an HTTP status`
}
