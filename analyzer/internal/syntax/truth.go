package syntax

import (
	"go/ast"
	"go/token"
)

// A Truth is what is known of a condition.
type Truth int

const (
	Unknown Truth = iota
	True
	False
)

// TruthOf returns what is known where an answer is.
func TruthOf(b bool) Truth {
	if b {
		return True
	}
	return False
}

// Not returns what is known of a condition's opposite.
func (t Truth) Not() Truth { return [...]Truth{Unknown, False, True}[t] }

// Decide returns what is known of a condition, if test says what is known of the tests that !, && and || make
// it of. As in the program, those are not asked that no longer matter.
func Decide(cond ast.Expr, test func(ast.Expr) Truth) Truth {
	cond = ast.Unparen(cond)
	switch x := cond.(type) {
	case *ast.UnaryExpr:
		if x.Op == token.NOT {
			return Decide(x.X, test).Not()
		}
	case *ast.BinaryExpr:
		decisive := True
		switch x.Op {
		case token.LAND:
			decisive = False
			fallthrough
		case token.LOR:
			left := Decide(x.X, test)
			if left == decisive {
				return left
			}
			right := Decide(x.Y, test)
			if right == decisive || right == left {
				return right
			}
			return Unknown
		}
	}
	return test(cond)
}
