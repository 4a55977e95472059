// Package logs reads what name servers have logged, in two forms.
//
// Silent, because words are not documented, and the field that is known by its
// name has values too small to bind: the key beside it is not ours, so it is
// no support.
package logs

import (
	"encoding/json"
	"fmt"
)

type logged struct {
	Code string `json:"responseCode"`
}

// Line is a line of the older log.
type Line struct {
	ResponseCode int
	Name         string
}

func (l *Line) missing() bool { return l.ResponseCode == 3 || l.ResponseCode == 0 && l.Name == "" }

// Missing counts the names that there are not.
func Missing(lines []string) (n int) {
	for _, line := range lines {
		var l Line
		if _, err := fmt.Sscan(line, &l.ResponseCode, &l.Name); err == nil && l.missing() {
			n++
			continue
		}
		var j logged
		if err := json.Unmarshal([]byte(line), &j); err == nil && j.Code == "NXDOMAIN" {
			n++
		}
	}
	return n
}
