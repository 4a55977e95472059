package errs

import (
	"context"
	"errors"
	"time"

	"example.test/programs/retriedcode/api"
	"example.test/programs/retriedcode/client"
)

// Branch asks for the status that an error was made with.
func Branch(ctx context.Context, c *api.Client, m api.Message) error {
	for tries := 1; ; tries++ { // want "and 8 more of class never"
		err := client.Statuses(ctx, c, m)
		var e *client.StatusError
		if errors.As(err, &e) && e.Status == client.Unavailable && tries < maxTries {
			time.Sleep(c.Unit)
			continue
		}
		return err
	}
}

// BranchExact asks one that is right.
func BranchExact(ctx context.Context, c *api.Client, m api.Message) error {
	for tries := 1; ; tries++ {
		err := client.StatusesExact(ctx, c, m)
		var e *client.StatusError
		if errors.As(err, &e) && e.Status == client.Unavailable && tries < maxTries {
			time.Sleep(c.Unit)
			continue
		}
		return err
	}
}

// BranchFinal goes on unless it is unacceptable.
func BranchFinal(ctx context.Context, c *api.Client, m api.Message) error {
	for tries := 1; ; tries++ { // want "and 8 more of class never"
		err := client.Statuses(ctx, c, m)
		if err == nil || tries == maxTries {
			return err
		}
		if e, ok := err.(*client.StatusError); ok && e.Status == client.Unacceptable {
			return err
		}
		time.Sleep(c.Unit)
	}
}

// BranchFinalExact does so with one that is right.
func BranchFinalExact(ctx context.Context, c *api.Client, m api.Message) error {
	for tries := 1; ; tries++ {
		err := client.StatusesExact(ctx, c, m)
		if err == nil || tries == maxTries {
			return err
		}
		if e, ok := err.(*client.StatusError); ok && e.Status == client.Unacceptable {
			return err
		}
		time.Sleep(c.Unit)
	}
}
