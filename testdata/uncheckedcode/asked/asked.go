// Package asked has conditions in variables, and in functions of their own.
package asked

import (
	"encoding/json"
	"errors"
	"io"
	"log"
	"net/http"
	"os"
)

const base = "https://api.geniq.io/rest/v1"

type reply struct {
	ResponseCode int    `json:"responseCode"`
	MessageID    string `json:"messageId"`
}

func (r *reply) failure() error {
	if r.ResponseCode != 0 {
		return errors.New("refused")
	}
	return nil
}

func failed(err error) bool { return err != nil }
func fine(err error) bool   { return !failed(err) }

func send(to string) (*reply, error) {
	resp, err := http.Get(base + "/sms?to=" + to)
	if failed(err) {
		return nil, err
	}
	defer resp.Body.Close()
	r := new(reply)
	return r, json.NewDecoder(resp.Body).Decode(r)
}

// Errors that tell of every failure.

func strictByVariable(to string) (*reply, error) {
	r, err := send(to)
	isBad := err != nil
	if isBad {
		return nil, err
	}
	err = r.failure()
	refused := err != nil
	if refused {
		return nil, err
	}
	return r, nil
}

func strictByFunction(to string) (*reply, error) {
	r, err := send(to)
	if failed(err) {
		return nil, err
	}
	if err := r.failure(); !fine(err) {
		return nil, err
	}
	return r, nil
}

// loose lets failures pass where there was no answer before.
func loose(to string) (*reply, error) {
	r, err := send(to)
	isBad := err != nil
	if isBad {
		return nil, err
	}
	if err := r.failure(); failed(err) && to != "" {
		return nil, err
	}
	return r, nil
}

func users() error {
	if _, err := strictByVariable("office"); err != nil {
		return err
	}
	if _, err := strictByFunction("office"); err != nil {
		return err
	}
	_, err := loose("office") // want `the reply that asked.loose returns is thrown away`
	return err
}

// Statuses that have told of a failure.

func isOK(status int) bool                 { return status == http.StatusOK }
func isRefused(resp *http.Response) bool   { return resp.StatusCode >= 400 }
func isDone(resp *http.Response) bool      { return resp.StatusCode < 600 }
func isEmpty(r reply) bool                 { return r.MessageID == "" }
func isJSON(text []byte) bool              { return json.Valid(text) }
func hasNothing(m map[string]float64) bool { return len(m) == 0 }

func byStatusInVariable(resp *http.Response) (string, bool) {
	ok := resp.StatusCode == http.StatusOK
	if ok {
		return "", true
	}
	var r reply
	if err := json.NewDecoder(resp.Body).Decode(&r); err != nil {
		return err.Error(), false
	}
	return r.MessageID, false
}

func byStatusInFunction(resp *http.Response) (string, bool) {
	if isOK(resp.StatusCode) {
		return "", true
	}
	var r reply
	if err := json.NewDecoder(resp.Body).Decode(&r); err != nil {
		return err.Error(), false
	}
	return r.MessageID, false
}

func afterRefusal(resp *http.Response) string {
	var r reply
	if isRefused(resp) {
		if err := json.NewDecoder(resp.Body).Decode(&r); err != nil {
			return err.Error()
		}
	}
	return r.MessageID
}

// afterAny asks something else.
func afterAny(resp *http.Response) (string, bool) {
	done := isDone(resp)
	if !done {
		return "", true
	}
	var r reply
	if err := json.NewDecoder(resp.Body).Decode(&r); err != nil { // want `the code of the reply that json.Decoder.Decode fills is never read`
		return err.Error(), false
	}
	return r.MessageID, false
}

// Decodes that have failed.

func returns(resp *http.Response) error {
	var r reply
	bad := json.NewDecoder(resp.Body).Decode(&r) != nil
	if bad {
		return errors.New("no reply")
	}
	return r.failure()
}

func goesOn(resp *http.Response) error {
	var r reply
	err := json.NewDecoder(resp.Body).Decode(&r) // want `if json.Decoder.Decode fails, the program goes on, and r.ResponseCode is read all the same`
	bad := err != nil
	if bad {
		log.Print(err)
	}
	return r.failure()
}

func goesOnByFunction(resp *http.Response) error {
	var r reply
	if err := json.NewDecoder(resp.Body).Decode(&r); failed(err) { // want `if json.Decoder.Decode fails, the program goes on`
		log.Print(err)
	}
	return r.failure()
}

// keeps hands on what was kept.
func keeps(resp *http.Response) (bool, error) {
	var r reply
	err := json.NewDecoder(resp.Body).Decode(&r)
	bad := err != nil
	return bad, r.failure()
}

func looksAtOther(text []byte) error {
	var r reply
	json.Unmarshal(text, &r)
	if isEmpty(r) {
		return errors.New("no reply")
	}
	return r.failure()
}

func looksAtCopy(text []byte) error {
	var r reply
	json.Unmarshal(text, &r)
	id := r.MessageID
	if id == "" {
		return errors.New("no reply")
	}
	return r.failure()
}

func looksAtNothing(text []byte) error {
	var r reply
	json.Unmarshal(text, &r) // want `the error of json.Unmarshal is dropped, and r.ResponseCode is read`
	if isOK(r.ResponseCode) {
		return errors.New("no reply")
	}
	return r.failure()
}

func asksIfJSON(text []byte) error {
	if !isJSON(text) {
		return errors.New("no reply")
	}
	var r reply
	json.Unmarshal(text, &r)
	return r.failure()
}

func asksIfEmpty(text []byte) bool {
	var m map[string]float64
	json.Unmarshal(text, &m)
	return !hasNothing(m) && m["responseCode"] == 0
}

// Texts that a function of the package returns.

func load(name string) ([]byte, error)            { return os.ReadFile(name) }
func readAll(resp *http.Response) ([]byte, error) { return io.ReadAll(resp.Body) }

func ofFile() (string, error) {
	text, err := load("reply.json")
	if err != nil {
		return "", err
	}
	var r reply
	err = json.Unmarshal(text, &r)
	return r.MessageID, err
}

func ofResponse(resp *http.Response) (string, error) {
	text, err := readAll(resp)
	if err != nil {
		return "", err
	}
	var r reply
	err = json.Unmarshal(text, &r) // want `the code of the reply that json.Unmarshal fills is never read`
	return r.MessageID, err
}

func ofResponseTwice(resp *http.Response) (string, error) {
	text, err := readAll(resp)
	if err != nil {
		return "", err
	}
	var r, again reply
	if err := json.Unmarshal(text, &again); err != nil {
		return "", err
	}
	if err := json.Unmarshal(text, &r); err != nil {
		return "", err
	}
	return r.MessageID, again.failure()
}
