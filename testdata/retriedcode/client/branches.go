package client

import (
	"context"

	"example.test/programs/retriedcode/api"
	"github.com/errcodelint/errcodelint/codes"
)

// A Status is what a caller is told.
type Status int

// The API is not there, or the request is wrong.
const (
	Unavailable Status = iota + 1
	Unacceptable
)

// A StatusError has a status for each of its cases.
type StatusError struct {
	Status Status
	Text   string
}

func (e *StatusError) Error() string { return e.Text }

// statusOf makes an error of its own in each case.
func statusOf(code codes.ResponseCode) error {
	switch code {
	case codes.ResponseSuccess:
		return nil
	case codes.ResponseInvalidRecipient, codes.ResponseInvalidOriginator:
		return &StatusError{Unacceptable, code.Description()}
	}
	if code.Retry() == codes.RetryAfterFix {
		return &StatusError{Unacceptable, code.Description()}
	}
	return &StatusError{Unavailable, code.Description()}
}

// Statuses returns such an error.
func Statuses(ctx context.Context, c *api.Client, m api.Message) error {
	code, err := post(ctx, c, m)
	if err != nil {
		return err
	}
	return statusOf(code)
}

// StatusesExact is right about what is unavailable.
func StatusesExact(ctx context.Context, c *api.Client, m api.Message) error {
	code, err := post(ctx, c, m)
	switch {
	case err != nil:
		return err
	case code.Retryable():
		return &StatusError{Status: Unavailable}
	case code != codes.ResponseSuccess:
		return &StatusError{Status: Unacceptable}
	}
	return nil
}
