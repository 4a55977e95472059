package retrying

import (
	"context"
	"log"
	"slices"
	"time"
)

// A Middleware makes an operation of another one.
type Middleware func(Operation) Operation

// Limited returns a middleware that tries an operation n times.
func Limited(n int, pause time.Duration) Middleware {
	return func(next Operation) Operation {
		return func(ctx context.Context) error {
			for i := 1; ; i++ {
				err := next(ctx)
				if err == nil || i >= n {
					return err
				}
				select {
				case <-ctx.Done():
					return ctx.Err()
				case <-time.After(pause):
				}
			}
		}
	}
}

// Worth returns one that goes on while a function likes the error.
func Worth(n int, likes func(error) bool) Middleware {
	return func(next Operation) Operation {
		return func(ctx context.Context) (err error) {
			for range n {
				if err = next(ctx); err == nil || !likes(err) {
					return err
				}
			}
			return err
		}
	}
}

// Timed returns one that says how long it takes.
func Timed(name string) Middleware {
	return func(next Operation) Operation {
		return func(ctx context.Context) error {
			defer func(start time.Time) { log.Println(name, time.Since(start)) }(time.Now())
			return next(ctx)
		}
	}
}

// Use has middlewares make an operation of another one, the first the outermost.
func Use(op Operation, all ...Middleware) Operation {
	for _, m := range slices.Backward(all) {
		op = m(op)
	}
	return op
}
