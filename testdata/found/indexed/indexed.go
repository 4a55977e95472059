// Package indexed asks about the elements of a batch by their index: what the first
// question finds out holds for the second.
package indexed

import (
	"fmt"

	"github.com/errcodelint/errcodelint/codes"
)

type result struct {
	Code codes.ResponseCode `json:"responseCode"`
	To   string             `json:"to"`
}

func summary(results []result) []string {
	var lines []string
	for i := range results {
		if results[i].Code == codes.ResponseSuccess {
			continue
		}
		switch results[i].Code {
		case codes.ResponseInvalidRecipient:
			lines = append(lines, results[i].To+": no such number")
		case codes.ResponseSuccess: // want "wrongcode: .*never holds: after line 19 "
			lines = append(lines, results[i].To+": sent")
		default:
			lines = append(lines, fmt.Sprintf("%s: %v", results[i].To, results[i].Code))
		}
	}
	return lines
}

// next looks at another element, of which nothing is known.
func next(results []result, i int) string {
	if results[i].Code != codes.ResponseSuccess {
		return "failed"
	}
	i++
	if results[i].Code == codes.ResponseSuccess {
		return "both sent"
	}
	return "one sent"
}
