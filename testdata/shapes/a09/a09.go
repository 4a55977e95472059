// Package a09 draws lines between harmless and serious codes.
package a09

import (
	"errors"
	"strconv"
)

type ack struct {
	RC      string `json:"responseCode"`
	Msg     string `json:"responseMessage"`
	Retries int    `json:"retries"`
}

const serious = 10

// Strict is off for accounts that were opened for trying out.
var Strict = true

// Err looks at a limit that depends on the account.
func (a *ack) Err() error {
	n, err := strconv.Atoi(a.RC)
	if err != nil {
		return err
	}
	lim := 2
	if !Strict {
		lim = 10
	}
	if n >= lim {
		return errors.New(a.Msg)
	}
	return nil
}

// Fatal says whether somebody should be woken.
func (a *ack) Fatal() bool {
	n, err := strconv.Atoi(a.RC)
	if err != nil || a.Retries > 3 {
		return true
	}
	return n >= serious && n < 100 // want "magiccode: .*100"
}

// OK is what most callers want to know.
func (a *ack) OK() bool {
	n, err := strconv.Atoi(a.RC)
	if err != nil {
		return false
	}
	if n > 0 { // want "magiccode: .*(0|Success)"
		return false
	}
	return a.RC == "0" && a.Retries >= 0 // want "magiccode: .*Success"
}
