// Package worded shows what became of hooks that were called. Its records have the API's key for an HTTP status, and 0
// for none; what it prints says so.
package worded

import (
	"encoding/json"
	"fmt"
	"io"
	"log/slog"
)

func probe(...any) {}

type call struct {
	Hook         string `json:"hook"`
	ResponseCode int    `json:"responseCode"`
}

// Show lists the calls.
func Show(w io.Writer, log io.Reader) error {
	for d := json.NewDecoder(log); d.More(); {
		var c call
		if err := d.Decode(&c); err != nil {
			return err
		}
		probe(c.ResponseCode) // want `not bound`
		if c.ResponseCode == 0 {
			fmt.Fprintf(w, "%s: no answer\n", c.Hook)
			continue
		}
		fmt.Fprintf(w, "%s: HTTP %d\n", c.Hook, c.ResponseCode)
	}
	return nil
}

type attempt struct {
	ResponseCode int `json:"responseCode"`
}

func (a attempt) note(l *slog.Logger, n int) {
	probe(a.ResponseCode) // want `not bound`
	if a.ResponseCode != 0 {
		l.Info("called", "attempt", n, "http.response.status_code", a.ResponseCode)
	}
}

// A reply is printed beside a status, and is none.
type reply struct {
	ResponseCode string `json:"responseCode"`
}

func (r reply) err(status int) error {
	probe(r.ResponseCode) // want `response keyed: its constants and name`
	if r.ResponseCode == "0" {
		return nil
	}
	return fmt.Errorf("refused: HTTP %d, code %s", status, r.ResponseCode)
}
