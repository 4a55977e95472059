// Package matched has errors that say themselves what they match.
package matched

import (
	"context"
	"errors"
	"time"

	"github.com/errcodelint/errcodelint/codes"
)

// What became of a message.
var (
	ErrTemporary = errors.New("try again later")
	ErrPermanent = errors.New("refused for good")
)

type refusal struct {
	code codes.ResponseCode
	op   string
}

func (r *refusal) Error() string { return r.op + ": " + r.code.String() }

// Is matches one of the two.
func (r *refusal) Is(target error) bool {
	if r.code.Retryable() {
		return target == ErrTemporary
	}
	return target == ErrPermanent
}

type gateway interface {
	Post(ctx context.Context, path string, in, out any) error
}

func submit(ctx context.Context, g gateway, text string) error {
	var r struct {
		Code codes.ResponseCode `json:"responseCode"`
	}
	if err := g.Post(ctx, "/sms", text, &r); err != nil {
		return err
	}
	if r.Code == codes.ResponseSuccess {
		return nil
	}
	return &refusal{r.Code, "submit"}
}

// Matching asks the error itself.
func Matching(ctx context.Context, g gateway, text string) error {
	for {
		err := submit(ctx, g, text)
		if err == nil || errors.Is(err, ErrPermanent) {
			return err
		}
		time.Sleep(time.Second)
	}
}

// Canceled asks only whether anybody waits.
func Canceled(ctx context.Context, g gateway, text string) error {
	for { // want "retriedcode: this loop sends the same request again .line 64. for 1 InvalidCredentials, .* and 10 more of class never"
		err := submit(ctx, g, text)
		if err == nil || errors.Is(err, context.Canceled) {
			return err
		}
		time.Sleep(time.Second)
	}
}
