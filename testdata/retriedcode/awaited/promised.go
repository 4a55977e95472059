package awaited

import (
	"context"
	"log/slog"
	"time"

	"example.test/programs/retriedcode/api"
	"github.com/errcodelint/errcodelint/codes"
)

// begin sends, and gives a channel at once through which the code will come.
func begin(ctx context.Context, c *api.Client, m api.Message) <-chan codes.ResponseCode {
	ch := make(chan codes.ResponseCode, 1)
	go func() {
		defer close(ch)
		if code, err := post(ctx, c, m); err == nil {
			ch <- code
		}
	}()
	return ch
}

// promise is begin, with what went wrong otherwise.
func promise(ctx context.Context, c *api.Client, m api.Message) <-chan answer {
	ch := make(chan answer, 1)
	go func() {
		code, err := post(ctx, c, m)
		if err != nil {
			ch <- answer{err: err}
			return
		}
		ch <- answer{code: code}
	}()
	return ch
}

// A courier sends in the background.
type courier struct {
	c *api.Client
}

// start tells an error of what came of a message.
func (s *courier) start(ctx context.Context, m api.Message) chan error {
	errs := make(chan error)
	go func() { errs <- send(ctx, s.c, m) }()
	return errs
}

// Promised asks for the code at once.
func Promised(ctx context.Context, c *api.Client, m api.Message) error {
	for range tries { // want "and 10 more of class never"
		if code := <-begin(ctx, c, m); code == codes.ResponseSuccess {
			return nil
		}
		time.Sleep(c.Unit)
	}
	return errTooMany
}

// PromisedPassing asks which codes may pass.
func PromisedPassing(ctx context.Context, c *api.Client, m api.Message) error {
	for range tries {
		if code := <-begin(ctx, c, m); !code.Retryable() {
			return code.Err()
		}
		time.Sleep(c.Unit)
	}
	return errTooMany
}

// PromisedBoth waits for the answer, or until nobody wants it any more.
func PromisedBoth(ctx context.Context, c *api.Client, m api.Message) error {
	for i := range tries { // want "and 10 more of class never"
		select {
		case a := <-promise(ctx, c, m):
			if a.err == nil && a.code == codes.ResponseSuccess {
				return nil
			}
			slog.Debug("not sent", "try", i, "code", a.code, "err", a.err)
		case <-ctx.Done():
			return ctx.Err()
		}
	}
	return errTooMany
}

// PromisedBothPassing has only what may pass go round.
func PromisedBothPassing(ctx context.Context, c *api.Client, m api.Message) error {
	for range tries {
		select {
		case a := <-promise(ctx, c, m):
			if a.err != nil {
				return a.err
			}
			switch a.code {
			case codes.ResponseSuccess:
				return nil
			case codes.ResponseThrottlingRateExceeded, codes.ResponseSystemError:
			default:
				return a.code
			}
		case <-ctx.Done():
			return ctx.Err()
		}
	}
	return errTooMany
}

// PromisedLate keeps the channel, and looks at the clock, too.
func PromisedLate(ctx context.Context, c *api.Client, m api.Message) error {
	s := &courier{c}
	for range tries { // want "and 10 more of class never"
		errs := s.start(ctx, m)
		select {
		case err := <-errs:
			if err == nil {
				return nil
			}
		case <-time.After(time.Minute):
			return errLate
		}
		time.Sleep(c.Unit)
	}
	return errTooMany
}

// PromisedLatePassing leaves with what does not pass.
func PromisedLatePassing(ctx context.Context, c *api.Client, m api.Message) error {
	s := &courier{c}
	for range tries {
		errs := s.start(ctx, m)
		if err := <-errs; !passes(err) {
			return err
		}
		time.Sleep(c.Unit)
	}
	return errTooMany
}

// PromisedSenders has another one send each time.
func PromisedSenders(ctx context.Context, c *api.Client, m api.Message) error {
	for _, from := range []string{"SHOP", "SHOP2"} {
		m.From = from
		if code := <-begin(ctx, c, m); code == codes.ResponseSuccess {
			return nil
		}
	}
	return errTooMany
}
