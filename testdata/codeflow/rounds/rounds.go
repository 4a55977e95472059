//go:build go1.21

// Package rounds is written in a Go in which a loop has one variable for all of its rounds. Each call
// of seen says which codes can be there.
package rounds

import "github.com/errcodelint/errcodelint/codes"

type reply struct {
	ResponseCode codes.ResponseCode `json:"responseCode"`
}

func seen(codes.ResponseCode) {}

// What is done later is done with what the last round has left.
func later(replies []reply) {
	var tasks []func()
	for _, r := range replies {
		if r.ResponseCode == codes.ResponseThrottlingRateExceeded {
			tasks = append(tasks, func() {
				seen(r.ResponseCode) // want `^0 1 .* undocumented$`
			})
			seen(r.ResponseCode) // want `^5$`
		}
	}
	for _, do := range tasks {
		do()
	}
}

func laterOf(list []codes.ResponseCode) (limited int) {
	for _, c := range list {
		if c != codes.ResponseThrottlingRateExceeded {
			continue
		}
		defer func() {
			seen(c) // want `^0 1 .* undocumented$`
		}()
		limited++
	}
	return limited
}

// A copy is made in every round.
func copied(list []codes.ResponseCode) {
	for _, c := range list {
		c := c
		if c != codes.ResponseThrottlingRateExceeded {
			continue
		}
		defer func() {
			seen(c) // want `^5$`
		}()
	}
}

// A pointer leads to what the next round stores.
func pointed(list []codes.ResponseCode) {
	var last *codes.ResponseCode
	for _, c := range list {
		if last != nil && *last == codes.ResponseThrottlingRateExceeded {
			seen(*last) // want `^5$`
			seen(c)     // want `^0 1 .* undocumented$`
		}
		last = &c
	}
}
