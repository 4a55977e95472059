package codeflow

import "math/bits"

// A set is a set of small numbers: of a universe's elements. It is a value: no
// operation changes its operands. The first 64 elements, which are all that a
// built-in domain has, cost no allocation.
type set struct {
	low  uint64
	high []uint64 // elements from 64 on; without trailing zeros, so that equal sets look alike
}

const wordBits = 64

// single returns the set of one element.
func single(i int) set {
	if i < wordBits {
		return set{low: 1 << i}
	}
	high := make([]uint64, i/wordBits)
	high[len(high)-1] = 1 << (i % wordBits)
	return set{high: high}
}

// firstN returns the set of the elements below n.
func firstN(n int) set {
	if n < wordBits {
		return set{low: 1<<n - 1}
	}
	s := set{low: ^uint64(0)}
	if n > wordBits {
		s.high = make([]uint64, (n-1)/wordBits)
		for i := range s.high {
			s.high[i] = ^uint64(0)
		}
		if rest := n % wordBits; rest > 0 {
			s.high[len(s.high)-1] = 1<<rest - 1
		}
	}
	return s
}

func (s set) has(i int) bool {
	if i < wordBits {
		return s.low&(1<<i) != 0
	}
	w := i/wordBits - 1
	return w < len(s.high) && s.high[w]&(1<<(i%wordBits)) != 0
}

func (s set) empty() bool { return s.low == 0 && len(s.high) == 0 }

func (s set) len() int {
	n := bits.OnesCount64(s.low)
	for _, w := range s.high {
		n += bits.OnesCount64(w)
	}
	return n
}

func (s set) equal(t set) bool {
	if s.low != t.low || len(s.high) != len(t.high) {
		return false
	}
	for i, w := range s.high {
		if w != t.high[i] {
			return false
		}
	}
	return true
}

// within reports whether every element of s is in t.
func (s set) within(t set) bool { return s.minus(t).empty() }

func (s set) union(t set) set {
	u := set{low: s.low | t.low}
	long, short := s.high, t.high
	if len(long) < len(short) {
		long, short = short, long
	}
	if len(short) == 0 {
		u.high = long
		return u
	}
	u.high = make([]uint64, len(long))
	copy(u.high, long)
	for i, w := range short {
		u.high[i] |= w
	}
	return u
}

func (s set) intersect(t set) set {
	u := set{low: s.low & t.low}
	if n := min(len(s.high), len(t.high)); n > 0 {
		u.high = make([]uint64, n)
		for i := range u.high {
			u.high[i] = s.high[i] & t.high[i]
		}
		u.trim()
	}
	return u
}

func (s set) minus(t set) set {
	u := set{low: s.low &^ t.low}
	if len(s.high) > 0 {
		u.high = make([]uint64, len(s.high))
		copy(u.high, s.high)
		for i := range min(len(s.high), len(t.high)) {
			u.high[i] &^= t.high[i]
		}
		u.trim()
	}
	return u
}

func (s *set) trim() {
	for len(s.high) > 0 && s.high[len(s.high)-1] == 0 {
		s.high = s.high[:len(s.high)-1]
	}
	if len(s.high) == 0 {
		s.high = nil
	}
}

// elements calls yield for every element, in ascending order.
func (s set) elements(yield func(int) bool) {
	for w := s.low; w != 0; w &= w - 1 {
		if !yield(bits.TrailingZeros64(w)) {
			return
		}
	}
	for i, w := range s.high {
		for ; w != 0; w &= w - 1 {
			if !yield((i+1)*wordBits + bits.TrailingZeros64(w)) {
				return
			}
		}
	}
}
