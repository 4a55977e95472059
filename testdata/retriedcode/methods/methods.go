// Package methods asks by methods what has come of a message.
package methods

import (
	"context"
	"errors"
	"fmt"
	"time"

	"example.test/programs/retriedcode/api"
	"github.com/errcodelint/errcodelint/codes"
)

var errGivenUp = errors.New("given up")

const maxTries = 4

// An outcome is what has come of a message.
type outcome struct {
	id   string
	code codes.ResponseCode
	err  error
}

func (o outcome) OK() bool     { return o.err == nil && o.code == codes.ResponseSuccess }
func (o outcome) Again() bool  { return o.err != nil || o.code.Retryable() }
func (o *outcome) Bad() bool   { return !o.OK() }
func (o outcome) Failed() bool { return o.err != nil }

type reply struct {
	Code codes.ResponseCode `json:"responseCode"`
	ID   string             `json:"messageId"`
}

func once(ctx context.Context, c *api.Client, m api.Message) outcome {
	var r reply
	if err := c.Post(ctx, "/sms", m, &r); err != nil {
		return outcome{err: err}
	}
	return outcome{id: r.ID, code: r.Code}
}

// Fine asks whether all went well.
func Fine(ctx context.Context, c *api.Client, m api.Message) error {
	for range maxTries { // want "for 1 InvalidCredentials, 2 InvalidIP"
		if o := once(ctx, c, m); o.OK() {
			return nil
		}
		time.Sleep(c.Unit)
	}
	return errGivenUp
}

// FineOrFinal asks for more.
func FineOrFinal(ctx context.Context, c *api.Client, m api.Message) error {
	for range maxTries {
		o := once(ctx, c, m)
		if o.OK() {
			return nil
		}
		if !o.Again() {
			return o.code.Err()
		}
		time.Sleep(c.Unit)
	}
	return errGivenUp
}

// FineAtOnce asks what is in no variable.
func FineAtOnce(ctx context.Context, c *api.Client, m api.Message) error {
	for range maxTries { // want "for 1 InvalidCredentials, 2 InvalidIP"
		if once(ctx, c, m).OK() {
			return nil
		}
		time.Sleep(c.Unit)
	}
	return errGivenUp
}

// WhileAgain asks so for more.
func WhileAgain(ctx context.Context, c *api.Client, m api.Message) error {
	for range maxTries {
		if !once(ctx, c, m).Again() {
			return nil
		}
		time.Sleep(c.Unit)
	}
	return errGivenUp
}

// Bad asks a pointer's method.
func Bad(ctx context.Context, c *api.Client, m api.Message) error {
	var o outcome
	for try := 0; try < maxTries; try++ { // want "for 1 InvalidCredentials, 2 InvalidIP"
		o = once(ctx, c, m)
		if !o.Bad() {
			return nil
		}
		time.Sleep(c.Unit)
	}
	return o.code
}

// BadHead asks it in the loop's head.
func BadHead(ctx context.Context, c *api.Client, m api.Message) error {
	o := outcome{err: errGivenUp}
	for try := 0; try < maxTries && o.Bad(); try++ { // want "for 1 InvalidCredentials, 2 InvalidIP"
		o = once(ctx, c, m)
		time.Sleep(c.Unit)
	}
	return o.code.Err()
}

// AgainHead asks there for more.
func AgainHead(ctx context.Context, c *api.Client, m api.Message) error {
	o := outcome{err: errGivenUp}
	for try := 0; try < maxTries && o.Again(); try++ {
		o = once(ctx, c, m)
		time.Sleep(c.Unit)
	}
	return o.code.Err()
}

// A result knows of the reply only by an error.
type result struct {
	id  string
	err error
}

func (r result) Sent() bool   { return r.err == nil }
func (r *result) Worth() bool { return retryable(r.err) }
func (r result) Rejected() bool {
	var code codes.ResponseCode
	return errors.As(r.err, &code) && !code.Retryable()
}

func retryable(err error) bool {
	var code codes.ResponseCode
	return errors.As(err, &code) && code.Retryable()
}

func try(ctx context.Context, c *api.Client, m api.Message) *result {
	var r reply
	if err := c.Post(ctx, "/sms", m, &r); err != nil {
		return &result{err: err}
	}
	if err := r.Code.Err(); err != nil {
		return &result{err: fmt.Errorf("message for %s: %w", m.To, err)}
	}
	return &result{id: r.ID}
}

// Sent asks a result for its error.
func Sent(ctx context.Context, c *api.Client, m api.Message) error {
	for range maxTries { // want "for 1 InvalidCredentials, 2 InvalidIP"
		if r := try(ctx, c, m); r.Sent() {
			return nil
		}
		time.Sleep(c.Unit)
	}
	return errGivenUp
}

// SentOrRejected asks for codes in that.
func SentOrRejected(ctx context.Context, c *api.Client, m api.Message) error {
	for range maxTries {
		r := try(ctx, c, m)
		if r.Sent() || r.Rejected() {
			return r.err
		}
		time.Sleep(c.Unit)
	}
	return errGivenUp
}

// SentOrNotWorth asks for the class.
func SentOrNotWorth(ctx context.Context, c *api.Client, m api.Message) error {
	for i := 0; i < maxTries; i++ {
		r := try(ctx, c, m)
		switch {
		case r.Sent():
			return nil
		case r.Worth():
			time.Sleep(c.Unit)
		default:
			return r.err
		}
	}
	return errGivenUp
}

func (r reply) OK() bool       { return r.Code == codes.ResponseSuccess }
func (r *reply) Passing() bool { return r.Code.Retryable() }

func send(ctx context.Context, c *api.Client, m api.Message) (reply, error) {
	var r reply
	err := c.Post(ctx, "/sms", m, &r)
	return r, err
}

// repeat calls an operation until a predicate likes what it brings.
func repeat[T any](n int, pause time.Duration, op func() (T, error), enough func(T) bool) (T, error) {
	var v T
	var err error
	for range n {
		if v, err = op(); err != nil || enough(v) {
			return v, err
		}
		time.Sleep(pause)
	}
	return v, errGivenUp
}

// Expression hands a method expression to a helper.
func Expression(ctx context.Context, c *api.Client, m api.Message) error {
	_, err := repeat(maxTries, c.Unit, func() (reply, error) { return send(ctx, c, m) }, reply.OK) // want "for 1 InvalidCredentials, 2 InvalidIP"
	return err
}

// ExpressionOutcome hands one of an outcome.
func ExpressionOutcome(ctx context.Context, c *api.Client, m api.Message) error {
	_, err := repeat(maxTries, c.Unit, func() (outcome, error) { return once(ctx, c, m), nil }, outcome.OK) // want "for 1 InvalidCredentials, 2 InvalidIP"
	return err
}

func (r reply) settled() bool { return !r.Code.Retryable() }

// ExpressionSettled hands one that asks for more.
func ExpressionSettled(ctx context.Context, c *api.Client, m api.Message) error {
	r, err := repeat(maxTries, c.Unit, func() (reply, error) { return send(ctx, c, m) }, reply.settled)
	if err != nil {
		return err
	}
	return r.Code.Err()
}

// retryWhile calls an operation while a predicate says so.
func retryWhile(n int, pause time.Duration, op func() (*reply, error), again func(*reply) bool) (*reply, error) {
	for i := 1; ; i++ {
		r, err := op()
		if err != nil {
			return nil, err
		}
		if i == n || !again(r) {
			return r, nil
		}
		time.Sleep(pause)
	}
}

// ExpressionPointer hands one of a pointer.
func ExpressionPointer(ctx context.Context, c *api.Client, m api.Message) error {
	_, err := retryWhile(maxTries, c.Unit, func() (*reply, error) {
		r, err := send(ctx, c, m)
		return &r, err
	}, (*reply).failing)
	return err
}

// failing says yes to all that is not well.
func (r *reply) failing() bool { return r.Code != codes.ResponseSuccess } // want "for 1 InvalidCredentials, 2 InvalidIP"

// ExpressionPassing hands one that asks for more.
func ExpressionPassing(ctx context.Context, c *api.Client, m api.Message) error {
	_, err := retryWhile(maxTries, c.Unit, func() (*reply, error) {
		r, err := send(ctx, c, m)
		return &r, err
	}, (*reply).Passing)
	return err
}

// An answer has the reply within.
type answer struct {
	status int
	reply  *reply
	err    error
}

func ask(ctx context.Context, c *api.Client, m api.Message) answer {
	r := new(reply)
	if err := c.Post(ctx, "/sms", m, r); err != nil {
		return answer{err: err}
	}
	return answer{status: 200, reply: r}
}

// Within asks for the code of the reply that is within.
func Within(ctx context.Context, c *api.Client, m api.Message) error {
	for range maxTries { // want "for 1 InvalidCredentials, 2 InvalidIP"
		a := ask(ctx, c, m)
		if a.err != nil {
			return a.err
		}
		if a.reply.Code == codes.ResponseSuccess {
			return nil
		}
		time.Sleep(c.Unit)
	}
	return errGivenUp
}

// WithinPassing asks for more.
func WithinPassing(ctx context.Context, c *api.Client, m api.Message) error {
	for range maxTries {
		a := ask(ctx, c, m)
		if a.err != nil {
			return a.err
		}
		if !a.reply.Code.Retryable() {
			return a.reply.Code.Err()
		}
		time.Sleep(c.Unit)
	}
	return errGivenUp
}

// WithinMethod asks by a method of it.
func WithinMethod(ctx context.Context, c *api.Client, m api.Message) error {
	for range maxTries { // want "for 1 InvalidCredentials, 2 InvalidIP"
		a := ask(ctx, c, m)
		if a.err == nil && a.reply.OK() {
			return nil
		}
		time.Sleep(c.Unit)
	}
	return errGivenUp
}

// WithinMethodPassing asks so for more.
func WithinMethodPassing(ctx context.Context, c *api.Client, m api.Message) error {
	for range maxTries {
		a := ask(ctx, c, m)
		if a.err == nil && !a.reply.Passing() {
			return a.reply.Code.Err()
		}
		time.Sleep(c.Unit)
	}
	return errGivenUp
}

func (a *answer) good() bool { return a.err == nil && a.reply != nil && a.reply.OK() }

// WithinGood asks a method that asks another one.
func WithinGood(ctx context.Context, c *api.Client, m api.Message) error {
	for range maxTries { // want "for 1 InvalidCredentials, 2 InvalidIP"
		a := ask(ctx, c, m)
		if a.good() {
			return nil
		}
		time.Sleep(c.Unit)
	}
	return errGivenUp
}

func (a *answer) over() bool { return a.good() || a.err == nil && !a.reply.Passing() }

// WithinOver asks one that asks for more.
func WithinOver(ctx context.Context, c *api.Client, m api.Message) error {
	for range maxTries {
		a := ask(ctx, c, m)
		if a.over() {
			return nil
		}
		time.Sleep(c.Unit)
	}
	return errGivenUp
}
