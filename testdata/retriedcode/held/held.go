// Package held calls functions that variables and fields hold.
package held

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

type reply struct {
	Code codes.ResponseCode `json:"responseCode"`
	ID   string             `json:"messageId"`
}

// A sender sends for one account.
type sender struct{ api *api.Client }

// Send sends a message once.
func (s *sender) Send(ctx context.Context, m api.Message) error {
	var r reply
	if err := s.api.Post(ctx, "/sms", m, &r); err != nil {
		return err
	}
	if r.Code != codes.ResponseSuccess {
		return fmt.Errorf("message to %s: %w", m.To, r.Code)
	}
	return nil
}

func (s *sender) ask(ctx context.Context, m api.Message) (codes.ResponseCode, error) {
	var r reply
	err := s.api.Post(ctx, "/sms", m, &r)
	return r.Code, err
}

func retryable(err error) bool {
	var code codes.ResponseCode
	return errors.As(err, &code) && code.Retryable()
}

// Method holds a method.
func Method(ctx context.Context, c *api.Client, m api.Message) (err error) {
	s := &sender{c}
	send := s.Send
	for range maxTries { // want "for 1 InvalidCredentials, 2 InvalidIP"
		if err = send(ctx, m); err == nil {
			return nil
		}
		time.Sleep(c.Unit)
	}
	return err
}

// MethodRetryable looks at its error.
func MethodRetryable(ctx context.Context, c *api.Client, m api.Message) (err error) {
	s := &sender{c}
	send := s.Send
	for range maxTries {
		if err = send(ctx, m); !retryable(err) {
			return err
		}
		time.Sleep(c.Unit)
	}
	return err
}

// MethodCode holds one that returns the code.
func MethodCode(ctx context.Context, c *api.Client, m api.Message) error {
	ask := (&sender{c}).ask
	for range maxTries { // want "for 1 InvalidCredentials, 2 InvalidIP"
		code, err := ask(ctx, m)
		if err != nil {
			return err
		}
		if code == codes.ResponseSuccess {
			return nil
		}
		time.Sleep(c.Unit)
	}
	return errGivenUp
}

// MethodCodeRetryable asks it for more.
func MethodCodeRetryable(ctx context.Context, c *api.Client, m api.Message) error {
	ask := (&sender{c}).ask
	for range maxTries {
		code, err := ask(ctx, m)
		if err != nil {
			return err
		}
		if !code.Retryable() {
			return code.Err()
		}
		time.Sleep(c.Unit)
	}
	return errGivenUp
}

func post(ctx context.Context, c *api.Client, m api.Message) error {
	return (&sender{c}).Send(ctx, m)
}

// Function holds a function.
func Function(ctx context.Context, c *api.Client, m api.Message) error {
	deliver := post
	for i := 0; ; i++ { // want "for 1 InvalidCredentials, 2 InvalidIP"
		err := deliver(ctx, c, m)
		if err == nil || i == maxTries {
			return err
		}
		time.Sleep(c.Unit)
	}
}

// FunctionRetryable looks at its error.
func FunctionRetryable(ctx context.Context, c *api.Client, m api.Message) error {
	deliver := post
	for i := 0; ; i++ {
		err := deliver(ctx, c, m)
		if err == nil || i == maxTries || !retryable(err) {
			return err
		}
		time.Sleep(c.Unit)
	}
}

// Literal holds what calls one.
func Literal(ctx context.Context, c *api.Client, m api.Message) (err error) {
	s := &sender{c}
	attempt := func() error { return s.Send(ctx, m) }
	for range maxTries { // want "for 1 InvalidCredentials, 2 InvalidIP"
		if err = attempt(); err == nil {
			return nil
		}
		time.Sleep(c.Unit)
	}
	return err
}

// LiteralRetryable looks at its error.
func LiteralRetryable(ctx context.Context, c *api.Client, m api.Message) (err error) {
	s := &sender{c}
	attempt := func() error { return s.Send(ctx, m) }
	for range maxTries {
		if err = attempt(); err == nil || !retryable(err) {
			return err
		}
		time.Sleep(c.Unit)
	}
	return err
}

// A notifier calls what it is made with.
type notifier struct {
	send  func(context.Context, api.Message) error
	pause time.Duration
}

func newNotifier(c *api.Client) *notifier {
	return &notifier{send: (&sender{c}).Send, pause: c.Unit}
}

// Field calls what is in a field.
func Field(ctx context.Context, c *api.Client, m api.Message) error {
	return newNotifier(c).notify(ctx, m)
}

func (n *notifier) notify(ctx context.Context, m api.Message) (err error) {
	for range maxTries { // want "for 1 InvalidCredentials, 2 InvalidIP"
		if err = n.send(ctx, m); err == nil {
			return nil
		}
		time.Sleep(n.pause)
	}
	return err
}

// FieldRetryable looks at its error.
func FieldRetryable(ctx context.Context, c *api.Client, m api.Message) error {
	return newNotifier(c).notifyRetryable(ctx, m)
}

func (n *notifier) notifyRetryable(ctx context.Context, m api.Message) (err error) {
	for range maxTries {
		if err = n.send(ctx, m); err == nil || !retryable(err) {
			return err
		}
		time.Sleep(n.pause)
	}
	return err
}

// An outbox has its function from whoever makes it.
type outbox struct {
	deliver func(context.Context, *api.Client, api.Message) error
	tries   int
}

func newOutbox(deliver func(context.Context, *api.Client, api.Message) error) *outbox {
	return &outbox{deliver: deliver, tries: maxTries}
}

// Given has its constructor given what it calls.
func Given(ctx context.Context, c *api.Client, m api.Message) error {
	return newOutbox(post).flush(ctx, c, m)
}

func (o *outbox) flush(ctx context.Context, c *api.Client, m api.Message) error {
	for i := 0; i < o.tries; i++ { // want "for 1 InvalidCredentials, 2 InvalidIP"
		err := o.deliver(ctx, c, m)
		if err == nil {
			return nil
		}
		time.Sleep(c.Unit)
	}
	return errGivenUp
}

// A worker has what it calls set later, and what says whether to go on.
type worker struct {
	client  *sender
	do      func(ctx context.Context, m api.Message) (codes.ResponseCode, error)
	passing func(codes.ResponseCode) bool
}

func (w *worker) init() {
	w.do = w.client.ask
	w.passing = func(code codes.ResponseCode) bool { return code.Retryable() }
}

// Set calls what was set.
func Set(ctx context.Context, c *api.Client, m api.Message) error {
	w := &worker{client: &sender{c}}
	w.init()
	return w.run(ctx, m)
}

func (w *worker) run(ctx context.Context, m api.Message) error {
	for range maxTries { // want "for 1 InvalidCredentials, 2 InvalidIP"
		if code, err := w.do(ctx, m); err == nil && code == codes.ResponseSuccess {
			return nil
		}
	}
	return errGivenUp
}

// SetPassing asks what was set.
func SetPassing(ctx context.Context, c *api.Client, m api.Message) error {
	w := &worker{client: &sender{c}}
	w.init()
	return w.runPassing(ctx, m)
}

func (w *worker) runPassing(ctx context.Context, m api.Message) error {
	for range maxTries {
		code, err := w.do(ctx, m)
		if err == nil && code == codes.ResponseSuccess {
			return nil
		}
		if !w.passing(code) {
			return code.Err()
		}
	}
	return errGivenUp
}

// A courier has a function that makes its request, and one that looks at the outcome.
type courier struct {
	post  func(ctx context.Context, m api.Message) (reply, error)
	check func(reply) error
}

func newCourier(c *api.Client) courier {
	return courier{
		post: func(ctx context.Context, m api.Message) (r reply, err error) {
			err = c.Post(ctx, "/sms", m, &r)
			return r, err
		},
		check: func(r reply) error {
			if r.Code == codes.ResponseSuccess {
				return nil
			}
			return r.Code
		},
	}
}

// Literals calls literals.
func Literals(ctx context.Context, c *api.Client, m api.Message) error {
	return newCourier(c).deliver(ctx, m)
}

func (c courier) deliver(ctx context.Context, m api.Message) (err error) {
	for range maxTries { // want "for 1 InvalidCredentials, 2 InvalidIP"
		r, err := c.post(ctx, m)
		if err != nil {
			return err
		}
		if err = c.check(r); err == nil {
			return nil
		}
	}
	return errGivenUp
}

// LiteralsRetryable looks at their error.
func LiteralsRetryable(ctx context.Context, c *api.Client, m api.Message) error {
	return newCourier(c).deliverRetryable(ctx, m)
}

func (c courier) deliverRetryable(ctx context.Context, m api.Message) (err error) {
	for range maxTries {
		r, err := c.post(ctx, m)
		if err != nil {
			return err
		}
		if err = c.check(r); err == nil || !retryable(err) {
			return err
		}
	}
	return errGivenUp
}

// A relay has one of two functions.
type relay struct {
	send func(context.Context, *api.Client, api.Message) error
}

func dry(context.Context, *api.Client, api.Message) error { return nil }

func newRelay(test bool) *relay {
	if test {
		return &relay{send: dry}
	}
	return &relay{send: careful}
}

func careful(ctx context.Context, c *api.Client, m api.Message) error {
	if err := post(ctx, c, m); retryable(err) {
		return err
	}
	return nil
}

// Either has one that takes care.
func Either(ctx context.Context, c *api.Client, m api.Message) (err error) {
	r := newRelay(false)
	for range maxTries {
		if err = r.send(ctx, c, m); err == nil {
			return nil
		}
	}
	return err
}
