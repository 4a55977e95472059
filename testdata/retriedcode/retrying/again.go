package retrying

import "context"

// An Operation is what may be tried again.
type Operation func(context.Context) error

// Again returns an operation that tries another one n times.
func Again(next Operation, n int) Operation {
	return func(ctx context.Context) (err error) {
		for range n {
			if err = next(ctx); err == nil {
				return nil
			}
		}
		return err
	}
}
