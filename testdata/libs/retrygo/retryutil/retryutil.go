// Package retryutil asks whoever calls it what is worth another try. It knows nothing of codes.
package retryutil

import (
	"context"
	"errors"
	"time"

	"github.com/avast/retry-go/v4"
)

// If calls f as long as again says so.
func If(ctx context.Context, unit time.Duration, again func(error) bool, f func() error) error {
	return retry.Do(f, retry.Context(ctx), retry.Delay(unit), retry.MaxJitter(1), retry.Attempts(4), retry.RetryIf(again))
}

// UnlessCanceled calls f until somebody gives up.
func UnlessCanceled(unit time.Duration, f func() error) error {
	return retry.Do(f, retry.Delay(unit), retry.MaxJitter(1), retry.Attempts(4), retry.RetryIf(func(err error) bool { return !errors.Is(err, context.Canceled) }))
}
