package retrying

import (
	"iter"
	"time"
)

// A Pacer says whether there is another round, as long as the last one did not fail for good.
type Pacer struct {
	Last  error
	left  int
	pause time.Duration
	final func(error) bool
}

// NewPacer returns a pacer for n rounds.
func NewPacer(n int, pause time.Duration, final func(error) bool) *Pacer {
	return &Pacer{left: n, pause: pause, final: final}
}

// Next looks at what the caller keeps in Last.
func (p *Pacer) Next() bool { return p.Again(&p.Last) }

// Again looks at an error of the caller's.
func (p *Pacer) Again(err *error) bool {
	p.left--
	if p.left < 0 || *err != nil && p.final(*err) {
		return false
	}
	time.Sleep(p.pause)
	return true
}

// Asks goes on as long as the caller says so.
func (p *Pacer) Asks(again func() bool) bool {
	p.left--
	return p.left >= 0 && again()
}

// Rounds yields the number of each round.
func (p *Pacer) Rounds() iter.Seq[int] {
	return func(yield func(int) bool) {
		for i := 0; p.Next(); i++ {
			if !yield(i) {
				return
			}
		}
	}
}
