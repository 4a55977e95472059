// Package gateway sends messages, and has a number of its own for the answers that
// never came.
package gateway

import "strconv"

// Host is where to.
const Host = "https://api.geniq.io"

// A Reply has -1 for its code if it was lost.
type Reply struct {
	ResponseCode int `json:"responseCode"`
}

// An Answer is never lost.
type Answer struct {
	ResponseCode int `json:"responseCode"`
}

// Lost is the reply that nobody gave.
func Lost() Reply { return Reply{ResponseCode: -1} }

// Code is -1 for no answer.
func (a *Answer) Code() int {
	if a == nil {
		return -1
	}
	return a.ResponseCode
}

// Number is -1 for what is no number.
func Number(text string) int {
	n, err := strconv.Atoi(text)
	if err != nil {
		return -1
	}
	return n
}

// refused must not become a test for anything but 0: there is -1.
func refused(a *Answer) bool { return a.Code() > 0 } // want `> 0 \(Success\) .*; name the codes that are meant`

// number neither.
func number(m map[string]string) bool { return Number(m["responseCode"]) > 0 } // want `> 0 \(Success\) .*; name the codes that are meant`

// answered can.
func answered(a *Answer) bool { return a.ResponseCode > 0 } // want `> 0 \(Success\) .*; write != int\(codes.ResponseSuccess\)`
