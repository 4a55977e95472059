package codeflow

import (
	"math/rand/v2"
	"testing"
)

// TestSet holds sets against maps, in universes of one word and of several.
func TestSet(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for range 2000 {
		size := 1 + random.IntN(200)
		a, b := randomSet(random, size), randomSet(random, size)
		for name, op := range map[string]struct {
			got  set
			want func(x, y bool) bool
		}{
			"union":     {a.union(b), func(x, y bool) bool { return x || y }},
			"intersect": {a.intersect(b), func(x, y bool) bool { return x && y }},
			"minus":     {a.minus(b), func(x, y bool) bool { return x && !y }},
		} {
			n := 0
			for i := range size {
				want := op.want(a.has(i), b.has(i))
				if want {
					n++
				}
				if op.got.has(i) != want {
					t.Fatalf("%s of %d elements: %d is %v", name, size, i, !want)
				}
			}
			if op.got.len() != n || op.got.empty() != (n == 0) {
				t.Fatalf("%s: %d elements, len %d", name, n, op.got.len())
			}
			last := -1
			for i := range op.got.elements {
				if i <= last || !op.got.has(i) {
					t.Fatalf("%s: element %d after %d", name, i, last)
				}
				last = i
			}
		}
		if !a.minus(b).union(a.intersect(b)).equal(a) || !a.within(a.union(b)) || !a.within(firstN(size)) {
			t.Fatal("a set is not the sum of its parts")
		}
	}
}

func randomSet(random *rand.Rand, size int) set {
	var s set
	for i := range size {
		if random.IntN(3) == 0 {
			s = s.union(single(i))
		}
	}
	return s
}
