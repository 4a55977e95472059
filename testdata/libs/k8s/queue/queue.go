// Package queue sends what the work queue of client-go has, as controllers do.
package queue

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"

	"k8s.io/apimachinery/pkg/util/wait"
	"k8s.io/client-go/util/workqueue"

	"example.test/libs/api"
	"github.com/errcodelint/errcodelint/codes"
)

// reply is what the API says to a message.
type reply struct {
	Code codes.ResponseCode `json:"responseCode"`
}

// A Controller sends the messages that it is told of, by their keys.
type Controller struct {
	api      *api.Client
	queue    workqueue.TypedRateLimitingInterface[string]
	refused  workqueue.TypedRateLimitingInterface[string]
	messages sync.Map
}

func newController(c *api.Client, m api.Message) *Controller {
	limits := workqueue.NewTypedItemFastSlowRateLimiter[string](c.Unit, c.Unit, 1)
	k := &Controller{api: c, queue: workqueue.NewTypedRateLimitingQueue(limits), refused: workqueue.NewTypedRateLimitingQueue(limits)}
	k.messages.Store(m.To, m)
	k.queue.Add(m.To)
	return k
}

// sync sends the message with a key.
func (k *Controller) sync(ctx context.Context, key string) error {
	m, ok := k.messages.Load(key)
	if !ok {
		return nil
	}
	var r reply
	if err := k.api.Post(ctx, "/sms", m, &r); err != nil {
		return err
	}
	if err := r.Code.Err(); err != nil {
		return fmt.Errorf("message %q: %w", key, err)
	}
	return nil
}

// passes says what may pass.
func passes(err error) bool {
	var code codes.ResponseCode
	return errors.As(err, &code) && code.Retryable()
}

// run has some keys worked off, and ends the queue.
func (k *Controller) run(ctx context.Context, next func(context.Context) bool) {
	for i := 0; i < 4 && next(ctx) && (k.queue.Len() > 0 || k.waits()); i++ {
	}
	k.queue.ShutDown()
}

// waits waits for a key that is put back later.
func (k *Controller) waits() bool {
	for range 50 {
		if k.queue.Len() > 0 {
			return true
		}
		time.Sleep(k.api.Unit)
	}
	return false
}

// Any puts every key back that was not sent.
func Any(ctx context.Context, c *api.Client, m api.Message) error {
	k := newController(c, m)
	k.run(ctx, k.nextAny)
	return nil
}

func (k *Controller) nextAny(ctx context.Context) bool {
	key, quit := k.queue.Get()
	if quit {
		return false
	}
	defer k.queue.Done(key)
	err := k.sync(ctx, key)
	if err == nil {
		k.queue.Forget(key)
		return true
	}
	k.queue.AddRateLimited(key) // want "and 10 more of class never"
	return true
}

// Passing puts back what may pass.
func Passing(ctx context.Context, c *api.Client, m api.Message) error {
	k := newController(c, m)
	k.run(ctx, k.nextPassing)
	return nil
}

func (k *Controller) nextPassing(ctx context.Context) bool {
	key, quit := k.queue.Get()
	if quit {
		return false
	}
	defer k.queue.Done(key)
	if err := k.sync(ctx, key); passes(err) {
		k.queue.AddRateLimited(key)
		return true
	}
	k.queue.Forget(key)
	return true
}

// Later puts back after a while what was not sent five times.
func Later(ctx context.Context, c *api.Client, m api.Message) error {
	k := newController(c, m)
	k.run(ctx, k.nextLater)
	return nil
}

func (k *Controller) nextLater(ctx context.Context) bool {
	key, quit := k.queue.Get()
	if quit {
		return false
	}
	defer k.queue.Done(key)
	if err := k.sync(ctx, key); err != nil && k.queue.NumRequeues(key) < 5 {
		k.queue.AddAfter(key, k.api.Unit) // want "and 10 more of class never"
		return true
	}
	k.queue.Forget(key)
	return true
}

// Refused puts what was not sent into another queue, which people look at.
func Refused(ctx context.Context, c *api.Client, m api.Message) error {
	k := newController(c, m)
	k.run(ctx, k.nextRefused)
	return nil
}

func (k *Controller) nextRefused(ctx context.Context) bool {
	key, quit := k.queue.Get()
	if quit {
		return false
	}
	defer k.queue.Done(key)
	if err := k.sync(ctx, key); err != nil {
		k.refused.AddRateLimited(key)
	}
	return true
}

// Follower has the key of what is to be sent next put into the queue.
func Follower(ctx context.Context, c *api.Client, m api.Message) error {
	k := newController(c, m)
	k.run(ctx, k.nextFollower)
	return nil
}

func (k *Controller) nextFollower(ctx context.Context) bool {
	key, quit := k.queue.Get()
	if quit {
		return false
	}
	defer k.queue.Done(key)
	if err := k.sync(ctx, key); err != nil {
		after := key + "-fallback"
		k.queue.Add(after)
	}
	return true
}

// Until tries for ever, until it is sent.
func Until(ctx context.Context, c *api.Client, m api.Message) error {
	k := newController(c, m)
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	wait.UntilWithContext(ctx, func(ctx context.Context) { // want "and 10 more of class never"
		if err := k.sync(ctx, m.To); err == nil {
			cancel()
			return
		}
		k.waits()
	}, c.Unit)
	return nil
}

// UntilClosed ends by a channel.
func UntilClosed(ctx context.Context, c *api.Client, m api.Message) error {
	k := newController(c, m)
	stop := make(chan struct{})
	wait.JitterUntil(func() { // want "for 11 InvalidRecipient of class never"
		switch err := k.sync(ctx, m.To); {
		case err == nil:
			close(stop)
		case passes(err), errors.Is(err, codes.ResponseInvalidRecipient):
			// again
		default:
			close(stop)
		}
	}, c.Unit, 1.5, true, stop)
	return nil
}

// UntilSettled ends when there is nothing to wait for.
func UntilSettled(ctx context.Context, c *api.Client, m api.Message) error {
	k := newController(c, m)
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	wait.UntilWithContext(ctx, func(ctx context.Context) {
		if err := k.sync(ctx, m.To); !passes(err) {
			cancel()
		}
	}, c.Unit)
	return nil
}

// Worker has a worker work off the queue, and started again if it ends.
func Worker(ctx context.Context, c *api.Client, m api.Message) error {
	k := newController(c, m)
	ctx, cancel := context.WithTimeout(ctx, 5000*c.Unit)
	defer cancel()
	wait.UntilWithContext(ctx, func(ctx context.Context) {
		for k.queue.Len() > 0 && k.nextRefused(ctx) {
		}
	}, c.Unit)
	return nil
}

// UntilRefused remembers what is refused, and does not ask again.
func UntilRefused(ctx context.Context, c *api.Client, m api.Message) error {
	k := newController(c, m)
	ctx, cancel := context.WithTimeout(ctx, 5000*c.Unit)
	defer cancel()
	refused := false
	wait.UntilWithContext(ctx, func(ctx context.Context) {
		if refused {
			return
		}
		switch err := k.sync(ctx, m.To); {
		case err == nil:
			cancel()
		case !passes(err):
			refused = true
		}
	}, c.Unit)
	return nil
}

// UntilCounted gives up after some attempts.
func UntilCounted(ctx context.Context, c *api.Client, m api.Message) error {
	k := newController(c, m)
	stop := make(chan struct{})
	attempts := 0
	wait.Until(func() { // want "and 10 more of class never"
		if attempts++; attempts == 4 {
			close(stop)
			return
		}
		if err := k.sync(ctx, m.To); err == nil {
			close(stop)
		}
	}, c.Unit, stop)
	return nil
}
