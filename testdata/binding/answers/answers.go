// Package answers hands the API's codes on to its own callers, among codes of its own.
package answers

import (
	"encoding/json"
	"io"

	"github.com/errcodelint/errcodelint/codes"
)

func probe(...any) {}

type response struct {
	Code int    `json:"code"`
	Text string `json:"text"`
}

func fail(w io.Writer, code int, text string) error {
	probe(code) // want `not bound`
	return json.NewEncoder(w).Encode(response{Code: code, Text: text})
}

const errInternal = 50000

func send(w io.Writer, to string, call func(to string) (codes.ResponseCode, error)) error {
	if to == "" {
		return fail(w, 40001, "no recipient")
	}
	code, err := call(to)
	probe(code) // want `response stated`
	switch {
	case err != nil:
		return fail(w, errInternal, err.Error())
	case code != codes.ResponseSuccess:
		return fail(w, int(code), code.Description())
	}
	r := response{Code: 0, Text: "sent"}
	probe(r.Code) // want `not bound`
	return json.NewEncoder(w).Encode(r)
}

type outcome struct {
	errCode int
	final   bool
}

// An HTTP status is no code, either.
func outcomeOf(code codes.ResponseCode, err error) outcome {
	if err != nil {
		return outcome{errCode: 500}
	}
	return outcome{errCode: int(code), final: !code.Retryable()}
}

func (o outcome) failed() bool {
	probe(o.errCode) // want `not bound`
	return o.errCode != 0
}

// What the API might have, once, is rather a mistake.
func explain(code int) string {
	probe(code) // want `response stated`
	return codes.ResponseCode(code).Description()
}

func explained(code codes.ResponseCode) []string {
	return []string{explain(int(code)), explain(20), explain(5)}
}

// Numbers that just count are the program's own, though the API has codes like these.
func refuse(w io.Writer, code int, text string) error {
	probe(code) // want `not bound`
	return json.NewEncoder(w).Encode(response{Text: text})
}

func submit(w io.Writer, to, text string, call func(to string) (codes.ResponseCode, error)) error {
	if to == "" {
		return refuse(w, 1, "no recipient")
	}
	if text == "" {
		return refuse(w, 2, "no text")
	}
	code, err := call(to)
	if err != nil {
		return refuse(w, 3, err.Error())
	}
	return refuse(w, int(code), code.Description())
}

// Those with a gap may be the API's.
func describe(code int) string {
	probe(code) // want `response stated`
	return codes.ResponseCode(code).Description()
}

func described(code codes.ResponseCode) []string {
	return []string{describe(int(code)), describe(1), describe(2), describe(4)}
}
