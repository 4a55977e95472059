// Package turns has values of which one has its turn; it knows nothing of codes.
package turns

import "sync"

// Turns are values that have their turn, one after the other.
type Turns[T any] struct {
	mu  sync.Mutex
	all []T
	at  int
}

// Of returns the turns of some values.
func Of[T any](all ...T) *Turns[T] { return &Turns[T]{all: all} }

// Current returns the value that has its turn.
func (t *Turns[T]) Current() T {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.all[t.at%len(t.all)]
}

// Rotate gives the next one its turn.
func (t *Turns[T]) Rotate() {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.at++
}

// Touch does nothing about it.
func (t *Turns[T]) Touch() {}
