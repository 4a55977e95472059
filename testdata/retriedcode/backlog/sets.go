package backlog

import (
	"context"
	"log/slog"
	"time"

	"example.test/programs/retriedcode/api"
	"github.com/errcodelint/errcodelint/codes"
)

// Recipients keeps in a set to whom nothing has got yet.
func Recipients(ctx context.Context, c *api.Client, m api.Message) error {
	left := map[string]struct{}{m.To: {}}
	for n := 0; n < maxRounds && len(left) > 0; n++ { // want "and 10 more of class never"
		for to := range left {
			next := m
			next.To = to
			code, err := send(ctx, c, next)
			if err != nil {
				slog.Debug("trouble", "to", to, "err", err)
				continue
			}
			if code == codes.ResponseSuccess {
				delete(left, to)
			}
		}
		time.Sleep(c.Unit)
	}
	return nil
}

// RecipientsPassing takes out those to whom nothing will.
func RecipientsPassing(ctx context.Context, c *api.Client, m api.Message) error {
	left := map[string]bool{m.To: true}
	for n := 0; n < maxRounds && len(left) > 0; n++ {
		for to := range left {
			code, err := send(ctx, c, api.Message{From: m.From, To: to, Text: m.Text})
			if err == nil && !code.Retryable() {
				delete(left, to)
			}
		}
		time.Sleep(c.Unit)
	}
	return nil
}

// RecipientsNamed sends to each another text in each round.
func RecipientsNamed(ctx context.Context, c *api.Client, m api.Message) error {
	left := map[string]bool{m.To: true}
	for _, text := range []string{m.Text, "and once more"} {
		for to := range left {
			next := m
			next.To, next.Text = to, text
			code, err := send(ctx, c, next)
			if err == nil && code == codes.ResponseSuccess {
				delete(left, to)
			}
		}
	}
	return nil
}

// Requeue makes a message of each recipient in the queue.
func Requeue(ctx context.Context, c *api.Client, m api.Message) error {
	queue := []string{m.To}
	for n := 0; n < maxRounds && len(queue) > 0; n++ {
		to := queue[0]
		queue = queue[1:]
		next := m
		next.To = to
		code, err := send(ctx, c, next)
		if err != nil {
			return err
		}
		if code != codes.ResponseSuccess {
			queue = append(queue, to) // want "and 10 more of class never"
		}
	}
	return nil
}
