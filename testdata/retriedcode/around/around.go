// Package around sends messages, and puts errors around what the API says.
package around

import (
	"context"
	"log"
	"time"

	"github.com/pkg/errors"
	"golang.org/x/xerrors"

	"example.test/programs/retriedcode/api"
	"github.com/errcodelint/errcodelint/codes"
)

const maxTries = 4

var (
	errBusy    = errors.New("the API is busy")
	errRefused = errors.New("the API has refused it")
)

type reply struct {
	Code codes.ResponseCode `json:"responseCode"`
}

func post(ctx context.Context, c *api.Client, m api.Message) (codes.ResponseCode, error) {
	var r reply
	err := c.Post(ctx, "/sms", m, &r)
	return r.Code, errors.WithStack(err)
}

// send wraps nil as well as an error.
func send(ctx context.Context, c *api.Client, m api.Message) error {
	code, err := post(ctx, c, m)
	if err != nil {
		return err
	}
	return errors.Wrapf(code.Err(), "to %s", m.To)
}

// Wrapped goes on whatever it is.
func Wrapped(ctx context.Context, c *api.Client, m api.Message) (err error) {
	for range maxTries { // want "10 CouldNotRoute and 10 more of class never"
		if err = send(ctx, c, m); err == nil {
			return nil
		}
		time.Sleep(c.Unit)
	}
	return errors.WithMessage(err, "given up")
}

// WrappedSome looks for one code behind what is around it.
func WrappedSome(ctx context.Context, c *api.Client, m api.Message) (err error) {
	for range maxTries { // want "1 InvalidCredentials, .* and for 7 PrepaidAccountExpired, 301 NoWhatsAppSession of class fix"
		var code codes.ResponseCode
		err = errors.Wrap(send(ctx, c, m), "again")
		if err == nil || errors.As(err, &code) && code == codes.ResponseInsufficientCredit {
			return err
		}
		time.Sleep(c.Unit)
	}
	return err
}

// WrappedOnce looks for all that may pass.
func WrappedOnce(ctx context.Context, c *api.Client, m api.Message) (err error) {
	for range maxTries {
		var code codes.ResponseCode
		err = errors.Wrap(send(ctx, c, m), "again")
		if err == nil || errors.As(err, &code) && !code.Retryable() {
			return err
		}
		time.Sleep(c.Unit)
	}
	return err
}

// class has an error for each class.
func class(ctx context.Context, c *api.Client, m api.Message) error {
	code, err := post(ctx, c, m)
	switch {
	case err != nil:
		return err
	case code == codes.ResponseSuccess:
		return nil
	case code.Retryable():
		return errors.Wrapf(errBusy, "code %d", code)
	}
	return errors.Wrapf(errRefused, "code %d", code)
}

// CauseOnce asks what is behind all.
func CauseOnce(ctx context.Context, c *api.Client, m api.Message) (err error) {
	for range maxTries {
		if err = class(ctx, c, m); err == nil || errors.Cause(err) == errRefused {
			return err
		}
		time.Sleep(c.Unit)
	}
	return err
}

// CauseSwitched asks it by a switch.
func CauseSwitched(ctx context.Context, c *api.Client, m api.Message) (err error) {
	for range maxTries {
		if err = class(ctx, c, m); err == nil {
			return nil
		}
		switch errors.Cause(err) {
		case errRefused:
			return err
		case errBusy:
			time.Sleep(c.Unit)
		}
	}
	return err
}

// CauseNamed has a name for it.
func CauseNamed(ctx context.Context, c *api.Client, m api.Message) (err error) {
	for range maxTries {
		if err = class(ctx, c, m); err == nil {
			return nil
		}
		cause := errors.Cause(err)
		if cause == errRefused {
			return err
		}
		time.Sleep(c.Unit)
	}
	return err
}

// CauseIgnored only tells of it.
func CauseIgnored(ctx context.Context, c *api.Client, m api.Message) (err error) {
	for range maxTries { // want "10 CouldNotRoute and 10 more of class never"
		if err = class(ctx, c, m); err == nil {
			return nil
		}
		log.Print(errors.Cause(err))
		time.Sleep(c.Unit)
	}
	return err
}

// Extended wraps by %w, of another module.
func Extended(ctx context.Context, c *api.Client, m api.Message) (err error) {
	for range maxTries { // want "10 CouldNotRoute and 9 more of class never"
		code, bad := post(ctx, c, m)
		if bad != nil {
			return bad
		}
		if code == codes.ResponseSuccess {
			return nil
		}
		err = xerrors.Errorf("to %s: %w", m.To, code)
		if errors.Is(err, codes.ResponseInvalidRecipient) {
			return err
		}
	}
	return err
}

// ExtendedOnce asks that for all.
func ExtendedOnce(ctx context.Context, c *api.Client, m api.Message) (err error) {
	for range maxTries {
		code, bad := post(ctx, c, m)
		if bad != nil {
			return bad
		}
		if code == codes.ResponseSuccess {
			return nil
		}
		err = xerrors.Errorf("to %s: %w", m.To, code)
		var found codes.ResponseCode
		if xerrors.As(err, &found) && !found.Retryable() {
			return err
		}
	}
	return err
}
