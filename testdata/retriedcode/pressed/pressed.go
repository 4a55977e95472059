// Package pressed sends again when somebody says so: presses a button, says yes, has changed the settings.
package pressed

import (
	"context"
	"errors"
	"sync"
	"time"

	"example.test/programs/retriedcode/api"
	"example.test/programs/retriedcode/client"
	"github.com/errcodelint/errcodelint/codes"
)

type reply struct {
	Code codes.ResponseCode `json:"responseCode"`
}

func send(ctx context.Context, c *api.Client, m api.Message) (codes.ResponseCode, error) {
	var r reply
	err := c.Post(ctx, "/sms", m, &r)
	return r.Code, err
}

var errNotWanted = errors.New("nobody wants it any more")

// A request is what an operator wants.
type request struct {
	by    string
	again bool
}

// A console has a button, and an operator who answers.
type console struct {
	pressed chan struct{}
	answers chan request
	tick    chan struct{}
	changed *sync.Cond
}

func open(ctx context.Context, c *api.Client) *console {
	k := &console{make(chan struct{}), make(chan request), make(chan struct{}), sync.NewCond(new(sync.Mutex))}
	go func() {
		for range 4 {
			k.pressed <- struct{}{}
		}
		close(k.pressed)
	}()
	go func() {
		for range 4 {
			k.answers <- request{by: "night shift", again: true}
		}
		close(k.answers)
	}()
	go func() {
		for ctx.Err() == nil {
			time.Sleep(c.Unit)
			k.tick <- struct{}{}
		}
	}()
	go func() {
		for ctx.Err() == nil {
			time.Sleep(c.Unit)
			k.changed.Broadcast()
		}
	}()
	return k
}

// Button sends each time that it is pressed.
func Button(ctx context.Context, c *api.Client, m api.Message) error {
	k := open(ctx, c)
	for range k.pressed {
		code, err := send(ctx, c, m)
		if err == nil && code == codes.ResponseSuccess {
			return nil
		}
	}
	return errNotWanted
}

// Ticking is a channel of the same type, but it is the time that fills it.
func Ticking(ctx context.Context, c *api.Client, m api.Message) error {
	k := open(ctx, c)
	for range k.tick { // want "and 10 more of class never"
		code, err := send(ctx, c, m)
		if err == nil && code == codes.ResponseSuccess {
			return nil
		}
	}
	return errNotWanted
}

// Selected waits for the button, or the end.
func Selected(ctx context.Context, c *api.Client, m api.Message) error {
	k := open(ctx, c)
	for {
		select {
		case _, ok := <-k.pressed:
			if !ok {
				return errNotWanted
			}
			if code, err := send(ctx, c, m); err == nil && code == codes.ResponseSuccess {
				return nil
			}
		case <-ctx.Done():
			return ctx.Err()
		}
	}
}

// Confirmed asks after each try.
func Confirmed(ctx context.Context, c *api.Client, m api.Message) error {
	k := open(ctx, c)
	for {
		err := client.Wrapped(ctx, c, m)
		if err == nil {
			return nil
		}
		select {
		case a := <-k.answers:
			if !a.again {
				return err
			}
		case <-time.After(time.Minute):
			return errNotWanted
		}
	}
}

// ConfirmedOrLate goes on anyway when nobody answers.
func ConfirmedOrLate(ctx context.Context, c *api.Client, m api.Message) error {
	answers := make(chan request)
	for range 3 { // want "and 10 more of class never"
		err := client.Wrapped(ctx, c, m)
		if err == nil {
			return nil
		}
		select {
		case a := <-answers:
			if !a.again {
				return err
			}
		case <-time.After(c.Unit):
		}
	}
	return errNotWanted
}

func (k *console) approve(ctx context.Context) error {
	select {
	case a, ok := <-k.answers:
		if !ok || !a.again {
			return errNotWanted
		}
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

// Approved asks by a method.
func Approved(ctx context.Context, c *api.Client, m api.Message) error {
	k := open(ctx, c)
	for n := 0; ; n++ {
		if n > 0 {
			if err := k.approve(ctx); err != nil {
				return err
			}
		}
		if code, err := send(ctx, c, m); err != nil || code == codes.ResponseSuccess {
			return err
		}
	}
}

// ApprovedOnce asks for one code alone.
func ApprovedOnce(ctx context.Context, c *api.Client, m api.Message) error {
	k := open(ctx, c)
	for range 4 { // want "for 12 InvalidOriginator of class never"
		code, err := send(ctx, c, m)
		if err != nil {
			return err
		}
		switch code {
		case codes.ResponseInsufficientCredit:
			if err := k.approve(ctx); err != nil {
				return err
			}
		case codes.ResponseInvalidOriginator:
			time.Sleep(c.Unit)
		default:
			return code.Err()
		}
	}
	return errNotWanted
}

// Changed waits until the settings have been changed.
func Changed(ctx context.Context, c *api.Client, m api.Message) error {
	k := open(ctx, c)
	for {
		code, err := send(ctx, c, m)
		if err != nil {
			return err
		}
		if code == codes.ResponseSuccess || code.Retryable() {
			return code.Err()
		}
		k.changed.L.Lock()
		k.changed.Wait()
		k.changed.L.Unlock()
	}
}

// A link is there when it is ready, from then on.
type link struct{ ready chan struct{} }

func (l *link) connect() { close(l.ready) }

// Ready waits for something that comes once, and for all.
func Ready(ctx context.Context, c *api.Client, m api.Message) error {
	l := &link{make(chan struct{})}
	l.connect()
	for range 3 { // want "and 10 more of class never"
		<-l.ready
		if code, err := send(ctx, c, m); err != nil || code == codes.ResponseSuccess {
			return err
		}
		time.Sleep(c.Unit)
	}
	return errNotWanted
}

// Slot has a place in the line, which it gives to itself.
func Slot(ctx context.Context, c *api.Client, m api.Message) error {
	line := make(chan struct{}, 1)
	for range 3 { // want "and 10 more of class never"
		line <- struct{}{}
		code, err := send(ctx, c, m)
		<-line
		if err != nil || code == codes.ResponseSuccess {
			return err
		}
		time.Sleep(c.Unit)
	}
	return errNotWanted
}

// Stopped can be stopped by the button.
func Stopped(ctx context.Context, c *api.Client, m api.Message) error {
	k := &console{pressed: make(chan struct{})}
	for range 3 { // want "and 10 more of class never"
		if code, err := send(ctx, c, m); err != nil || code == codes.ResponseSuccess {
			return err
		}
		select {
		case <-k.pressed:
			return errNotWanted
		case <-time.After(c.Unit):
		}
	}
	return errNotWanted
}

// Answered sends in a goroutine, and waits for what comes of it.
func Answered(ctx context.Context, c *api.Client, m api.Message) error {
	for range 3 { // want "and 10 more of class never"
		came := make(chan struct{})
		code, err := send(ctx, c, m)
		go func() {
			time.Sleep(c.Unit)
			came <- struct{}{}
		}()
		<-came
		if err != nil || code == codes.ResponseSuccess {
			return err
		}
	}
	return errNotWanted
}
