package missedcode

import (
	"go/ast"
	"go/token"
	"go/types"

	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// This file is about dispatches that have no words for codes without a branch because these stay what they are, or are
// described by a struct in which nothing is said.

// replaces reports whether the branches of a dispatch that go on do nothing but put another code in its place: the others stay
// what they are. Or they keep it, as a function does that looks for the worst code, or the first that fails, of many.
func (c *checker) replaces(d *dispatch) bool {
	if d.otherwise != nil {
		return false
	}
	var kept key
	free := false // any code is kept where there is none yet
	for i, b := range d.branches {
		if len(b.body) == 0 || c.leaves(d, i) {
			continue
		}
		assign, ok := b.body[0].(*ast.AssignStmt)
		if !ok || len(b.body) > 1 || assign.Tok != token.ASSIGN || len(assign.Lhs) != 1 || len(assign.Rhs) != 1 || !c.isOwn(assign.Lhs[0]) {
			return false
		}
		k := c.keyOf(assign.Lhs[0])
		if kept.root != nil && k != kept {
			return false
		}
		kept = k
		free = free || c.about(d, assign.Rhs[0]) && c.asksOnly(b.tests, k)
	}
	return kept.root != nil && (kept == d.key || free)
}

// asksOnly reports whether a branch's only condition compares a variable, which it keeps a code in, with a code.
func (c *checker) asksOnly(tests []ast.Expr, kept key) bool {
	if len(tests) != 1 {
		return false
	}
	eq, ok := c.equality(tests[0])
	return ok && !eq.negated && c.keyOf(eq.code) == kept
}

// describes reports whether the branches of a dispatch return structs in which they answer yes to some question, and no error,
// and the others get one in which nothing is said: plan{Retry: true}, and plan{}.
func (c *checker) describes(d *dispatch) bool {
	rest := d.follows()
	if d.otherwise != nil {
		rest = d.otherwise.body
	}
	empty := c.returnedStruct(rest)
	if empty == nil || len(empty.Elts) > 0 {
		return false
	}
	for _, b := range d.branches {
		if fallsThrough(b.body) {
			continue
		}
		if lit := c.returnedStruct(b.body); lit == nil || len(lit.Elts) > 0 && !c.saysYes(lit) {
			return false
		}
	}
	return true
}

// returnedStruct returns the literal of a struct that a list of statements only returns, nil if it does anything else.
func (c *checker) returnedStruct(list []ast.Stmt) *ast.CompositeLit {
	if len(list) != 1 {
		return nil
	}
	ret, ok := unlabelled(list[0]).(*ast.ReturnStmt)
	if !ok || len(ret.Results) != 1 {
		return nil
	}
	lit, ok := ast.Unparen(ret.Results[0]).(*ast.CompositeLit)
	if !ok {
		return nil
	}
	if t := c.pass.TypesInfo.TypeOf(lit); t == nil {
		return nil
	} else if _, is := t.Underlying().(*types.Struct); !is {
		return nil
	}
	return lit
}

// saysYes reports whether a struct's literal has a boolean in it that is not false, and no error.
func (c *checker) saysYes(lit *ast.CompositeLit) bool {
	yes := false
	for _, e := range lit.Elts {
		if kv, ok := e.(*ast.KeyValueExpr); ok {
			e = kv.Value
		}
		if t := c.pass.TypesInfo.TypeOf(e); t == nil || syntax.ImplementsError(t) && !c.isCode(e) {
			return false
		}
		yes = yes || c.isAnswer(e) && !c.isZero(e)
	}
	return yes
}
