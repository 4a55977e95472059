package relayed

import (
	"context"
	"errors"

	"example.test/programs/retriedcode/api"
	"example.test/programs/retriedcode/client"
	"github.com/errcodelint/errcodelint/codes"
)

// memory does not do again what has failed for good.
type memory struct{ failed map[string]error }

func (s *memory) do(key string, f func() error) error {
	if err := s.failed[key]; err != nil {
		return err
	}
	err := f()
	var code codes.ResponseCode
	if errors.As(err, &code) && !code.Retryable() {
		s.failed[key] = err
	}
	return err
}

// Remembered sends once what is refused: nobody calls the function again.
func Remembered(ctx context.Context, c *api.Client, m api.Message) error {
	s := &memory{failed: make(map[string]error)}
	var err error
	for range 4 {
		if err = s.do(m.To, func() error { return client.Wrapped(ctx, c, m) }); err == nil {
			return nil
		}
	}
	return err
}
