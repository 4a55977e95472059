package outcomes

import (
	"context"
	"errors"
	"time"

	"example.test/programs/retriedcode/api"
	"example.test/programs/retriedcode/client"
)

// Settled has what the error says set by who knows better.
func Settled(ctx context.Context, c *api.Client, m api.Message) error {
	for try := 1; ; try++ {
		err := client.Kinds(ctx, c, m)
		settle(err)
		var e *client.KindError
		if !errors.As(err, &e) || e.Kind != client.Passing || try == 4 {
			return err
		}
		time.Sleep(c.Unit)
	}
}

// settle takes refusals for final.
func settle(err error) {
	var e *client.KindError
	if errors.As(err, &e) {
		e.Kind = client.Final
	}
}

// SettledCopy sets it in a copy.
func SettledCopy(ctx context.Context, c *api.Client, m api.Message) error {
	for try := 1; ; try++ {
		err := client.Answers(ctx, c, m)
		var e client.Answer
		if !errors.As(err, &e) {
			return err
		}
		e.Temporary = e.Temporary && e.Code.Retryable()
		if !e.Temporary || try == 4 {
			return err
		}
		time.Sleep(c.Unit)
	}
}
