package syntax

import "go/token"

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
