package syntax

import (
	"go/constant"
	"go/token"
	"testing"
)

func TestOperators(t *testing.T) {
	for _, op := range []token.Token{token.EQL, token.NEQ, token.LSS, token.LEQ, token.GTR, token.GEQ} {
		for _, pair := range [][2]int64{{1, 2}, {2, 2}, {3, 2}} {
			x, y := constant.MakeInt64(pair[0]), constant.MakeInt64(pair[1])
			holds := constant.Compare(x, op, y)
			if constant.Compare(x, Negated(op), y) == holds {
				t.Errorf("%v %v %v: %v does not negate it", x, op, y, Negated(op))
			}
			if constant.Compare(y, Mirrored(op), x) != holds {
				t.Errorf("%v %v %v: %v does not say it the other way round", x, op, y, Mirrored(op))
			}
		}
	}
	if Negated(token.LAND) != token.ILLEGAL || Mirrored(token.LAND) != token.ILLEGAL {
		t.Error("&& is no comparison")
	}
}
