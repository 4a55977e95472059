// Package ctxsend hands codes from one goroutine to another.
package ctxsend

import (
	"context"

	"github.com/errcodelint/errcodelint/codes"
)

const stopped = codes.ResponseGeneralFailure

type job struct {
	to   string
	done chan<- codes.ResponseCode
}

func work(ctx context.Context, jobs <-chan job, send func(string) codes.ResponseCode) {
	for {
		select {
		case <-ctx.Done():
			return
		case j, ok := <-jobs:
			if !ok {
				return
			}
			if j.to == "" {
				j.done <- 11 // want "magiccode: .*InvalidRecipient"
				continue
			}
			j.done <- send(j.to)
		}
	}
}

// Send sends to everybody and counts whom it reached.
func Send(ctx context.Context, send func(string) codes.ResponseCode, to ...string) int {
	jobs, done, count := make(chan job), make(chan codes.ResponseCode, 5), make(chan int, 1)
	go work(ctx, jobs, send)
	go func() {
		n := 0
		for c := range done {
			if c == 0 { // want "magiccode: .*Success"
				n++
			}
		}
		count <- n
	}()
	for _, t := range to {
		select {
		case jobs <- job{t, done}:
		case <-ctx.Done():
			done <- stopped
			done <- codes.ResponseCode(99) // want "magiccode: .*SystemError"
			count <- 0
		}
	}
	close(jobs)
	return <-count
}

// Drain reports one failure more.
func Drain(done chan codes.ResponseCode, tick chan int) {
	select {
	case done <- 88: // want "magiccode: .*GeneralFailure"
	case tick <- 88:
	case c := <-done:
		if 5 == c { // want "magiccode: .*ThrottlingRateExceeded"
			tick <- 5
		}
	}
}
