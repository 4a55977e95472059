// Package courier sends texts, and says by errors of its own what came of it.
package courier

import (
	"context"
	"errors"
	"fmt"

	"example.test/programs/retriedcode/api"
)

// What Send's errors are, by errors.Is.
var (
	ErrBusy     = errors.New("busy")
	ErrNoCredit = errors.New("no credit")
	ErrRejected = errors.New("rejected")
)

var kinds = map[string]error{
	"5":  ErrBusy,
	"6":  ErrNoCredit,
	"7":  ErrNoCredit,
	"18": ErrBusy,
	"88": ErrBusy,
	"99": ErrBusy,
}

// Send sends a text.
func Send(ctx context.Context, c *api.Client, m api.Message) error {
	var out struct {
		Code string `json:"responseCode"`
	}
	if err := c.Post(ctx, "/sms", m, &out); err != nil {
		return err
	}
	if out.Code == "0" {
		return nil
	}
	kind, ok := kinds[out.Code]
	if !ok {
		kind = ErrRejected
	}
	return fmt.Errorf("text to %s: %w (%s)", m.To, kind, out.Code)
}

// MayPass reports whether Send may do better the next time.
func MayPass(err error) bool { return errors.Is(err, ErrBusy) }
