package tuned

import (
	"context"

	"example.test/programs/retriedcode/api"
	"example.test/programs/retriedcode/attempts"
)

// Listed has its options in a list.
func Listed(ctx context.Context, c *api.Client, m api.Message) error {
	opts := []attempts.Option{attempts.WithRetryIf(notGivenUp), attempts.WithMaxAttempts(4)}
	return attempts.Do(ctx, func(ctx context.Context) error { return send(ctx, c, m) }, opts...) // want "and 10 more of class never"
}

// ListedOnce tries once.
func ListedOnce(ctx context.Context, c *api.Client, m api.Message) error {
	opts := []attempts.Option{attempts.WithRetryIf(notGivenUp)}
	opts = append(opts, attempts.WithMaxAttempts(1))
	return attempts.Do(ctx, func(ctx context.Context) error { return send(ctx, c, m) }, opts...)
}

// ListedLonger has one more behind.
func ListedLonger(ctx context.Context, c *api.Client, m api.Message) error {
	opts := []attempts.Option{attempts.WithMaxAttempts(4)}
	opts = append(opts, attempts.WithDelay(c.Unit), attempts.WithOnRetry(func(int, error) {}))
	return attempts.Do(ctx, func(ctx context.Context) error { return send(ctx, c, m) }, opts...) // want "and 10 more of class never"
}

// ListedPerhaps tries once in some cases.
func ListedPerhaps(ctx context.Context, c *api.Client, m api.Message) error {
	opts := []attempts.Option{attempts.WithMaxAttempts(4)}
	if m.To != "" {
		opts = append(opts, attempts.WithMaxAttempts(1))
	}
	return attempts.Do(ctx, func(ctx context.Context) error { return send(ctx, c, m) }, opts...)
}

// ListedPassing asks for the code.
func ListedPassing(ctx context.Context, c *api.Client, m api.Message) error {
	opts := []attempts.Option{attempts.WithMaxAttempts(4)}
	opts = append(opts, attempts.WithRetryIf(passes))
	return attempts.Do(ctx, func(ctx context.Context) error { return send(ctx, c, m) }, opts...)
}
