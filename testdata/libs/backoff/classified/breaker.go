package classified

import (
	"context"
	"errors"

	"github.com/cenkalti/backoff/v5"

	"example.test/libs/api"
	"github.com/errcodelint/errcodelint/codes"
)

// Breaker keeps the others from asking what is down.
func Breaker(ctx context.Context, c *api.Client, m api.Message) error {
	down := make(map[string]bool)
	return retried(ctx, c, func() (bool, error) {
		err := deliver(ctx, c, m)
		var code codes.ResponseCode
		switch {
		case !errors.As(err, &code):
			return err == nil, err
		case code == codes.ResponseSystemError:
			down[c.URL] = true
			return false, backoff.Permanent(err)
		case code.Retryable():
			return false, err
		}
		return false, backoff.Permanent(err)
	})
}
