// Package shelf keeps messages until they are sent.
package shelf

import (
	"context"
	"slices"
	"sync"

	"example.test/programs/retriedcode/api"
)

// A Letter is a message on the shelf.
type Letter struct {
	ID      int
	Message api.Message
}

// Shelf keeps letters, the oldest first.
type Shelf struct {
	mu      sync.Mutex
	letters []Letter
	last    int
}

// Put puts a message there.
func (s *Shelf) Put(m api.Message) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.last++
	s.letters = append(s.letters, Letter{s.last, m})
}

// Oldest returns so many of the letters at most.
func (s *Shelf) Oldest(ctx context.Context, n int) ([]Letter, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.Clone(s.letters[:min(n, len(s.letters))]), ctx.Err()
}

// Clear takes a letter away.
func (s *Shelf) Clear(ctx context.Context, id int) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.letters = slices.DeleteFunc(s.letters, func(l Letter) bool { return l.ID == id })
	return ctx.Err()
}
