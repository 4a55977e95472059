// Package refusals has errors of types of its own: what they wrap, their method Unwrap says.
package refusals

import (
	"context"

	"example.test/programs/retriedcode/api"
	"github.com/errcodelint/errcodelint/codes"
)

// A Refusal is what the API does not take.
type Refusal struct {
	To   string
	Code codes.ResponseCode
}

// Error says what was refused.
func (r *Refusal) Error() string { return "message to " + r.To + ": " + r.Code.String() }

// Unwrap returns the code.
func (r *Refusal) Unwrap() error { return r.Code }

// A Failure is what has gone wrong on the way.
type Failure struct {
	Op  string
	Err error
}

// Error says what has failed.
func (f Failure) Error() string { return f.Op + ": " + f.Err.Error() }

// Unwrap returns what has failed.
func (f Failure) Unwrap() error { return f.Err }

// A Final is a refusal that says of itself which codes it is: of all that stay, each is like another.
type Final struct{ Code codes.ResponseCode }

// Error says what was refused.
func (f Final) Error() string { return f.Code.String() }

// Is reports whether a target is a code that stays, as this one is.
func (f Final) Is(target error) bool {
	code, ok := target.(codes.ResponseCode)
	return ok && !code.Retryable() && !f.Code.Retryable()
}

// ask sends a message once.
func ask(ctx context.Context, c *api.Client, m api.Message) (codes.ResponseCode, error) {
	var r struct {
		Code codes.ResponseCode `json:"responseCode"`
	}
	err := c.Post(ctx, "/sms", m, &r)
	return r.Code, err
}

// refused sends a message once; a refusal is an error.
func refused(ctx context.Context, c *api.Client, m api.Message) error {
	code, err := ask(ctx, c, m)
	if err != nil {
		return err
	}
	if code != codes.ResponseSuccess {
		return &Refusal{To: m.To, Code: code}
	}
	return nil
}

// filled does so, and says later what the code was.
func filled(ctx context.Context, c *api.Client, m api.Message) error {
	code, err := ask(ctx, c, m)
	if err != nil || code == codes.ResponseSuccess {
		return err
	}
	r := &Refusal{To: m.To}
	r.Code = code
	return r
}

// failed does so by an error around the code.
func failed(ctx context.Context, c *api.Client, m api.Message) error {
	code, err := ask(ctx, c, m)
	if err == nil {
		err = code.Err()
	}
	if err != nil {
		return Failure{Op: "send", Err: err}
	}
	return nil
}

// final does so by an error that is like others.
func final(ctx context.Context, c *api.Client, m api.Message) error {
	code, err := ask(ctx, c, m)
	if err != nil {
		return err
	}
	if code != codes.ResponseSuccess {
		return Final{code}
	}
	return nil
}
