// Package places has codes where an edit has to take care.
package places

import "github.com/errcodelint/errcodelint/codes"

type reply struct {
	Text string `json:"responseCode"`
	Int  int32  `form:"responseCode"`
}

func tight(r reply) string {
	switch r.Text {
	case "0": // want `write codes.ResponseSuccess.Wire\(\)`
		return "0"
	}
	if r.Int == int32(5 /* busy: see ticket 17 */) { // want `write codes.ResponseThrottlingRateExceeded`
		return "busy"
	}
	return ""
}

func typed() []any {
	return []any{codes.ResponseCode(5), explain(codes.ResponseCode(88))} // want `write codes.ResponseThrottlingRateExceeded` `write codes.ResponseGeneralFailure`
}

func length() int {
	var a [len([1]reply{{"5", 0}})]int // want `write codes.ResponseThrottlingRateExceeded.Wire\(\)` `write int32\(codes.ResponseSuccess\)`
	return len(a)
}

func explain(c codes.ResponseCode) string { return c.Description() }

func counted(r reply) int {
	var counts [400]int
	counts[r.Int]++
	first := counts[0]
	table := [...]string{0: "sent", 5: "busy"} // want `write codes.ResponseSuccess` `write codes.ResponseThrottlingRateExceeded`
	_ = table[r.Int]
	return first + len(table[5]) // want `write codes.ResponseThrottlingRateExceeded`
}

// A list that codes alone index.
type histogram struct {
	counts [1000]int
	recent [8]int
	next   int
}

func (h *histogram) observe(code codes.ResponseCode) {
	if code >= 0 && int(code) < len(h.counts) {
		h.counts[code]++
	} else {
		h.counts[len(h.counts)-1]++
	}
	h.recent[h.next%8] = int(code)
	h.next++
}

// observeFailure leaves out what its counts have no place for, as it has none for success.
func (h *histogram) observeFailure(code codes.ResponseCode) {
	if code > 0 && int(code) < len(h.counts) {
		h.counts[code]++
	}
}

// recentFailure has a test for success before it looks.
func (h *histogram) recentFailure(code codes.ResponseCode) int {
	if code > 0 { // want `> 0 \(Success\) tests response codes by their order`
		return h.counts[code]
	}
	return 0
}

func (h *histogram) busy() int {
	return h.counts[5] + h.counts[0] + h.recent[5] // want `write codes.ResponseThrottlingRateExceeded`
}

// One that something else indexes too.
func share(perCode []int, code codes.ResponseCode) (all int) {
	for i := range perCode {
		all += perCode[i]
	}
	return perCode[code] * perCode[5] / all
}
