package defaults

import (
	"log"

	"github.com/errcodelint/errcodelint/codes"
)

// A verdict is what the queue gets.
type verdict struct {
	ID  string
	Err error
}

// keep has the error of the code unless it knows a better one: that of success is
// nil.
func keep(r reply) (err error) {
	switch r.ResponseCode {
	case codes.ResponseThrottlingRateExceeded:
		err = errBusy
	case codes.ResponseInsufficientCredit:
		err = errCredit
	default:
		err = r.ResponseCode.Err()
	}
	return err
}

// replace starts from the error of the code.
func replace(r reply) error {
	err := r.ResponseCode.Err()
	switch r.ResponseCode {
	case codes.ResponseThrottlingRateExceeded:
		err = errBusy
	case codes.ResponseInsufficientCredit:
		err = errCredit
	}
	return err
}

// replaceSome has a start for what fails only.
func replaceSome(r reply) (s state) {
	if r.ResponseCode != codes.ResponseSuccess {
		s = failed
	}
	switch r.ResponseCode {
	case codes.ResponseThrottlingRateExceeded, codes.ResponseGeneralFailure:
		s = waiting
	}
	return s
}

// fill puts it into a struct.
func fill(r reply) verdict {
	switch r.ResponseCode {
	case codes.ResponseThrottlingRateExceeded:
		return verdict{r.MessageID, errBusy}
	default:
		return verdict{ID: r.MessageID, Err: r.ResponseCode.Err()}
	}
}

// handOn gives it to somebody, who gets nil for success.
func handOn(r reply, done chan<- error, call func(string, error)) {
	switch r.ResponseCode {
	case codes.ResponseThrottlingRateExceeded:
		done <- errBusy
	default:
		done <- r.ResponseCode.Err()
	}
	switch r.ResponseCode {
	case codes.ResponseThrottlingRateExceeded:
		call("", errBusy)
	default:
		call(r.MessageID, r.ResponseCode.Err())
	}
}

// logged notes alike what was accepted and what was refused.
func logged(r reply) {
	switch r.ResponseCode { // want `the default of this switch takes the response code 0 Success together with 21 codes that fail`
	case codes.ResponseThrottlingRateExceeded:
		log.Print("slow down")
	default:
		log.Print("refused: ", r.ResponseCode.Err())
	}
}

// parse returns what was sent, and its error.
func parse(r reply) (string, error) { return r.MessageID, r.ResponseCode.Err() }

// several has the error in the last of two results.
func several(r reply) (id string, err error) {
	switch r.ResponseCode {
	case codes.ResponseThrottlingRateExceeded:
		err = errBusy
	default:
		id, err = parse(r)
	}
	return id, err
}

// inTheEnd has the error of the code where the cases have none.
func inTheEnd(r reply) (err error) {
	defer func() {
		if err == nil {
			err = r.ResponseCode.Err()
		}
	}()
	switch r.ResponseCode {
	case codes.ResponseThrottlingRateExceeded:
		err = errBusy
	case codes.ResponseInsufficientCredit:
		err = errCredit
	}
	return
}
