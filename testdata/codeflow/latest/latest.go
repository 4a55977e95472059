//go:build go1.26

// Package latest holds what the code flow has to know about Go 1.26.
package latest

import (
	"errors"
	"fmt"

	"github.com/errcodelint/errcodelint/codes"
)

type reply struct {
	ResponseCode codes.ResponseCode `json:"responseCode"`
}

func seen(codes.ResponseCode) {}

func refusal(code codes.ResponseCode) error {
	switch code {
	case codes.ResponseSuccess, codes.ResponseInvalidIP:
		return fmt.Errorf("unexpected code %d", code)
	}
	return nil
}

func noTypeInside(r reply) {
	if inner, isCode := errors.AsType[codes.ResponseCode](refusal(r.ResponseCode)); isCode {
		seen(inner) // want `^$`
	}
}

func typeInside(r reply) {
	if inner, isCode := errors.AsType[codes.ResponseCode](r.ResponseCode.Err()); isCode {
		seen(inner) // want `^1 2 .* undocumented$`
	}
}
