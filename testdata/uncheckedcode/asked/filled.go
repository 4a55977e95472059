package asked

import (
	"encoding/json"
	"errors"
	"net/http"
	"strconv"
)

// A strict code refuses what is no success, by a function.
type strict int

func (c *strict) UnmarshalJSON(text []byte) error { return c.fill(text) }

func (c *strict) fill(text []byte) error {
	n, err := strconv.Atoi(string(text))
	if err != nil {
		return err
	}
	*c = strict(n)
	if c.isFailure() {
		return errors.New("refused")
	}
	return nil
}

func (c *strict) isFailure() bool { return *c != 0 }

// A lenient one takes text, too.
type lenient int

func (c *lenient) UnmarshalJSON(text []byte) error { return c.fill(text) }

func (c *lenient) fill(text []byte) error {
	n, err := strconv.Atoi(string(text))
	*c = lenient(n)
	return err
}

type strictReply struct {
	ResponseCode strict `json:"responseCode"`
	ID           string `json:"messageId"`
}

type lenientReply struct {
	ResponseCode lenient `json:"responseCode"`
	ID           string  `json:"messageId"`
}

func fillsStrictly(resp *http.Response) (string, error) {
	var r strictReply
	err := json.NewDecoder(resp.Body).Decode(&r)
	return r.ID, err
}

func fillsLeniently(resp *http.Response) (string, error) {
	var r lenientReply
	err := json.NewDecoder(resp.Body).Decode(&r) // want `the code of the reply that json.Decoder.Decode fills is never read`
	return r.ID, err
}

// An envelope has the reply in it, and the code beside.
type envelope struct {
	ResponseCode int `json:"responseCode"`
	Data         any `json:"data"`
}

func (e *envelope) text() ([]byte, error) { return json.Marshal(e.Data) }

func unpack(resp *http.Response) (string, error) {
	e := new(envelope)
	if err := json.NewDecoder(resp.Body).Decode(e); err != nil {
		return "", err
	}
	if e.ResponseCode != 0 {
		return "", errors.New("refused")
	}
	text, err := e.text()
	if err != nil {
		return "", err
	}
	var r reply
	err = json.Unmarshal(text, &r)
	return r.MessageID, err
}

// What a map has under the key beside a number.

func hasNumber(m map[string]any) bool { return m["responseCode"] != nil }

func asksBefore(m map[string]any) error {
	if !hasNumber(m) {
		return errors.New("no code")
	}
	code, _ := m["responseCode"].(float64)
	if code != 0 {
		return errors.New("refused")
	}
	return nil
}

func asksNothing(m map[string]any) error {
	code, _ := m["responseCode"].(float64) // want `whether m\["responseCode"\] is a float64 is not asked`
	if code != 0 {
		return errors.New("refused")
	}
	return nil
}
