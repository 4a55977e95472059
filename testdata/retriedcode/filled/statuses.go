package filled

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"time"

	"example.test/programs/retriedcode/api"
	"github.com/errcodelint/errcodelint/codes"
)

// An Answer is what the API says, and how it came.
type Answer struct {
	Code       codes.ResponseCode `json:"responseCode"`
	ID         string             `json:"messageId"`
	HTTPStatus int                `json:"-"`
}

func (a *Answer) temporary() bool {
	return a.HTTPStatus >= 500 || a.HTTPStatus == http.StatusTooManyRequests || a.Code.Retryable()
}

// open asks, and leaves the answer unread.
func open(ctx context.Context, c *api.Client, m api.Message) (*http.Response, error) {
	body, err := json.Marshal(m)
	if err != nil {
		return nil, err
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, c.URL+"/sms", bytes.NewReader(body))
	if err != nil {
		return nil, err
	}
	return c.HTTP.Do(req)
}

// answer returns what came along with an error, too.
func answer(ctx context.Context, c *api.Client, m api.Message) (*Answer, error) {
	resp, err := open(ctx, c, m)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	a := &Answer{HTTPStatus: resp.StatusCode}
	if resp.StatusCode != http.StatusOK {
		return a, fmt.Errorf("HTTP %d", resp.StatusCode)
	}
	if err := json.NewDecoder(resp.Body).Decode(a); err != nil {
		return a, fmt.Errorf("decode: %w", err)
	}
	if a.Code != codes.ResponseSuccess {
		return a, fmt.Errorf("refused: %w", a.Code)
	}
	return a, nil
}

// Temporary asks the answer whether it may pass: a server that is down, or the code.
func Temporary(ctx context.Context, c *api.Client, m api.Message) error {
	for try := 1; ; try++ {
		a, err := answer(ctx, c, m)
		if err == nil {
			return nil
		}
		if a == nil || !a.temporary() || try >= 3 {
			return fmt.Errorf("after %d tries: %w", try, err)
		}
		time.Sleep(c.Unit)
	}
}

// Anything sends whatever was refused again.
func Anything(ctx context.Context, c *api.Client, m api.Message) error {
	for try := 1; ; try++ { // want "and 10 more of class never"
		a, err := answer(ctx, c, m)
		if err == nil {
			return nil
		}
		if a == nil || try >= 3 {
			return fmt.Errorf("after %d tries: %w", try, err)
		}
		time.Sleep(c.Unit)
	}
}

// status returns the code, and the status beside it.
func status(ctx context.Context, c *api.Client, m api.Message) (codes.ResponseCode, int, error) {
	resp, err := open(ctx, c, m)
	if err != nil {
		return 0, 0, err
	}
	defer resp.Body.Close()
	var a Answer
	err = json.NewDecoder(resp.Body).Decode(&a)
	return a.Code, resp.StatusCode, err
}

// Unavailable waits for a server that is down, and for what may pass.
func Unavailable(ctx context.Context, c *api.Client, m api.Message) error {
	for range 3 {
		code, status, err := status(ctx, c, m)
		switch {
		case err != nil:
			return err
		case status >= 500 || code.Retryable():
			time.Sleep(c.Unit)
		case code != codes.ResponseSuccess:
			return code
		default:
			return nil
		}
	}
	return errors.New("given up")
}

// A Problem is an answer that is none, or a refusal.
type Problem struct {
	Status int
	Code   codes.ResponseCode
}

func (p *Problem) Error() string { return fmt.Sprintf("HTTP %d: %s", p.Status, p.Code) }

func submit(ctx context.Context, c *api.Client, m api.Message) error {
	resp, err := open(ctx, c, m)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	var a Answer
	if err := json.NewDecoder(resp.Body).Decode(&a); err != nil {
		return err
	}
	if resp.StatusCode/100 != 2 || a.Code != codes.ResponseSuccess {
		return &Problem{resp.StatusCode, a.Code}
	}
	return nil
}

// Troubled sends again what a server that is down has not taken, and what may pass.
func Troubled(ctx context.Context, c *api.Client, m api.Message) error {
	for range 3 {
		err := submit(ctx, c, m)
		var p *Problem
		switch {
		case err == nil:
			return nil
		case !errors.As(err, &p):
			return err
		case p.Status < 500 && p.Status != 429 && !p.Code.Retryable():
			return err
		}
		time.Sleep(c.Unit)
	}
	return errors.New("given up")
}
