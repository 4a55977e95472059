package v5

import (
	"context"
	"log/slog"

	"github.com/avast/retry-go/v5"

	"example.test/libs/api"
)

func note(n uint, err error) { slog.Warn("again", "n", n, "err", err) }

// Listed has its options in a list.
func Listed(ctx context.Context, c *api.Client, m api.Message) error {
	opts := []retry.Option{retry.Attempts(3), retry.Delay(c.Unit)}
	opts = append(opts, retry.OnRetry(note))
	return retry.New(opts...).Do(func() error { return attempt(ctx, c, m) }) // want "and 10 more of class never"
}

// ListedPassing has one of them say what passes.
func ListedPassing(ctx context.Context, c *api.Client, m api.Message) error {
	opts := []retry.Option{retry.Attempts(3), retry.Delay(c.Unit)}
	opts = append(opts, retry.RetryIf(passes))
	return retry.New(opts...).Do(func() error { return attempt(ctx, c, m) })
}

// ListedOnce has one of them allow one try.
func ListedOnce(ctx context.Context, c *api.Client, m api.Message) error {
	opts := []retry.Option{retry.Delay(c.Unit)}
	opts = append(opts, retry.Attempts(1))
	return retry.New(opts...).Do(func() error { return attempt(ctx, c, m) })
}

// ListedPerhaps has one in some cases only.
func ListedPerhaps(ctx context.Context, c *api.Client, m api.Message) error {
	opts := []retry.Option{retry.Attempts(3), retry.Delay(c.Unit)}
	if m.From != "" {
		opts = append(opts, retry.RetryIf(passes))
	}
	return retry.New(opts...).Do(func() error { return attempt(ctx, c, m) })
}

type listing struct {
	api     *api.Client
	retrier *retry.Retrier
}

func newListing(c *api.Client) *listing {
	opts := []retry.Option{retry.Attempts(3)}
	opts = append(opts, retry.Delay(c.Unit), retry.OnRetry(note))
	return &listing{c, retry.New(opts...)}
}

// ListedKept keeps what it makes of them.
func ListedKept(ctx context.Context, c *api.Client, m api.Message) error {
	l := newListing(c)
	return l.retrier.Do(func() error { return attempt(ctx, l.api, m) }) // want "and 10 more of class never"
}
