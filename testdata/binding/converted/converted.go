// Package converted has types of its own for codes, which no reply's field has.
package converted

import (
	"encoding/json"
	"fmt"
	"net/http"
)

const base = "https://api.geniq.io/rest/v1"

func probe(...any) {}

type reply struct {
	Code string `json:"responseCode"`
}

type report struct {
	Code int `json:"reasonCode"`
}

// errorCode is what the program's functions return.
type errorCode string

func (e errorCode) Error() string { return "code " + string(e) }

func (e errorCode) Retryable() bool {
	probe(e) // want `response keyed: its constants`
	return e == "5" || e == "88"
}

func check(r reply) error {
	code := errorCode(r.Code)
	probe(code) // want `response keyed: its constants`
	if code == "0" {
		return nil
	}
	return code
}

// ReasonCode is a number.
type ReasonCode int

func reasons(r report) []ReasonCode {
	list := []ReasonCode{ReasonCode(r.Code), 8}
	for _, c := range list {
		probe(c) // want `reason keyed: its constants`
		fmt.Println(base, c == 13)
	}
	return list
}

// pageCode is of the program's own pages, too.
type pageCode int

func pages(r report, resp *http.Response) bool {
	a, b := pageCode(r.Code), pageCode(resp.StatusCode)
	probe(a) // want `not bound`
	probe(b) // want `not bound`
	return a == 8 || b == 404
}

// localCode has values that the API doesn't send.
type localCode int

func local(r report) localCode {
	c := localCode(r.Code)
	probe(c) // want `not bound`
	if c == 8 {
		return localCode(4711)
	}
	return c
}

// storedCode comes from a file, too.
type storedCode int

type line struct {
	Code storedCode `json:"code"`
}

func stored(r report, text []byte) (bool, error) {
	var l line
	if err := json.Unmarshal(text, &l); err != nil {
		return false, err
	}
	probe(l.Code) // want `not bound`
	return storedCode(r.Code) == l.Code && l.Code != 8, nil
}

// readCode is filled by somebody else.
type readCode int

func read(r report, text string) (bool, error) {
	c := readCode(r.Code)
	if _, err := fmt.Sscan(text, &c); err != nil {
		return false, err
	}
	probe(c) // want `not bound`
	return c == 8, nil
}
