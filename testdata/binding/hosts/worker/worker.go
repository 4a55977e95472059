// Package worker sends by a client that it is given, logs in elsewhere, and asks another service who the customer is.
package worker

import (
	"bytes"
	"encoding/json"
	"io"
	"net/http"
)

func probe(...any) {}

// An API is where messages are sent.
type API interface {
	Post(path string, in, out any) error
}

type worker struct{ api API }

type reply struct {
	ResponseCode string `json:"responseCode"`
}

func (w *worker) send(text string) bool {
	name, err := customer()
	if err != nil {
		return false
	}
	var r reply
	if err := w.api.Post("/sms", map[string]string{"from": name, "text": text}, &r); err != nil {
		return false
	}
	probe(r.ResponseCode) // want `response keyed: its constants`
	return r.ResponseCode == "0"
}

func customer() (string, error) {
	resp, err := http.Post("https://customers.acme.dev/me", "application/json", bytes.NewReader(nil))
	if err != nil {
		return "", err
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(resp.Body)
	return string(body), err
}

type outcome struct {
	ResponseCode string `json:"responseCode"`
}

func read(r io.Reader) bool {
	var o outcome
	if err := json.NewDecoder(r).Decode(&o); err != nil {
		return false
	}
	probe(o.ResponseCode) // want `response keyed: its constants`
	return o.ResponseCode == "0"
}
