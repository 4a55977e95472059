// Package success returns codes as errors, Success among them.
package success

import (
	"errors"
	"fmt"
	"log"

	"github.com/errcodelint/errcodelint/codes"
)

type reply struct {
	Code    codes.ResponseCode `json:"responseCode"`
	Message string             `json:"responseMessage"`
}

func send(r reply) error {
	return r.Code // want `r.Code becomes an error, and can be 0 \(Success\) here, which is then an error that is not nil; write r.Code.Err\(\)`
}

func sendID(r reply) (string, error) {
	if r.Message == "" {
		return "", r.Code // want `r.Code becomes an error`
	}
	return r.Message, nil
}

func assigned(r reply) (err error) {
	err = r.Code // want `write r.Code.Err\(\)`
	if err != nil {
		log.Print(err)
	}
	var first error = r.Code // want `write r.Code.Err\(\)`
	return errors.Join(err, first)
}

func wrapped(to string, r reply) error {
	if r.Code.Retryable() {
		return fmt.Errorf("sending to %s: try again: %v", to, r.Code)
	}
	return fmt.Errorf("sending to %s: %w", to, r.Code) // want `r.Code becomes an error, and can be 0 \(Success\) here, and what wraps it .*test it first`
}

func numbered(to string, r reply) error {
	return fmt.Errorf("sending to %[2]s: %[1]w", r.Code, to) // want `r.Code becomes an error, and can be 0 \(Success\) here`
}

func padded(to string, r reply) error {
	return fmt.Errorf("sending to %-*s: %w", 16, to, r.Code) // want `r.Code becomes an error, and can be 0 \(Success\) here`
}

func joined(a, b reply) error {
	return errors.Join(a.Code, b.Code.Err()) // want `write a.Code.Err\(\)`
}

func sentTo(ch chan<- error, r reply) {
	ch <- r.Code // want `write r.Code.Err\(\)`
}

// An outcome keeps its error.
type outcome struct {
	To  string
	Err error
}

func outcomes(to []string, rs []reply) []outcome {
	var all []outcome
	for i, r := range rs {
		all = append(all, outcome{To: to[i], Err: r.Code}) // want `write r.Code.Err\(\)`
	}
	if len(all) == 1 {
		all[0].Err = rs[0].Code                       // want `write rs\[0\].Code.Err\(\)`
		all = append(all, outcome{to[0], rs[0].Code}) // want `write rs\[0\].Code.Err\(\)`
	}
	return all
}

func done() error {
	return codes.ResponseSuccess // want `codes.ResponseSuccess becomes an error, and is 0 \(Success\), which is then an error that is not nil`
}

// Half a guard.
func half(r reply) error {
	if r.Code == codes.ResponseDuplicateDestination {
		return nil
	}
	return r.Code // want `write r.Code.Err\(\)`
}

// A report whose reason is none.
func reported(text string) error {
	reason, err := codes.ParseReason(text)
	if err != nil {
		return err
	}
	return reason // want `reason becomes an error, and can be 0 \(NotApplicable\) here`
}

func converted(n int) error {
	return codes.ResponseCode(n) // want `write codes.ResponseCode\(n\).Err\(\)`
}

// Handed on to what wraps or returns it.
func at(call string, err error) error {
	if err == nil {
		return nil
	}
	return fmt.Errorf("%s: %w", call, err)
}

func keep(o *outcome, err error) { o.Err = err }

func handed(o *outcome, r reply) error {
	keep(o, r.Code)          // want `write r.Code.Err\(\)`
	return at("sms", r.Code) // want `write r.Code.Err\(\)`
}

func literal(r reply) func() error {
	return func() error {
		return r.Code // want `write r.Code.Err\(\)`
	}
}

func explicit(r reply) error {
	err := error(r.Code) // want `write r.Code.Err\(\)`
	return err
}

var errNothing = fmt.Errorf("nothing: %w", codes.ResponseSuccess) // want `codes.ResponseSuccess becomes an error, and is 0 \(Success\), and what wraps it is then an error that is not nil; wrap a code that fails`

// An error beside the code says that there is none, but what was asked of the code says what it is.
func confirm(query func() (codes.ResponseCode, error)) error {
	code, err := query()
	if err != nil {
		return err
	}
	if code == codes.ResponseSuccess {
		return fmt.Errorf("confirm: %w", code) // want `code becomes an error, and is 0 \(Success\) here, .*; wrap a code that fails`
	}
	return nil
}
