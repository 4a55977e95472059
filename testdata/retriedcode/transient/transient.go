// Package transient tells which errors are worth another try. It knows nothing of codes.
package transient

import (
	"context"
	"errors"
	"net"

	"example.test/programs/retriedcode/api"
)

// GivenUp reports whether somebody does not wait any longer.
func GivenUp(err error) bool {
	return errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded)
}

// Worth reports whether it is worth another try: all but what was given up.
func Worth(err error) bool { return err != nil && !GivenUp(err) }

// IsTemporary reports whether an error says that it passes.
func IsTemporary(err error) bool {
	var t interface{ Temporary() bool }
	return errors.As(err, &t) && t.Temporary()
}

// Slow reports whether the network was too slow.
func Slow(err error) bool {
	var n net.Error
	return errors.As(err, &n) && n.Timeout()
}

// Overloaded reports whether something in front of the API has too much to do.
func Overloaded(err error) bool {
	var status *api.StatusError
	return errors.As(err, &status) && status.Status == 503
}

// ErrFinal is in errors that stay.
var ErrFinal = errors.New("final")

// Passes reports whether an error does not say that it stays.
func Passes(err error) bool { return err != nil && !errors.Is(err, ErrFinal) }
