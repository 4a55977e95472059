// Package session is a client that is logged in by its user.
package session

import (
	"context"
	"errors"
	"fmt"

	"example.test/programs/retriedcode/api"
)

// What Send fails with.
var (
	ErrLoggedOut = errors.New("not logged in")
	ErrBusy      = errors.New("busy")
	ErrRefused   = errors.New("refused")
)

// Session sends for somebody who is logged in.
type Session struct {
	api   *api.Client
	token string
	n     int
}

// Open returns a session that is not.
func Open(c *api.Client) *Session { return &Session{api: c} }

// Login logs in.
func (s *Session) Login(ctx context.Context) error {
	s.n++
	s.token = fmt.Sprint("t", s.n)
	return ctx.Err()
}

// Send sends.
func (s *Session) Send(ctx context.Context, m api.Message) error {
	in := struct {
		api.Message
		Token string `json:"token"`
	}{m, s.token}
	var out struct {
		Code int `json:"responseCode,string"`
	}
	if err := s.api.Post(ctx, "/sms", in, &out); err != nil {
		return err
	}
	switch out.Code {
	case 0:
		return nil
	case 1, 3:
		return ErrLoggedOut
	case 5, 18, 88, 99:
		return ErrBusy
	}
	return fmt.Errorf("%w: %d", ErrRefused, out.Code)
}
