// Package branches has errors that a function makes otherwise for each of its cases.
package branches

import (
	"encoding/json"
	"errors"
	"fmt"

	"github.com/errcodelint/errcodelint/codes"
)

func seen(codes.ResponseCode) {}

type status int

const (
	unavailable status = iota + 1
	unacceptable
)

type statusError struct {
	status status
	late   bool
	text   string
}

func (e *statusError) Error() string { return e.text }

func of(code codes.ResponseCode) error {
	switch code {
	case codes.ResponseSuccess:
		return nil
	case codes.ResponseInvalidRecipient, codes.ResponseInvalidOriginator:
		return &statusError{status: unacceptable, text: "no such number"}
	case codes.ResponseThrottlingRateExceeded:
		return fmt.Errorf("later: %w", &statusError{unavailable, true, "too fast"})
	case codes.ResponseSystemError:
		return &statusError{status: unavailable}
	case codes.ResponseGeneralFailure:
		e := &statusError{status: unavailable}
		settle(e)
		return e
	}
	return errors.New("another")
}

func settle(e *statusError) { *e = statusError{status: unacceptable} }

// Ask knows which case it was.
func Ask(code codes.ResponseCode) error {
	err := of(code)
	var e *statusError
	if !errors.As(err, &e) {
		return err
	}
	if e.status == unavailable {
		seen(code) // want `^5 88 99$`
	}
	if e.late {
		seen(code) // want `^5 88$`
	}
	if direct, ok := err.(*statusError); ok && direct.status == unacceptable {
		seen(code) // want `^11 12 88$`
	}
	return err
}

type readError struct{ Final bool }

func (e *readError) Error() string { return "refused" }

// read fills the error with what came.
func read(code codes.ResponseCode, raw []byte) error {
	if code == codes.ResponseSuccess {
		return nil
	}
	e := &readError{}
	if err := json.Unmarshal(raw, e); err != nil {
		return err
	}
	return e
}

// Read asks what was read.
func Read(code codes.ResponseCode, raw []byte) {
	var e *readError
	if errors.As(read(code, raw), &e) && e.Final {
		seen(code) // want `^1 2 3 .* 99 301 undocumented$`
	}
}
