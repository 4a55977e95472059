package awaited

import (
	"context"
	"errors"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"example.test/programs/retriedcode/api"
	"github.com/errcodelint/errcodelint/codes"
)

// AskedText looks for a word in what the error says.
func AskedText(ctx context.Context, c *api.Client, m api.Message) error {
	done := make(chan error)
	for range tries {
		go func() { done <- send(ctx, c, m) }()
		err := <-done
		if err == nil || !strings.Contains(err.Error(), "throttling") {
			return err
		}
		time.Sleep(c.Unit)
	}
	return errTooMany
}

// A verdict has an answer, and what a goroutine thinks of it.
type verdict struct {
	answer
	final bool
}

var (
	known   = map[codes.ResponseCode]bool{codes.ResponseThrottlingRateExceeded: true}
	knownMu sync.Mutex
)

// worth knows what has been learnt.
func worth(code codes.ResponseCode) bool {
	knownMu.Lock()
	defer knownMu.Unlock()
	return known[code]
}

// learn notes that a code is worth another try.
func learn(code codes.ResponseCode) {
	knownMu.Lock()
	defer knownMu.Unlock()
	known[code] = true
}

// AskedVerdict leaves the verdict to the goroutine.
func AskedVerdict(ctx context.Context, c *api.Client, m api.Message) error {
	learn(codes.ResponseSystemError)
	verdicts := make(chan verdict)
	for range tries {
		go func() {
			code, err := post(ctx, c, m)
			verdicts <- verdict{answer{code, err}, !worth(code)}
		}()
		v := <-verdicts
		if v.err != nil || v.final {
			return errors.Join(v.err, v.code.Err())
		}
		time.Sleep(c.Unit)
	}
	return errTooMany
}

// AskedRange is the same for all that comes.
func AskedRange(ctx context.Context, c *api.Client, m api.Message) error {
	for range tries {
		verdicts := make(chan verdict)
		go func() {
			defer close(verdicts)
			code, err := post(ctx, c, m)
			verdicts <- verdict{answer{code, err}, !worth(code)}
		}()
		var last error
		for v := range verdicts {
			if v.final {
				return errors.Join(v.err, v.code.Err())
			}
			last = errors.Join(v.err, v.code.Err())
		}
		if last == nil {
			return nil
		}
		time.Sleep(c.Unit)
	}
	return errTooMany
}

// Cancelled has the goroutine end what will not pass.
func Cancelled(ctx context.Context, c *api.Client, m api.Message) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	done := make(chan error)
	var err error
	for ctx.Err() == nil {
		go func() {
			err := send(ctx, c, m)
			if !passes(err) {
				cancel()
			}
			done <- err
		}()
		if err = <-done; err == nil {
			return nil
		}
		time.Sleep(c.Unit)
	}
	return err
}

// Flagged says it by a variable.
func Flagged(ctx context.Context, c *api.Client, m api.Message) error {
	done, over := make(chan error), false
	var err error
	for !over {
		go func() {
			err := send(ctx, c, m)
			over = !passes(err)
			done <- err
		}()
		if err = <-done; err == nil {
			return nil
		}
		time.Sleep(c.Unit)
	}
	return err
}

// Once is started anew by what the last one said.
func Once(ctx context.Context, c *api.Client, m api.Message) error {
	again := make(chan struct{}, 1)
	results := make(chan answer, 1)
	again <- struct{}{}
	for range 2 * tries { // one to begin, and one to hear of it
		select {
		case <-again:
			go func() {
				code, err := post(ctx, c, m)
				results <- answer{code, err}
			}()
		case a := <-results:
			if a.err != nil || !a.code.Retryable() {
				return errors.Join(a.err, a.code.Err())
			}
			again <- struct{}{}
		}
	}
	return errTooMany
}

// Sender changes for what the sender is to blame for.
func Sender(ctx context.Context, c *api.Client, m api.Message) error {
	for range tries {
		done := make(chan codes.ResponseCode, 1)
		go func() {
			code, err := post(ctx, c, m)
			if err == nil {
				done <- code
			}
			close(done)
		}()
		switch code := <-done; code {
		case codes.ResponseInvalidOriginator:
			m.From = "OTHER"
		case codes.ResponseThrottlingRateExceeded:
			time.Sleep(c.Unit)
		default:
			return code.Err()
		}
	}
	return errTooMany
}

// Closure sets it where it sends, and waits for nothing.
func Closure(ctx context.Context, c *api.Client, m api.Message) error {
	over := false
	attempt := func() error {
		err := send(ctx, c, m)
		over = !passes(err)
		return err
	}
	var err error
	for !over {
		if err = attempt(); err == nil {
			return nil
		}
		time.Sleep(c.Unit)
	}
	return err
}

// Stopped closes a channel for what will not pass.
func Stopped(ctx context.Context, c *api.Client, m api.Message) error {
	stop, done := make(chan struct{}), make(chan error)
	for range tries {
		go func() {
			err := send(ctx, c, m)
			if err != nil && !passes(err) {
				close(stop)
			}
			done <- err
		}()
		err := <-done
		if err == nil {
			return nil
		}
		select {
		case <-stop:
			return err
		default:
			time.Sleep(c.Unit)
		}
	}
	return errTooMany
}

// StoppedAtomic says it by an atomic value.
func StoppedAtomic(ctx context.Context, c *api.Client, m api.Message) error {
	var over atomic.Bool
	done := make(chan error)
	var err error
	for !over.Load() {
		go func() {
			err := send(ctx, c, m)
			over.Store(!passes(err))
			done <- err
		}()
		if err = <-done; err == nil {
			return nil
		}
	}
	return err
}

// Finished waits until the goroutine is at its end, too.
func Finished(ctx context.Context, c *api.Client, m api.Message) error {
	for range tries { // want "and 10 more of class never"
		finished, done := make(chan struct{}), make(chan error, 1)
		go func() {
			defer close(finished)
			done <- send(ctx, c, m)
		}()
		<-finished
		if err := <-done; err == nil {
			return nil
		}
		time.Sleep(c.Unit)
	}
	return errTooMany
}

// A sender has a goroutine work for it.
type sender struct {
	api  *api.Client
	over atomic.Bool
}

func (s *sender) work(ctx context.Context, m api.Message, done chan<- error) {
	err := send(ctx, s.api, m)
	if err != nil && !passes(err) {
		s.over.Store(true)
	}
	done <- err
}

// StoppedMethod says it by a method.
func StoppedMethod(ctx context.Context, c *api.Client, m api.Message) error {
	s := &sender{api: c}
	for !s.over.Load() {
		done := make(chan error)
		go s.work(ctx, m, done)
		if <-done == nil {
			return nil
		}
	}
	return errTooMany
}

// ClosureCounted counts how often it was called.
func ClosureCounted(ctx context.Context, c *api.Client, m api.Message) error {
	count := 0
	attempt := func() error {
		count++
		return send(ctx, c, m)
	}
	for count < tries { // want "and 10 more of class never"
		if err := attempt(); err == nil {
			return nil
		}
		time.Sleep(c.Unit)
	}
	return errTooMany
}

// ClosureFailures counts what will not pass for more.
func ClosureFailures(ctx context.Context, c *api.Client, m api.Message) error {
	count := 0
	attempt := func() error {
		err := send(ctx, c, m)
		if err != nil && !passes(err) {
			count = tries
		}
		count++
		return err
	}
	var err error
	for count < tries {
		if err = attempt(); err == nil {
			return nil
		}
		time.Sleep(c.Unit)
	}
	return err
}
