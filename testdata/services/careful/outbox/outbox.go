// Package outbox sends messages in the background until they are out, or
// until there is no point in going on.
package outbox

import (
	"context"
	"errors"
	"fmt"
	"time"

	"example.test/programs/services/careful/msgapi"
	"github.com/errcodelint/errcodelint/codes"
)

const (
	maxAttempts = 3
	firstPause  = 2 * time.Second
)

// Sender sends messages.
type Sender interface {
	SendSMS(context.Context, msgapi.SMS) (string, error)
}

// State is where an entry is.
type State int

const (
	Waiting State = iota
	Sent
	Failed
)

// Entry is a message in the outbox.
type Entry struct {
	Message  msgapi.SMS
	State    State
	ID       string
	Attempts int
	Err      error
}

// Outbox is a queue of messages. It is for one goroutine.
type Outbox struct {
	api     Sender
	pause   func(context.Context, time.Duration) error
	topUp   func(context.Context) error
	entries []*Entry
}

// New returns an empty outbox. It calls topUp when the account is empty.
func New(api Sender, pause func(context.Context, time.Duration) error, topUp func(context.Context) error) *Outbox {
	return &Outbox{api: api, pause: pause, topUp: topUp}
}

// Add puts a message into the outbox.
func (o *Outbox) Add(m msgapi.SMS) *Entry {
	e := &Entry{Message: m}
	o.entries = append(o.entries, e)
	return e
}

// Flush sends what is waiting, and returns how many messages remain.
func (o *Outbox) Flush(ctx context.Context) int {
	left := 0
	for _, e := range o.entries {
		if e.State != Waiting {
			continue
		}
		e.ID, e.Err = o.send(ctx, e)
		switch {
		case e.Err == nil:
			e.State = Sent
		case ctx.Err() != nil:
			left++
		default:
			e.State = Failed
		}
	}
	return left
}

// send sends a message, again after a pause if the API says that it may work
// then, and once more after a top-up.
func (o *Outbox) send(ctx context.Context, e *Entry) (string, error) {
	pause, topped := firstPause, false
	for {
		e.Attempts++
		id, err := o.api.SendSMS(ctx, e.Message)
		if err == nil {
			return id, nil
		}
		if e.Attempts == maxAttempts {
			return "", fmt.Errorf("outbox: given up: %w", err)
		}
		switch {
		case transient(err):
			if err := o.pause(ctx, pause); err != nil {
				return "", err
			}
			pause *= 2
		case errors.Is(err, codes.ResponseInsufficientCredit) && !topped:
			if err := o.topUp(ctx); err != nil {
				return "", fmt.Errorf("outbox: %w", err)
			}
			topped = true
		default:
			return "", fmt.Errorf("outbox: %w", err)
		}
	}
}

// transient tells whether the same message may pass a little later.
func transient(err error) bool {
	var code codes.ResponseCode
	if errors.As(err, &code) {
		return code.Retryable()
	}
	return errors.Is(err, msgapi.ErrGatewayBusy)
}
