// Package launched handles replies later, or beside what it does.
package launched

import (
	"encoding/json"
	"io"
	"log"

	"github.com/errcodelint/errcodelint/codes"
)

type reply struct {
	Code codes.ResponseCode `json:"responseCode"`
}

// Listen starts a goroutine for each reply.
func Listen(bodies <-chan io.Reader) {
	for body := range bodies {
		var r reply
		if err := json.NewDecoder(body).Decode(&r); err != nil {
			log.Print(err)
			continue
		}
		go handle(r)
	}
}

// handle is called by nothing but a go statement.
func handle(r reply) {
	switch r.Code { // want "missedcode: this switch does not say what happens to 21 response codes that can reach it"
	case codes.ResponseSuccess:
		log.Print("sent")
	case codes.ResponseThrottlingRateExceeded:
		log.Print("later")
	}
}

// Receive notes what came when it is done.
func Receive(body io.Reader) error {
	var r reply
	if err := json.NewDecoder(body).Decode(&r); err != nil {
		return err
	}
	if r.Code == codes.ResponseSuccess {
		return nil
	}
	defer note(r.Code)
	defer settle(&r)
	r.Code = codes.ResponseSystemError
	return r.Code
}

// note gets a failure: it was copied when it was deferred.
func note(code codes.ResponseCode) {
	if code == codes.ResponseSuccess {
		log.Print("sent")
	}
}

// settle sees what its reply holds by then.
func settle(r *reply) {
	if r.Code == codes.ResponseSystemError {
		log.Print("the system failed")
	}
}

// An entry leads to the one that came before it.
type entry struct {
	reply
	before *entry
}

// Walk changes what it meets on its way through a list.
func Walk(last *entry) (busy int) {
	for e := last; e != nil; e = e.before {
		if e.Code == codes.ResponseThrottlingRateExceeded {
			e.Code = codes.ResponseSystemError
			busy++
		}
	}
	return busy
}
