// Package a has the replies of the messaging API, and the decoding.
package a

import (
	"encoding/json"
	"io"
)

const host = "https://api.geniq.io/rest/v1/"

// Reply is what every call answers.
type Reply struct {
	Code    string `json:"responseCode"`
	Message string `json:"responseMessage"`
}

// ResponseCode returns the code.
func (r *Reply) ResponseCode() string { return r.Code }

// Sent is what POST /sms answers.
type Sent struct {
	Reply
	ID    string `json:"messageId"`
	Parts int    `json:"parts"`
}

// Failure is a reply as an error; it has the code in a field of another name.
type Failure struct {
	What string
	Text string
}

func (f *Failure) Error() string { return f.Text + " (" + f.What + ")" }

// Read decodes an answer.
func Read(r io.Reader) (*Sent, error) {
	var s Sent
	if err := json.NewDecoder(r).Decode(&s); err != nil {
		return nil, err
	}
	if s.Code == "88" { // want "magiccode: .*GeneralFailure"
		return nil, &Failure{What: s.Code, Text: s.Message}
	}
	return &s, nil
}

// URL is where a call goes.
func URL(call string) string { return host + call }
