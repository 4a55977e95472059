//go:build go1.26

package claims

import (
	"errors"

	"github.com/errcodelint/errcodelint/codes"
)

func noTypeInside(r textReply) {
	if inner, isCode := errors.AsType[codes.ResponseCode](refusal(r.Code)); isCode {
		seen(inner) // want `^$`
	}
}

func typeInside(r reply) {
	if inner, isCode := errors.AsType[codes.ResponseCode](r.ResponseCode.Err()); isCode {
		seen(inner) // want `^1 2 .* undocumented$`
	}
}
