// Package ports sends by interfaces: what is behind them turns codes into errors.
package ports

import (
	"context"
	"errors"
	"fmt"
	"log"
	"time"

	"example.test/programs/retriedcode/api"
	"example.test/programs/retriedcode/gateway"
	"github.com/errcodelint/errcodelint/codes"
)

const maxTries = 4

var errTooOften = errors.New("tried too often")

// A Sender sends a text.
type Sender interface {
	Send(ctx context.Context, to, text string) error
}

type reply struct {
	Code codes.ResponseCode `json:"responseCode"`
}

// sms is the only one that asks the API.
type sms struct {
	api  *api.Client
	from string
}

func (s *sms) Send(ctx context.Context, to, text string) error {
	var r reply
	if err := s.api.Post(ctx, "/sms", api.Message{From: s.from, To: to, Text: text}, &r); err != nil {
		return err
	}
	if err := r.Code.Err(); err != nil {
		return fmt.Errorf("message to %s: %w", to, err)
	}
	return nil
}

// dry is for trials.
type dry struct{}

func (dry) Send(_ context.Context, to, _ string) error {
	log.Printf("would send to %s", to)
	return nil
}

// timed tells how long it took.
type timed struct{ next Sender }

func (t timed) Send(ctx context.Context, to, text string) error {
	start := time.Now()
	err := t.next.Send(ctx, to, text)
	log.Printf("%s: %v", time.Since(start), err)
	return err
}

func senderOf(c *api.Client, m api.Message) Sender { return timed{&sms{c, m.From}} }

// Again sends again for every code.
func Again(ctx context.Context, c *api.Client, m api.Message) error {
	s := senderOf(c, m)
	var err error
	for range maxTries { // want "this loop sends the same request again .* and 10 more of class never"
		if err = s.Send(ctx, m.To, m.Text); err == nil {
			return nil
		}
		time.Sleep(c.Unit)
	}
	return err
}

// AgainIfItHelps asks the code in the error.
func AgainIfItHelps(ctx context.Context, c *api.Client, m api.Message) error {
	s := senderOf(c, m)
	var err error
	for range maxTries {
		if err = s.Send(ctx, m.To, m.Text); err == nil {
			return nil
		}
		var code codes.ResponseCode
		if errors.As(err, &code) && !code.Retryable() {
			return err
		}
		time.Sleep(c.Unit)
	}
	return err
}

// A service has its sender in a field.
type service struct{ sender Sender }

func (s *service) deliver(ctx context.Context, m api.Message) error {
	if err := s.sender.Send(ctx, m.To, m.Text); err != nil {
		return fmt.Errorf("deliver: %w", err)
	}
	return nil
}

// AgainByService goes through a method that goes through the interface.
func AgainByService(ctx context.Context, c *api.Client, m api.Message) error {
	s := &service{senderOf(c, m)}
	for try := 1; ; try++ { // want "and 10 more of class never"
		err := s.deliver(ctx, m)
		if err == nil || try == maxTries {
			return err
		}
	}
}

// AgainByServiceIfItHelps leaves for what stays.
func AgainByServiceIfItHelps(ctx context.Context, c *api.Client, m api.Message) error {
	s := &service{senderOf(c, m)}
	for try := 1; ; try++ {
		err := s.deliver(ctx, m)
		if err == nil || try == maxTries {
			return err
		}
		if !errors.Is(err, codes.ResponseThrottlingRateExceeded) {
			return err
		}
	}
}

// A Poster knows nothing of codes: what is behind it returns errors of the transport alone.
type Poster interface {
	Post(ctx context.Context, path string, in, out any) error
}

// ByPoster sends again what did not get through.
func ByPoster(ctx context.Context, c *api.Client, m api.Message) error {
	var p Poster = c
	for range maxTries {
		var r reply
		if err := p.Post(ctx, "/sms", m, &r); err != nil {
			continue
		}
		return r.Code.Err()
	}
	return errTooOften
}

// A Strict one returns errors for what is over, and nil for what passes: its callers ask later.
type Strict interface {
	Try(ctx context.Context, m api.Message) error
}

type final struct{ api *api.Client }

var errPassing = errors.New("passes")

func (f final) Try(ctx context.Context, m api.Message) error {
	var r reply
	if err := f.api.Post(ctx, "/sms", m, &r); err != nil {
		return err
	}
	if r.Code.Retryable() {
		return errPassing
	}
	return r.Code.Err()
}

// ByStrict goes round for what passes alone.
func ByStrict(ctx context.Context, c *api.Client, m api.Message) error {
	var s Strict = final{c}
	for range maxTries {
		err := s.Try(ctx, m)
		if !errors.Is(err, errPassing) {
			return err
		}
	}
	return errTooOften
}

// ByStrictTurned has it the wrong way round.
func ByStrictTurned(ctx context.Context, c *api.Client, m api.Message) error {
	var s Strict = final{c}
	for range maxTries { // want "and 10 more of class never"
		err := s.Try(ctx, m)
		if err == nil || errors.Is(err, errPassing) {
			return err
		}
	}
	return errTooOften
}

// A Channel has two that ask the API in ways of their own: what comes back, nobody knows.
type Channel interface {
	Push(ctx context.Context, m api.Message) error
}

type (
	loud struct{ api *api.Client }
	calm struct{ api *api.Client }
)

func (l loud) Push(ctx context.Context, m api.Message) error {
	var r reply
	if err := l.api.Post(ctx, "/sms", m, &r); err != nil {
		return err
	}
	return r.Code.Err()
}

// Push has errors for what passes alone.
func (q calm) Push(ctx context.Context, m api.Message) error {
	var r reply
	if err := q.api.Post(ctx, "/sms", m, &r); err != nil {
		return err
	}
	if r.Code.Retryable() {
		return r.Code
	}
	return nil
}

// ByChannel is given the one that is calm.
func ByChannel(ctx context.Context, c *api.Client, m api.Message) error {
	var ch Channel = calm{c}
	for range maxTries {
		if err := ch.Push(ctx, m); err == nil {
			return nil
		}
	}
	return errTooOften
}

// A Deliverer is what this package wants of another's client.
type Deliverer interface {
	Deliver(ctx context.Context, to, text string) (string, error)
}

// ByDeliverer sends by a client of another package.
func ByDeliverer(ctx context.Context, c *api.Client, m api.Message) error {
	var d Deliverer = &gateway.Gateway{API: c, From: m.From}
	for range maxTries { // want "and 10 more of class never"
		_, err := d.Deliver(ctx, m.To, m.Text)
		if err == nil {
			return nil
		}
		log.Print(err)
	}
	return errTooOften
}

// ByDelivererIfItHelps asks that package.
func ByDelivererIfItHelps(ctx context.Context, c *api.Client, m api.Message) error {
	var d Deliverer = &gateway.Gateway{API: c, From: m.From}
	for range maxTries {
		_, err := d.Deliver(ctx, m.To, m.Text)
		if err == nil {
			return nil
		}
		if gateway.Final(err) {
			return err
		}
	}
	return errTooOften
}
