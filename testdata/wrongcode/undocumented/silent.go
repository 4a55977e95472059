package undocumented

import (
	"strconv"

	"github.com/errcodelint/errcodelint/codes"
)

// noCode stands for "none yet", which the API has no code for.
const noCode = -1

type attempt struct {
	last codes.ResponseCode
	n    int
}

func newAttempt() *attempt { return &attempt{last: noCode} }

func (a *attempt) started() bool { return a.last != noCode }

func parsed(text string) codes.ResponseCode {
	code, err := codes.ParseResponse(text)
	if err != nil {
		return -1
	}
	return code
}

// Bounds are no codes.
func class(code codes.ResponseCode) int {
	switch {
	case code > 300 && code <= 399:
		return 3
	case code >= 100:
		return 1
	case code < 0:
		return -1
	}
	return 0
}

// A number that is no code: how many, how long, which status.
type stats struct {
	Sent     int
	Status   int
	LastCode codes.ResponseCode
}

func (s *stats) add(code codes.ResponseCode) bool {
	s.LastCode = code
	s.Sent++
	return s.Sent == 20 || s.Status == 404
}

// Codes that have come in, whatever they are.
func known(code codes.ResponseCode, seen map[string]bool) bool {
	return seen[strconv.Itoa(int(code))] || code.Known()
}

// A code by its digits.
func family(code codes.ResponseCode) int { return int(code) / 100 }

func isWhatsApp(code codes.ResponseCode) bool { return family(code) == 3 }
