// Package order takes steps.
package order

import (
	"log"
	"os"

	"github.com/errcodelint/errcodelint/codes"
)

type reply struct {
	ResponseCode codes.ResponseCode `json:"responseCode"`
}

func step(name string) {}

func branches(r reply) {
	step("ask") // want `then "fail" or "succeed"`
	if r.ResponseCode != codes.ResponseSuccess {
		step("fail") // want `then $`
		return
	}
	step("succeed") // want `then "log"`
	step("log")     // want `then $`
}

func loops(rs []reply) {
	step("begin") // want `then "each" or "end"`
	for range rs {
		step("each") // want `then "each" or "end"`
	}
	step("end") // want `then $`
}

func ends(r reply) {
	if r.ResponseCode == codes.ResponseInvalidCredentials {
		step("give up") // want `then $`
		os.Exit(1)
	}
	step("go on") // want `then "stop"`
	if r.ResponseCode.Retryable() {
		step("stop") // want `then $`
		log.Fatal("later")
	}
}

// A literal has an order of its own.
func later(r reply) func() {
	step("now") // want `then $`
	return func() {
		step("then")     // want `then "and then"`
		step("and then") // want `then $`
	}
}
