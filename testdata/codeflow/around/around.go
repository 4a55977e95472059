// Package around is about errors that other modules, or the program's own functions, put around others.
package around

import (
	"fmt"

	"github.com/pkg/errors"
	"golang.org/x/xerrors"

	"github.com/errcodelint/errcodelint/codes"
)

type reply struct {
	ResponseCode codes.ResponseCode `json:"responseCode"`
}

func seen(codes.ResponseCode) {}

var (
	errBusy = errors.New("busy")
	errSpam = xerrors.New("spam")
)

func class(c codes.ResponseCode) error {
	switch c {
	case codes.ResponseThrottlingRateExceeded:
		return errBusy
	case codes.ResponseSpamThresholdExceeded:
		return errSpam
	case codes.ResponseInvalidRecipient:
		return errors.Errorf("code %d", c)
	case codes.ResponseInvalidOriginator:
		return errors.New("from nobody")
	case codes.ResponseCouldNotRoute:
		return xerrors.New("nowhere")
	case codes.ResponseInvalidIP:
		return xerrors.Errorf("not here: %w", c)
	case codes.ResponseInvalidCredentials:
		return xerrors.Errorf("%w is it", c)
	}
	return nil
}

func made(r reply) {
	switch err := class(r.ResponseCode); {
	case err == nil:
		seen(r.ResponseCode) // want `^0 3 4 6 7 13 14 .* undocumented$`
	case errors.Is(err, errBusy):
		seen(r.ResponseCode) // want `^1 5$`
	case errors.Is(err, errSpam):
		seen(r.ResponseCode) // want `^1 19$`
	case errors.Is(err, codes.ResponseInvalidIP):
		seen(r.ResponseCode) // want `^1 2$`
	default:
		seen(r.ResponseCode) // want `^1 10 11 12$`
	}
}

func wrapped(r reply, args ...any) {
	err := errors.WithStack(errors.WithMessagef(errors.Wrap(class(r.ResponseCode), "sending"), "again: %v", args...))
	if err == errBusy {
		seen(r.ResponseCode) // want `^$`
	}
	if errors.Is(err, errBusy) {
		seen(r.ResponseCode) // want `^1 5$`
	}
	if errors.Cause(err) == nil {
		seen(r.ResponseCode) // want `^0 3 4 6 7 13 14 .* undocumented$`
	}
	if errors.Cause(err) == errBusy {
		seen(r.ResponseCode) // want `^1 2 5 10 11 12 19$`
	}
	var traced interface{ StackTrace() errors.StackTrace }
	if errors.As(err, &traced) {
		seen(r.ResponseCode) // want `^1 2 5 10 11 12 19$`
	}
}

// An outcome tells its error by methods.
type outcome struct {
	id  string
	err error
}

func (o outcome) Err() error            { return o.err }
func (o *outcome) Get() (string, error) { return o.id, o.err }

func (o outcome) Reason() error {
	if o.err == nil {
		return nil
	}
	return fmt.Errorf("%s: %w", o.id, o.err)
}

func during(op string, err error) error {
	if err != nil {
		return fmt.Errorf("%s: %w", op, err)
	}
	return nil
}

func told(r reply) {
	o := outcome{"1", class(r.ResponseCode)}
	if o.Err() == errBusy {
		seen(r.ResponseCode) // want `^5$`
	}
	if _, err := o.Get(); err == errBusy {
		seen(r.ResponseCode) // want `^5$`
	}
	if o.Reason() != nil {
		seen(r.ResponseCode) // want `^1 2 5 10 11 12 19$`
	}
	if during("sending", o.err) != nil {
		seen(r.ResponseCode) // want `^1 2 5 10 11 12 19$`
	}
}

// A failedStep is an error of the program's own that has another one in it.
type failedStep struct {
	op  string
	err error
}

func (f *failedStep) Error() string { return f.op + ": " + f.err.Error() }
func (f *failedStep) Unwrap() error { return f.err }

func step(op string, err error) error {
	if err == nil {
		return nil
	}
	return &failedStep{op, err}
}

func numbered(n int, err error) error { return fmt.Errorf("step %d: %w", n, err) }

func traced(op string, err error) error { return errors.WithMessage(err, op) }

func hidden(op string, err error) error {
	if err == nil {
		return nil
	}
	return fmt.Errorf("%s: %v", op, err)
}

func both(err, other error) error {
	if err != nil {
		return fmt.Errorf("%w, and %w", err, other)
	}
	return other
}

func quiet(err error) error {
	if errors.Is(err, errBusy) {
		return nil
	}
	return err
}

func inside(r reply) {
	err := class(r.ResponseCode)
	if errors.Is(during("sending", err), errBusy) {
		seen(r.ResponseCode) // want `^1 5$`
	}
	if during("sending", err) == errBusy {
		seen(r.ResponseCode) // want `^$`
	}
	if errors.Is(step("sending", err), errSpam) {
		seen(r.ResponseCode) // want `^1 19$`
	}
	if errors.Is(numbered(3, traced("sending", during("posting", err))), codes.ResponseInvalidIP) {
		seen(r.ResponseCode) // want `^1 2$`
	}
	if numbered(3, err) == nil {
		seen(r.ResponseCode) // want `^$`
	}
	if errors.Is(hidden("sending", err), errBusy) {
		seen(r.ResponseCode) // want `^$`
	}
	var failed *failedStep
	if errors.As(traced("sending", step("posting", err)), &failed) {
		seen(r.ResponseCode) // want `^1 2 5 10 11 12 19$`
	}
	if errors.Is(step("sending", during("posting", codes.ResponseInvalidIP)), codes.ResponseInvalidIP) {
		seen(r.ResponseCode) // want `undocumented$`
	} else {
		seen(r.ResponseCode) // want `^$`
	}
	if errors.Is(both(errBusy, err), errSpam) {
		seen(r.ResponseCode) // want `^1 19$`
	}
	if errors.Is(both(nil, err), errSpam) {
		seen(r.ResponseCode) // want `^1 19$`
	}
	if errors.Is(quiet(err), errBusy) {
		seen(r.ResponseCode) // want `^1$`
	}
}

func inMethods(r reply) {
	o := outcome{"1", class(r.ResponseCode)}
	if errors.Is(o.Reason(), errBusy) {
		seen(r.ResponseCode) // want `^1 5$`
	}
	err := class(r.ResponseCode)
	p := outcome{"1", err}
	if errors.Is(p.Reason(), errBusy) {
		seen(r.ResponseCode) // want `^1 5$`
	}
	if errors.Is(traced("sending", p.Err()), errBusy) {
		seen(r.ResponseCode) // want `^1 5$`
	}
}

// A kind says what is to be done.
type kind int

const (
	unknown kind = iota
	transient
	permanent
)

type fault struct {
	kind kind
	err  error
}

func (f *fault) Error() string { return f.err.Error() }
func (f *fault) Unwrap() error { return f.err }

func kindOf(err error) kind {
	var f *fault
	if errors.As(err, &f) {
		return f.kind
	}
	return unknown
}

func kinded(c codes.ResponseCode) error {
	kind := permanent
	switch {
	case c.Retryable():
		kind = transient
	case c == codes.ResponseSuccess:
		return nil
	}
	return &fault{kind, c}
}

func ofKinds(r reply) {
	err := kinded(r.ResponseCode)
	if kindOf(err) == transient {
		seen(r.ResponseCode) // want `^5 18 88 99$`
	}
	if kindOf(during("sending", err)) == transient {
		seen(r.ResponseCode) // want `^5 18 88 99$`
	}
	if kindOf(step("sending", err)) == unknown {
		seen(r.ResponseCode) // want `^0$`
	}
}
