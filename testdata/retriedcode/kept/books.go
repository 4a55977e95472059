package kept

import (
	"context"
	"sync/atomic"
	"time"

	"example.test/programs/retriedcode/api"
	"github.com/errcodelint/errcodelint/codes"
)

// booked sends, and keeps books of what it sends.
type booked struct {
	c     *api.Client
	key   atomic.Pointer[string]
	from  string
	sent  int
	last  codes.ResponseCode
	times []time.Time
}

// A delivery is a message, and what has become of it.
type delivery struct {
	message api.Message
	state   string
	rounds  int
	code    codes.ResponseCode
}

func (b *booked) post(ctx context.Context, m api.Message) (codes.ResponseCode, error) {
	m.From = b.from
	var r struct {
		Code codes.ResponseCode `json:"responseCode"`
	}
	err := b.c.Post(ctx, "/sms", m, &r)
	return r.Code, err
}

func (b *booked) deliver(ctx context.Context, d *delivery) (codes.ResponseCode, error) {
	return b.post(ctx, d.message)
}

// BooksCount counts what is sent.
func BooksCount(ctx context.Context, c *api.Client, m api.Message) error {
	b := &booked{c: c, from: m.From}
	for range 3 { // want "and 10 more of class never"
		b.sent++
		b.times = append(b.times, time.Now())
		code, err := b.post(ctx, m)
		if err != nil {
			return err
		}
		if code == codes.ResponseSuccess {
			return nil
		}
		b.last = code
	}
	return errStillFailing
}

// BooksState keeps the state with the message.
func BooksState(ctx context.Context, c *api.Client, m api.Message) error {
	b, d := &booked{c: c, from: m.From}, &delivery{message: m, state: "new"}
	for d.rounds < 3 { // want "and 10 more of class never"
		d.rounds++
		code, err := b.deliver(ctx, d)
		if err != nil {
			return err
		}
		if code == codes.ResponseSuccess {
			d.state = "sent"
			return nil
		}
		d.state, d.code = "waiting", code
	}
	return d.code
}

// BooksSender changes what the message is sent with.
func BooksSender(ctx context.Context, c *api.Client, m api.Message) error {
	b := &booked{c: c, from: m.From}
	for {
		code, err := b.post(ctx, m)
		if err != nil {
			return err
		}
		if code != codes.ResponseInvalidOriginator || b.from == "" {
			return code.Err()
		}
		b.from = ""
	}
}

// BooksMessage changes the message.
func BooksMessage(ctx context.Context, c *api.Client, m api.Message) error {
	b, d := &booked{c: c, from: m.From}, &delivery{message: m}
	for {
		code, err := b.deliver(ctx, d)
		if err != nil {
			return err
		}
		if code != codes.ResponseInvalidRecipient || d.message.To == "" {
			return code.Err()
		}
		d.message.To = d.message.To[1:]
	}
}

// BooksKey loads another key.
func BooksKey(ctx context.Context, c *api.Client, m api.Message) error {
	b := &booked{c: c}
	b.key.Store(&m.From)
	for range 2 {
		code, err := b.post(ctx, api.Message{From: *b.key.Load(), To: m.To, Text: m.Text})
		if err != nil {
			return err
		}
		if code != codes.ResponseInvalidOriginator {
			return code.Err()
		}
		other := "4912345"
		b.key.Store(&other)
	}
	return errStillFailing
}
