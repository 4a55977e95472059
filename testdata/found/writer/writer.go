// Package writer keeps the HTTP status that a handler wrote, beside a client.
package writer

import "net/http"

type reply struct {
	Code string `json:"responseCode"`
}

func ok(r reply) bool { return r.Code == "0" } // want "magiccode: .*Success"

type recorder struct {
	http.ResponseWriter
	responseCode int
}

func (r *recorder) WriteHeader(code int) {
	if r.responseCode != 0 {
		return
	}
	r.responseCode = code
	r.ResponseWriter.WriteHeader(code)
}

func (r *recorder) status() int {
	if r.responseCode == 0 {
		r.responseCode = 200
	}
	return r.responseCode
}

func moved(r *recorder) bool { return r.status() == 301 }

type expectation struct{ ResponseCode int }

func (e expectation) met(resp *http.Response) bool {
	return resp.StatusCode == e.ResponseCode || e.ResponseCode == 0
}
