package attempts

import (
	"iter"
	"time"
)

// Rounds say whether there is another attempt.
type Rounds struct {
	left    int
	pause   time.Duration
	begun   bool
	lasting func(error) bool
}

// RoundsOf has so many, but no more after an error that lasts.
func RoundsOf(n int, pause time.Duration, lasting func(error) bool) *Rounds {
	return &Rounds{left: n, pause: pause, lasting: lasting}
}

// Next reports whether there is another one, and waits for it.
func (r *Rounds) Next() bool {
	if r.left == 0 {
		return false
	}
	if r.begun {
		time.Sleep(r.pause)
	}
	r.left--
	r.begun = true
	return true
}

// Stop ends it.
func (r *Rounds) Stop() { r.left = 0 }

// Fail is told what came of one.
func (r *Rounds) Fail(err error) {
	if r.lasting(err) {
		r.Stop()
	}
}

// Len is how many are left.
func (r *Rounds) Len() int { return r.left }

// All yields them.
func All(n int, pause time.Duration) iter.Seq[*Rounds] {
	return func(yield func(*Rounds) bool) {
		for r := RoundsOf(n, pause, nil); r.Next(); {
			if !yield(r) {
				return
			}
		}
	}
}
