// Package against has evidence that something is no code of the API.
package against

import (
	"encoding/json"
	"net/http"
	"strconv"

	"example.test/programs/binding/foreign"
)

func probe(...any) {}

type operand struct {
	Code int `json:"responseCode"`
}

func _(r operand) {
	probe(r.Code) // want `not bound`
	_ = r.Code == 0 || r.Code == http.StatusMovedPermanently
}

type untyped struct {
	Code int `json:"responseCode"`
}

func _(r untyped) {
	probe(r.Code) // want `not bound`
	_ = r.Code == foreign.OK || r.Code == 5
}

type entry struct {
	Code int `json:"responseCode"`
}

func fill(e *entry, resp *http.Response) {
	status := resp.StatusCode
	e.Code = status
	probe(e.Code) // want `not bound`
	_ = e.Code == 0 || e.Code == 301
}

type sent struct {
	Code string `json:"responseCode"`
}

func send(s sent, w http.ResponseWriter) {
	n, _ := strconv.Atoi(s.Code)
	w.WriteHeader(n)
	probe(s.Code) // want `not bound`
	_ = s.Code == "0"
}

type answer struct {
	Code int `json:"responseCode"`
}

func write(v any) ([]byte, error) { return json.Marshal(v) }

func tell(failed bool) ([]byte, error) {
	a := answer{Code: 0}
	if failed {
		a.Code = 5
	}
	probe(a.Code) // want `not bound`
	_ = a.Code == 0
	return write(a)
}

type readBack struct {
	Code int `json:"responseCode"`
}

func both(data []byte) ([]byte, error) {
	var r readBack
	if err := json.Unmarshal(data, &r); err != nil {
		return nil, err
	}
	probe(r.Code) // want `response keyed`
	_ = r.Code == 0
	return json.Marshal(r)
}

type watched struct {
	Code int `json:"responseCode"`
}

func _(r watched) {
	probe(r.Code) // want `not bound`
	_ = r.Code == 0 || r.Code >= 500
}

type ordered struct {
	Code int `json:"responseCode"`
}

func _(r ordered) {
	probe(r.Code) // want `response keyed`
	_ = r.Code == 0 || r.Code > 99
}

type site struct {
	Code   int    `json:"responseCode"`
	Reason string `json:"reasonCode"`
}

func visit(url string, err error) site {
	s := site{Code: 200}
	if err != nil {
		s.Reason = "dns"
	}
	probe(s.Code, s.Reason) // want `not bound` `not bound`
	if s.Code == 0 || s.Code == 301 || s.Reason == "0" {
		s.Code = -1
	}
	return s
}

type kept struct {
	Code int `json:"responseCode"`
}

func keep(data []byte) (k kept) {
	if json.Unmarshal(data, &k) != nil {
		return kept{Code: -1}
	}
	if k.Code == 0 || k.Code == 88 {
		probe(k.Code) // want `response keyed: its constants`
	}
	k.Code = 99
	return k
}
