// Package crawler writes down what pages answer.
package crawler

import "net/http"

type page struct {
	URL          string `json:"url"`
	ResponseCode int    `json:"responseCode"`
}

// Broken tells whether a page should be looked at.
func Broken(p page) bool {
	switch p.ResponseCode {
	case http.StatusOK, http.StatusNotModified, 0:
		return false
	case http.StatusMovedPermanently:
		return false
	}
	return true
}
