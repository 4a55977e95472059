package backlog

import (
	"context"
	"sync"

	"example.test/programs/retriedcode/api"
	"github.com/errcodelint/errcodelint/codes"
)

// Together sends each in a goroutine of its own, which keeps it where it has failed.
func Together(ctx context.Context, c *api.Client, m api.Message) error {
	pending := []api.Message{m}
	for n := 0; n < maxRounds && len(pending) > 0; n++ {
		var (
			group  sync.WaitGroup
			mu     sync.Mutex
			failed []api.Message
		)
		for _, next := range pending {
			group.Add(1)
			go func() {
				defer group.Done()
				code, err := send(ctx, c, next)
				if err != nil || code != codes.ResponseSuccess {
					mu.Lock()
					failed = append(failed, next) // want "and 10 more of class never"
					mu.Unlock()
				}
			}()
		}
		group.Wait()
		pending = failed
	}
	return nil
}

// TogetherHanded hands it to the goroutine.
func TogetherHanded(ctx context.Context, c *api.Client, m api.Message) error {
	pending := []api.Message{m}
	for n := 0; n < maxRounds && len(pending) > 0; n++ {
		var group sync.WaitGroup
		var mu sync.Mutex
		var failed []api.Message
		for _, next := range pending {
			group.Add(1)
			go func(one api.Message) {
				defer group.Done()
				if code, err := send(ctx, c, one); err != nil || code != codes.ResponseSuccess {
					mu.Lock()
					defer mu.Unlock()
					failed = append(failed, one) // want "and 10 more of class never"
				}
			}(next)
		}
		group.Wait()
		pending = failed
	}
	return nil
}

// TogetherGroup has a group launch them.
func TogetherGroup(ctx context.Context, c *api.Client, m api.Message) error {
	pending := []api.Message{m}
	for range maxRounds {
		var group sync.WaitGroup
		var mu sync.Mutex
		var failed []api.Message
		for _, next := range pending {
			group.Go(func() {
				if code, err := send(ctx, c, next); err != nil || code != codes.ResponseSuccess {
					mu.Lock()
					failed = append(failed, next) // want "and 10 more of class never"
					mu.Unlock()
				}
			})
		}
		group.Wait()
		if len(failed) == 0 {
			return nil
		}
		pending = failed
		c.Pause(ctx, 1)
	}
	return errGivenUp
}

// TogetherPassing keeps what may pass.
func TogetherPassing(ctx context.Context, c *api.Client, m api.Message) error {
	pending := []api.Message{m}
	for n := 0; n < maxRounds && len(pending) > 0; n++ {
		var group sync.WaitGroup
		var mu sync.Mutex
		var failed []api.Message
		for _, next := range pending {
			group.Go(func() {
				if code, err := send(ctx, c, next); err != nil || code.Retryable() {
					mu.Lock()
					failed = append(failed, next)
					mu.Unlock()
				}
			})
		}
		group.Wait()
		pending = failed
	}
	return nil
}

// TogetherFinal is over once one was refused.
func TogetherFinal(ctx context.Context, c *api.Client, m api.Message) error {
	pending := []api.Message{m}
	for n := 0; n < maxRounds && len(pending) > 0; n++ {
		var group sync.WaitGroup
		var mu sync.Mutex
		var failed []api.Message
		final := false
		for _, next := range pending {
			group.Go(func() {
				if code, err := send(ctx, c, next); err != nil || code != codes.ResponseSuccess {
					mu.Lock()
					defer mu.Unlock()
					failed = append(failed, next)
					final = final || !code.Retryable()
				}
			})
		}
		if group.Wait(); final {
			return errGivenUp
		}
		pending = failed
	}
	return nil
}

// TogetherOther sends from another sender each time.
func TogetherOther(ctx context.Context, c *api.Client, m api.Message) error {
	pending := []api.Message{m}
	for _, from := range []string{m.From, "INFO"} {
		var group sync.WaitGroup
		var mu sync.Mutex
		var failed []api.Message
		for _, next := range pending {
			group.Go(func() {
				one := next
				one.From = from
				if code, err := send(ctx, c, one); err != nil || code != codes.ResponseSuccess {
					mu.Lock()
					failed = append(failed, next)
					mu.Unlock()
				}
			})
		}
		group.Wait()
		pending = failed
	}
	return nil
}
