// Package sets knows nothing of codes.
package sets

import (
	"cmp"
	"fmt"
	"slices"
)

// In reports whether a value is one of others.
func In[T comparable](x T, of ...T) bool {
	for _, other := range of {
		if x == other {
			return true
		}
	}
	return false
}

// Has is In for a list.
func Has[S ~[]E, E comparable](list S, x E) bool { return slices.Contains(list, x) }

// Knows is In for the keys of a map.
func Knows[K comparable, V any](m map[K]V, key K) bool {
	_, ok := m[key]
	return ok
}

// Count says how often a value is in a list.
func Count[T comparable](list []T, x T) (n int) {
	for _, other := range list {
		if x == other {
			n++
		}
	}
	return n
}

// Or returns the first value that is not zero.
func Or[T comparable](values ...T) T {
	var zero T
	for _, v := range values {
		if v != zero {
			return v
		}
	}
	return zero
}

// Between asks for an order.
func Between[T cmp.Ordered](x, low, high T) bool { return low <= x && x <= high }

// Show shows values, and compares none.
func Show[T comparable](of ...T) { fmt.Println(of) }

// Tally counts what happened under labels, and compares none.
func Tally[T comparable](label T, more ...T) int {
	fmt.Println(label, more)
	return len(more) + 1
}

// A Set has values once.
type Set[T comparable] struct{ values map[T]struct{} }

// Of makes a set.
func Of[T comparable](values ...T) *Set[T] {
	s := &Set[T]{make(map[T]struct{})}
	for _, v := range values {
		s.values[v] = struct{}{}
	}
	return s
}

// Has reports whether a value is in a set.
func (s *Set[T]) Has(v T) bool {
	_, ok := s.values[v]
	return ok
}

// Add adds a value, and reports whether it was not in the set before.
func (s *Set[T]) Add(v T) bool {
	n := len(s.values)
	s.values[v] = struct{}{}
	return len(s.values) > n
}

// Len says how many there are.
func (s *Set[T]) Len() int { return len(s.values) }

// A Range has all values between two.
type Range[T cmp.Ordered] struct{ low, high T }

// Span makes a range of the lowest and the highest of some values.
func Span[T cmp.Ordered](values ...T) Range[T] {
	return Range[T]{slices.Min(values), slices.Max(values)}
}

// Has reports whether a value is in a range.
func (r Range[T]) Has(v T) bool { return r.low <= v && v <= r.high }
