// Package codes keeps the one-time codes that people have yet to type in.
package codes

import (
	"sync"
	"time"
)

const life = 10 * time.Minute

// Length is how many digits a code has.
const Length = 6

type entry struct {
	id    string
	sent  time.Time
	tries int
}

// Pending is who has been sent a code. The zero value is ready.
type Pending struct {
	mu sync.Mutex
	m  map[string]*entry
}

// Put keeps the message that went to a number.
func (p *Pending) Put(number, id string, now time.Time) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.m == nil {
		p.m = make(map[string]*entry)
	}
	p.m[number] = &entry{id: id, sent: now}
}

// Try returns the message that went to a number, five times at most.
func (p *Pending) Try(number string, now time.Time) (id string, ok bool) {
	p.mu.Lock()
	defer p.mu.Unlock()
	e := p.m[number]
	if e == nil {
		return "", false
	}
	if e.tries == 5 || now.Sub(e.sent) > life {
		delete(p.m, number)
		return "", false
	}
	e.tries++
	return e.id, true
}

// Drop forgets a number.
func (p *Pending) Drop(number string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	delete(p.m, number)
}
