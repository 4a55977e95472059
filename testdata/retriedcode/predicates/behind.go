package predicates

import (
	"context"
	"time"

	"example.test/programs/retriedcode/api"
	"github.com/errcodelint/errcodelint/codes"
)

// Predicates that are behind an interface, in a variable or in a field: they are what is wrong, and not the loop that
// asks them.

type classifier interface {
	IsRetryable(code codes.ResponseCode) bool
}

// BehindInterface asks what is behind an interface.
func BehindInterface(ctx context.Context, c *api.Client, m api.Message) error {
	var by classifier = cautious{}
	for range maxTries {
		code, err := send(ctx, c, m)
		if err != nil {
			return err
		}
		if code == codes.ResponseSuccess {
			return nil
		}
		if !by.IsRetryable(code) {
			return code.Err()
		}
		time.Sleep(c.Unit)
	}
	return errWornOut
}

type cautious struct{}

func (cautious) IsRetryable(code codes.ResponseCode) bool {
	if code.Retry() == codes.RetryAfterFix {
		return false
	}
	switch code {
	case codes.ResponseInvalidRecipient, codes.ResponseInvalidOriginator:
		return false
	}
	return true // want "and 8 more of class never"
}

// BehindVariable asks a literal in a variable of the package.
func BehindVariable(ctx context.Context, c *api.Client, m api.Message) error {
	for range maxTries {
		code, err := send(ctx, c, m)
		if err != nil {
			return err
		}
		if !temporary(code) {
			return code.Err()
		}
		time.Sleep(c.Unit)
	}
	return errWornOut
}

var temporary = func(code codes.ResponseCode) bool {
	return code == codes.ResponseThrottlingRateExceeded || code == codes.ResponseInvalidMessageID // want "for 21 InvalidMessageID of class never"
}

// BehindVariableExact asks one without.
func BehindVariableExact(ctx context.Context, c *api.Client, m api.Message) error {
	for range maxTries {
		code, err := send(ctx, c, m)
		if err != nil {
			return err
		}
		if !transientOnly(code) {
			return code.Err()
		}
		time.Sleep(c.Unit)
	}
	return errWornOut
}

var transientOnly = func(code codes.ResponseCode) bool {
	return code == codes.ResponseThrottlingRateExceeded || code == codes.ResponseSystemError
}

// BehindLocal asks a literal of its own.
func BehindLocal(ctx context.Context, c *api.Client, m api.Message) error {
	mayRetry := func(code codes.ResponseCode) bool {
		return code == codes.ResponseSystemError || code == codes.ResponseSpamThresholdExceeded // want "for 19 SpamThresholdExceeded of class never"
	}
	for range maxTries {
		code, err := send(ctx, c, m)
		if err != nil {
			return err
		}
		if !mayRetry(code) {
			return code.Err()
		}
		time.Sleep(c.Unit)
	}
	return errWornOut
}

// A plan says how often, and for which codes.
type plan struct {
	attempts    int
	shouldRetry func(codes.ResponseCode) bool
}

func (p plan) send(ctx context.Context, c *api.Client, m api.Message) error {
	for range p.attempts {
		code, err := send(ctx, c, m)
		if err != nil {
			return err
		}
		if !p.shouldRetry(code) {
			return code.Err()
		}
		time.Sleep(c.Unit)
	}
	return errWornOut
}

// BehindField is told by a plan of its own.
func BehindField(ctx context.Context, c *api.Client, m api.Message) error {
	return plan{attempts: maxTries, shouldRetry: func(code codes.ResponseCode) bool {
		return code == codes.ResponseGeneralFailure || code == codes.ResponseCouldNotRoute // want "for 10 CouldNotRoute of class never"
	}}.send(ctx, c, m)
}

// BehindFieldSet changes a plan.
func BehindFieldSet(ctx context.Context, c *api.Client, m api.Message) error {
	var p plan
	p.attempts = maxTries
	p.shouldRetry = func(code codes.ResponseCode) bool {
		return code == codes.ResponseGeneralFailure || code == codes.ResponseInvalidCode // want "for 22 InvalidCode of class never"
	}
	return p.send(ctx, c, m)
}

// BehindFieldExact is told what passes.
func BehindFieldExact(ctx context.Context, c *api.Client, m api.Message) error {
	return plan{maxTries, codes.ResponseCode.Retryable}.send(ctx, c, m)
}

// BehindWhen says for which condition.
func BehindWhen(ctx context.Context, c *api.Client, m api.Message) error {
	return plan{maxTries, retryWhenUnrouted}.send(ctx, c, m)
}

func retryWhenUnrouted(code codes.ResponseCode) bool {
	return code == codes.ResponseCouldNotRoute // want "for 10 CouldNotRoute of class never"
}

// BehindLimit is told by a method of something that has a limit.
func BehindLimit(ctx context.Context, c *api.Client, m api.Message) error {
	return sendBy(ctx, c, m, stubborn{maxTries})
}

type judge interface {
	shouldRetry(code codes.ResponseCode, tries int) bool
}

type stubborn struct{ limit int }

func (s stubborn) shouldRetry(code codes.ResponseCode, tries int) bool {
	if code == codes.ResponseInvalidRecipient {
		return false
	}
	return tries < s.limit // want "for 1 InvalidCredentials, .* and 9 more of class never"
}

func sendBy(ctx context.Context, c *api.Client, m api.Message, j judge) error {
	for tries := 1; ; tries++ {
		code, err := send(ctx, c, m)
		if err != nil {
			return err
		}
		if code == codes.ResponseSuccess || !j.shouldRetry(code, tries) {
			return code.Err()
		}
		time.Sleep(c.Unit)
	}
}

// BehindLimitExact says so for what passes.
func BehindLimitExact(ctx context.Context, c *api.Client, m api.Message) error {
	return sendBy(ctx, c, m, patient{maxTries})
}

type patient struct{ limit int }

func (p patient) shouldRetry(code codes.ResponseCode, tries int) bool {
	return tries < p.limit && code.Retryable()
}
