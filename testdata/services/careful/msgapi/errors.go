package msgapi

import (
	"errors"
	"fmt"

	"github.com/errcodelint/errcodelint/codes"
)

// ErrNoCode is a reply that does not say whether it worked.
var ErrNoCode = errors.New("no response code in the reply")

// Error is a call that the API has refused. It wraps the code.
type Error struct {
	Call    string
	Code    codes.ResponseCode
	Message string
}

func (e *Error) Error() string {
	return fmt.Sprintf("msgapi: %s: %s (%d %s)", e.Call, e.Message, int(e.Code), e.Code.String())
}

// Unwrap returns the code.
func (e *Error) Unwrap() error { return e.Code.Err() }

// TemplateError is a call about templates that was refused. It wraps the code.
type TemplateError struct {
	Call string
	Code codes.TemplateCode
}

func (e *TemplateError) Error() string {
	return fmt.Sprintf("msgapi: %s: %s (%d)", e.Call, e.Code.String(), int(e.Code))
}

// Unwrap returns the code.
func (e *TemplateError) Unwrap() error { return e.Code }

// header is what replies have in common.
type header struct {
	Code    *codes.ResponseCode `json:"responseCode"`
	Message string              `json:"responseMessage"`
}

// err is nil only for a success.
func (h header) err(call string) error {
	if h.Code == nil {
		return fmt.Errorf("msgapi: %s: %w", call, ErrNoCode)
	}
	if *h.Code == codes.ResponseSuccess {
		return nil
	}
	return &Error{Call: call, Code: *h.Code, Message: h.Message}
}
