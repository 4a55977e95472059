// Package requeue puts what has failed back into a queue.
package requeue

import (
	"context"

	"example.test/programs/retriedcode/api"
	"github.com/errcodelint/errcodelint/codes"
)

type reply struct {
	Code codes.ResponseCode `json:"responseCode"`
}

// send sends a message once.
func send(ctx context.Context, c *api.Client, m api.Message) (codes.ResponseCode, error) {
	var r reply
	err := c.Post(ctx, "/sms", m, &r)
	return r.Code, err
}

// Slice puts back all that has failed.
func Slice(ctx context.Context, c *api.Client, m api.Message) error {
	queue := []api.Message{m}
	for len(queue) > 0 {
		next := queue[0]
		queue = queue[1:]
		code, err := send(ctx, c, next)
		if err != nil {
			return err
		}
		if code != codes.ResponseSuccess {
			queue = append(queue, next) // want "and 10 more of class never"
		}
	}
	return nil
}

// SlicePassing puts back what passes.
func SlicePassing(ctx context.Context, c *api.Client, m api.Message) error {
	queue := []api.Message{m}
	for len(queue) > 0 {
		next := queue[0]
		queue = queue[1:]
		code, err := send(ctx, c, next)
		if err != nil {
			return err
		}
		if code.Retryable() {
			queue = append(queue, next)
		}
	}
	return nil
}

// Last takes the last one, and knows one that stays.
func Last(ctx context.Context, c *api.Client, m api.Message) error {
	queue := []*api.Message{&m}
	for len(queue) != 0 {
		last, rest := queue[len(queue)-1], queue[:len(queue)-1]
		queue = rest
		code, err := send(ctx, c, *last)
		if err != nil {
			return err
		}
		switch code {
		case codes.ResponseSuccess:
		case codes.ResponseInvalidRecipient:
			return code.Err()
		default:
			queue = append(queue, last) // want "and 9 more of class never"
		}
	}
	return nil
}

// A job is a message, and how often it was sent.
type job struct {
	message  api.Message
	attempts int
}

// Jobs counts what it has done.
func Jobs(ctx context.Context, c *api.Client, m api.Message) error {
	jobs := []job{{message: m}}
	for len(jobs) > 0 {
		next := jobs[0]
		jobs = jobs[1:]
		code, err := send(ctx, c, next.message)
		if err != nil {
			return err
		}
		if code != codes.ResponseSuccess && next.attempts < 3 {
			next.attempts++
			jobs = append(jobs, next) // want "and 10 more of class never"
		}
	}
	return nil
}

// Channel puts it back into a channel.
func Channel(ctx context.Context, c *api.Client, m api.Message) error {
	queue := make(chan api.Message, 1)
	queue <- m
	for next := range queue {
		code, err := send(ctx, c, next)
		if err != nil {
			return err
		}
		if code == codes.ResponseSuccess {
			break
		}
		queue <- next // want "and 10 more of class never"
	}
	return nil
}

// ChannelPassing does so for what passes.
func ChannelPassing(ctx context.Context, c *api.Client, m api.Message) error {
	queue := make(chan api.Message, 1)
	queue <- m
	for next := range queue {
		code, err := send(ctx, c, next)
		if err != nil {
			return err
		}
		if !code.Retryable() {
			return code.Err()
		}
		queue <- next
	}
	return nil
}

// Failed keeps what has failed for those who ask later.
func Failed(ctx context.Context, c *api.Client, m api.Message) error {
	queue := []api.Message{m}
	var failed []api.Message
	for len(queue) > 0 {
		next := queue[0]
		queue = queue[1:]
		code, err := send(ctx, c, next)
		if err != nil {
			return err
		}
		if code != codes.ResponseSuccess {
			failed = append(failed, next)
		}
	}
	return c.Pause(ctx, len(failed))
}

// Sender sends what was refused once more, from another sender.
func Sender(ctx context.Context, c *api.Client, m api.Message) error {
	queue := []api.Message{m}
	for len(queue) > 0 {
		next := queue[0]
		queue = queue[1:]
		code, err := send(ctx, c, next)
		if err != nil {
			return err
		}
		if code != codes.ResponseSuccess && next.From != "12345" {
			next.From = "12345"
			queue = append(queue, next)
		}
	}
	return nil
}

func (j *job) reroute() { j.message.From = "12345" }

// Rerouted has a method do so.
func Rerouted(ctx context.Context, c *api.Client, m api.Message) error {
	jobs := []*job{{message: m}}
	for len(jobs) > 0 {
		next := jobs[0]
		jobs = jobs[1:]
		code, err := send(ctx, c, next.message)
		if err != nil {
			return err
		}
		if next.attempts++; code != codes.ResponseSuccess && next.attempts < 2 {
			next.reroute()
			jobs = append(jobs, next)
		}
	}
	return nil
}

// Pages asks for the next page.
func Pages(ctx context.Context, c *api.Client, m api.Message) error {
	pages := []int{0}
	for len(pages) > 0 {
		page := pages[0]
		pages = pages[1:]
		code, err := send(ctx, c, m)
		if err != nil {
			return err
		}
		if code == codes.ResponseSuccess && page < 3 {
			pages = append(pages, page+1)
		}
	}
	return nil
}

// Transport puts back what has not come through.
func Transport(ctx context.Context, c *api.Client, m api.Message) error {
	queue := []api.Message{m}
	for len(queue) > 0 {
		next := queue[0]
		queue = queue[1:]
		code, err := send(ctx, c, next)
		if err != nil {
			queue = append(queue, next)
			continue
		}
		if code != codes.ResponseSuccess {
			return code.Err()
		}
	}
	return nil
}
