// Package enclosed sends in function literals, which leave what came of it in variables around them.
package enclosed

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"

	"example.test/programs/retriedcode/api"
	"github.com/errcodelint/errcodelint/codes"
)

const tries = 3

var errTooMany = errors.New("tried too often")

type reply struct {
	ResponseCode codes.ResponseCode `json:"responseCode"`
}

func post(ctx context.Context, c *api.Client, m api.Message) (*reply, error) {
	r := new(reply)
	if err := c.Post(ctx, "/sms", m, r); err != nil {
		return nil, err
	}
	return r, nil
}

func send(ctx context.Context, c *api.Client, m api.Message) error {
	r, err := post(ctx, c, m)
	if err != nil {
		return err
	}
	return r.ResponseCode.Err()
}

func passes(err error) bool {
	var code codes.ResponseCode
	return errors.As(err, &code) && code.Retryable()
}

// Locked holds a lock while it sends.
func Locked(ctx context.Context, c *api.Client, m api.Message) error {
	var mu sync.Mutex
	var err error
	for range tries { // want "and 10 more of class never"
		func() {
			mu.Lock()
			defer mu.Unlock()
			err = send(ctx, c, m)
		}()
		if err == nil {
			return nil
		}
		time.Sleep(c.Unit)
	}
	return err
}

// LockedPassing looks at what it has left.
func LockedPassing(ctx context.Context, c *api.Client, m api.Message) error {
	var mu sync.Mutex
	var err error
	for range tries {
		func() {
			mu.Lock()
			defer mu.Unlock()
			err = send(ctx, c, m)
		}()
		if !passes(err) {
			return err
		}
		time.Sleep(c.Unit)
	}
	return err
}

// LockedFinal has the literal look.
func LockedFinal(ctx context.Context, c *api.Client, m api.Message) error {
	var mu sync.Mutex
	var final, err error
	for range tries {
		func() {
			mu.Lock()
			defer mu.Unlock()
			if err = send(ctx, c, m); err != nil && !passes(err) {
				final, err = err, nil
			}
		}()
		if err == nil {
			return final
		}
		time.Sleep(c.Unit)
	}
	return err
}

// Reply has the code of the reply that is left.
func Reply(ctx context.Context, c *api.Client, m api.Message) error {
	for range tries { // want "and 10 more of class never"
		var r *reply
		var err error
		func() {
			ctx, cancel := context.WithTimeout(ctx, time.Minute)
			defer cancel()
			r, err = post(ctx, c, m)
		}()
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

// ReplyFinal is nil for what will not pass.
func ReplyFinal(ctx context.Context, c *api.Client, m api.Message) error {
	for range tries {
		var r *reply
		var err error
		func() {
			if r, err = post(ctx, c, m); err == nil && !r.ResponseCode.Retryable() {
				err = r.ResponseCode.Err()
				r = nil
			}
		}()
		if r == nil {
			return err
		}
		time.Sleep(c.Unit)
	}
	return errTooMany
}

// Code has the code alone, where there is a reply.
func Code(ctx context.Context, c *api.Client, m api.Message) error {
	for range tries { // want "and 10 more of class never"
		var code codes.ResponseCode
		func() {
			if r, err := post(ctx, c, m); err == nil {
				code = r.ResponseCode
			}
		}()
		if code == codes.ResponseSuccess {
			return nil
		}
		time.Sleep(c.Unit)
	}
	return errTooMany
}

// CodePassing asks it.
func CodePassing(ctx context.Context, c *api.Client, m api.Message) error {
	for range tries {
		var code codes.ResponseCode
		func() {
			if r, err := post(ctx, c, m); err == nil {
				code = r.ResponseCode
			}
		}()
		if !code.Retryable() {
			return code.Err()
		}
		time.Sleep(c.Unit)
	}
	return errTooMany
}

// An outcome is all that is left.
type outcome struct {
	code codes.ResponseCode
	err  error
}

// Fields has it in a struct.
func Fields(ctx context.Context, c *api.Client, m api.Message) error {
	for range tries { // want "and 10 more of class never"
		var o outcome
		func() {
			r, err := post(ctx, c, m)
			if o.err = err; err == nil {
				o.code = r.ResponseCode
			}
		}()
		if o.err != nil || o.code == codes.ResponseSuccess {
			return o.err
		}
		time.Sleep(c.Unit)
	}
	return errTooMany
}

// FieldsFinal has an error of what will not pass.
func FieldsFinal(ctx context.Context, c *api.Client, m api.Message) error {
	for range tries {
		var o outcome
		func() {
			r, err := post(ctx, c, m)
			if o.err = err; err == nil {
				o.code = r.ResponseCode
			}
			if err == nil && !o.code.Retryable() {
				o.err = o.code.Err()
			}
		}()
		if o.err != nil || o.code == codes.ResponseSuccess {
			return o.err
		}
		time.Sleep(c.Unit)
	}
	return errTooMany
}

// Wrapped says which attempt it was.
func Wrapped(ctx context.Context, c *api.Client, m api.Message) error {
	var last error
	for i := range tries { // want "and 10 more of class never"
		var err error
		func() {
			if sent := send(ctx, c, m); sent != nil {
				err = fmt.Errorf("attempt %d: %w", i+1, sent)
			}
		}()
		if err == nil {
			return nil
		}
		last = err
		time.Sleep(c.Unit)
	}
	return last
}

// WrappedPassing wraps only what passes.
func WrappedPassing(ctx context.Context, c *api.Client, m api.Message) error {
	var last, final error
	for i := range tries {
		var err error
		func() {
			sent := send(ctx, c, m)
			if passes(sent) {
				err = fmt.Errorf("attempt %d: %w", i+1, sent)
			} else {
				final = sent
			}
		}()
		if err == nil {
			return final
		}
		last = err
		time.Sleep(c.Unit)
	}
	return last
}

// Named has the result that the function itself returns.
func Named(ctx context.Context, c *api.Client, m api.Message) (err error) {
	for range tries { // want "and 10 more of class never"
		func() {
			err = send(ctx, c, m)
		}()
		if err == nil {
			break
		}
		time.Sleep(c.Unit)
	}
	return
}

// Held calls it by a name.
func Held(ctx context.Context, c *api.Client, m api.Message) error {
	var err error
	attempt := func() { err = send(ctx, c, m) }
	for range tries { // want "and 10 more of class never"
		attempt()
		if err == nil {
			return nil
		}
		time.Sleep(c.Unit)
	}
	return err
}

// HeldPassing does, too.
func HeldPassing(ctx context.Context, c *api.Client, m api.Message) error {
	var err error
	attempt := func() {
		if err = send(ctx, c, m); !passes(err) {
			err = errors.Join(errTooMany, err)
		}
	}
	for range tries {
		if attempt(); !passes(err) || errors.Is(err, errTooMany) {
			return err
		}
		time.Sleep(c.Unit)
	}
	return err
}

// Recovering makes an error of a panic, too.
func Recovering(ctx context.Context, c *api.Client, m api.Message) error {
	for range tries { // want "and 10 more of class never"
		var err error
		func() {
			defer func() {
				if r := recover(); r != nil {
					err = fmt.Errorf("panic: %v", r)
				}
			}()
			err = send(ctx, c, m)
		}()
		if err == nil {
			return nil
		}
		time.Sleep(c.Unit)
	}
	return errTooMany
}

// RecoveringFinal looks at the end of it.
func RecoveringFinal(ctx context.Context, c *api.Client, m api.Message) error {
	for range tries {
		var final, err error
		func() {
			defer func() {
				if r := recover(); r != nil {
					final = fmt.Errorf("panic: %v", r)
				} else if !passes(err) {
					final, err = err, nil
				}
			}()
			err = send(ctx, c, m)
		}()
		if err == nil {
			return final
		}
		time.Sleep(c.Unit)
	}
	return errTooMany
}
