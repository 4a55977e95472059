// Package asked has conditions in variables, and in functions of their own.
package asked

import (
	"encoding/json"
	"errors"
	"net/http"
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
