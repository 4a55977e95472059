// Package searched looks for codes by generic functions of another package.
package searched

import (
	"example.test/programs/wrongcode/searched/sets"

	"github.com/errcodelint/errcodelint/codes"
)

type reply struct {
	ResponseCode int    `json:"responseCode"`
	MessageID    string `json:"messageId"`
	Status       int    `json:"status"`
}

type report struct {
	ReasonCode string `json:"reasonCode"`
}

func busy(r reply) bool {
	return sets.In(r.ResponseCode, 5, 88, 98) // want `98 is no documented response code`
}

func refused(r reply) bool {
	return sets.Has([]int{11, 12, 20}, r.ResponseCode) // want `20 is no documented response code`
}

func throttled(code codes.ResponseCode) bool {
	return sets.In(int(code), int(codes.ResponseThrottlingRateExceeded), int(codes.TemplateThrottled)) // want `codes.TemplateThrottled is a template code, beside one of the response codes`
}

func absent(r report) bool {
	return sets.In(r.ReasonCode, "8", "08") // want `"08" is no documented reason code`
}

var advice = map[int]string{
	6:  "top up",
	66: "top up at once", // want `66 is no documented response code`
}

func advised(r reply) bool { return sets.Knows(advice, r.ResponseCode) }

func times(rs []reply) int {
	var seen []int
	for _, r := range rs {
		seen = append(seen, r.ResponseCode)
	}
	return sets.Count(seen, 98) // want `98 is no documented response code`
}

// The others look for something else, or do more than to look.

func sent(r reply) bool { return sets.In(r.Status, 200, 202) }

func named(r reply) bool { return sets.In(r.MessageID, "98", "99") }

func account(r reply) bool { return sets.Between(r.ResponseCode, 1, 98) }

func shown(r reply) int {
	sets.Show(r.ResponseCode, 98)
	return sets.Or(r.Status, 404)
}

func tallied(r report) int { return sets.Tally("sms", r.ReasonCode) }
