package enclosed

import (
	"context"
	"errors"
	"sync"
	"time"

	"example.test/programs/retriedcode/api"
	"github.com/errcodelint/errcodelint/codes"
)

// Done waits until a channel is closed.
func Done(ctx context.Context, c *api.Client, m api.Message) error {
	for range tries { // want "and 10 more of class never"
		var err error
		done := make(chan struct{})
		go func() {
			defer close(done)
			err = send(ctx, c, m)
		}()
		<-done
		if err == nil {
			return nil
		}
		time.Sleep(c.Unit)
	}
	return errTooMany
}

// DonePassing looks at what is there then.
func DonePassing(ctx context.Context, c *api.Client, m api.Message) error {
	for range tries {
		var err error
		done := make(chan struct{})
		go func() {
			defer close(done)
			err = send(ctx, c, m)
		}()
		<-done
		if !passes(err) {
			return err
		}
		time.Sleep(c.Unit)
	}
	return errTooMany
}

// DoneFinal has the goroutine look.
func DoneFinal(ctx context.Context, c *api.Client, m api.Message) error {
	done := make(chan bool)
	for range tries {
		var r *reply
		var err error
		go func() {
			if r, err = post(ctx, c, m); err == nil && !r.ResponseCode.Retryable() {
				err = r.ResponseCode.Err()
				r = nil
			}
			done <- true
		}()
		if <-done; r == nil {
			return err
		}
		time.Sleep(c.Unit)
	}
	return errTooMany
}

// InTime waits no longer than a minute.
func InTime(ctx context.Context, c *api.Client, m api.Message) error {
	for range tries { // want "and 10 more of class never"
		var r *reply
		var err error
		done := make(chan struct{})
		go func() {
			r, err = post(ctx, c, m)
			close(done)
		}()
		select {
		case <-done:
		case <-time.After(time.Minute):
			return errors.New("no answer in time")
		case <-ctx.Done():
			return ctx.Err()
		}
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

// InTimePassing goes on when it is late, too.
func InTimePassing(ctx context.Context, c *api.Client, m api.Message) error {
	for range tries {
		var err error
		done := make(chan struct{})
		go func() {
			err = send(ctx, c, m)
			close(done)
		}()
		select {
		case <-done:
			if !passes(err) {
				return err
			}
		case <-time.After(time.Minute):
		}
		time.Sleep(c.Unit)
	}
	return errTooMany
}

// WaitGroup waits for a group of one.
func WaitGroup(ctx context.Context, c *api.Client, m api.Message) error {
	for range tries { // want "and 10 more of class never"
		var wg sync.WaitGroup
		var r *reply
		var err error
		wg.Add(1)
		go func(m api.Message) {
			defer wg.Done()
			r, err = post(ctx, c, m)
		}(m)
		wg.Wait()
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

// WaitGroupPassing asks the code that is left.
func WaitGroupPassing(ctx context.Context, c *api.Client, m api.Message) error {
	for range tries {
		var wg sync.WaitGroup
		var code codes.ResponseCode
		wg.Add(1)
		go func() {
			defer wg.Done()
			if r, err := post(ctx, c, m); err == nil {
				code = r.ResponseCode
			}
		}()
		wg.Wait()
		if !code.Retryable() {
			return code.Err()
		}
		time.Sleep(c.Unit)
	}
	return errTooMany
}

// Beside does something else the while.
func Beside(ctx context.Context, c *api.Client, m api.Message) error {
	var mu sync.Mutex
	var err, other error
	for range tries { // want "and 10 more of class never"
		var wg sync.WaitGroup
		wg.Go(func() {
			sent := send(ctx, c, m)
			mu.Lock()
			defer mu.Unlock()
			err = sent
		})
		wg.Go(func() { other = c.Pause(ctx, 1) })
		wg.Wait()
		if err == nil {
			return other
		}
	}
	return errors.Join(err, other)
}

// BesideFinal keeps what is final apart.
func BesideFinal(ctx context.Context, c *api.Client, m api.Message) error {
	var err, final error
	for range tries {
		var wg sync.WaitGroup
		wg.Go(func() {
			if err = send(ctx, c, m); !passes(err) {
				final, err = err, nil
			}
		})
		wg.Wait()
		if err == nil {
			return final
		}
	}
	return err
}

// Each sends to several at once, and to those again that may pass.
func Each(ctx context.Context, c *api.Client, m api.Message) error {
	pending := []string{m.To, "60120000002"}
	var all []error
	for range tries {
		var wg sync.WaitGroup
		var mu sync.Mutex
		var again []string
		for _, to := range pending {
			wg.Add(1)
			go func() {
				defer wg.Done()
				m := m
				m.To = to
				err := send(ctx, c, m)
				mu.Lock()
				defer mu.Unlock()
				if passes(err) {
					again = append(again, to)
				} else {
					all = append(all, err)
				}
			}()
		}
		wg.Wait()
		if len(again) == 0 {
			break
		}
		pending = again
	}
	return errors.Join(all...)
}

// Copies sends a copy, to which the one error that is kept may belong.
func Copies(ctx context.Context, c *api.Client, m api.Message) error {
	n := m
	n.To = "60120000002"
	var mu sync.Mutex
	for range tries {
		var wg sync.WaitGroup
		var first error
		for _, each := range []api.Message{m, n} {
			wg.Go(func() {
				err := send(ctx, c, each)
				mu.Lock()
				defer mu.Unlock()
				if first == nil {
					first = err
				}
			})
		}
		wg.Wait()
		if !passes(first) {
			return first
		}
	}
	return errTooMany
}

// inGroup leaves what it returns.
func inGroup(ctx context.Context, c *api.Client, m api.Message) error {
	var wg sync.WaitGroup
	var err error
	wg.Go(func() { err = send(ctx, c, m) })
	wg.Wait()
	return err
}

// Function calls one that waits.
func Function(ctx context.Context, c *api.Client, m api.Message) error {
	for range tries { // want "and 10 more of class never"
		if err := inGroup(ctx, c, m); err == nil {
			return nil
		}
		time.Sleep(c.Unit)
	}
	return errTooMany
}

// FunctionPassing does, too.
func FunctionPassing(ctx context.Context, c *api.Client, m api.Message) error {
	for range tries {
		if err := inGroup(ctx, c, m); !passes(err) {
			return err
		}
		time.Sleep(c.Unit)
	}
	return errTooMany
}
