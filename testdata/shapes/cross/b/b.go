// Package b sends messages; its functions show the types of the package a.
package b

import (
	"errors"
	"net/http"
	"strings"

	"example.test/programs/shapes/cross/a"
)

// Outcome is a message and what became of it.
type Outcome struct {
	To   string
	Sent *a.Sent
}

// Send sends one message.
func Send(c *http.Client, to, text string) (*Outcome, error) {
	resp, err := c.Post(a.URL("sms"), "text/plain", strings.NewReader(to+"\n"+text))
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	s, err := a.Read(resp.Body)
	if err != nil {
		return nil, err
	}
	return &Outcome{to, s}, nil
}

// Code returns the code of an outcome.
func (o *Outcome) Code() string { return o.Sent.ResponseCode() }

// Busy says whether to send again.
func Busy(o *Outcome, err error) bool {
	var f *a.Failure
	if errors.As(err, &f) && f.What == "88" { // want "magiccode: .*GeneralFailure"
		return true
	}
	return err == nil && o.Sent.Code == "5" && o.To != "5" // want "magiccode: .*ThrottlingRateExceeded"
}
