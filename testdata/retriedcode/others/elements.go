package others

import (
	"context"

	"example.test/programs/retriedcode/api"
	"github.com/errcodelint/errcodelint/codes"
)

// A line is a number that messages come from, and the client that may use it.
type line struct {
	from string
	by   *senders
}

func linesOf(c *api.Client, m api.Message) []line {
	all := sendersOf(c, m)
	return []line{{m.From, all}, {"Shop", all}}
}

// ElementClient asks another line's client each time.
func ElementClient(ctx context.Context, c *api.Client, m api.Message) error {
	lines := linesOf(c, m)
	for i := 0; i < 2*len(lines); i++ {
		code, err := lines[i%len(lines)].by.send(ctx, m)
		if err != nil {
			return err
		}
		if code == codes.ResponseSuccess {
			return nil
		}
	}
	return errNotSent
}

// ElementRange goes through the lines by their index.
func ElementRange(ctx context.Context, c *api.Client, m api.Message) error {
	lines := linesOf(c, m)
	for i := range lines {
		code, err := lines[i].by.send(ctx, api.Message{From: lines[i].from, To: m.To, Text: m.Text})
		if err != nil || code == codes.ResponseSuccess {
			return err
		}
	}
	return errNotSent
}

// ElementTail begins further behind each time.
func ElementTail(ctx context.Context, c *api.Client, m api.Message) error {
	lines := linesOf(c, m)
	for n := 0; n < len(lines); n++ {
		code, err := lines[n:][0].by.send(ctx, m)
		if err != nil || code == codes.ResponseSuccess {
			return err
		}
	}
	return errNotSent
}

// ElementFirst asks the same line's client.
func ElementFirst(ctx context.Context, c *api.Client, m api.Message) error {
	lines := linesOf(c, m)
	for i := 0; i < 2*len(lines); i++ { // want "and 10 more of class never"
		code, err := lines[0].by.send(ctx, m)
		if err != nil {
			return err
		}
		if code == codes.ResponseSuccess {
			return nil
		}
	}
	return errNotSent
}
