// Package filled sends messages, and writes down what became of its own requests: those records have the API's key,
// and are read again, but it is the program that fills them.
package filled

import (
	"encoding/json"
	"io"
	"net/http"
)

func probe(...any) {}

const base = "https://api.geniq.io/rest/v1"

type reply struct {
	ResponseCode string `json:"responseCode"`
}

type record struct {
	URL          string `json:"url"`
	ResponseCode string `json:"responseCode"`
}

func balance() record {
	rec := record{URL: base + "/balance"}
	resp, err := http.Get(rec.URL)
	if err != nil {
		rec.ResponseCode = "UNREACHABLE"
		return rec
	}
	defer resp.Body.Close()
	var r reply
	if err := json.NewDecoder(resp.Body).Decode(&r); err != nil {
		rec.ResponseCode = "GARBLED"
		return rec
	}
	probe(r.ResponseCode) // want `response keyed: .*\(vendor\)`
	rec.ResponseCode = "ANSWERED"
	return rec
}

// answered counts the records that tell of an answer.
func answered(log io.Reader) (n int, err error) {
	for d := json.NewDecoder(log); d.More(); {
		var rec record
		if err := d.Decode(&rec); err != nil {
			return n, err
		}
		probe(rec.ResponseCode) // want `not bound`
		if rec.ResponseCode != "" {
			n++
		}
	}
	return n, nil
}

// A stand-in of the API says something wrong once, which does not make its replies the program's.
type standIn struct {
	ResponseCode string `json:"responseCode"`
}

func (s *standIn) fail() {
	s.ResponseCode = "BUSY"
	probe(s.ResponseCode) // want `response keyed: .*\(vendor\)`
}
