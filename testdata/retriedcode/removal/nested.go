package removal

import (
	"context"
	"errors"
	"net"
	"time"

	"example.test/programs/retriedcode/api"
	"github.com/errcodelint/errcodelint/codes"
)

// A refusal is the reply that says no.
type refusal struct{ code codes.ResponseCode }

func (r *refusal) Error() string { return r.code.Description() }

// ask sends until a predicate says no of the error.
func ask(ctx context.Context, c *api.Client, m api.Message, worth func(error) bool) error {
	for range maxTries {
		var r reply
		if err := c.Post(ctx, "/sms", m, &r); err != nil {
			return err
		}
		if r.Code == codes.ResponseSuccess {
			return nil
		}
		if err := error(&refusal{r.Code}); !worth(err) {
			return err
		}
		time.Sleep(c.Unit)
	}
	return errGivenUp
}

// CaseFound has the case where the error was found, and the answer behind that.
func CaseFound(ctx context.Context, c *api.Client, m api.Message) error {
	return ask(ctx, c, m, func(err error) bool { return isRetryable(err) })
}

func isRetryable(err error) bool {
	var r *refusal
	if errors.As(err, &r) {
		switch r.code {
		case codes.ResponseThrottlingRateExceeded, codes.ResponseInvalidMessageID, codes.ResponseSystemError: // want "21 InvalidMessageID .*is of class never"
			return true
		}
	}
	return false
}

// CaseOfKind has it among other kinds of errors.
func CaseOfKind(ctx context.Context, c *api.Client, m api.Message) error {
	return ask(ctx, c, m, func(err error) bool { return isTemporary(err) })
}

func isTemporary(err error) bool {
	switch e := err.(type) {
	case *refusal:
		switch e.code {
		case codes.ResponseGeneralFailure, codes.ResponseInvalidMessageID: // want "21 InvalidMessageID .*is of class never"
			return true
		}
	case net.Error:
		if e.Timeout() {
			return true
		}
	}
	return false
}

// CaseFoundElse says yes to what it has not found.
func CaseFoundElse(ctx context.Context, c *api.Client, m api.Message) error {
	return ask(ctx, c, m, func(err error) bool { return canRetry(err) })
}

func canRetry(err error) bool {
	var r *refusal
	if errors.As(err, &r) {
		switch r.code {
		case codes.ResponseSystemError, codes.ResponseInvalidMessageID: // want "21 InvalidMessageID .*is of class never"
			return true
		}
		if r.code.Retryable() {
			return true
		}
	}
	return false
}
