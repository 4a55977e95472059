// Package a28 has a table that says what the codes are about.
package a28

import (
	"encoding/json"
	"time"
)

// Meta is what is known about a code.
type Meta struct {
	Title     string
	Retryable bool
	Wait      int
}

const throttled = 5

var table = map[int]Meta{
	0:         {Title: "ok"}, // want "magiccode: .*Success"
	throttled: {Title: "too fast", Retryable: true, Wait: 5},
	6:         {"no money", false, 6},        // want "magiccode: .*InsufficientCredit"
	99:        {"their fault", true, 2 * 60}, // want "magiccode: .*SystemError"
}

var months = map[int]Meta{
	1: {Title: "January"},
	5: {Title: "May"},
}

type reply struct {
	Code int `json:"responseCode,string"`
}

func retryable(code int) bool {
	if s, ok := table[code]; ok {
		return s.Retryable && s.Wait != 0
	}
	return false
}

// Read decodes a reply and says whether to send again, and when.
func Read(data []byte) (bool, time.Duration, error) {
	var r reply
	if err := json.Unmarshal(data, &r); err != nil {
		return false, 0, err
	}
	if !retryable(r.Code) {
		return false, 0, nil
	}
	return true, time.Duration(table[r.Code].Wait) * time.Second, nil
}

// Title names the month for the invoice.
func Title(t time.Time) string {
	if m, ok := months[int(t.Month())]; ok {
		return m.Title
	}
	return table[throttled].Title
}
