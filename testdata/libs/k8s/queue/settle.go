package queue

import (
	"context"

	"example.test/libs/api"
	"github.com/errcodelint/errcodelint/codes"
)

// What has come of a message is for another method to settle, as controllers have it.

// Settled puts back what was not sent.
func Settled(ctx context.Context, c *api.Client, m api.Message) error {
	k := newController(c, m)
	k.run(ctx, k.nextSettled)
	return nil
}

func (k *Controller) nextSettled(ctx context.Context) bool {
	key, quit := k.queue.Get()
	if quit {
		return false
	}
	defer k.queue.Done(key)
	err := k.sync(ctx, key)
	k.handle(err, key) // want "and 10 more of class never"
	return true
}

func (k *Controller) handle(err error, key string) {
	if err == nil {
		k.queue.Forget(key)
		return
	}
	if k.queue.NumRequeues(key) < 5 {
		k.queue.AddRateLimited(key)
		return
	}
	k.queue.Forget(key)
}

// SettledPassing puts back what may pass.
func SettledPassing(ctx context.Context, c *api.Client, m api.Message) error {
	k := newController(c, m)
	k.run(ctx, k.nextSettledPassing)
	return nil
}

func (k *Controller) nextSettledPassing(ctx context.Context) bool {
	key, quit := k.queue.Get()
	if quit {
		return false
	}
	defer k.queue.Done(key)
	k.handlePassing(k.sync(ctx, key), key)
	return true
}

func (k *Controller) handlePassing(err error, key string) {
	if passes(err) {
		k.queue.AddRateLimited(key)
		return
	}
	k.queue.Forget(key)
}

// SettledCode tells a method the code.
func SettledCode(ctx context.Context, c *api.Client, m api.Message) error {
	k := newController(c, m)
	k.run(ctx, k.nextSettledCode)
	return nil
}

func (k *Controller) nextSettledCode(ctx context.Context) bool {
	key, quit := k.queue.Get()
	if quit {
		return false
	}
	defer k.queue.Done(key)
	m, _ := k.messages.Load(key)
	var r reply
	if err := k.api.Post(ctx, "/sms", m, &r); err != nil {
		return false
	}
	k.settle(key, r.Code) // want "and 9 more of class never"
	return true
}

func (k *Controller) settle(key string, code codes.ResponseCode) {
	switch code {
	case codes.ResponseSuccess, codes.ResponseInvalidRecipient:
		k.queue.Forget(key)
	default:
		k.queue.AddRateLimited(key)
	}
}

// SettledElsewhere puts it into another queue.
func SettledElsewhere(ctx context.Context, c *api.Client, m api.Message) error {
	k := newController(c, m)
	k.run(ctx, k.nextSettledElsewhere)
	return nil
}

func (k *Controller) nextSettledElsewhere(ctx context.Context) bool {
	key, quit := k.queue.Get()
	if quit {
		return false
	}
	defer k.queue.Done(key)
	k.bury(k.sync(ctx, key), key)
	return true
}

func (k *Controller) bury(err error, key string) {
	if err != nil {
		k.refused.AddRateLimited(key)
		return
	}
	k.queue.Forget(key)
}
