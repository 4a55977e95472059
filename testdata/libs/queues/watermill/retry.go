package watermill

import (
	"errors"

	"github.com/ThreeDotsLabs/watermill/message/router/middleware"

	"github.com/errcodelint/errcodelint/codes"
)

// Patient has the middleware try again what it does not know.
func Patient() middleware.Retry {
	return middleware.Retry{
		MaxRetries: 3,
		ShouldRetry: func(p middleware.RetryParams) bool {
			var code codes.ResponseCode
			return errors.As(p.Err, &code) && code != codes.ResponseInvalidRecipient // want "and 9 more of class never"
		},
	}
}

// Passing has it try again what passes.
func Passing() middleware.Retry {
	return middleware.Retry{
		MaxRetries: 3,
		ShouldRetry: func(p middleware.RetryParams) bool {
			var code codes.ResponseCode
			return errors.As(p.Err, &code) && code.Retryable()
		},
	}
}
