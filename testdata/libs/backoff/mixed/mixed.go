// Package mixed marks errors with one version of backoff, and has them looked at by another.
package mixed

import (
	"context"
	"errors"

	older "github.com/cenkalti/backoff/v4"
	"github.com/cenkalti/backoff/v5"

	"example.test/libs/api"
	"example.test/libs/backoff/failures"
	"github.com/errcodelint/errcodelint/codes"
)

// reply is what the API says to a message.
type reply struct {
	Code codes.ResponseCode `json:"responseCode"`
}

// send sends a message once, and fails for every code.
func send(ctx context.Context, c *api.Client, m api.Message) error {
	var r reply
	if err := c.Post(ctx, "/sms", m, &r); err != nil {
		return err
	}
	return r.Code.Err()
}

// refuse does so with an error that says whose message it was.
func refuse(ctx context.Context, c *api.Client, m api.Message) error {
	var r reply
	if err := c.Post(ctx, "/sms", m, &r); err != nil {
		return err
	}
	if r.Code != codes.ResponseSuccess {
		return &failures.Refusal{To: m.To, Code: r.Code}
	}
	return nil
}

// final says what stays.
func final(err error) bool {
	var code codes.ResponseCode
	return errors.As(err, &code) && !code.Retryable()
}

// markOlder marks what stays for v4.
func markOlder(err error) error {
	if final(err) {
		return older.Permanent(err)
	}
	return err
}

// mark does so for v5.
func mark(err error) error {
	if final(err) {
		return backoff.Permanent(err)
	}
	return err
}

// markRecipient knows one code that stays.
func markRecipient(err error) error {
	if errors.Is(err, codes.ResponseInvalidRecipient) {
		return backoff.Permanent(err)
	}
	return err
}

// retry has v5 call a function again.
func retry(ctx context.Context, c *api.Client, call func() error) error {
	_, err := backoff.Retry(ctx, func() (struct{}, error) { return struct{}{}, call() },
		backoff.WithBackOff(backoff.NewConstantBackOff(c.Unit)), backoff.WithMaxTries(5))
	return err
}

func pauses(c *api.Client) older.BackOff {
	return older.WithMaxRetries(older.NewConstantBackOff(c.Unit), 4)
}

// Older has v5 look at marks for v4.
func Older(ctx context.Context, c *api.Client, m api.Message) error {
	return retry(ctx, c, func() error { // want "and 10 more of class never"
		return markOlder(send(ctx, c, m))
	})
}

// OlderLiteral makes the mark itself.
func OlderLiteral(ctx context.Context, c *api.Client, m api.Message) error {
	return retry(ctx, c, func() error { // want "and 10 more of class never"
		err := send(ctx, c, m)
		if final(err) {
			return &older.PermanentError{Err: err}
		}
		return err
	})
}

// Newer has v4 look at marks for v5.
func Newer(ctx context.Context, c *api.Client, m api.Message) error {
	return older.Retry(func() error { // want "and 10 more of class never"
		return mark(send(ctx, c, m))
	}, pauses(c))
}

// NewerElsewhere has another package make them.
func NewerElsewhere(ctx context.Context, c *api.Client, m api.Message) error {
	return older.Retry(func() error { // want "and 10 more of class never"
		return failures.Final(refuse(ctx, c, m))
	}, pauses(c))
}

// Right has v5 look at its own.
func Right(ctx context.Context, c *api.Client, m api.Message) error {
	return retry(ctx, c, func() error { return mark(send(ctx, c, m)) })
}

// RightOlder has v4 look at its own.
func RightOlder(ctx context.Context, c *api.Client, m api.Message) error {
	return older.Retry(func() error { return markOlder(send(ctx, c, m)) }, pauses(c))
}

// RightElsewhere has v5 look at those of another package.
func RightElsewhere(ctx context.Context, c *api.Client, m api.Message) error {
	return retry(ctx, c, func() error { return failures.Final(refuse(ctx, c, m)) })
}

// Some marks too little.
func Some(ctx context.Context, c *api.Client, m api.Message) error {
	return retry(ctx, c, func() error { // want "and 9 more of class never"
		return markRecipient(send(ctx, c, m))
	})
}

// SomeKept has the error in a variable.
func SomeKept(ctx context.Context, c *api.Client, m api.Message) error {
	return retry(ctx, c, func() error { // want "and 9 more of class never"
		err := send(ctx, c, m)
		return markRecipient(err)
	})
}
