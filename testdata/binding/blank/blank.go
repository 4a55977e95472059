// Package blank meets text that stands for no code, and says nothing of whose codes they are.
package blank

import "fmt"

func probe(...any) {}

// printed looks at what fmt makes of a code that may be missing.
func printed(m map[string]any) bool {
	code := fmt.Sprintf("%v", m["responseCode"])
	probe(code) // want `response keyed`
	return code == "0" || code == "16" || code == "<nil>"
}

type row struct {
	ReasonCode string `csv:"reasonCode"`
}

// heads skips the head of a file.
func heads(rows []row) (absent int) {
	for _, r := range rows {
		probe(r.ReasonCode) // want `reason keyed`
		if r.ReasonCode == "Reason Code" || r.ReasonCode == "reason_code" {
			continue
		}
		if r.ReasonCode == "8" || r.ReasonCode == "0" {
			absent++
		}
	}
	return absent
}

type other struct {
	ReasonCode string `csv:"reasonCode"`
}

// words has another word among its codes, which are somebody else's.
func words(o other) bool {
	probe(o.ReasonCode) // want `not bound`
	return o.ReasonCode == "8" || o.ReasonCode == "0" || o.ReasonCode == "reason"
}
