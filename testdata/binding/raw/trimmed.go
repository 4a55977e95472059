package raw

import (
	"bytes"
	"encoding/json"
	"strconv"
	"strings"
)

type envelope struct {
	Code   json.RawMessage `json:"responseCode"`
	Status json.RawMessage `json:"status"`
}

// number takes the quotes off before it decodes.
func (e envelope) number() (int, error) {
	var n int
	err := json.Unmarshal(bytes.Trim(e.Code, `"`), &n)
	probe(n) // want `response`
	if n == 6 {
		err = errRefused
	}
	return n, err
}

// parsed takes them off a text.
func (e envelope) parsed() (int, error) {
	text := strings.Trim(string(e.Code), `"`)
	probe(text) // want `response`
	n, err := strconv.Atoi(text)
	probe(n) // want `response`
	return n, err
}

// status is no code.
func (e envelope) status() string {
	text := strings.Trim(string(e.Status), `"`)
	probe(text) // want `not bound`
	return text
}

// quoted leaves them on: what is compared is no code.
func (e envelope) quoted() bool {
	text := string(e.Code)
	probe(text) // want `not bound`
	return text == `"0"`
}
