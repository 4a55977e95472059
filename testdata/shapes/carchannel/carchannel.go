// Package carchannel sends what was answered through channels.
package carchannel

import (
	"encoding/json"
	"io"
	"sync"
)

type reply struct {
	RC string `json:"responseCode"`
	ID string `json:"messageId"`
}

type outcome struct {
	code string
	line int
}

func read(in []io.Reader, out chan<- *reply) {
	var wg sync.WaitGroup
	for _, r := range in {
		wg.Add(1)
		go func() {
			defer wg.Done()
			rep := new(reply)
			if json.NewDecoder(r).Decode(rep) == nil {
				out <- rep
			}
		}()
	}
	wg.Wait()
	close(out)
}

// Count counts the messages that were taken.
func Count(in []io.Reader) (n int) {
	replies := make(chan *reply)
	go read(in, replies)
	for r := range replies {
		if r.RC == "0" || r.ID == "0" { // want "magiccode: .*Success"
			n++
		}
	}
	return n
}

// Busy counts the ones to send again.
func Busy(rs []*reply) (n int) {
	lines, rcs := make(chan string, 5), make(chan string, 5)
	go func() {
		defer close(rcs)
		for _, r := range rs {
			rcs <- r.RC
		}
	}()
	close(lines)
	for code := range rcs {
		if code == "5" || code == "88" { // want "magiccode: .*ThrottlingRateExceeded" "magiccode: .*GeneralFailure"
			n++
		}
	}
	for line := range lines {
		if line == "5" {
			n++
		}
	}
	return n
}

// Unpaid says whether one of them waits for money.
func Unpaid(rs []*reply) bool {
	outcomes := make(chan outcome, len(rs))
	for i, r := range rs {
		outcomes <- outcome{r.RC, i}
	}
	close(outcomes)
	for o := range outcomes {
		if o.code == "6" && o.line != 6 { // want "magiccode: .*InsufficientCredit"
			return true
		}
	}
	return false
}
