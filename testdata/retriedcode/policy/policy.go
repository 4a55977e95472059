// Package policy says what is to be done about numbers and texts. That they are codes of
// an API only those know who ask it.
package policy

import (
	"errors"
	"slices"
	"strconv"

	"github.com/errcodelint/errcodelint/codes"
)

// Transient reports whether a failure passes.
func Transient(code int) bool { return code == 5 || code == 18 || code == 88 || code == 99 }

// Temporary is Transient, with one that does not pass.
func Temporary(code int) bool {
	switch code {
	case 5, 10, 18, 88, 99:
		return true
	}
	return false
}

// Waits reports whether it helps to wait.
func Waits(code string) bool { return slices.Contains(waiting, code) }

var waiting = []string{"5", "16", "88"}

// Final reports whether there is nothing to be done.
func Final(code int) bool { return final[code] }

var final = map[int]bool{1: true, 2: true, 3: true, 4: true, 12: true, 13: true, 14: true, 15: true}

// Asks takes what it gets for a code.
func Asks(code string) bool {
	n, err := strconv.Atoi(code)
	return err == nil && codes.ResponseCode(n).Retryable()
}

// An Action is what to do.
type Action int

// The actions.
const (
	Drop Action = iota
	Done
	Again
)

// ActionFor returns what to do about a code.
func ActionFor(code int) Action {
	switch {
	case code == 0:
		return Done
	case code == 5 || code >= 18 && code < 20:
		return Again
	}
	return Drop
}

// Says returns what to do as it is written to the log.
func Says(code string) string {
	switch code {
	case "0":
		return "done"
	case "5", "88", "99":
		return "again"
	}
	return "drop"
}

// The errors of Failure.
var (
	ErrBusy    = errors.New("busy")
	ErrRefused = errors.New("refused")
)

// Failure returns the error that a number stands for.
func Failure(code int) error {
	switch code {
	case 0:
		return nil
	case 5, 11, 88:
		return ErrBusy
	}
	return ErrRefused
}

// A Verdict is what has been learnt of a code.
type Verdict struct {
	Retry bool
	Pause int
}

var (
	learnt = map[int]string{5: "again"}
	known  = map[int]Verdict{5: {Retry: true}}
)

// Learn notes what to do about a code.
func Learn(code int, text string) {
	learnt[code] = text
	known[code] = Verdict{Retry: text == "again"}
}

// Learnt returns what to do about a code, as far as it was learnt.
func Learnt(code int) string { return learnt[code] }

// LearntAction is Learnt for those that have no time to read.
func LearntAction(code int) Action {
	if learnt[code] == "again" {
		return Again
	}
	return Drop
}

// Passes reports whether an action is one that has it sent again.
func (a Action) Passes() bool { return a == Again }

// Known returns the verdict on a code.
func Known(code int) Verdict { return known[code] }
