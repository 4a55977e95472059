package requeue

import (
	"container/heap"
	"context"
	"sync"
	"time"

	"example.test/programs/retriedcode/api"
	"github.com/errcodelint/errcodelint/codes"
)

// A backlog is a queue that several workers share.
type backlog struct {
	mu    sync.Mutex
	ready *sync.Cond
	jobs  []*job
	dead  []*job
}

func newBacklog(m api.Message) *backlog {
	b := &backlog{jobs: []*job{{message: m}}}
	b.ready = sync.NewCond(&b.mu)
	return b
}

func (b *backlog) put(j *job) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.jobs = append(b.jobs, j)
	b.ready.Signal()
}

func (b *backlog) bury(j *job) { b.dead = append(b.dead, j) }

func (b *backlog) take() *job {
	b.mu.Lock()
	defer b.mu.Unlock()
	for len(b.jobs) == 0 {
		b.ready.Wait()
	}
	j := b.jobs[0]
	b.jobs = b.jobs[1:]
	return j
}

// Shared puts everything back.
func Shared(ctx context.Context, c *api.Client, m api.Message) error {
	b := newBacklog(m)
	for tries := 0; tries < 3; tries++ {
		j := b.take()
		code, err := send(ctx, c, j.message)
		if err != nil {
			return err
		}
		if code == codes.ResponseSuccess {
			return nil
		}
		b.put(j) // want "and 10 more of class never"
	}
	return nil
}

// SharedPassing puts back what passes.
func SharedPassing(ctx context.Context, c *api.Client, m api.Message) error {
	b := newBacklog(m)
	for tries := 0; tries < 3; tries++ {
		j := b.take()
		code, err := send(ctx, c, j.message)
		if err != nil {
			return err
		}
		if !code.Retryable() {
			b.bury(j)
			break
		}
		b.put(j)
	}
	return nil
}

// SharedSender sends it from another sender.
func SharedSender(ctx context.Context, c *api.Client, m api.Message) error {
	b := newBacklog(m)
	for tries := 0; tries < 2; tries++ {
		j := b.take()
		code, err := send(ctx, c, j.message)
		if err != nil {
			return err
		}
		if code == codes.ResponseSuccess {
			return nil
		}
		j.message.From = "12345"
		b.put(j)
	}
	return nil
}

// senders are tried one after the other.
var senders = []string{"SHOP", "12345", "54321"}

// SharedTurn takes the next sender for each attempt.
func SharedTurn(ctx context.Context, c *api.Client, m api.Message) error {
	b := newBacklog(m)
	for tries := 0; tries < 3; tries++ {
		j := b.take()
		code, err := send(ctx, c, api.Message{From: senders[j.attempts], To: j.message.To, Text: j.message.Text})
		if err != nil {
			return err
		}
		if code == codes.ResponseSuccess {
			return nil
		}
		j.attempts++
		b.put(j)
	}
	return nil
}

// A schedule has the job first that is due first.
type schedule []*due

type due struct {
	message api.Message
	at      time.Time
}

func (s schedule) Len() int           { return len(s) }
func (s schedule) Less(i, j int) bool { return s[i].at.Before(s[j].at) }
func (s schedule) Swap(i, j int)      { s[i], s[j] = s[j], s[i] }
func (s *schedule) Push(x any)        { *s = append(*s, x.(*due)) }

func (s *schedule) Pop() any {
	all := *s
	last := all[len(all)-1]
	*s = all[:len(all)-1]
	return last
}

// Scheduled puts off what it does not know to stay.
func Scheduled(ctx context.Context, c *api.Client, m api.Message) error {
	s := &schedule{{message: m}}
	for tries := 0; s.Len() > 0 && tries < 3; tries++ {
		d := heap.Pop(s).(*due)
		code, err := send(ctx, c, d.message)
		if err != nil {
			return err
		}
		switch code {
		case codes.ResponseSuccess, codes.ResponseInvalidRecipient:
		default:
			d.at = time.Now().Add(c.Unit)
			heap.Push(s, d) // want "and 9 more of class never"
		}
	}
	return nil
}

// ScheduledPassing puts off what passes.
func ScheduledPassing(ctx context.Context, c *api.Client, m api.Message) error {
	s := schedule{{message: m}}
	for tries := 0; len(s) > 0 && tries < 3; tries++ {
		d := heap.Pop(&s).(*due)
		code, err := send(ctx, c, d.message)
		if err != nil {
			return err
		}
		if code.Retryable() {
			d.at = time.Now().Add(c.Unit)
			heap.Push(&s, d)
		}
	}
	return nil
}

// Selected waits for the context, too.
func Selected(ctx context.Context, c *api.Client, m api.Message) error {
	queue := make(chan api.Message, 1)
	queue <- m
	for tries := 0; tries < 3; tries++ {
		select {
		case <-ctx.Done():
			return ctx.Err()
		case next := <-queue:
			code, err := send(ctx, c, next)
			if err != nil {
				return err
			}
			if code == codes.ResponseSuccess {
				return nil
			}
			queue <- next // want "and 10 more of class never"
		}
	}
	return nil
}

// Beside puts it back in a goroutine.
func Beside(ctx context.Context, c *api.Client, m api.Message) error {
	queue := make(chan api.Message)
	go func() { queue <- m }()
	tries := 0
	for next := range queue {
		code, err := send(ctx, c, next)
		if err != nil {
			return err
		}
		if tries++; code == codes.ResponseSuccess || tries == 3 {
			return nil
		}
		go func() {
			time.Sleep(c.Unit)
			queue <- next // want "and 10 more of class never"
		}()
	}
	return nil
}

// BesidePassing does so for what passes.
func BesidePassing(ctx context.Context, c *api.Client, m api.Message) error {
	queue := make(chan api.Message)
	go func() { queue <- m }()
	tries := 0
	for next := range queue {
		code, err := send(ctx, c, next)
		if err != nil {
			return err
		}
		if tries++; !code.Retryable() || tries == 3 {
			return code.Err()
		}
		go func(later api.Message) {
			time.Sleep(c.Unit)
			queue <- later
		}(next)
	}
	return nil
}

// Later has a timer put it back.
func Later(ctx context.Context, c *api.Client, m api.Message) error {
	queue := make(chan api.Message, 1)
	queue <- m
	tries := 0
	for next := range queue {
		code, err := send(ctx, c, next)
		if err != nil {
			return err
		}
		if tries++; code == codes.ResponseSuccess || tries == 3 {
			return nil
		}
		time.AfterFunc(c.Unit, func() { queue <- next }) // want "and 10 more of class never"
	}
	return nil
}

// LaterPassing has it put back what passes.
func LaterPassing(ctx context.Context, c *api.Client, m api.Message) error {
	queue := make(chan api.Message, 1)
	queue <- m
	tries := 0
	for next := range queue {
		code, err := send(ctx, c, next)
		if err != nil {
			return err
		}
		if tries++; tries == 3 {
			return nil
		}
		if !code.Retryable() {
			close(queue)
			continue
		}
		time.AfterFunc(c.Unit, func() { queue <- next })
	}
	return nil
}
