// Package cgo has a file that cgo rewrites, and one that it leaves alone.
package cgo

// static int parts(void) { return 1; }
import "C"

type reply struct {
	ResponseCode int `json:"responseCode,string"`
}

func withC(r reply) bool {
	return r.ResponseCode == 0 && C.parts() == 1 // want `Success`
}
