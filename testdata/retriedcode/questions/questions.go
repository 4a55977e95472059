// Package questions asks errors by their methods whether they may pass.
package questions

import (
	"context"
	"errors"
	"time"

	"example.test/programs/retriedcode/api"
	"github.com/errcodelint/errcodelint/codes"
)

type reply struct {
	Code    codes.ResponseCode `json:"responseCode"`
	Message string             `json:"responseMessage"`
}

func ask(ctx context.Context, c *api.Client, m api.Message) (r reply, err error) {
	err = c.Post(ctx, "/sms", m, &r)
	return r, err
}

// temporary is what errors are asked by.
type temporary interface{ Temporary() bool }

func isTemporary(err error) bool {
	var t temporary
	return errors.As(err, &t) && t.Temporary()
}

// An always says that it may pass whatever it is.
type always struct{ code codes.ResponseCode }

func (a *always) Error() string   { return a.code.Error() }
func (a *always) Temporary() bool { return true }

func sendAlways(ctx context.Context, c *api.Client, m api.Message) error {
	r, err := ask(ctx, c, m)
	if err == nil && r.Code != codes.ResponseSuccess {
		err = &always{r.Code}
	}
	return err
}

// Always has a function ask by an interface.
func Always(ctx context.Context, c *api.Client, m api.Message) error {
	for { // want "and 10 more of class never"
		err := sendAlways(ctx, c, m)
		if !isTemporary(err) {
			return err
		}
		time.Sleep(c.Unit)
	}
}

// AlwaysUnnamed has one ask by an interface without a name.
func AlwaysUnnamed(ctx context.Context, c *api.Client, m api.Message) error {
	for { // want "and 10 more of class never"
		err := sendAlways(ctx, c, m)
		if !passing(err) {
			return err
		}
		time.Sleep(c.Unit)
	}
}

func passing(err error) bool {
	var t interface {
		error
		Temporary() bool
	}
	return errors.As(err, &t) && t.Temporary()
}

// AlwaysAsserted has one that looks at the error itself.
func AlwaysAsserted(ctx context.Context, c *api.Client, m api.Message) error {
	for { // want "and 10 more of class never"
		err := sendAlways(ctx, c, m)
		if !asserted(err) {
			return err
		}
		time.Sleep(c.Unit)
	}
}

func asserted(err error) bool {
	t, ok := err.(temporary)
	return ok && t.Temporary()
}

// AlwaysFinal asks whether it is final.
func AlwaysFinal(ctx context.Context, c *api.Client, m api.Message) (err error) {
	for range 3 { // want "and 10 more of class never"
		if err = sendAlways(ctx, c, m); err == nil || final(err) {
			return err
		}
		time.Sleep(c.Unit)
	}
	return err
}

func final(err error) bool {
	var t temporary
	return errors.As(err, &t) && !t.Temporary()
}

// A flagged error knows it from the beginning.
type flagged struct {
	code  codes.ResponseCode
	again bool
}

func (f *flagged) Error() string   { return f.code.Error() }
func (f *flagged) Temporary() bool { return f.again }

func sendFlagged(ctx context.Context, c *api.Client, m api.Message) error {
	r, err := ask(ctx, c, m)
	if err == nil && r.Code != codes.ResponseSuccess {
		return &flagged{code: r.Code, again: r.Code != codes.ResponseInvalidRecipient && r.Code != codes.ResponseInsufficientCredit}
	}
	return err
}

// Flagged asks one that knows it.
func Flagged(ctx context.Context, c *api.Client, m api.Message) error {
	for { // want "10 CouldNotRoute and 9 more of class never"
		err := sendFlagged(ctx, c, m)
		if !isTemporary(err) {
			return err
		}
		time.Sleep(c.Unit)
	}
}

// FlaggedInline asks where it is found.
func FlaggedInline(ctx context.Context, c *api.Client, m api.Message) (err error) {
	for range 3 { // want "10 CouldNotRoute and 9 more of class never"
		if err = sendFlagged(ctx, c, m); err == nil {
			return nil
		}
		var f *flagged
		if !errors.As(err, &f) || !f.Temporary() {
			return err
		}
		time.Sleep(c.Unit)
	}
	return err
}

func sendSure(ctx context.Context, c *api.Client, m api.Message) error {
	r, err := ask(ctx, c, m)
	if err == nil && r.Code != codes.ResponseSuccess {
		return &flagged{r.Code, r.Code.Retryable()}
	}
	return err
}

// FlaggedPassing asks one that is right.
func FlaggedPassing(ctx context.Context, c *api.Client, m api.Message) error {
	for {
		err := sendSure(ctx, c, m)
		if !isTemporary(err) {
			return err
		}
		time.Sleep(c.Unit)
	}
}

// FlaggedPassingInline asks it where it is found.
func FlaggedPassingInline(ctx context.Context, c *api.Client, m api.Message) error {
	for {
		err := sendSure(ctx, c, m)
		if t, ok := err.(interface{ Temporary() bool }); !ok || !t.Temporary() {
			return err
		}
		time.Sleep(c.Unit)
	}
}

// A kind of error.
type kind int

const (
	transport kind = iota
	busy
	refused
)

func kindOf(code codes.ResponseCode) kind {
	switch code {
	case codes.ResponseThrottlingRateExceeded, codes.ResponseSystemError, codes.ResponseSpamThresholdExceeded:
		return busy
	}
	return refused
}

// A failure knows of what kind it is.
type failure struct {
	kind kind
	code codes.ResponseCode
	err  error
}

func (f *failure) Error() string   { return f.code.Error() }
func (f *failure) Unwrap() error   { return f.err }
func (f *failure) Temporary() bool { return f.kind == transport || f.kind == busy }

func sendKind(ctx context.Context, c *api.Client, m api.Message) error {
	r, err := ask(ctx, c, m)
	switch {
	case err != nil:
		return &failure{kind: transport, err: err}
	case r.Code != codes.ResponseSuccess:
		return &failure{kind: kindOf(r.Code), code: r.Code}
	}
	return nil
}

// Kind asks one that knows of what kind it is.
func Kind(ctx context.Context, c *api.Client, m api.Message) error {
	for { // want "for 19 SpamThresholdExceeded of class never"
		err := sendKind(ctx, c, m)
		var f *failure
		if !errors.As(err, &f) || !f.Temporary() {
			return err
		}
		time.Sleep(c.Unit)
	}
}

// KindAsked has a function ask.
func KindAsked(ctx context.Context, c *api.Client, m api.Message) error {
	for { // want "for 19 SpamThresholdExceeded of class never"
		err := sendKind(ctx, c, m)
		if !isTemporary(err) {
			return err
		}
		time.Sleep(c.Unit)
	}
}

// KindAsserted looks at the error itself.
func KindAsserted(ctx context.Context, c *api.Client, m api.Message) error {
	for { // want "for 19 SpamThresholdExceeded of class never"
		err := sendKind(ctx, c, m)
		if t, ok := err.(temporary); !ok || !t.Temporary() {
			return err
		}
		time.Sleep(c.Unit)
	}
}

// A vague error asks what has nothing to do with a code.
type vague struct {
	code  codes.ResponseCode
	words string
}

func (v *vague) Error() string   { return v.code.Error() }
func (v *vague) Temporary() bool { return v.words == "Account maximum throttling rate is exceeded" }

func sendVague(ctx context.Context, c *api.Client, m api.Message) error {
	r, err := ask(ctx, c, m)
	if err == nil && r.Code != codes.ResponseSuccess {
		return &vague{r.Code, r.Message}
	}
	return err
}

// Vague asks one of which nobody knows.
func Vague(ctx context.Context, c *api.Client, m api.Message) error {
	for {
		err := sendVague(ctx, c, m)
		if !isTemporary(err) {
			return err
		}
		time.Sleep(c.Unit)
	}
}

// VagueUnnamed asks it by an interface without a name.
func VagueUnnamed(ctx context.Context, c *api.Client, m api.Message) error {
	for {
		err := sendVague(ctx, c, m)
		if !passing(err) {
			return err
		}
		time.Sleep(c.Unit)
	}
}

// VagueInline asks it where it is found.
func VagueInline(ctx context.Context, c *api.Client, m api.Message) error {
	for {
		err := sendVague(ctx, c, m)
		if t, ok := err.(temporary); !ok || !t.Temporary() {
			return err
		}
		time.Sleep(c.Unit)
	}
}
