// Command payouts has domains of three kinds, as vendors have them, and prints
// what it makes of each of their codes.
package main

import "fmt"

// A result is a bank's answer: text, with two successes.
//
//errcodelint:declare bank success=00,10
type result string

const (
	resultApproved  result = "00"
	resultPartly    result = "10"
	resultDeclined  result = "05" //errcodelint:retry never
	resultNoFunds   result = "51" //errcodelint:retry fix
	resultTimeout   result = "91" //errcodelint:retry backoff
	resultTimedOut         = resultTimeout
	resultForbidden result = "62" //errcodelint:retry never
)

// A state is a wallet's: below zero is bad.
//
//errcodelint:declare wallet success=0
type state int

const (
	stateDone    state = 0
	statePending state = -1 //errcodelint:retry backoff
	stateClosed  state = -7 //errcodelint:retry never
)

// A flag is a terminal's, in hexadecimal.
//
//errcodelint:declare terminal success=0x9000
type flag uint16

const (
	flagOK      flag = 0x9000
	flagBlocked flag = 0x6983 //errcodelint:retry never
	flagBusy    flag = 0x6985 //errcodelint:retry backoff
)

func booked(r result) string {
	switch r {
	case "00": // want `"00" is the bank code resultApproved, written as a bare string; write resultApproved`
		return "booked"
	case resultPartly:
		return "booked in part"
	case resultDeclined:
		return "refused"
	}
	return ""
}

func advice(s state) (text string) {
	switch s {
	case 0: // want `0 is the wallet code stateDone`
		text = "done"
	case -1: // want `-1 is the wallet code statePending`
		text = "wait"
	}
	return text
}

func again(f flag) bool {
	return f == 0x6985 || // want `0x6985 is the terminal code flagBusy`
		f == 27011 // want `27011 is the terminal code flagBlocked`
}

func refused(r result) error {
	if r == "05" || r == "62" { // want `"05" is the bank code resultDeclined` `"62" is the bank code resultForbidden`
		return fmt.Errorf("refused: %s", r)
	}
	return nil
}

func main() {
	for _, text := range []string{"00", "10", "05", "51", "91", "62", "", "0", "99"} {
		r := result(text)
		fmt.Printf("bank %q: %q %v\n", text, booked(r), refused(r))
	}
	for _, n := range []int{0, -1, -7, 1, -2} {
		fmt.Printf("wallet %d: %q\n", n, advice(state(n)))
	}
	for _, n := range []int{0x9000, 0x6983, 0x6985, 0} {
		fmt.Printf("terminal %#x: %v\n", n, again(flag(n)))
	}
}
