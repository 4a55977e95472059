package apperr

import "errors"

// What callers ask for.
var (
	ErrRejected    = errors.New("rejected")
	ErrUnavailable = errors.New("unavailable")
	ErrConfig      = errors.New("misconfigured")
)
