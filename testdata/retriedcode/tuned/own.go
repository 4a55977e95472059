package tuned

import (
	"context"
	"errors"
	"time"

	"example.test/programs/retriedcode/api"
	"github.com/errcodelint/errcodelint/codes"
)

type options struct {
	max      int
	backoff  time.Duration
	classify func(error) bool
}

type option func(*options)

func upTo(n int) option { return func(o *options) { o.max = n } }

func only(classify func(error) bool) option { return func(o *options) { o.classify = classify } }

func resend(fn func() error, opts ...option) (err error) {
	o := &options{max: 4, classify: isTransient}
	for _, opt := range opts {
		opt(o)
	}
	for range o.max {
		if err = fn(); err == nil || !o.classify(err) {
			return err
		}
		time.Sleep(o.backoff)
	}
	return err
}

// resendAs hands on what it gets.
func resendAs(fn func() error, opts ...option) error { return resend(fn, opts...) }

// OwnDefault has asked what is asked if nobody says anything else.
func OwnDefault(ctx context.Context, c *api.Client, m api.Message) error {
	return resend(func() error { return send(ctx, c, m) })
}

// isTransient is what is asked if nobody says anything else.
func isTransient(err error) bool {
	var code codes.ResponseCode
	if errors.As(err, &code) {
		return code.Retryable() || code == codes.ResponseInvalidIP // want "2 InvalidIP of class never"
	}
	return true
}

// OwnPatient asks whether somebody has given up.
func OwnPatient(ctx context.Context, c *api.Client, m api.Message) error {
	return resend(func() error { return send(ctx, c, m) }, only(notGivenUp)) // want "and 10 more of class never"
}

// OwnPatientOnce does so for one try.
func OwnPatientOnce(ctx context.Context, c *api.Client, m api.Message) error {
	return resend(func() error { return send(ctx, c, m) }, only(notGivenUp), upTo(1))
}

// OwnPassing asks for the code.
func OwnPassing(ctx context.Context, c *api.Client, m api.Message) error {
	return resend(func() error { return send(ctx, c, m) }, upTo(4), only(passes))
}

// OwnHanded has another function hand the options on.
func OwnHanded(ctx context.Context, c *api.Client, m api.Message) error {
	return resendAs(func() error { return send(ctx, c, m) }, only(notGivenUp)) // want "and 10 more of class never"
}

// OwnHandedPassing asks for the code.
func OwnHandedPassing(ctx context.Context, c *api.Client, m api.Message) error {
	return resendAs(func() error { return send(ctx, c, m) }, only(passes), upTo(3))
}

// OwnHandedOnce tries once.
func OwnHandedOnce(ctx context.Context, c *api.Client, m api.Message) error {
	return resendAs(func() error { return send(ctx, c, m) }, only(notGivenUp), upTo(1))
}
