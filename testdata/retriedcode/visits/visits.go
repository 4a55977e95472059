// Package visits sends by sessions of another package.
package visits

import (
	"context"
	"errors"
	"log/slog"
	"time"

	"example.test/programs/retriedcode/api"
	"example.test/programs/retriedcode/session"
)

const tries = 3

var errTooMany = errors.New("tried too often")

// Direct logs in itself.
func Direct(ctx context.Context, c *api.Client, m api.Message) error {
	s := session.Open(c)
	for range tries {
		err := s.Send(ctx, m)
		if !errors.Is(err, session.ErrLoggedOut) {
			return err
		}
		if err := s.Login(ctx); err != nil {
			return err
		}
	}
	return errTooMany
}

type visitor struct {
	session *session.Session
	unit    time.Duration
}

func (v *visitor) enter(ctx context.Context) error {
	slog.Debug("logging in")
	return v.session.Login(ctx)
}

func (v *visitor) visit(ctx context.Context, m api.Message) error {
	for range tries {
		err := v.session.Send(ctx, m)
		switch {
		case errors.Is(err, session.ErrLoggedOut):
			if err := v.enter(ctx); err != nil {
				return err
			}
		case errors.Is(err, session.ErrBusy):
			time.Sleep(v.unit)
		default:
			return err
		}
	}
	return errTooMany
}

// Method has a method log in.
func Method(ctx context.Context, c *api.Client, m api.Message) error {
	v := &visitor{session.Open(c), c.Unit}
	return v.visit(ctx, m)
}

func enter(ctx context.Context, s *session.Session) error { return s.Login(ctx) }

// Function has a function do it.
func Function(ctx context.Context, c *api.Client, m api.Message) error {
	s := session.Open(c)
	for range tries {
		err := s.Send(ctx, m)
		if !errors.Is(err, session.ErrLoggedOut) {
			return err
		}
		if err := enter(ctx, s); err != nil {
			return err
		}
	}
	return errTooMany
}

// Nobody logs in.
func Nobody(ctx context.Context, c *api.Client, m api.Message) error {
	s := session.Open(c)
	for range tries { // want "for 1 InvalidCredentials, 3 AccountExpired of class never"
		err := s.Send(ctx, m)
		if !errors.Is(err, session.ErrLoggedOut) {
			return err
		}
		time.Sleep(c.Unit)
	}
	return errTooMany
}
