package workers

import (
	"context"
	"time"

	"example.test/programs/retriedcode/api"
)

// An outbox knows what is to be sent.
type outbox interface {
	Unsent(ctx context.Context, atMost int) ([]api.Message, error)
}

// handedOut is an outbox that hands out everything once.
type handedOut struct{ left []api.Message }

func (t *handedOut) Unsent(_ context.Context, _ int) ([]api.Message, error) {
	all := t.left
	t.left = nil
	return all, nil
}

func (s *sender) all(ctx context.Context, ms []api.Message) error {
	for _, m := range ms {
		out, err := s.send(ctx, m.From, m.To, m.Text)
		if err != nil {
			return err
		}
		if err := out.ResponseCode.Err(); err != nil {
			return err
		}
	}
	return nil
}

func (s *sender) due(ctx context.Context, due func() []api.Message) error {
	return s.all(ctx, due())
}

func (s *sender) stored(ctx context.Context, from outbox) error {
	ms, err := from.Unsent(ctx, 100)
	if err != nil {
		return err
	}
	return s.all(ctx, ms)
}

// Due goes on until there was no error: what is due is another message each time.
func Due(ctx context.Context, c *api.Client, m api.Message) error {
	s := &sender{api: c}
	left := []api.Message{m}
	due := func() []api.Message {
		all := left
		left = nil
		return all
	}
	for s.due(ctx, due) != nil {
		time.Sleep(c.Unit)
	}
	return nil
}

// Stored asks an outbox.
func Stored(ctx context.Context, c *api.Client, m api.Message) error {
	s := &sender{api: c}
	var from outbox = &handedOut{[]api.Message{m}}
	for s.stored(ctx, from) != nil {
		time.Sleep(c.Unit)
	}
	return nil
}

// SameList sends the same list.
func SameList(ctx context.Context, c *api.Client, m api.Message) error {
	s := &sender{api: c}
	ms := []api.Message{m}
	for s.all(ctx, ms) != nil { // want "and 10 more of class never"
		time.Sleep(c.Unit)
	}
	return nil
}
