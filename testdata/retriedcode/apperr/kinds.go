package apperr

import "errors"

// A Kind says what is to be done about an error.
type Kind int

// The kinds of errors.
const (
	Unknown Kind = iota
	Transient
	Permanent
)

// A Fault is an error of a kind.
type Fault struct {
	Kind Kind
	Err  error
}

func (f *Fault) Error() string { return f.Err.Error() }
func (f *Fault) Unwrap() error { return f.Err }

// KindOf returns an error's kind.
func KindOf(err error) Kind {
	var f *Fault
	if errors.As(err, &f) {
		return f.Kind
	}
	return Unknown
}
