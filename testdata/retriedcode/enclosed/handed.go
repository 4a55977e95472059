package enclosed

import (
	"context"
	"fmt"
	"log/slog"
	"sync"
	"time"

	"example.test/programs/retriedcode/api"
	"example.test/programs/retriedcode/metrics"
	"github.com/errcodelint/errcodelint/codes"
)

func timed(name string, do func()) {
	start := time.Now()
	defer func() { slog.Debug(name, "took", time.Since(start)) }()
	do()
}

// Timed measures how long it takes.
func Timed(ctx context.Context, c *api.Client, m api.Message) error {
	var err error
	for range tries { // want "and 10 more of class never"
		timed("send", func() { err = send(ctx, c, m) })
		if err == nil {
			return nil
		}
		time.Sleep(c.Unit)
	}
	return err
}

// TimedPassing asks the error.
func TimedPassing(ctx context.Context, c *api.Client, m api.Message) error {
	var err error
	for range tries {
		timed("send", func() { err = send(ctx, c, m) })
		if !passes(err) {
			return err
		}
		time.Sleep(c.Unit)
	}
	return err
}

// A tracer has spans around what is done.
type tracer struct {
	mu    sync.Mutex
	spans []string
}

func (t *tracer) span(ctx context.Context, name string, do func(ctx context.Context)) {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	t.within(func() { t.spans = append(t.spans, name) })
	do(ctx)
}

func (t *tracer) within(do func()) {
	t.mu.Lock()
	defer t.mu.Unlock()
	do()
}

// Span has several results.
func Span(ctx context.Context, c *api.Client, m api.Message) error {
	t := new(tracer)
	for range tries { // want "and 10 more of class never"
		var r *reply
		var err error
		t.span(ctx, "send", func(ctx context.Context) { r, err = post(ctx, c, m) })
		if err != nil {
			return err
		}
		if r.ResponseCode == codes.ResponseSuccess {
			return nil
		}
		time.Sleep(c.Unit)
	}
	return errTooMany
}

// SpanFinal leaves an error for what will not pass.
func SpanFinal(ctx context.Context, c *api.Client, m api.Message) error {
	t := new(tracer)
	for range tries {
		var r *reply
		var err error
		t.span(ctx, "send", func(ctx context.Context) {
			if r, err = post(ctx, c, m); err == nil && !r.ResponseCode.Retryable() {
				err = r.ResponseCode.Err()
			}
		})
		if err != nil {
			return err
		}
		if r.ResponseCode == codes.ResponseSuccess {
			return nil
		}
		time.Sleep(c.Unit)
	}
	return errTooMany
}

// Nested is timed, and holds a lock.
func Nested(ctx context.Context, c *api.Client, m api.Message) error {
	t := new(tracer)
	for range tries { // want "and 10 more of class never"
		var err error
		timed("send", func() {
			t.within(func() { err = send(ctx, c, m) })
		})
		if err == nil {
			return nil
		}
		time.Sleep(c.Unit)
	}
	return errTooMany
}

// NestedFinal looks in between.
func NestedFinal(ctx context.Context, c *api.Client, m api.Message) error {
	t := new(tracer)
	for range tries {
		var final, err error
		timed("send", func() {
			t.within(func() { err = send(ctx, c, m) })
			if !passes(err) {
				final, err = err, nil
			}
		})
		if err == nil {
			return final
		}
		time.Sleep(c.Unit)
	}
	return errTooMany
}

func transaction(ctx context.Context, do func(ctx context.Context) error) error {
	if err := do(ctx); err != nil {
		return fmt.Errorf("rolled back: %w", err)
	}
	return nil
}

// Transaction leaves the reply beside its error.
func Transaction(ctx context.Context, c *api.Client, m api.Message) error {
	for range tries { // want "and 10 more of class never"
		var r *reply
		err := transaction(ctx, func(ctx context.Context) (err error) {
			r, err = post(ctx, c, m)
			return err
		})
		if err != nil {
			return err
		}
		if r.ResponseCode == codes.ResponseSuccess {
			return nil
		}
		time.Sleep(c.Unit)
	}
	return errTooMany
}

// TransactionKept keeps what is final out of the transaction, which is to be committed.
func TransactionKept(ctx context.Context, c *api.Client, m api.Message) error {
	for range tries {
		var final error
		err := transaction(ctx, func(ctx context.Context) error {
			err := send(ctx, c, m)
			if err != nil && !passes(err) {
				final = err
				return nil
			}
			return err
		})
		if err == nil {
			return final
		}
		time.Sleep(c.Unit)
	}
	return errTooMany
}

// Counted is what a package beside it does.
func Counted(ctx context.Context, c *api.Client, m api.Message) error {
	var err error
	for range tries { // want "and 10 more of class never"
		metrics.Count("sms", func() { err = send(ctx, c, m) })
		if err == nil {
			return nil
		}
		time.Sleep(c.Unit)
	}
	return err
}

// Sampled may not be counted, and sent, at all: the message is sent once.
func Sampled(ctx context.Context, c *api.Client, m api.Message) error {
	var err error
	for i := range tries {
		metrics.Sample(i, func() { err = send(ctx, c, m) })
		if err == nil {
			return nil
		}
		time.Sleep(c.Unit)
	}
	return err
}

// Once sends it once, however often it is asked to.
func Once(ctx context.Context, c *api.Client, m api.Message) error {
	var once sync.Once
	var err error
	for range tries {
		once.Do(func() { err = send(ctx, c, m) })
		if err == nil {
			return nil
		}
		time.Sleep(c.Unit)
	}
	return err
}

// through leaves its own results.
func through(ctx context.Context, c *api.Client, m api.Message) (r *reply, err error) {
	timed("send", func() { r, err = post(ctx, c, m) })
	return r, err
}

// Through calls one that does it.
func Through(ctx context.Context, c *api.Client, m api.Message) error {
	for range tries { // want "and 10 more of class never"
		r, err := through(ctx, c, m)
		if err != nil {
			return err
		}
		if r.ResponseCode == codes.ResponseSuccess {
			return nil
		}
		time.Sleep(c.Unit)
	}
	return errTooMany
}
