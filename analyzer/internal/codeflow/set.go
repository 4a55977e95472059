package codeflow

import (
	"math/bits"
	"slices"
)

// A set is a set of small numbers: of a universe's elements. It is a value: no
// operation changes its operands. The first 64 elements, which are all that a
// built-in domain has, cost no allocation.
type set struct {
	low  uint64
	high *[]uint64 // elements from 64 on, nil for none; without trailing zeros, so that equal sets look alike
}

// setOf returns the set of those elements below 64 whose bits are in low, and those
// from 64 on whose bits are in high.
func setOf(low uint64, high []uint64) set {
	for len(high) > 0 && high[len(high)-1] == 0 {
		high = high[:len(high)-1]
	}
	if len(high) == 0 {
		return set{low: low}
	}
	some := high // which alone moves to the heap
	return set{low, &some}
}

func (s set) words() []uint64 {
	if s.high == nil {
		return nil
	}
	return *s.high
}

const wordBits = 64

// single returns the set of one element.
func single(i int) set {
	if i < wordBits {
		return set{low: 1 << i}
	}
	high := make([]uint64, i/wordBits)
	high[len(high)-1] = 1 << (i % wordBits)
	return setOf(0, high)
}

// firstN returns the set of the elements below n.
func firstN(n int) set {
	if n < wordBits {
		return set{low: 1<<n - 1}
	}
	high := make([]uint64, (n-1)/wordBits)
	for i := range high {
		high[i] = ^uint64(0)
	}
	if rest := n % wordBits; rest > 0 {
		high[len(high)-1] = 1<<rest - 1
	}
	return setOf(^uint64(0), high)
}

func (s set) has(i int) bool {
	if i < wordBits {
		return s.low&(1<<i) != 0
	}
	w, high := i/wordBits-1, s.words()
	return w < len(high) && high[w]&(1<<(i%wordBits)) != 0
}

func (s set) empty() bool { return s.low == 0 && s.high == nil }

func (s set) len() int {
	n := bits.OnesCount64(s.low)
	for _, w := range s.words() {
		n += bits.OnesCount64(w)
	}
	return n
}

func (s set) equal(t set) bool { return s.low == t.low && slices.Equal(s.words(), t.words()) }

// within reports whether every element of s is in t.
func (s set) within(t set) bool {
	if s.low&^t.low != 0 {
		return false
	}
	return s.high == nil || s.minus(t).high == nil
}

func (s set) union(t set) set {
	low := s.low | t.low
	switch {
	case t.high == nil:
		return set{low, s.high}
	case s.high == nil:
		return set{low, t.high}
	}
	long, short := *s.high, *t.high
	if len(long) < len(short) {
		long, short = short, long
	}
	high := slices.Clone(long)
	for i, w := range short {
		high[i] |= w
	}
	return setOf(low, high)
}

func (s set) intersect(t set) set {
	if s.high == nil || t.high == nil {
		return set{low: s.low & t.low}
	}
	high := slices.Clone((*s.high)[:min(len(*s.high), len(*t.high))])
	for i := range high {
		high[i] &= (*t.high)[i]
	}
	return setOf(s.low&t.low, high)
}

func (s set) minus(t set) set {
	if s.high == nil || t.high == nil {
		return set{s.low &^ t.low, s.high}
	}
	high := slices.Clone(*s.high)
	for i := range min(len(high), len(*t.high)) {
		high[i] &^= (*t.high)[i]
	}
	return setOf(s.low&^t.low, high)
}

// elements calls yield for every element, in ascending order.
func (s set) elements(yield func(int) bool) {
	for w := s.low; w != 0; w &= w - 1 {
		if !yield(bits.TrailingZeros64(w)) {
			return
		}
	}
	for i, w := range s.words() {
		for ; w != 0; w &= w - 1 {
			if !yield((i+1)*wordBits + bits.TrailingZeros64(w)) {
				return
			}
		}
	}
}
