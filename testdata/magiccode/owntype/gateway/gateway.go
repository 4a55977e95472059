// Package gateway has a type for codes, whose constants it never compares.
package gateway

import "encoding/json"

// Host answers in response codes.
const Host = "https://api.geniq.io"

// ResultCode is one of them.
type ResultCode string

// What the gateway answers.
const (
	Success   ResultCode = "0"
	Throttled ResultCode = "5"
	System    ResultCode = "99"
)

// Reply is what it answers.
type Reply struct {
	Code ResultCode `json:"responseCode"`
	ID   string     `json:"messageId"`
}

// Parse reads a reply.
func Parse(raw []byte) (r Reply, err error) {
	err = json.Unmarshal(raw, &r)
	return r, err
}

// Any reports whether a code is in a list.
func Any(c ResultCode, list ...ResultCode) bool {
	for _, x := range list {
		if x == c {
			return true
		}
	}
	return false
}

// Last answers the code of the last reply, if there is one.
func Last(replies []Reply) (ResultCode, bool) {
	if len(replies) == 0 {
		return "", false
	}
	return replies[len(replies)-1].Code, true
}
