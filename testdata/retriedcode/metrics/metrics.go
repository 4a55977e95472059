// Package metrics measures what others do, and knows nothing of codes.
package metrics

import (
	"context"
	"errors"
	"fmt"
	"sync/atomic"
	"time"
)

// Meter counts calls, and refuses them when there are too many.
type Meter struct {
	calls, failed atomic.Int64
	took          atomic.Int64
	limit         int64
}

// NewMeter returns a meter that lets so many calls through.
func NewMeter(limit int64) *Meter { return &Meter{limit: limit} }

// ErrTooMany is returned for calls beyond the limit.
var ErrTooMany = errors.New("too many calls")

// Timed measures a call.
func Timed[T any](m *Meter, f func() (T, error)) (T, error) {
	start := time.Now()
	v, err := f()
	m.took.Add(int64(time.Since(start)))
	if err != nil {
		m.failed.Add(1)
	}
	return v, err
}

// Run lets a call through, and wraps its error.
func (m *Meter) Run(ctx context.Context, name string, f func(context.Context) error) error {
	if m.calls.Add(1) > m.limit {
		return ErrTooMany
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	if err := f(ctx); err != nil {
		m.failed.Add(1)
		return fmt.Errorf("%s: %w", name, err)
	}
	return nil
}

// Safe makes an error of a panic.
func (m *Meter) Safe(f func() error) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("panic: %v", r)
		}
	}()
	_, err = Timed(m, func() (struct{}, error) { return struct{}{}, f() })
	return err
}

// Hidden says only that it failed.
func (m *Meter) Hidden(f func() error) error {
	if err := f(); err != nil {
		return fmt.Errorf("failed: %v", err)
	}
	return nil
}

// Tolerant counts failures, and returns none.
func (m *Meter) Tolerant(f func() error) error {
	if err := f(); err != nil {
		m.failed.Add(1)
		return nil
	}
	return nil
}
