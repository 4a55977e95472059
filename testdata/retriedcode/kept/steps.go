package kept

import (
	"context"
	"log/slog"
	"time"

	"example.test/programs/retriedcode/api"
	"github.com/errcodelint/errcodelint/codes"
)

// A dispatcher sends one message, step by step, and keeps what came of it.
type dispatcher struct {
	client *api.Client
	last   codes.ResponseCode
	steps  int
}

// step sends, and says whether another one is needed.
func (d *dispatcher) step(ctx context.Context, m api.Message) bool {
	var r struct {
		Code codes.ResponseCode `json:"responseCode"`
	}
	if err := d.client.Post(ctx, "/sms", m, &r); err != nil {
		return false
	}
	d.last = r.Code
	return r.Code != codes.ResponseSuccess
}

// counted is step, no more than four times.
func (d *dispatcher) counted(ctx context.Context, m api.Message) (more bool) {
	d.steps++
	return d.step(ctx, m) && d.steps < 4
}

// patient is step for what may pass alone.
func (d *dispatcher) patient(ctx context.Context, m api.Message) bool {
	return d.counted(ctx, m) && d.last.Retryable()
}

// hasFailed asks for no reply, but tells of the last one.
func (d *dispatcher) hasFailed() bool { return d.last != codes.ResponseSuccess }

// Steps goes on until a step needs no other.
func Steps(ctx context.Context, c *api.Client, m api.Message) error {
	d := &dispatcher{client: c}
	for d.counted(ctx, m) { // want "and 10 more of class never"
		time.Sleep(c.Unit)
	}
	return d.last.Err()
}

// StepsPatient goes on for what may pass alone.
func StepsPatient(ctx context.Context, c *api.Client, m api.Message) error {
	d := &dispatcher{client: c}
	for d.patient(ctx, m) {
		time.Sleep(c.Unit)
	}
	return d.last.Err()
}

// StepsKept asks in the loop.
func StepsKept(ctx context.Context, c *api.Client, m api.Message) error {
	d := &dispatcher{client: c}
	for range 4 { // want "and 10 more of class never"
		if again := d.step(ctx, m); !again {
			break
		}
		slog.Debug("not sent", "code", d.last)
	}
	return d.last.Err()
}

// StepsSettled asks what it has kept.
func StepsSettled(ctx context.Context, c *api.Client, m api.Message) error {
	d := &dispatcher{client: c}
	for range 4 {
		if !d.step(ctx, m) || !d.last.Retryable() {
			break
		}
	}
	return d.last.Err()
}

// StepsOnce sends once, and only then asks what came of it as often as anybody likes.
func StepsOnce(ctx context.Context, c *api.Client, m api.Message) error {
	d := &dispatcher{client: c}
	d.step(ctx, m)
	for i := 0; i < 3 && d.hasFailed(); i++ {
		time.Sleep(c.Unit)
	}
	return d.last.Err()
}

// StepsOthers has another one send each time.
func StepsOthers(ctx context.Context, c *api.Client, m api.Message) error {
	d := &dispatcher{client: c}
	for d.counted(ctx, m) {
		m.From += "2"
	}
	return d.last.Err()
}
