// Package linked has functions and variables that others reach by their names alone.
package linked

import (
	"slices"
	_ "unsafe"

	"github.com/errcodelint/errcodelint/codes"
)

func seen(codes.ResponseCode) {}

type reply struct{ ResponseCode codes.ResponseCode }

// handle is called from here with one code, and by the program's plugins.
//
//go:linkname handle
func handle(code codes.ResponseCode) {
	seen(code) // want `undocumented`
}

//export onReply
func onReply(r *reply) {
	seen(r.ResponseCode) // want `undocumented`
}

func inside(code codes.ResponseCode) {
	seen(code) // want `^0$`
}

// final is what the program's plugins add to.
//
//go:linkname final
var final = []codes.ResponseCode{codes.ResponseInvalidIP}

var lasting = []codes.ResponseCode{codes.ResponseInvalidIP}

//go:linkname classify
var classify = func(code codes.ResponseCode) bool { return code == codes.ResponseInvalidIP }

var isLasting = func(code codes.ResponseCode) bool { return code == codes.ResponseInvalidIP }

func Run(code codes.ResponseCode) {
	handle(codes.ResponseSuccess)
	onReply(&reply{codes.ResponseSuccess})
	inside(codes.ResponseSuccess)
	for _, f := range final {
		if f == code {
			seen(code) // want `undocumented`
		}
	}
	if classify(code) {
		seen(code) // want `undocumented`
	}
	if isLasting(code) {
		seen(code) // want `^2$`
	}
	if slices.Contains(lasting, code) {
		seen(code) // want `^2$`
	}
	if slices.Contains(final, code) {
		seen(code) // want `undocumented`
	}
}
