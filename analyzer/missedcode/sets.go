package missedcode

import (
	"go/ast"
	"go/token"
	"go/types"

	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// isSet reports whether a dispatch asks whether a code belongs to a set: in a
// function that returns a bool, its branches only return true or false, and so
// does its default or what follows it, as far as anybody cares. Or a variable keeps the answer.
func (c *checker) isSet(d *dispatch) bool {
	if c.keepsAnswer(d) {
		return true
	}
	f, _ := d.function()
	if f == nil || f.Results == nil || f.Results.NumFields() != 1 {
		return false
	}
	if t := c.pass.TypesInfo.TypeOf(f.Results.List[0].Type); t == nil || !syntax.IsBoolean(t) {
		return false
	}
	for _, b := range d.branches {
		if !c.returnsLiteral(b.body) {
			return false
		}
	}
	if d.otherwise != nil {
		return true
	}
	follows := d.follows()
	if len(follows) == 0 {
		return false
	}
	ret, ok := unlabelled(follows[0]).(*ast.ReturnStmt)
	return ok && len(ret.Results) == 1
}

// keepsAnswer reports whether the branches of a dispatch do nothing but set one boolean
// variable of the function to true or false: for the other codes it keeps its first value.
func (c *checker) keepsAnswer(d *dispatch) bool {
	all := d.branches
	if d.otherwise != nil {
		all = append(all[:len(all):len(all)], *d.otherwise)
	}
	var answer types.Object
	for _, b := range all {
		if len(b.body) == 0 || fallsThrough(b.body) && len(b.body) == 1 {
			continue
		}
		assign, ok := b.body[0].(*ast.AssignStmt)
		if !ok || len(b.body) > 1 || assign.Tok != token.ASSIGN || len(assign.Lhs) != 1 || !c.isTruth(assign.Rhs[0]) {
			return false
		}
		id, ok := assign.Lhs[0].(*ast.Ident)
		if !ok {
			return false
		}
		v, ok := c.pass.TypesInfo.Uses[id].(*types.Var)
		if !ok || answer != nil && answer != v || v.Parent() == c.pass.Pkg.Scope() {
			return false
		}
		answer = v
	}
	return answer != nil
}

func (c *checker) returnsLiteral(body []ast.Stmt) bool {
	if len(body) != 1 {
		return false
	}
	if fallsThrough(body) {
		return true
	}
	ret, ok := body[0].(*ast.ReturnStmt)
	return ok && len(ret.Results) == 1 && c.isTruth(ret.Results[0])
}

// isTruth reports whether an expression is the word true or false.
func (c *checker) isTruth(e ast.Expr) bool {
	id, ok := ast.Unparen(e).(*ast.Ident)
	if !ok {
		return false
	}
	obj := c.pass.TypesInfo.Uses[id]
	return obj == types.Universe.Lookup("true") || obj == types.Universe.Lookup("false")
}
