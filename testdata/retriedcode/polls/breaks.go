package polls

import (
	"context"

	"example.test/programs/retriedcode/api"
	"github.com/errcodelint/errcodelint/codes"
)

// Broken leaves by a break.
func Broken(ctx context.Context, c *api.Client, m api.Message) error {
	for { // want "and 10 more of class never, which cannot succeed; leave"
		s, err := ask(ctx, c, m)
		if err != nil {
			return err
		}
		if s.Code == codes.ResponseSuccess && s.done() {
			break
		}
		c.Pause(ctx, 1)
	}
	return nil
}

// BrokenForGood leaves by another one for what stays.
func BrokenForGood(ctx context.Context, c *api.Client, m api.Message) error {
	var last codes.ResponseCode
	for {
		s, err := ask(ctx, c, m)
		if err != nil {
			return err
		}
		last = s.Code
		if s.Code == codes.ResponseSuccess && s.done() {
			break
		}
		if s.Code != codes.ResponseSuccess && !s.Code.Retryable() {
			break
		}
		c.Pause(ctx, 1)
	}
	return last.Err()
}

// BrokenOut leaves from within a switch.
func BrokenOut(ctx context.Context, c *api.Client, m api.Message) error {
	var id string
poll:
	for n := 0; n < 20; n++ { // want "and 10 more of class never, which cannot succeed; leave"
		s, err := ask(ctx, c, m)
		if err != nil {
			return err
		}
		switch s.Code {
		case codes.ResponseSuccess:
			if s.done() {
				id = s.MessageID
				break poll
			}
		default:
			c.Pause(ctx, 1)
		}
		c.Pause(ctx, 1)
	}
	return saying(id)
}

// BrokenOutForGood does so for what stays, too.
func BrokenOutForGood(ctx context.Context, c *api.Client, m api.Message) error {
	var said string
poll:
	for n := 0; n < 20; n++ {
		s, err := ask(ctx, c, m)
		if err != nil {
			return err
		}
		switch {
		case s.Code.Retryable():
		case s.Code != codes.ResponseSuccess:
			said = s.Code.Description()
			break poll
		case s.done():
			said = s.MessageID
			break poll
		}
		c.Pause(ctx, 1)
	}
	return saying(said)
}

// Turned goes on with the next one.
func Turned(ctx context.Context, c *api.Client, m api.Message) error {
	sent := 0
next:
	for _, m := range []api.Message{m} {
		for try := 0; try < 20; try++ { // want "and 10 more of class never, which cannot succeed; leave"
			s, err := ask(ctx, c, m)
			if err != nil {
				return err
			}
			if s.Code == codes.ResponseSuccess && s.done() {
				sent++
				continue next
			}
			c.Pause(ctx, 1)
		}
	}
	return counted(sent)
}

// TurnedForGood does so for what stays, too.
func TurnedForGood(ctx context.Context, c *api.Client, m api.Message) error {
	sent := 0
next:
	for _, m := range []api.Message{m} {
		for try := 0; try < 20; try++ {
			s, err := ask(ctx, c, m)
			if err != nil {
				return err
			}
			switch {
			case s.Code == codes.ResponseSuccess && s.done():
				sent++
				continue next
			case s.Code != codes.ResponseSuccess && !s.Code.Retryable():
				continue next
			}
			c.Pause(ctx, 1)
		}
	}
	return counted(sent)
}

// Anything decodes into a map, of which a number is no text.
func Anything(ctx context.Context, c *api.Client, m api.Message) error {
	for { // want "and 10 more of class never, which cannot succeed; leave"
		var s map[string]any
		if err := c.Post(ctx, "/sms", m, &s); err != nil {
			return err
		}
		if s["responseCode"] == "0" {
			break
		}
		c.Pause(ctx, 1)
	}
	return nil
}

func saying(word string) error {
	if word == "" {
		return errNotYet
	}
	return nil
}

func counted(n int) error {
	if n == 0 {
		return errNotYet
	}
	return nil
}
