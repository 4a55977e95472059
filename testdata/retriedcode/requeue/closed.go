package requeue

import (
	"context"
	"errors"
	"sync"

	"example.test/programs/retriedcode/api"
	"github.com/errcodelint/errcodelint/codes"
)

var errWornOut = errors.New("worn out")

// A closable queue is closed once nobody needs it any more.
type closable struct {
	mu       sync.Mutex
	some     *sync.Cond
	messages []api.Message
	closed   bool
}

func newClosable(first api.Message) *closable {
	q := &closable{messages: []api.Message{first}}
	q.some = sync.NewCond(&q.mu)
	return q
}

func (q *closable) put(m api.Message) {
	q.mu.Lock()
	defer q.mu.Unlock()
	q.messages = append(q.messages, m)
	q.some.Signal()
}

func (q *closable) take() (api.Message, bool) {
	q.mu.Lock()
	defer q.mu.Unlock()
	for len(q.messages) == 0 && !q.closed {
		q.some.Wait()
	}
	if len(q.messages) == 0 {
		return api.Message{}, false
	}
	m := q.messages[0]
	q.messages = q.messages[1:]
	return m, true
}

func (q *closable) close() {
	q.mu.Lock()
	defer q.mu.Unlock()
	q.closed = true
	q.some.Broadcast()
}

// Closed puts back what has failed, and closes the queue when all went well.
func Closed(ctx context.Context, c *api.Client, m api.Message) error {
	q := newClosable(m)
	for tries := 0; tries < 4; tries++ {
		m, ok := q.take()
		if !ok {
			return nil
		}
		var r struct {
			Code codes.ResponseCode `json:"responseCode"`
		}
		if err := c.Post(ctx, "/sms", m, &r); err != nil {
			return err
		}
		if r.Code != codes.ResponseSuccess {
			q.put(m) // want "and 10 more of class never"
			continue
		}
		q.close()
	}
	return errWornOut
}

// ClosedRetryable puts back what may pass, and closes the queue in any other case.
func ClosedRetryable(ctx context.Context, c *api.Client, m api.Message) error {
	q := newClosable(m)
	for tries := 0; tries < 4; tries++ {
		m, ok := q.take()
		if !ok {
			return nil
		}
		var r struct {
			Code codes.ResponseCode `json:"responseCode"`
		}
		if err := c.Post(ctx, "/sms", m, &r); err != nil {
			return err
		}
		if r.Code.Retryable() {
			q.put(m)
			continue
		}
		q.close()
	}
	return errWornOut
}
