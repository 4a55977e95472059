// Package ctxreturn answers with codes of its own making.
package ctxreturn

import (
	"encoding/json"
	"errors"
	"io"
	"os"
	"strings"

	"github.com/errcodelint/errcodelint/codes"
)

const rcSystem = "99"

type reply struct {
	Code  string `json:"responseCode"`
	Parts int    `json:"parts"`
}

// Send says what became of a message.
func Send(to string) codes.ResponseCode {
	switch {
	case to == "":
		return 11 // want "magiccode: .*InvalidRecipient"
	case len(to) > 15:
		return codes.ResponseInvalidRecipient
	}
	return 0 // want "magiccode: .*Success"
}

func code(r io.Reader) string {
	var rep reply
	if err := json.NewDecoder(r).Decode(&rep); err != nil {
		if errors.Is(err, os.ErrDeadlineExceeded) {
			return rcSystem
		}
		return "88" // want "magiccode: .*GeneralFailure"
	}
	if rep.Parts == 0 {
		return ""
	}
	return rep.Code
}

func parts(r io.Reader) int {
	var rep reply
	if err := json.NewDecoder(r).Decode(&rep); err != nil || rep.Code != "0" { // want "magiccode: .*Success"
		return 0
	}
	return rep.Parts
}

func parse(s string) (codes.ReasonCode, error) {
	s, found := strings.CutPrefix(s, "reason ")
	if !found {
		return 0, errors.New("no reason")
	}
	if s == "none" {
		return 0, nil // want "magiccode: .*NotApplicable"
	}
	return codes.ParseReason(s)
}

// Total adds up what was sent.
func Total(rs []io.Reader) (n int) {
	for _, r := range rs {
		n += parts(r)
	}
	return n
}

// Reason is for the log.
func Reason(s string, r io.Reader) string {
	reason, err := parse(s)
	if err != nil {
		return code(r)
	}
	worst := func() codes.ReasonCode {
		if reason == codes.ReasonNotApplicable {
			return 4 // want "magiccode: .*OtherError"
		}
		return reason
	}
	return worst().Wire()
}
