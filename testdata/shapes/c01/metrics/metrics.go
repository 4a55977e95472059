// Package metrics receives what browsers measured, as forms.
//
// Silent, because 200, 304 and 404 are not documented: beside them the 0 and
// the 301 decide nothing.
package metrics

import (
	"net/http"
	"strconv"
)

// Sample is one request of a browser.
type Sample struct {
	URL          string `form:"url"`
	ResponseCode int    `form:"responseCode"`
}

// Parse reads a sample.
func Parse(r *http.Request) (s Sample, err error) {
	s.URL = r.FormValue("url")
	s.ResponseCode, err = strconv.Atoi(r.FormValue("responseCode"))
	return s, err
}

// Kind groups samples.
func (s Sample) Kind() string {
	switch s.ResponseCode {
	case 0:
		return "blocked"
	case 200, 304:
		return "fine"
	case 301:
		return "moved"
	case 404:
		return "missing"
	}
	return "other"
}
