package loops

import (
	"context"

	"example.test/programs/retriedcode/api"
	"github.com/errcodelint/errcodelint/codes"
)

// TakenBack takes the index back for what was not sent.
func TakenBack(ctx context.Context, c *api.Client, m api.Message) error {
	queue := []api.Message{m}
	tries := 0
	for i := 0; i < len(queue); i++ { // want "and 10 more of class never"
		r, err := send(ctx, c, queue[i])
		if err != nil {
			return err
		}
		if r.Code != codes.ResponseSuccess && tries < 3 {
			tries++
			c.Pause(ctx, 1)
			i--
			continue
		}
		tries = 0
	}
	return nil
}

// TakenBackPassing takes it back for what may pass.
func TakenBackPassing(ctx context.Context, c *api.Client, m api.Message) error {
	queue := []api.Message{m}
	tries := 0
	for i := 0; i < len(queue); i++ {
		r, err := send(ctx, c, queue[i])
		if err != nil {
			return err
		}
		if r.Code.Retryable() && tries < 3 {
			tries++
			c.Pause(ctx, 1)
			i--
		}
	}
	return nil
}

// TakenOut takes what was not sent out of the queue.
func TakenOut(ctx context.Context, c *api.Client, m api.Message) error {
	queue := []api.Message{m}
	for i := 0; i < len(queue); i++ {
		r, err := send(ctx, c, queue[i])
		if err != nil {
			return err
		}
		if r.Code != codes.ResponseSuccess {
			queue = append(queue[:i], queue[i+1:]...)
			i--
		}
	}
	return nil
}

// TakenBackChanged takes it back for one code, and sends it without a sender.
func TakenBackChanged(ctx context.Context, c *api.Client, m api.Message) error {
	queue := []api.Message{m}
	for i := 0; i < len(queue); i++ {
		r, err := send(ctx, c, queue[i])
		if err != nil {
			return err
		}
		if r.Code == codes.ResponseInvalidAlphanumericOriginator && queue[i].From != "" {
			queue[i].From = ""
			i--
		}
	}
	return nil
}
