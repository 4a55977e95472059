// Package meters wakes meters by text messages; they answer with codes of their own, which are called alike.
package meters

import "github.com/errcodelint/errcodelint/codes"

func probe(...any) {}

// An answer is a meter's.
type answer struct {
	Serial       string
	ResponseCode int
}

const (
	meterOK     = 0
	meterLowBat = 20
	meterTamper = 30
)

func (a answer) ok() bool { return a.ResponseCode == meterOK }

func (a answer) alarm() bool {
	probe(a.ResponseCode) // want `not bound`
	return a.ResponseCode == meterTamper || a.ResponseCode == meterLowBat
}

// A sent is the API's: one code that no table has is rather a mistake.
type sent struct {
	ID           string
	ResponseCode int
}

func (s sent) ok() bool {
	probe(s.ResponseCode) // want `response named`
	return s.ResponseCode == 0 || s.ResponseCode == 20
}

// A level is the program's own, though somebody compares it with a code.
type level int

const (
	levelNone  level = 0
	levelInput level = 1001
)

func (l level) isOf(c codes.ResponseCode) bool {
	probe(l) // want `not bound`
	if l == 0 {
		return false
	}
	return l == levelInput || int(l) == int(c)
}
