// Package answers has the text of a response in a type of its own, whose methods decode it, or look at it.
package answers

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"regexp"
)

// An answer has the text of the response in it, and methods that look at it.
type answer struct {
	*http.Response
	body []byte
}

type outcome struct {
	ResponseCode string `json:"responseCode"`
	MessageID    string `json:"messageId"`
}

var codePattern = regexp.MustCompile(`"responseCode"\s*:\s*"(\d+)"`)

func (a *answer) code() string {
	m := codePattern.FindSubmatch(a.body)
	if m == nil {
		return ""
	}
	return string(m[1])
}

func (a *answer) decode(v any) error { return json.Unmarshal(a.body, v) }

func (a *answer) ok() bool { return a.StatusCode == http.StatusOK }

func (a *answer) text() []byte { return a.body }

func (a *answer) failure() error {
	var o outcome
	if err := a.decode(&o); err != nil {
		return err
	}
	if o.ResponseCode != "0" {
		return fmt.Errorf("code %s", o.ResponseCode)
	}
	return nil
}

func ask(path string) (*answer, error) {
	resp, err := http.Get("https://api.geniq.io/rest/v1" + path)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(resp.Body)
	return &answer{resp, body}, err
}

func looksByMethod() (string, error) {
	a, err := ask("/sms")
	if err != nil {
		return "", err
	}
	if code := a.code(); code != "0" {
		return "", fmt.Errorf("code %s", code)
	}
	var o outcome
	err = a.decode(&o)
	return o.MessageID, err
}

// looksByFailure decodes twice.
func looksByFailure() (string, error) {
	a, err := ask("/sms")
	if err != nil {
		return "", err
	}
	if err := a.failure(); err != nil {
		return "", err
	}
	var o outcome
	err = a.decode(&o)
	return o.MessageID, err
}

func looksAtItsText() (string, error) {
	a, err := ask("/sms")
	if err != nil {
		return "", err
	}
	if codePattern.Match(a.text()) {
		return "", errors.New("refused")
	}
	var o outcome
	err = a.decode(&o)
	return o.MessageID, err
}

func looksAtStatusAlone() (string, error) {
	a, err := ask("/sms")
	if err != nil {
		return "", err
	}
	if !a.ok() {
		return "", errors.New(a.Status)
	}
	var o outcome
	err = a.decode(&o) // want `nothing looks at o.ResponseCode`
	return o.MessageID, err
}
