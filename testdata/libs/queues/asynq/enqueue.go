package asynq

import (
	"context"

	"github.com/hibiken/asynq"

	"example.test/libs/api"
)

// Enqueue gives a task to the queue, and says so: it handles none.
func Enqueue(ctx context.Context, queue *asynq.Client, task *asynq.Task, c *api.Client, m api.Message) error {
	if _, err := queue.EnqueueContext(ctx, task, asynq.MaxRetry(5)); err != nil {
		return err
	}
	code, err := send(ctx, c, m)
	if err != nil {
		return err
	}
	return code.Err()
}
