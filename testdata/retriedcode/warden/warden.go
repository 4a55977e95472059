// Package warden says by errors and panics what is over. It knows nothing of the API.
package warden

import "errors"

// ErrFinal is what is over.
var ErrFinal = errors.New("it is final")

// Rules say which numbers may pass.
type Rules struct{ Passing []int }

// Check fails for a number that is final.
func (r *Rules) Check(n int) error {
	for _, p := range r.Passing {
		if p == n {
			return nil
		}
	}
	return ErrFinal
}

// Check fails for a number that is final by the rules of the house.
func Check(n int) error {
	r := Rules{Passing: []int{5, 18, 88, 99}}
	return r.Check(n)
}

// Demand panics unless something is so.
func Demand(ok bool, err error) {
	if !ok {
		panic(err)
	}
}

// A Breaker opens for errors that a function does not like.
type Breaker struct {
	open  bool
	Trips func(error) bool
}

// Allow fails if it is open.
func (b *Breaker) Allow() error {
	if b.open {
		return ErrFinal
	}
	return nil
}

// Done is told what has come of something.
func (b *Breaker) Done(err error) {
	if err != nil && b.Trips(err) {
		b.open = true
	}
}
