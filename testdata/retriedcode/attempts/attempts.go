// Package attempts calls functions again, as it is told by options or a policy. It knows nothing of codes.
package attempts

import (
	"context"
	"fmt"
	"time"
)

type config struct {
	attempts int
	delay    time.Duration
	retryIf  func(error) bool
	onRetry  func(attempt int, err error)
}

// An Option tells Do something.
type Option func(*config)

// WithMaxAttempts says how often.
func WithMaxAttempts(n int) Option { return func(c *config) { c.attempts = n } }

// WithDelay says how long to wait.
func WithDelay(d time.Duration) Option { return func(c *config) { c.delay = d } }

// WithRetryIf says for which errors.
func WithRetryIf(f func(error) bool) Option {
	return func(c *config) {
		if f != nil {
			c.retryIf = f
		}
	}
}

// WithOnRetry has every failure noted.
func WithOnRetry(f func(int, error)) Option { return func(c *config) { c.onRetry = f } }

// Once has it tried once.
func Once(c *config) { c.attempts = 1 }

// Do calls fn until it succeeds, three times if it is not told more.
func Do(ctx context.Context, fn func(context.Context) error, opts ...Option) error {
	cfg := config{attempts: 3, delay: time.Microsecond, retryIf: func(error) bool { return true }}
	for _, opt := range opts {
		opt(&cfg)
	}
	var err error
	for i := 0; i < cfg.attempts; i++ {
		if err = fn(ctx); err == nil {
			return nil
		}
		if !cfg.retryIf(err) {
			return err
		}
		if cfg.onRetry != nil {
			cfg.onRetry(i, err)
		}
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(cfg.delay):
		}
	}
	return fmt.Errorf("gave up after %d attempts: %w", cfg.attempts, err)
}

// Shyly is Do, but tries once if it is not told more.
func Shyly(fn func() error, opts ...Option) error {
	cfg := newConfig(opts...)
	var err error
	for i := 0; i < cfg.attempts; i++ {
		if err = fn(); err == nil {
			return nil
		}
		time.Sleep(cfg.delay)
	}
	return err
}

func newConfig(opts ...Option) *config {
	cfg := &config{attempts: 1}
	for _, opt := range opts {
		if opt != nil {
			opt(cfg)
		}
	}
	return cfg
}

// A Policy says how often, how long, and for which errors.
type Policy struct {
	MaxAttempts int
	Delay       time.Duration
	Retryable   func(error) bool
}

// Default is what most want.
func Default() Policy { return Policy{MaxAttempts: 4} }

// Single tries once.
func Single() Policy {
	p := Default()
	p.MaxAttempts = 1
	return p
}

// With calls fn as the policy says.
func With(p Policy, fn func() error) error {
	var err error
	for attempt := 1; attempt <= p.MaxAttempts; attempt++ {
		if err = fn(); err == nil {
			return nil
		}
		if p.Retryable != nil && !p.Retryable(err) {
			return err
		}
		time.Sleep(p.Delay)
	}
	return err
}

// Limits say how often and how long.
type Limits struct {
	Tries int
	Pause time.Duration
}

// Within calls fn as often as the limits say, or three times.
func Within(l Limits, fn func() error) error {
	if l.Tries <= 0 {
		l.Tries = 3
	}
	for i := 1; ; i++ {
		err := fn()
		if err == nil || i >= l.Tries {
			return err
		}
		time.Sleep(l.Pause)
	}
}

// A Repeater has been told what to do when it was made.
type Repeater struct {
	tries   int
	retryIf func(error) bool
}

// A RepeaterOption tells it something.
type RepeaterOption interface{ apply(*Repeater) }

type repeaterOption func(*Repeater)

func (o repeaterOption) apply(r *Repeater) { o(r) }

// Tries says how often.
func Tries(n int) RepeaterOption { return repeaterOption(func(r *Repeater) { r.tries = n }) }

// If says for which errors.
func If(f func(error) bool) RepeaterOption {
	return repeaterOption(func(r *Repeater) { r.retryIf = f })
}

// NewRepeater makes one.
func NewRepeater(opts ...RepeaterOption) *Repeater {
	r := &Repeater{tries: 3}
	for _, o := range opts {
		o.apply(r)
	}
	return r
}

// Do calls fn until it succeeds.
func (r *Repeater) Do(fn func() error) error {
	var err error
	for range r.tries {
		if err = fn(); err == nil || r.retryIf != nil && !r.retryIf(err) {
			return err
		}
	}
	return err
}

// A Plan is told one thing after the other.
type Plan struct {
	tries int
	pause time.Duration
}

// NewPlan makes one.
func NewPlan() *Plan { return &Plan{tries: 3} }

// Tries says how often.
func (p *Plan) Tries(n int) *Plan {
	p.tries = n
	return p
}

// Pause says how long to wait.
func (p *Plan) Pause(d time.Duration) *Plan {
	p.pause = d
	return p
}

// Run calls fn until it succeeds.
func (p *Plan) Run(fn func() error) error {
	for i := 1; ; i++ {
		err := fn()
		if err == nil || i >= p.tries {
			return err
		}
		time.Sleep(p.pause)
	}
}
