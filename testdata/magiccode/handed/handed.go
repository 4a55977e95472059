// Package handed gives codes to functions that only store them.
package handed

import (
	"encoding/json"
	"net/http"
)

const api = "https://api.geniq.io/rest/v1"

// Reply has pointers: what is absent is nil.
type Reply struct {
	ResponseCode *int   `json:"responseCode"`
	ReasonCode   *int32 `json:"reasonCode"`
	Parts        *int   `json:"parts"`
	Origin       string `json:"-"`
}

// Record is what is kept.
type Record struct {
	ResponseCode int `json:"responseCode"`
	Tries        int `json:"tries"`
	Status       int `json:"status"`
}

func ptr[T any](v T) *T { return &v }

func i32(n int32) *int32 { return &n }

// next makes more of its argument.
func next(n int) *int {
	n++
	return &n
}

// Throttled is an answer of tests and drills.
func Throttled() *Reply {
	return &Reply{ResponseCode: ptr(5), Parts: ptr(5), ReasonCode: i32(8)} // want `5 is the response code ThrottlingRateExceeded .*write int\(codes` `8 is the reason code SubscriberAbsent .*write int32\(codes`
}

// Counted is not.
func Counted() *Reply {
	r := &Reply{Parts: next(5)}
	r.ResponseCode = next(5)
	return r
}

// SetCode stores a code.
func (r *Record) SetCode(code int) { r.ResponseCode = code }

// Count stores a number.
func (r *Record) Count(n int) { r.Tries = n }

// set stores one number in two places.
func (r *Record) set(n int) { r.ResponseCode, r.Tries = n, n }

// An Option changes a record.
type Option func(*Record)

// WithCode has the code in a closure.
func WithCode(n int) Option { return func(r *Record) { r.ResponseCode = n } }

// WithStatus has a status.
func WithStatus(n int) Option {
	return func(r *Record) { r.Status = n }
}

// New makes a record.
func New(options ...Option) *Record {
	r := new(Record)
	for _, o := range options {
		o(r)
	}
	return r
}

// refuse hands on what store stores.
func refuse(w http.ResponseWriter, code int) error {
	return write(w, code, 3)
}

func write(w http.ResponseWriter, n, tries int) error {
	return json.NewEncoder(w).Encode(Record{ResponseCode: n, Tries: tries})
}

// answer is about a status.
func answer(w http.ResponseWriter, code int) error {
	w.WriteHeader(code)
	return json.NewEncoder(w).Encode(Record{Status: code})
}

// Drill plays some through.
func Drill(w http.ResponseWriter, data []byte) error {
	var r Record
	if err := json.Unmarshal(data, &r); err != nil {
		return err
	}
	r.SetCode(99) // want `99 is the response code SystemError .*write int\(codes`
	r.Count(99)
	r.set(5)
	for _, r := range []*Record{
		New(WithCode(0), WithStatus(5)),     // want `0 is the response code Success`
		New(WithStatus(301), WithCode(301)), // want `301 is the response code NoWhatsAppSession`
	} {
		r.Count(11)
	}
	if err := answer(w, 301); err != nil {
		return err
	}
	return refuse(w, 6) // want `6 is the response code InsufficientCredit`
}
