package syntax

import (
	"go/ast"
	"go/token"
)

var negated = map[token.Token]token.Token{
	token.EQL: token.NEQ, token.NEQ: token.EQL,
	token.LSS: token.GEQ, token.GEQ: token.LSS,
	token.GTR: token.LEQ, token.LEQ: token.GTR,
}

// Negated returns the comparison that holds where another one does not, ILLEGAL for an operator that is none.
func Negated(op token.Token) token.Token { return negated[op] }

var mirrored = map[token.Token]token.Token{
	token.EQL: token.EQL, token.NEQ: token.NEQ,
	token.LSS: token.GTR, token.GTR: token.LSS,
	token.LEQ: token.GEQ, token.GEQ: token.LEQ,
}

// Mirrored returns the comparison for operands the other way round, ILLEGAL for an operator that is none.
func Mirrored(op token.Token) token.Token { return mirrored[op] }

// Conjuncts returns the conditions that all have to hold for one to hold.
func Conjuncts(cond ast.Expr) []ast.Expr { return joined(cond, token.LAND) }

// Disjuncts returns the conditions of which one has to hold for one to hold.
func Disjuncts(cond ast.Expr) []ast.Expr { return joined(cond, token.LOR) }

func joined(e ast.Expr, by token.Token) []ast.Expr {
	if b, ok := ast.Unparen(e).(*ast.BinaryExpr); ok && b.Op == by {
		return append(joined(b.X, by), joined(b.Y, by)...)
	}
	return []ast.Expr{e}
}
