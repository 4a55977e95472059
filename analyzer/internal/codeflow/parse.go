package codeflow

import (
	"go/constant"
	"go/types"
	"math"

	"github.com/errcodelint/errcodelint/analyzer/internal/domain"
)

// What a parse function gives beside an error.
func zeroAndMore(u *universe) set {
	s := undocumentedOnly(u)
	for _, n := range []int64{0, math.MinInt32, math.MaxInt32, math.MaxUint32, math.MinInt64, math.MaxInt64} { // of what is too small or too big
		s = s.union(single(u.of(constant.MakeInt64(n))))
	}
	return s
}

func undocumentedOnly(u *universe) set { return single(u.undocumented()) }

// inDecimals is a rule for calls that read numbers of base 10, as codes are written, or 0, and of 32 bits at
// least.
func inDecimals(types func(bits int64) types.Type) rule {
	return func(f *flow, st *state, c *call) ([]value, bool) {
		if len(c.Args) != 3 {
			return nil, true
		}
		base, bits := f.e.info.Types[c.Args[1]].Value, f.e.info.Types[c.Args[2]].Value
		if base == nil || bits == nil {
			return nil, true
		}
		radix, _ := constant.Int64Val(constant.ToInt(base))
		size, _ := constant.Int64Val(constant.ToInt(bits))
		if radix != 10 && radix != 0 || size != 0 && size < 32 {
			return nil, true
		}
		return f.parsed(st, c, types(size), zeroAndMore)
	}
}

// parse is the rule of a function that makes a code of its text, or an error.
func parse(beside func(*universe) set) rule {
	return func(f *flow, st *state, c *call) ([]value, bool) {
		return f.parsed(st, c, types.Typ[types.Int], beside)
	}
}

func isNumber(text string) bool { _, ok := domain.Number(text); return ok }
