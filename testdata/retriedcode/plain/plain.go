// Package plain has codes as plain numbers and texts, and asks another package about them.
package plain

import (
	"context"
	"errors"
	"time"

	"example.test/programs/retriedcode/api"
	"example.test/programs/retriedcode/policy"
)

type receipt struct {
	Code int `json:"responseCode,string"`
}

type note struct {
	Code string `json:"responseCode"`
}

var errRefused = errors.New("refused")

func submit(ctx context.Context, c *api.Client, m api.Message) (receipt, error) {
	var r receipt
	err := c.Post(ctx, "/sms", m, &r)
	return r, err
}

func write(ctx context.Context, c *api.Client, m api.Message) (note, error) {
	var n note
	err := c.Post(ctx, "/sms", m, &n)
	return n, err
}

// WhileTransient sends again what passes.
func WhileTransient(ctx context.Context, c *api.Client, m api.Message) error {
	for {
		r, err := submit(ctx, c, m)
		if err != nil {
			return err
		}
		if r.Code == 0 {
			return nil
		}
		if !policy.Transient(r.Code) {
			return errRefused
		}
		time.Sleep(c.Unit)
	}
}

// WhileAsked lets the policy ask.
func WhileAsked(ctx context.Context, c *api.Client, m api.Message) error {
	for {
		r, err := write(ctx, c, m)
		if err != nil {
			return err
		}
		if r.Code == "0" {
			return nil
		}
		if !policy.Asks(r.Code) {
			return errRefused
		}
		time.Sleep(c.Unit)
	}
}

// BySaying goes by words.
func BySaying(ctx context.Context, c *api.Client, m api.Message) error {
	for {
		r, err := write(ctx, c, m)
		if err != nil {
			return err
		}
		if r.Code == "0" {
			return nil
		}
		switch policy.Says(r.Code) {
		case "again":
		default:
			return errRefused
		}
		time.Sleep(c.Unit)
	}
}

// Hopeful reports whether a refusal may have been a mistake.
func Hopeful(code int) bool { return code == 5 || code == 15 || code == 88 }
