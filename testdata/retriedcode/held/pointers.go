package held

import (
	"context"
	"time"

	"example.test/programs/retriedcode/api"
	"github.com/errcodelint/errcodelint/codes"
)

// Where there was an error, there is no reply: what leaves for its code must not ask a nil pointer.

func (s *sender) reply(ctx context.Context, m api.Message) (*reply, error) {
	r := new(reply)
	if err := s.api.Post(ctx, "/sms", m, r); err != nil {
		return nil, err
	}
	return r, nil
}

// PointerSwitched goes on after whatever has gone wrong.
func PointerSwitched(ctx context.Context, c *api.Client, m api.Message) (last error) {
	s := &sender{c}
	for range maxTries { // want "for 1 InvalidCredentials, 2 InvalidIP"
		r, err := s.reply(ctx, m)
		switch {
		case err != nil:
			last = err
		case r.Code == codes.ResponseSuccess:
			return nil
		default:
			last = r.Code
		}
		time.Sleep(c.Unit)
	}
	return last
}

// PointerAlone asks for both at once.
func PointerAlone(ctx context.Context, c *api.Client, m api.Message) error {
	s := &sender{c}
	for range maxTries { // want "for 1 InvalidCredentials, 2 InvalidIP"
		r, err := s.reply(ctx, m)
		if err == nil && r.Code == codes.ResponseSuccess {
			return nil
		}
		time.Sleep(c.Unit)
	}
	return errGivenUp
}

// PointerEither has left for an error.
func PointerEither(ctx context.Context, c *api.Client, m api.Message) error {
	s := &sender{c}
	for range maxTries { // want "for 1 InvalidCredentials, 2 InvalidIP"
		r, err := s.reply(ctx, m)
		if err != nil || r.Code == codes.ResponseSuccess {
			return err
		}
		time.Sleep(c.Unit)
	}
	return errGivenUp
}

// PointerCases has, too.
func PointerCases(ctx context.Context, c *api.Client, m api.Message) error {
	s := &sender{c}
	for range maxTries { // want "for 1 InvalidCredentials, 2 InvalidIP"
		r, err := s.reply(ctx, m)
		switch {
		case err != nil:
			return err
		case r.Code == codes.ResponseSuccess:
			return nil
		}
		time.Sleep(c.Unit)
	}
	return errGivenUp
}
