package asked

import (
	"encoding/json"
	"errors"
	"log"
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

// A status in a variable, which decides whether anything is decoded.

func onlyIfOK(resp *http.Response) error {
	status := resp.StatusCode
	var r strictReply
	if status == http.StatusOK {
		if err := json.NewDecoder(resp.Body).Decode(&r); err != nil { // want `json.Decoder.Decode fills r only if the condition on line \d+ holds, but its code is read in any case`
			return err
		}
	}
	if r.ResponseCode != 0 {
		return errors.New("refused")
	}
	return nil
}

func onlyIfOKAsked(resp *http.Response) error {
	status := resp.StatusCode
	var r strictReply
	if status == http.StatusOK {
		if err := json.NewDecoder(resp.Body).Decode(&r); err != nil {
			return err
		}
	}
	if status != http.StatusOK || r.ResponseCode != 0 {
		return errors.New("refused")
	}
	return nil
}

// Helpers that hand on to one which tells nobody of a failure.

func into(text []byte, out any) { intoToo(text, out) }

func intoToo(text []byte, out any) {
	if err := json.Unmarshal(text, out); err != nil {
		log.Print("no reply")
	}
}

func made(text []byte) reply { return madeToo(text) }

func madeToo(text []byte) (r reply) {
	_ = json.Unmarshal(text, &r)
	return r
}

func viaInto(text []byte) error {
	var r reply
	into(text, &r) // want `asked.into does not say whether json.Unmarshal has failed, and r.ResponseCode is read`
	return r.failure()
}

func viaMade(text []byte) error {
	r := made(text) // want `does not say whether json.Unmarshal has failed, and r.ResponseCode is read`
	return r.failure()
}

// again is asked until it has filled something.
func again(text []byte, out any) {
	if len(text) > 0 {
		again(text[1:], out)
	}
}

func viaAgain(text []byte) error {
	var r reply
	again(text, &r)
	return r.failure()
}

func named(text []byte) error {
	var r reply
	var err error
	err = json.Unmarshal(text, &r) // want `the error of json.Unmarshal is dropped, and r.ResponseCode is read`
	_ = err
	return r.failure()
}
