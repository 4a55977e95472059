package questions

import (
	"context"
	"errors"
	"time"

	"example.test/programs/retriedcode/agency"
	"example.test/programs/retriedcode/api"
)

// Elsewhere asks another package's error, by an interface.
func Elsewhere(ctx context.Context, c *api.Client, m api.Message) error {
	for { // want "10 CouldNotRoute and 9 more of class never"
		err := agency.Send(ctx, c, m)
		if !isTemporary(err) {
			return err
		}
		time.Sleep(c.Unit)
	}
}

// ElsewhereFound asks it where it is found.
func ElsewhereFound(ctx context.Context, c *api.Client, m api.Message) error {
	for { // want "10 CouldNotRoute and 9 more of class never"
		err := agency.Send(ctx, c, m)
		var e *agency.Error
		if !errors.As(err, &e) || !e.Temporary() {
			return err
		}
		time.Sleep(c.Unit)
	}
}

// ElsewhereKind asks of what kind it is.
func ElsewhereKind(ctx context.Context, c *api.Client, m api.Message) error {
	for { // want "for 19 SpamThresholdExceeded of class never"
		err := agency.Send(ctx, c, m)
		if late, ok := err.(interface{ Late() bool }); !ok || !late.Late() {
			return err
		}
		time.Sleep(c.Unit)
	}
}

// ElsewhereOnce asks by what nobody answers.
func ElsewhereOnce(ctx context.Context, c *api.Client, m api.Message) error {
	for {
		err := agency.Send(ctx, c, m)
		if t, ok := err.(interface{ Timeout() bool }); !ok || !t.Timeout() {
			return err
		}
		time.Sleep(c.Unit)
	}
}
