// Package mapped decodes replies into maps that have methods.
package mapped

import (
	"context"
	"errors"
	"fmt"
	"strconv"
	"time"

	"example.test/programs/retriedcode/api"
)

const tries = 3

var errTooMany = errors.New("tried too often")

type reply map[string]any

func (r reply) code() (int, error) {
	switch v := r["responseCode"].(type) {
	case string:
		return strconv.Atoi(v)
	case float64:
		return int(v), nil
	}
	return 0, fmt.Errorf("a reply without a code: %v", r)
}

func (r reply) failed() bool {
	code, _ := r["responseCode"].(string)
	return code != "0"
}

func (r reply) passes() bool {
	switch r["responseCode"] {
	case "5", "18", "88", "99":
		return true
	}
	return false
}

func post(ctx context.Context, c *api.Client, m api.Message) (reply, error) {
	r := make(reply)
	if err := c.Post(ctx, "/sms", m, &r); err != nil {
		return nil, err
	}
	return r, nil
}

func send(ctx context.Context, c *api.Client, m api.Message) (int, error) {
	r := reply{}
	if err := c.Post(ctx, "/sms", m, &r); err != nil {
		return 0, err
	}
	return r.code()
}

// Code asks for the number.
func Code(ctx context.Context, c *api.Client, m api.Message) error {
	for range tries { // want "and 10 more of class never"
		code, err := send(ctx, c, m)
		if err != nil {
			return err
		}
		if code == 0 {
			return nil
		}
		time.Sleep(c.Unit)
	}
	return errTooMany
}

// CodePassing looks at it.
func CodePassing(ctx context.Context, c *api.Client, m api.Message) error {
	for range tries {
		code, err := send(ctx, c, m)
		if err != nil {
			return err
		}
		switch code {
		case 5, 18, 88, 99:
			time.Sleep(c.Unit)
		case 0:
			return nil
		default:
			return fmt.Errorf("refused with %d", code)
		}
	}
	return errTooMany
}

// Failed asks whether it was refused.
func Failed(ctx context.Context, c *api.Client, m api.Message) error {
	for range tries { // want "and 10 more of class never"
		r, err := post(ctx, c, m)
		if err != nil {
			return err
		}
		if !r.failed() {
			return nil
		}
		time.Sleep(c.Unit)
	}
	return errTooMany
}

// FailedPassing asks whether that passes, too.
func FailedPassing(ctx context.Context, c *api.Client, m api.Message) error {
	for range tries {
		r, err := post(ctx, c, m)
		if err != nil {
			return err
		}
		if !r.passes() {
			return nil
		}
		time.Sleep(c.Unit)
	}
	return errTooMany
}
