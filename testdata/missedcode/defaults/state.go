package defaults

import (
	"errors"
	"fmt"
	"io"
	"log"
	"time"

	"github.com/errcodelint/errcodelint/codes"
)

// An account is what a sender keeps of the API's opinion of it.
type account struct {
	state string
	later []string
}

func (a *account) postpone(id string, d time.Duration) error {
	if d > time.Hour {
		return errors.New("too late")
	}
	a.later = append(a.later, id)
	return nil
}

// noted keeps what concerns the account, and the caller hears of every code.
func (a *account) noted(r reply) error {
	switch r.ResponseCode {
	case codes.ResponseInvalidCredentials:
		a.state = "locked"
	case codes.ResponseInsufficientCredit:
		a.state = "empty"
	}
	log.Print("noted")
	return r.ResponseCode.Err()
}

// notedAlone keeps it, and forgets the others.
func (a *account) notedAlone(r reply) string {
	switch r.ResponseCode { // want `this switch does not say what happens to 21 response codes`
	case codes.ResponseInvalidCredentials:
		a.state = "locked"
	case codes.ResponseInsufficientCredit:
		a.state = "empty"
	}
	log.Print("noted")
	return r.MessageID
}

// decided deals with all codes in two steps.
func (a *account) decided(r reply) error {
	switch r.ResponseCode {
	case codes.ResponseInvalidCredentials, codes.ResponseInvalidIP:
		log.Print("look at the account")
	case codes.ResponseInsufficientCredit:
		log.Print("top up")
	}
	if r.ResponseCode.Retryable() {
		return a.postpone(r.MessageID, time.Minute)
	}
	if r.ResponseCode != codes.ResponseSuccess {
		return fmt.Errorf("%s: %w", r.MessageID, r.ResponseCode)
	}
	return nil
}

// halfDecided deals with some.
func (a *account) halfDecided(r reply) error {
	switch r.ResponseCode { // want `this switch does not say what happens to 20 response codes`
	case codes.ResponseInvalidCredentials, codes.ResponseInvalidIP:
		log.Print("look at the account")
	case codes.ResponseInsufficientCredit:
		log.Print("top up")
	}
	if r.ResponseCode.Retryable() {
		return a.postpone(r.MessageID, time.Minute)
	}
	return nil
}

// counts files everything under its code.
func counts(list []reply) map[codes.ResponseCode]int {
	n := make(map[codes.ResponseCode]int)
	for _, r := range list {
		switch r.ResponseCode {
		case codes.ResponseInvalidCredentials, codes.ResponseInvalidIP:
			log.Print("look at the account")
		case codes.ResponseInsufficientCredit:
			log.Print("top up")
		}
		n[r.ResponseCode]++
	}
	return n
}

// noteEach writes a line for every code, some of them with a note.
func noteEach(w io.Writer, list []reply) {
	for _, r := range list {
		note := ""
		switch r.ResponseCode {
		case codes.ResponseThrottlingRateExceeded:
			note = "wait"
		case codes.ResponseInsufficientCredit:
			note = "top up"
		}
		fmt.Fprintf(w, "%d\t%s\t%s\n", int(r.ResponseCode), r.ResponseCode.Description(), note)
	}
}
