package backlog

import (
	"context"
	"errors"
	"log/slog"

	"example.test/programs/retriedcode/api"
	"github.com/errcodelint/errcodelint/codes"
)

// NotedFinal is over once one was refused.
func NotedFinal(ctx context.Context, c *api.Client, m api.Message) error {
	pending := []api.Message{m}
	for range maxRounds {
		var failed []api.Message
		var final error
		for _, next := range pending {
			code, err := send(ctx, c, next)
			if err != nil || code != codes.ResponseSuccess {
				if !code.Retryable() {
					final = code
				}
				failed = append(failed, next)
			}
		}
		if final != nil {
			return final
		}
		pending = failed
	}
	return nil
}

// NotedLast asks for the last code.
func NotedLast(ctx context.Context, c *api.Client, m api.Message) error {
	pending := []api.Message{m}
	for range maxRounds {
		var failed []api.Message
		var last codes.ResponseCode
		for _, next := range pending {
			code, err := send(ctx, c, next)
			if err != nil || code != codes.ResponseSuccess {
				last = code
				failed = append(failed, next)
			}
		}
		if !last.Retryable() {
			return last.Err()
		}
		pending = failed
	}
	return nil
}

// NotedCounts has a function look at how many there are of each.
func NotedCounts(ctx context.Context, c *api.Client, m api.Message) error {
	pending := []api.Message{m}
	for range maxRounds {
		var failed []api.Message
		seen := make(map[codes.ResponseCode]int)
		for _, next := range pending {
			code, err := send(ctx, c, next)
			if err != nil || code != codes.ResponseSuccess {
				seen[code]++
				failed = append(failed, next)
			}
		}
		if !worthMore(seen) {
			return errGivenUp
		}
		pending = failed
	}
	return nil
}

func worthMore(seen map[codes.ResponseCode]int) bool {
	for code := range seen {
		if !code.Retryable() {
			return false
		}
	}
	return true
}

// NotedAny only asks whether any has failed.
func NotedAny(ctx context.Context, c *api.Client, m api.Message) error {
	pending := []api.Message{m}
	var last error
	for range maxRounds {
		var failed []api.Message
		last = nil
		for _, next := range pending {
			code, err := send(ctx, c, next)
			if err != nil || code != codes.ResponseSuccess {
				last = code
				failed = append(failed, next) // want "and 10 more of class never"
			}
		}
		if last == nil {
			return nil
		}
		slog.Debug("once more", "last", last)
		pending = failed
	}
	return last
}

// NotedTaken is over once one was refused of those that are taken out when they were sent.
func NotedTaken(ctx context.Context, c *api.Client, m api.Message) error {
	pending := map[string]api.Message{"1": m}
	for range maxRounds {
		refused := false
		for id, next := range pending {
			code, err := send(ctx, c, next)
			if err != nil {
				return err
			}
			if code == codes.ResponseSuccess {
				delete(pending, id)
			} else if !code.Retryable() {
				refused = true
			}
		}
		if refused {
			return errGivenUp
		}
	}
	return nil
}

// A parcelled message knows why it was not sent, which nobody asks.
type parcelled struct {
	message api.Message
	tries   int
	err     error
}

// NotedInside keeps the error in what it puts back.
func NotedInside(ctx context.Context, c *api.Client, m api.Message) error {
	queue := make(chan *parcelled, 1)
	queue <- &parcelled{message: m}
	for len(queue) > 0 {
		p := <-queue
		code, err := send(ctx, c, p.message)
		if err == nil && code == codes.ResponseSuccess {
			continue
		}
		p.tries++
		p.err = code
		if p.tries < maxRounds {
			queue <- p // want "and 10 more of class never"
		}
	}
	return nil
}

// NotedInsideAsked asks for it.
func NotedInsideAsked(ctx context.Context, c *api.Client, m api.Message) error {
	queue := make(chan *parcelled, 1)
	queue <- &parcelled{message: m}
	for len(queue) > 0 {
		p := <-queue
		if p.err != nil && !passes(p.err) {
			return p.err
		}
		code, err := send(ctx, c, p.message)
		if err == nil && code == codes.ResponseSuccess {
			continue
		}
		p.tries++
		p.err = code
		if p.tries < maxRounds {
			queue <- p
		}
	}
	return nil
}

// NotedJoined has a function ask all errors at once.
func NotedJoined(ctx context.Context, c *api.Client, m api.Message) error {
	pending := []api.Message{m}
	for range maxRounds {
		var failed []api.Message
		var errs []error
		for _, next := range pending {
			code, err := send(ctx, c, next)
			if err != nil || code != codes.ResponseSuccess {
				failed = append(failed, next)
				errs = append(errs, code)
			}
		}
		if err := errors.Join(errs...); !errors.Is(err, codes.ResponseThrottlingRateExceeded) && !errors.Is(err, codes.ResponseSystemError) {
			return err
		}
		pending = failed
	}
	return nil
}

// NotedBefore passes over whom it has noted before it sends.
func NotedBefore(ctx context.Context, c *api.Client, m api.Message) error {
	pending := []api.Message{m}
	refused := make(map[string]bool)
	for range maxRounds {
		var failed []api.Message
		for _, next := range pending {
			if refused[next.To] {
				continue
			}
			code, err := send(ctx, c, next)
			if err != nil || code != codes.ResponseSuccess {
				if !code.Retryable() {
					refused[next.To] = true
				}
				failed = append(failed, next)
			}
		}
		pending = failed
	}
	return nil
}
