package helpers

import (
	"context"

	"example.test/programs/retriedcode/api"
	"example.test/programs/retriedcode/client"
)

// attempts calls a function up to n times.
func attempts(n int, f func() error) error {
	var err error
	for range n {
		if err = f(); err == nil {
			return nil
		}
	}
	return err
}

// AttemptOnce has one.
func AttemptOnce(ctx context.Context, c *api.Client, m api.Message) error {
	return attempts(1, func() error { return client.Typed(ctx, c, m) })
}

// AttemptOften has some.
func AttemptOften(ctx context.Context, c *api.Client, m api.Message) error {
	return attempts(3, func() error { return client.Typed(ctx, c, m) }) // want "and 10 more of class never"
}
