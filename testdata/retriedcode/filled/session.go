package filled

import (
	"context"
	"errors"
	"fmt"
	"time"

	"example.test/programs/retriedcode/api"
	"github.com/errcodelint/errcodelint/codes"
)

// A session gets a token before it sends.
type session struct {
	api   *api.Client
	token string
}

type sealed struct {
	api.Message
	Token string `json:"token"`
}

func (s *session) login(ctx context.Context) (string, error) {
	if s.token != "" {
		return s.token, nil
	}
	var r struct {
		Code  codes.ResponseCode `json:"responseCode"`
		Token string             `json:"token"`
	}
	if err := s.api.Post(ctx, "/token", nil, &r); err != nil {
		return "", err
	}
	if err := r.Code.Err(); err != nil {
		return "", fmt.Errorf("login: %w", err)
	}
	s.token = r.Token
	return s.token, nil
}

// send gets another token, once, if the one that it has is not taken any more.
func (s *session) send(ctx context.Context, m api.Message) (string, error) {
	for fresh := false; ; fresh = true {
		token, err := s.login(ctx)
		if err != nil {
			return "", err
		}
		var r reply
		if err := s.api.Post(ctx, "/sms", sealed{m, token}, &r); err != nil {
			return "", err
		}
		switch {
		case r.Code == codes.ResponseSuccess:
			return r.MessageID, nil
		case r.Code == codes.ResponseInvalidCredentials && !fresh:
			s.token = ""
		default:
			return "", r.Code
		}
	}
}

// Renewing waits where the API is busy: what send did about its token is done when it returns.
func Renewing(ctx context.Context, c *api.Client, m api.Message) error {
	s := &session{api: c}
	for {
		_, err := s.send(ctx, m)
		if !errors.Is(err, codes.ResponseThrottlingRateExceeded) {
			return err
		}
		time.Sleep(c.Unit)
	}
}
