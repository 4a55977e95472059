package methods

import (
	"errors"
	"os"
)

type usage string

func (u usage) Error() string { return string(u) }
func (u usage) number() int   { return exitUsage }

const exitUsage = 2

type number struct {
	ResponseCode int `json:"responseCode"`
}

func (n number) Error() string { return "refused" }
func (n number) number() int   { return n.ResponseCode }

// What the process ends with is a code of the API's, or the program's own.
type numbered interface{ number() int }

func exit(err error) {
	var n numbered
	if errors.As(err, &n) {
		switch n.number() {
		case exitUsage, 64:
			println("usage")
		case 6:
			println("top up")
		}
		os.Exit(n.number())
	}
}
