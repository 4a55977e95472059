package defaults

import (
	"log"

	"github.com/errcodelint/errcodelint/codes"
)

// A ledger keeps what fails before it says anything about it.
type ledger struct {
	counts map[codes.ResponseCode]int
	failed []letter
	last   codes.ResponseCode
	alarms chan<- string
}

// count counts each code.
func (b *ledger) count(l letter) {
	b.counts[l.Code]++
	switch l.Code {
	case codes.ResponseInsufficientCredit:
		b.alarms <- "top up"
	case codes.ResponseAccountDisabled:
		b.alarms <- "call them"
	}
}

// list keeps those that fail.
func (b *ledger) list(letters []letter) []letter {
	var failed []letter
	for _, l := range letters {
		if l.Code != codes.ResponseSuccess {
			failed = append(failed, l)
		}
		log.Print(l.To)
		switch l.Code {
		case codes.ResponseInsufficientCredit:
			b.alarms <- "top up"
		case codes.ResponseAccountDisabled:
			b.alarms <- "call them"
		}
	}
	return failed
}

// listAll keeps what has succeeded among them.
func (b *ledger) listAll(letters []letter) []letter {
	var all []letter
	for _, l := range letters {
		all = append(all, letter{To: l.To})
		switch l.Code { // want `happens to 21 response codes`
		case codes.ResponseInsufficientCredit:
			b.alarms <- "top up"
		case codes.ResponseAccountDisabled:
			b.alarms <- "call them"
		}
	}
	return all
}

// listOne keeps one code.
func (b *ledger) listOne(l letter) {
	if l.Code == codes.ResponseSystemError {
		b.failed = append(b.failed, l)
	}
	switch l.Code { // want `happens to 21 response codes`
	case codes.ResponseInsufficientCredit:
		b.alarms <- "top up"
	case codes.ResponseAccountDisabled:
		b.alarms <- "call them"
	}
}

// again counts one code, and asks for another.
func (b *ledger) again(send func() codes.ResponseCode) {
	code := send()
	b.counts[code]++
	code = send()
	switch code { // want `happens to 21 response codes`
	case codes.ResponseInsufficientCredit:
		b.alarms <- "top up"
	case codes.ResponseAccountDisabled:
		b.alarms <- "call them"
	}
}

// named counts, and then makes a text of some codes alone.
func (b *ledger) named(l letter) (text string) {
	b.counts[l.Code]++
	switch l.Code { // want `happens to 21 response codes`
	case codes.ResponseInsufficientCredit:
		text = "top up"
	case codes.ResponseAccountDisabled:
		text = "call them"
	}
	return text
}

// leaves counts, and then answers its caller for some.
func (b *ledger) leaves(l letter) error {
	b.counts[l.Code]++
	switch l.Code { // want `happens to 20 response codes`
	case codes.ResponseSuccess:
		return nil
	case codes.ResponseInsufficientCredit:
		return errCredit
	case codes.ResponseThrottlingRateExceeded:
		return errBusy
	}
	return nil
}
