// Package a31 takes more than one code for a success.
package a31

import "encoding/json"

const rcSent = "0"

type reply struct {
	RC      string `json:"responseCode"`
	Version string `json:"version"`
}

func (r reply) fine() bool {
	return r.RC == rcSent || r.RC == "16" // want "magiccode: .*DuplicateDestination"
}

type bulk struct {
	RC      int `json:"responseCode,string"`
	Details struct {
		Recipients []struct {
			RC int    `json:"responseCode,string"`
			To string `json:"mobileNumber"`
		} `json:"recipients"`
	} `json:"details"`
}

// Reached lists who will get the message.
func Reached(data []byte) (to []string, err error) {
	var b bulk
	if err := json.Unmarshal(data, &b); err != nil {
		return nil, err
	}
	if !(b.RC == 0 || b.RC == 16) { // want "magiccode: .*Success" "magiccode: .*DuplicateDestination"
		return nil, nil
	}
	for i, r := range b.Details.Recipients {
		if r.RC != 0 && r.RC != 16 || i == 16 { // want "magiccode: .*Success" "magiccode: .*DuplicateDestination"
			continue
		}
		to = append(to, r.To)
	}
	return to, nil
}

// Count counts the replies that are fine, of a version that is.
func Count(rs ...reply) (n int) {
	for _, r := range rs {
		if r.Version == "500.003.1001" || r.Version == "0" {
			continue
		}
		if r.fine() {
			n++
		}
	}
	return n
}
