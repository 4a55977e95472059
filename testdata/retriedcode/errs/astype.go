//go:build go1.26

package errs

import (
	"context"
	"errors"

	"example.test/programs/retriedcode/api"
	"example.test/programs/retriedcode/client"
)

// TypedAsType looks at the code in the error.
func TypedAsType(ctx context.Context, c *api.Client, m api.Message) error {
	for attempt := 1; ; attempt++ {
		err := client.Typed(ctx, c, m)
		if refused, ok := errors.AsType[*client.Error](err); ok && !refused.Code.Retryable() {
			return err
		}
		if err == nil || attempt == maxTries {
			return err
		}
	}
}
