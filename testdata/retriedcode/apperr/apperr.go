// Package apperr puts the program's errors around others. It knows nothing of codes.
package apperr

import "fmt"

// Error is an error with what was going on.
type Error struct {
	Op  string
	Err error
}

func (e *Error) Error() string { return e.Op + ": " + e.Err.Error() }
func (e *Error) Unwrap() error { return e.Err }

// Wrap says what was going on; nil stays nil.
func Wrap(err error, op string) error {
	if err == nil {
		return nil
	}
	return &Error{op, err}
}

// Annotate does so by a text.
func Annotate(err error, format string, args ...any) error {
	if err == nil {
		return nil
	}
	return fmt.Errorf("%s: %w", fmt.Sprintf(format, args...), err)
}
