package enclosed

import (
	"context"
	"errors"
	"sync"
	"time"

	"example.test/programs/retriedcode/api"
	"github.com/errcodelint/errcodelint/codes"
)

// Nobody leaves out the sender, in the literal, where that is to blame.
func Nobody(ctx context.Context, c *api.Client, m api.Message) error {
	var err error
	for range tries {
		func() {
			err = send(ctx, c, m)
			if errors.Is(err, codes.ResponseInvalidOriginator) {
				m.From = ""
			}
		}()
		if err == nil || !passes(err) && !errors.Is(err, codes.ResponseInvalidOriginator) {
			return err
		}
	}
	return err
}

// Client takes another client where the credentials are to blame.
func Client(ctx context.Context, c *api.Client, m api.Message) error {
	var err error
	for range tries {
		timed("send", func() {
			if err = send(ctx, c, m); errors.Is(err, codes.ResponseInvalidCredentials) {
				c = &api.Client{URL: c.URL, HTTP: c.HTTP, Unit: c.Unit}
			}
		})
		if err == nil || !passes(err) && !errors.Is(err, codes.ResponseInvalidCredentials) {
			return err
		}
	}
	return err
}

// An account signs what it sends.
type account struct {
	c         *api.Client
	signature string
}

func (a *account) send(ctx context.Context, m api.Message) error {
	m.Text += a.signature
	return send(ctx, a.c, m)
}

func (a *account) sign() { a.signature += "." }

// Signed signs anew where the credentials are to blame.
func Signed(ctx context.Context, c *api.Client, m api.Message) error {
	a := &account{c: c}
	var err error
	for range tries {
		done := make(chan struct{})
		go func() {
			defer close(done)
			if err = a.send(ctx, m); errors.Is(err, codes.ResponseInvalidCredentials) {
				a.sign()
			}
		}()
		<-done
		if err == nil || !passes(err) && !errors.Is(err, codes.ResponseInvalidCredentials) {
			return err
		}
	}
	return err
}

// SignedOnce counts what it sends, and changes nothing.
func SignedOnce(ctx context.Context, c *api.Client, m api.Message) error {
	a := &account{c: c}
	a.sign()
	sent := 0
	var err error
	for range tries { // want "and 10 more of class never"
		timed("send", func() {
			sent++
			err = a.send(ctx, m)
		})
		if err == nil {
			return nil
		}
	}
	return err
}

// Senders has the next one have its turn.
func Senders(ctx context.Context, c *api.Client, m api.Message) error {
	var err error
	for _, from := range []string{"+4511111111", "+4522222222"} {
		timed("send", func() {
			m := m
			m.From = from
			err = send(ctx, c, m)
		})
		if err == nil {
			return nil
		}
	}
	return err
}

// Again is what the literal says.
func Again(ctx context.Context, c *api.Client, m api.Message) error {
	var err error
	for again := true; again; {
		func() {
			err = send(ctx, c, m)
			again = passes(err)
		}()
	}
	return err
}

// Final is what the goroutine says.
func Final(ctx context.Context, c *api.Client, m api.Message) error {
	var err error
	for range tries {
		final := false
		var wg sync.WaitGroup
		wg.Add(1)
		go func() {
			defer wg.Done()
			err = send(ctx, c, m)
			final = !passes(err)
		}()
		wg.Wait()
		if final {
			break
		}
	}
	return err
}

// CountedMore counts what will not pass for more.
func CountedMore(ctx context.Context, c *api.Client, m api.Message) error {
	failures := 0
	var err error
	for failures < tries {
		func() {
			if err = send(ctx, c, m); err != nil && !passes(err) {
				failures = tries
			}
			failures++
		}()
		if err == nil {
			return nil
		}
	}
	return err
}

// Cancelled is over when the literal says so.
func Cancelled(ctx context.Context, c *api.Client, m api.Message) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	var err error
	for ctx.Err() == nil {
		func() {
			if err = send(ctx, c, m); err != nil && !passes(err) {
				cancel()
			}
		}()
		if err == nil {
			return nil
		}
	}
	return err
}

// Noted keeps what passes by a literal that gets it.
func Noted(ctx context.Context, c *api.Client, m api.Message) error {
	var last error
	for range tries {
		var err error
		note := func(e error) {
			if last = e; passes(e) {
				err = e
			}
		}
		if note(send(ctx, c, m)); err == nil {
			break
		}
		time.Sleep(c.Unit)
	}
	return last
}

// Noting has two goroutines tell it.
func Noting(ctx context.Context, c *api.Client, m api.Message) error {
	n := m
	n.To = "60120000002"
	for range tries {
		var err error
		var mu sync.Mutex
		note := func(e error) {
			mu.Lock()
			defer mu.Unlock()
			if e != nil {
				err = e
			}
		}
		var wg sync.WaitGroup
		wg.Go(func() { note(send(ctx, c, m)) })
		wg.Go(func() { note(send(ctx, c, n)) })
		wg.Wait()
		if !passes(err) {
			return err
		}
	}
	return errTooMany
}

// Within has the rounds in the goroutine.
func Within(ctx context.Context, c *api.Client, m api.Message) error {
	var err error
	done := make(chan struct{})
	go func() {
		defer close(done)
		for range tries { // want "and 10 more of class never"
			if err = send(ctx, c, m); err == nil {
				return
			}
		}
	}()
	<-done
	return err
}

// WithinPassing has them there for what passes.
func WithinPassing(ctx context.Context, c *api.Client, m api.Message) error {
	var err error
	done := make(chan struct{})
	go func() {
		defer close(done)
		for range tries {
			if err = send(ctx, c, m); !passes(err) {
				return
			}
		}
	}()
	<-done
	return err
}
