package loops

import (
	"context"
	"log"
	"sync"
	"time"

	"example.test/programs/retriedcode/api"
	"github.com/errcodelint/errcodelint/codes"
)

// Handed has another function call it again.
func Handed(ctx context.Context, c *api.Client, m api.Message) error {
	return deliverHanded(ctx, c, m, 1)
}

func deliverHanded(ctx context.Context, c *api.Client, m api.Message, attempt int) error {
	r, err := send(ctx, c, m)
	if err != nil {
		return err
	}
	if r.Code == codes.ResponseSuccess {
		return nil
	}
	return handBack(ctx, c, m, attempt) // want "and 10 more of class never"
}

func handBack(ctx context.Context, c *api.Client, m api.Message, attempt int) error {
	if attempt >= maxTries {
		return context.DeadlineExceeded
	}
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-time.After(c.Unit * time.Duration(attempt)):
	}
	return deliverHanded(ctx, c, m, attempt+1)
}

// HandedRetryable does so for what may pass.
func HandedRetryable(ctx context.Context, c *api.Client, m api.Message) error {
	return deliverRetryable(ctx, c, m, 1)
}

func deliverRetryable(ctx context.Context, c *api.Client, m api.Message, attempt int) error {
	r, err := send(ctx, c, m)
	if err != nil {
		return err
	}
	if r.Code.Retryable() {
		return handBackRetryable(ctx, c, m, attempt)
	}
	return r.Code.Err()
}

func handBackRetryable(ctx context.Context, c *api.Client, m api.Message, attempt int) error {
	if attempt >= maxTries {
		return context.DeadlineExceeded
	}
	time.Sleep(c.Unit)
	return deliverRetryable(ctx, c, m, attempt+1)
}

// A carrier sends in the background.
type carrier struct {
	api  *api.Client
	done sync.WaitGroup
	from []string
	turn int
}

// HandedLater has another method call it by a timer.
func HandedLater(ctx context.Context, c *api.Client, m api.Message) error {
	o := &carrier{api: c}
	o.done.Add(1)
	o.carry(ctx, m)
	o.done.Wait()
	return nil
}

func (o *carrier) carry(ctx context.Context, m api.Message) {
	r, err := send(ctx, o.api, m)
	if err == nil && r.Code != codes.ResponseSuccess {
		o.later(ctx, m, r.Code) // want "and 10 more of class never"
		return
	}
	o.done.Done()
}

func (o *carrier) later(ctx context.Context, m api.Message, why codes.ResponseCode) {
	log.Printf("to %s: %v", m.To, why)
	time.AfterFunc(o.api.Unit, func() { o.carry(ctx, m) })
}

// HandedAsked has the other method ask why.
func HandedAsked(ctx context.Context, c *api.Client, m api.Message) error {
	o := &carrier{api: c}
	o.done.Add(1)
	o.carryAsked(ctx, m)
	o.done.Wait()
	return nil
}

func (o *carrier) carryAsked(ctx context.Context, m api.Message) {
	r, err := send(ctx, o.api, m)
	if err == nil && r.Code != codes.ResponseSuccess {
		o.laterAsked(ctx, m, r.Code)
		return
	}
	o.done.Done()
}

func (o *carrier) laterAsked(ctx context.Context, m api.Message, why codes.ResponseCode) {
	if !why.Retryable() {
		o.done.Done()
		return
	}
	time.AfterFunc(o.api.Unit, func() { o.carryAsked(ctx, m) })
}

// HandedTurn has the other method change the sender.
func HandedTurn(ctx context.Context, c *api.Client, m api.Message) error {
	o := &carrier{api: c, from: []string{"+4511111111", "+4522222222"}}
	return o.carryTurn(ctx, m)
}

func (o *carrier) carryTurn(ctx context.Context, m api.Message) error {
	m.From = o.from[o.turn%2]
	r, err := send(ctx, o.api, m)
	if err != nil || r.Code == codes.ResponseSuccess {
		return err
	}
	return o.next(ctx, m)
}

func (o *carrier) next(ctx context.Context, m api.Message) error {
	if o.turn++; o.turn > 3 {
		return context.DeadlineExceeded
	}
	return o.carryTurn(ctx, m)
}

// HandedPlain has another one send it with another text.
func HandedPlain(ctx context.Context, c *api.Client, m api.Message) error {
	r, err := send(ctx, c, m)
	if err != nil || r.Code == codes.ResponseSuccess || m.Text == "" {
		return err
	}
	return handPlain(ctx, c, m)
}

func handPlain(ctx context.Context, c *api.Client, m api.Message) error {
	m.Text = ""
	return HandedPlain(ctx, c, m)
}

// HandedGroup has another one call it for who is left.
func HandedGroup(ctx context.Context, c *api.Client, m api.Message) error {
	return deliverAll(ctx, c, m, []string{"+4511111111", "+4522222222"})
}

func deliverAll(ctx context.Context, c *api.Client, m api.Message, to []string) error {
	m.To = to[0]
	r, err := send(ctx, c, m)
	if err != nil || r.Code == codes.ResponseSuccess || len(to) == 1 {
		return err
	}
	return deliverRest(ctx, c, m, to)
}

func deliverRest(ctx context.Context, c *api.Client, m api.Message, to []string) error {
	time.Sleep(c.Unit)
	return deliverAll(ctx, c, m, to[1:])
}
