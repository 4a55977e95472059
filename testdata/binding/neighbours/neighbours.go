// Package neighbours has a reply with small codes beside others that are none: what these are compared with shows
// nothing of it.
package neighbours

import (
	"errors"
	"net/http"
	"strings"
)

func probe(...any) {}

// A charge is approved, declined, in error or held.
type charge struct {
	ResponseCode int `json:"responseCode"`
}

func (c charge) held() bool {
	probe(c.ResponseCode) // want `not bound`
	return c.ResponseCode == 4 || c.ResponseCode == 1
}

// A page has what was answered, 0 for nothing.
type page struct {
	ResponseCode int `json:"responseCode"`
}

func (p page) broken() bool {
	probe(p.ResponseCode) // want `not bound`
	return p.ResponseCode == 0 || p.ResponseCode > 399
}

// A visit is one that the package makes.
type visit struct {
	ResponseCode int `json:"responseCode"`
}

func get(url string) visit {
	resp, err := http.Get(url)
	if err != nil {
		return visit{}
	}
	defer resp.Body.Close()
	v := visit{ResponseCode: resp.StatusCode}
	probe(v.ResponseCode) // want `not bound`
	if v.ResponseCode == 0 || v.ResponseCode == 301 {
		return visit{}
	}
	return v
}

// A payment has codes of two digits, and one of one.
type payment struct {
	ResponseCode string `json:"responseCode"`
}

func (p payment) check() error {
	probe(p.ResponseCode) // want `not bound`
	switch strings.TrimSpace(p.ResponseCode) {
	case "0", "00":
		return nil
	case "51":
		return errors.New("no funds")
	}
	return errors.New("declined")
}

var tally = codesBy()

// codesBy returns a list and an error.
func codesBy() map[int]string {
	list, err := names()
	if err != nil {
		return nil
	}
	return list
}

func names() (map[int]string, error) { return map[int]string{1: "approved", 4: "held"}, nil }

func (c charge) name() string { return tally[c.ResponseCode] }
