package others

import (
	"context"
	"errors"

	"example.test/programs/retriedcode/api"
	"example.test/programs/retriedcode/turns"
	"github.com/errcodelint/errcodelint/codes"
)

// What is sent is asked of something that is moved on behind the request.

func namesOf(m api.Message) *turns.Turns[string] { return turns.Of(m.From, "Shop", "Info", "News") }

// MovedSender moves on to the next sender.
func MovedSender(ctx context.Context, c *api.Client, m api.Message) error {
	names := namesOf(m)
	for range 4 {
		m.From = names.Current()
		r, err := send(ctx, c, m)
		if err == nil && r.Code == codes.ResponseSuccess {
			return nil
		}
		names.Rotate()
	}
	return errors.New("not sent")
}

// MovedClient moves on to the next client.
func MovedClient(ctx context.Context, c *api.Client, m api.Message) error {
	clients := turns.Of(c, c)
	for range 2 {
		r, err := send(ctx, clients.Current(), m)
		if err == nil && r.Code == codes.ResponseSuccess {
			return nil
		}
		clients.Rotate()
	}
	return errors.New("not sent")
}

// MovedNot does something else with it.
func MovedNot(ctx context.Context, c *api.Client, m api.Message) error {
	names := namesOf(m)
	for range 4 { // want "and 10 more of class never"
		r, err := send(ctx, c, api.Message{From: names.Current(), To: m.To, Text: m.Text})
		if err == nil && r.Code == codes.ResponseSuccess {
			return nil
		}
		names.Touch()
	}
	return errors.New("not sent")
}

// A speaker speaks for one of several.
type speaker struct {
	c     *api.Client
	names *turns.Turns[string]
}

func (s *speaker) speak(ctx context.Context, m api.Message) (reply, error) {
	m.From = s.names.Current()
	return send(ctx, s.c, m)
}

// MovedField has it in a field.
func MovedField(ctx context.Context, c *api.Client, m api.Message) error {
	s := &speaker{c, namesOf(m)}
	for range 4 {
		r, err := s.speak(ctx, m)
		if err == nil && r.Code == codes.ResponseSuccess {
			return nil
		}
		s.names.Rotate()
	}
	return errors.New("not sent")
}

// MovedRefusal moves on for one code only, and comes back with the same for the others.
func MovedRefusal(ctx context.Context, c *api.Client, m api.Message) error {
	s := &speaker{c, namesOf(m)}
	for range 4 { // want "10 CouldNotRoute and 10 more of class never, which cannot succeed, and for 7 PrepaidAccountExpired"
		r, err := s.speak(ctx, m)
		if err == nil && r.Code == codes.ResponseSuccess {
			return nil
		}
		if r.Code == codes.ResponseInsufficientCredit {
			s.names.Rotate()
		}
	}
	return errors.New("not sent")
}

// names say who speaks.
type names interface {
	Current() string
	Rotate()
}

// MovedInterface knows an interface alone.
func MovedInterface(ctx context.Context, c *api.Client, m api.Message) error {
	return speakFor(ctx, c, m, namesOf(m))
}

func speakFor(ctx context.Context, c *api.Client, m api.Message, by names) error {
	for range 4 {
		m.From = by.Current()
		r, err := send(ctx, c, m)
		if err == nil && r.Code == codes.ResponseSuccess {
			return nil
		}
		by.Rotate()
	}
	return errors.New("not sent")
}
