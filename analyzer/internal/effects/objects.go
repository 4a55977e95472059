package effects

import (
	"go/types"
	"math/bits"

	"golang.org/x/tools/go/types/typeutil"

	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

const wordBits = 64

// objects is a set of variables and fields. What a large package's functions may change is
// added up over and over again: as bits.
type objects struct {
	*numbers
	bits []uint64
}

// numbers numbers what is in such sets.
type numbers struct {
	of  map[types.Object]int
	all []types.Object

	items typeutil.Map // see item
}

// anyItem stands for the elements of lists of what is generic.
var anyItem types.Object = types.NewLabel(0, nil, "items")

// item returns what stands for the elements of all lists of a type.
func (n *numbers) item(elem types.Type) types.Object {
	if syntax.IsMadeOfTypeParams(elem) {
		return anyItem
	}
	obj, ok := n.items.At(elem).(types.Object)
	if !ok {
		obj = types.NewLabel(0, nil, "items")
		n.items.Set(elem, obj)
	}
	return obj
}

// Has reports whether an object is in the set.
func (s *objects) Has(obj types.Object) bool {
	i, ok := s.of[obj]
	return ok && i/wordBits < len(s.bits) && s.bits[i/wordBits]&(1<<(i%wordBits)) != 0
}

// Put adds an object, and reports whether it is new.
func (s *objects) Put(obj types.Object) bool {
	if s.Has(obj) {
		return false
	}
	i, ok := s.of[obj]
	if !ok {
		if s.of == nil {
			s.of = make(map[types.Object]int)
		}
		i = len(s.all)
		s.of[obj] = i
		s.all = append(s.all, obj)
	}
	s.grow(i/wordBits + 1)
	s.bits[i/wordBits] |= 1 << (i % wordBits)
	return true
}

func (s *objects) union(other objects) {
	s.grow(len(other.bits))
	for i, word := range other.bits {
		s.bits[i] |= word
	}
}

func (s *objects) grow(words int) {
	if words > len(s.bits) {
		s.bits = append(s.bits, make([]uint64, words-len(s.bits))...)
	}
}

func (s *objects) empty() bool { return len(s.bits) == 0 }

// Each yields what is in the set.
func (s *objects) Each(yield func(types.Object) bool) {
	for i, word := range s.bits {
		for ; word != 0; word &= word - 1 {
			if !yield(s.all[i*wordBits+bits.TrailingZeros64(word)]) {
				return
			}
		}
	}
}
