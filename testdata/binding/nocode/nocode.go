// Package nocode says by a negative number that it has no code.
package nocode

import "encoding/json"

func probe(...any) {}

// A result is decoded; that there is none is said by a number of the program's own.
type result struct {
	ResponseCode int    `json:"responseCode"`
	MessageID    string `json:"messageId"`
}

func code(data []byte) (int, error) {
	var r result
	if err := json.Unmarshal(data, &r); err != nil {
		return -1, err
	}
	return r.ResponseCode, nil
}

func sent(data []byte) bool {
	c, err := code(data)
	if err != nil {
		return false
	}
	probe(c) // want `response keyed`
	switch c {
	case -1, 5, 88:
		return false
	}
	return c == 0
}

// An outcome is somebody's who sends -1 for a failure.
type outcome struct {
	ResponseCode int `json:"responseCode"`
}

func done(o outcome) bool {
	probe(o.ResponseCode) // want `not bound`
	return o.ResponseCode != -1 && o.ResponseCode == 0
}
