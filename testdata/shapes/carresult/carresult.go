// Package carresult gets codes from functions, several results at a time.
package carresult

import (
	"encoding/json"
	"errors"
	"net/http"
	"strconv"
)

type envelope struct {
	Status struct {
		Code string `json:"responseCode"`
	} `json:"status"`
	Parts int `json:"parts"`
}

func (e *envelope) code() string { return e.Status.Code }

func (e *envelope) split() (code string, parts int) { return e.Status.Code, e.Parts }

func fetch(url string) (*envelope, error) {
	resp, err := http.Get(url)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	e := new(envelope)
	return e, json.NewDecoder(resp.Body).Decode(e)
}

func codeOf(url string) (string, error) {
	e, err := fetch(url)
	if err != nil {
		return "", err
	}
	return e.code(), nil
}

func numberOf(url string) (n, parts int, err error) {
	e, err := fetch(url)
	if err != nil {
		return
	}
	text, parts := e.split()
	n, err = strconv.Atoi(text)
	return n, parts, err
}

// Ping says whether the account works.
func Ping(url string) error {
	code, err := codeOf(url)
	if err != nil {
		return err
	}
	if code != "0" { // want "magiccode: .*Success"
		return errors.New("code " + code)
	}
	return nil
}

// Send says in how many parts a message was sent.
func Send(url string) (int, error) {
	n, parts, err := numberOf(url)
	switch {
	case err != nil:
		return 0, err
	case n == 11, parts == 11: // want "magiccode: .*InvalidRecipient"
		return 0, errors.New("bad address")
	case n > 0: // want "magiccode: .*(0|Success)"
		return 0, errors.New("code " + strconv.Itoa(n))
	}
	return parts, nil
}

// Same compares what two places answered.
func Same(a, b string) (bool, error) {
	x, err := codeOf(a)
	if err != nil {
		return false, err
	}
	y, err := codeOf(b)
	return x == y && x != "99" && y != "", err // want "magiccode: .*SystemError"
}
