// Package digits writes codes in columns.
package digits

import (
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/errcodelint/errcodelint/codes"
)

// Line is one of a report.
type Line struct {
	Phone        string
	ResponseCode int `json:"responseCode"`
}

// Badge is three digits wide: what is asked is how many a code has.
func (l Line) Badge() string {
	if l.ResponseCode < 10 {
		return "00" + strconv.Itoa(l.ResponseCode)
	}
	if l.ResponseCode <= 99 {
		return "0" + strconv.Itoa(l.ResponseCode)
	}
	return strconv.Itoa(l.ResponseCode)
}

// Write aligns to the right.
func Write(w io.Writer, lines []Line) {
	for _, l := range lines {
		pad := ""
		switch {
		case l.ResponseCode < 10:
			pad = "  "
		case l.ResponseCode < 100:
			pad = " "
		}
		fmt.Fprintln(w, pad, l.ResponseCode, l.Phone)
	}
}

// Key sorts as text.
func Key(code codes.ReasonCode) string {
	if code >= 10 {
		return fmt.Sprint("R", int(code))
	} else {
		return fmt.Sprintf("R0%d", int(code))
	}
}

// Group goes by the order, and pads nothing.
func (l Line) Group() string {
	var out strings.Builder
	if l.ResponseCode < 10 { // want `< 10 \(CouldNotRoute\) tests response codes by their order`
		out.WriteString("account")
	} else if l.ResponseCode < 100 { // want `< 100 tests response codes by their order`
		out.WriteString("message 100")
	}
	return out.String()
}

// Severe writes a zero, for a bound that no number of digits has.
func (l Line) Severe() string {
	if l.ResponseCode > 11 { // want `> 11 \(InvalidRecipient\) tests response codes by their order`
		return "0"
	}
	return "1"
}

// Text answers a code, and no padding.
func (l Line) Text() string {
	if l.ResponseCode < 10 { // want `< 10 \(CouldNotRoute\) tests response codes by their order`
		l.ResponseCode = 0 // want `0 is the response code Success`
	}
	return strconv.Itoa(l.ResponseCode)
}

// valid asks whether a number can be a code at all.
func valid(n int) bool {
	return !(n < 0 || n > 999)
}

// possible asks the same.
func possible(l Line) bool {
	return l.ResponseCode >= 0 && l.ResponseCode <= 9999
}

// own asks only for one end of the codes, and for the end of some.
func own(l Line) bool {
	return l.ResponseCode > 999 || // want `> 999 tests response codes by their order`
		l.Phone != "" && l.ResponseCode < 300 // want `< 300 tests response codes by their order`
}

// Check asks all.
func Check(l Line) bool {
	return valid(l.ResponseCode) && possible(l) && !own(l)
}
