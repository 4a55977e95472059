// Package numbers has codes that do not fit every type of numbers. Each call
// of seen says which codes can be there.
package numbers

import "strconv"

//errcodelint:declare vendor key=vendorCode success=0
type vendorCode int64

const (
	vendorOK      vendorCode = 0
	vendorTimeout vendorCode = -1
	vendorBusy    vendorCode = 5
	vendorForeign vendorCode = 1<<32 + 5
)

func seen(vendorCode)      {}
func seenText(string)      {}
func seenUnsigned(uint32)  {}
func retryAfter(int32) int { return 1 }

func converted(c vendorCode) {
	if uint32(c) > 1000 {
		seen(c) // want `^-1 4294967301 undocumented$`
	}
	if int32(c) == 5 {
		seen(c) // want `^5 4294967301$`
	}
	if int64(c) == 5 {
		seen(c) // want `^5$`
	}
	if n := uint32(c); n == 0 {
		seenUnsigned(n) // want `^0$`
		seen(c)         // want `^-1 0 4294967301$`
	}
}

// The constant fits no type without negative numbers.
func preset(c vendorCode) {
	last := vendorTimeout
	if c == vendorBusy {
		last = c
	}
	if uint32(last) > 100 {
		seen(c) // want `^-1 0 .* undocumented$`
	}
}

type vendorReply struct {
	Code string `json:"vendorCode"`
}

func parsed(r vendorReply) {
	n, err := strconv.ParseUint(r.Code, 10, 64)
	if err != nil {
		seenText(r.Code) // want `^-1 undocumented$`
		return
	}
	_ = n
	seenText(r.Code) // want `^0 5 4294967301 undocumented$`
}

func parsedSmall(r vendorReply) {
	if _, err := strconv.ParseInt(r.Code, 10, 32); err != nil {
		seenText(r.Code) // want `^4294967301 undocumented$`
		return
	}
	seenText(r.Code) // want `^-1 0 5 undocumented$`
}

// How great an int can be depends on the machine.
func parsedAnyhow(r vendorReply) {
	if _, err := strconv.Atoi(r.Code); err != nil {
		seenText(r.Code) // want `^4294967301 undocumented$`
		return
	}
	seenText(r.Code) // want `^-1 0 5 4294967301 undocumented$`
}
