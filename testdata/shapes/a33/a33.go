// Package a33 sends outcomes from one process to another as headers.
package a33

import (
	"encoding/json"
	"strings"
)

// Message is what the queue carries.
type Message struct {
	Headers map[string]string
	Body    []byte
}

type reply struct {
	RC string `json:"responseCode"`
	ID string `json:"messageId"`
}

// Produce makes a message of a reply.
func Produce(body []byte) (*Message, error) {
	var r reply
	if err := json.Unmarshal(body, &r); err != nil {
		return nil, err
	}
	m := &Message{Headers: map[string]string{"parts": "0"}, Body: body}
	m.Headers["responseCode"] = r.RC
	m.Headers["label"] = "code-" + r.RC
	if r.RC == "16" && r.ID != "0" { // want "magiccode: .*DuplicateDestination"
		m.Headers["responseCode"] = "0" // want "magiccode: .*Success"
		m.Headers["parts"] = "16"
	}
	return m, nil
}

// Consume says whether a message is done with.
func Consume(m *Message) bool {
	if m.Headers["parts"] == "0" {
		return false
	}
	code, ok := m.Headers["responseCode"]
	return ok && (code == "0" || code == "11") // want "magiccode: .*Success" "magiccode: .*InvalidRecipient"
}

// Label is the code that the label was made of, for the log.
func Label(m *Message) string {
	label := m.Headers["label"]
	if !strings.HasPrefix(label, "code-") {
		return "0"
	}
	return label[5:]
}
