// Package carclosure hands codes to functions in variables.
package carclosure

import (
	"encoding/json"
	"fmt"
	"io"

	"github.com/errcodelint/errcodelint/codes"
)

type reply struct {
	RC    string `json:"responseCode"`
	Parts string `json:"parts"`
}

func (r *reply) succeeded() bool { return r.RC == "0" } // want "magiccode: .*Success"

func (r *reply) code() string { return r.RC }

func (r *reply) is(c codes.ResponseCode) bool { return r.RC == c.Wire() }

// Read decodes and judges a reply.
func Read(in io.Reader) error {
	fail := func(code string, line int) error {
		if code == "6" && line != 6 { // want "magiccode: .*InsufficientCredit"
			return fmt.Errorf("line %d: top up", line)
		}
		return fmt.Errorf("line %d: code %s", line, code)
	}
	var r reply
	if err := json.NewDecoder(in).Decode(&r); err != nil {
		return err
	}
	if ok := r.succeeded; ok() {
		return nil
	}
	return fail(r.RC, 6)
}

// Watch calls back for every reply that needs somebody.
func Watch(rs []*reply, call func(string)) (n int) {
	wake := func(r *reply) bool {
		return r.RC == "1" || r.RC == "4" // want "magiccode: .*InvalidCredentials" "magiccode: .*AccountDisabled"
	}
	for _, r := range rs {
		code := r.code
		if wake(r) || code() == "99" { // want "magiccode: .*SystemError"
			call(code())
			n++
		}
		defer func() {
			if r.RC == "18" && r.Parts != "18" { // want "magiccode: .*TokenGenerationFailed"
				n++
			}
		}()
	}
	return n
}

// Busy uses the method on the value and on the type.
func Busy(r *reply) bool {
	is, get := r.is, (*reply).code
	if is(5) || r.is(88) { // want "magiccode: .*ThrottlingRateExceeded" "magiccode: .*GeneralFailure"
		return true
	}
	return get(r) == "19" // want "magiccode: .*SpamThresholdExceeded"
}
