package requeue

import (
	"container/heap"
	"context"
	"sync"
	"time"

	"example.test/programs/retriedcode/api"
	"github.com/errcodelint/errcodelint/codes"
)

// A plan has a schedule behind its methods.
type plan struct {
	mu   sync.Mutex
	jobs schedule
}

func (p *plan) next() *due {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.jobs.Len() == 0 {
		return nil
	}
	return heap.Pop(&p.jobs).(*due)
}

func (p *plan) later(d *due, pause time.Duration) {
	d.at = d.at.Add(pause)
	p.put(d)
}

func (p *plan) put(d *due) {
	p.mu.Lock()
	defer p.mu.Unlock()
	heap.Push(&p.jobs, d)
}

// Planned puts all that fails back into the plan.
func Planned(ctx context.Context, c *api.Client, m api.Message) error {
	p := &plan{jobs: schedule{{message: m}}}
	for tries := 0; tries < 3; tries++ {
		d := p.next()
		if d == nil {
			return nil
		}
		code, err := send(ctx, c, d.message)
		if err != nil {
			return err
		}
		if code == codes.ResponseSuccess {
			continue
		}
		d.at = time.Now()
		p.put(d) // want "and 10 more of class never"
	}
	return nil
}

// PlannedPassing puts back what passes.
func PlannedPassing(ctx context.Context, c *api.Client, m api.Message) error {
	p := &plan{jobs: schedule{{message: m}}}
	for tries := 0; tries < 3; tries++ {
		d := p.next()
		if d == nil {
			return nil
		}
		code, err := send(ctx, c, d.message)
		if err != nil {
			return err
		}
		if code.Retryable() {
			p.put(d)
		}
	}
	return nil
}

// Recorded only records what has failed, in another plan.
func Recorded(ctx context.Context, c *api.Client, m api.Message) error {
	p, failed := &plan{jobs: schedule{{message: m}}}, &plan{}
	for tries := 0; tries < 3; tries++ {
		d := p.next()
		if d == nil {
			break
		}
		code, err := send(ctx, c, d.message)
		if err != nil {
			return err
		}
		if code != codes.ResponseSuccess {
			failed.put(d)
		}
	}
	failed.later(&due{}, c.Unit)
	return nil
}
