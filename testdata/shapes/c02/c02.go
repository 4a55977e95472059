// Package c02 hands on, as HTTP status, what a server of the house put into
// its reply.
//
// Silent, because the value goes to WriteHeader and to http.StatusText.
package c02

import (
	"encoding/json"
	"io"
	"net/http"
	"strconv"
)

type reply struct {
	ResponseCode string          `json:"responseCode"`
	Body         json.RawMessage `json:"body"`
}

func write(w http.ResponseWriter, r *reply) {
	if r.ResponseCode == "0" {
		r.ResponseCode = "200"
	}
	status, err := strconv.Atoi(r.ResponseCode)
	if err != nil || status == 0 {
		status = http.StatusBadGateway
	}
	w.WriteHeader(status)
	_, _ = w.Write(r.Body)
}

// Relay relays a reply.
func Relay(w http.ResponseWriter, in io.Reader) error {
	var r reply
	if err := json.NewDecoder(in).Decode(&r); err != nil {
		return err
	}
	write(w, &r)
	return nil
}

type event struct {
	Code string `json:"responseCode"`
}

// Title is the status in words.
func (e event) Title() string {
	if e.Code == "0" || e.Code == "5" {
		return "none"
	}
	n, err := strconv.Atoi(e.Code)
	if err != nil {
		return e.Code
	}
	return http.StatusText(n)
}

// Events decodes a list.
func Events(data []byte) (es []event, err error) {
	err = json.Unmarshal(data, &es)
	return es, err
}
