package codeflow

import (
	"go/ast"
	"go/types"
	"slices"

	"golang.org/x/tools/go/cfg"
)

// What a type switch says of what is switched on.

// typeCase does what happens at the start of a type switch's clause: what is switched on
// is of one of its types, and the variable that it declares is set.
func (f *flow) typeCase(st *state, s *ast.TypeSwitchStmt, clause *ast.CaseClause) {
	x := switchedOn(s)
	if x == nil {
		return
	}
	v := f.value(st, x)
	var found finding
	var is value
	for _, t := range clause.List {
		found = f.isOf(st, x, v, t)
		is = append(is, orUnknown(found.ok)...)
	}
	f.assumeValue(st, clause.List[0], is, true)
	variable, ok := f.e.info.Implicits[clause].(*types.Var)
	if !ok || st.dead {
		return
	}
	l := f.variable(variable)
	var parts map[string]value
	if len(clause.List) == 1 {
		v = found.code
		if found.field != "" || len(found.beside) > 0 {
			v, parts = nil, found.partsSaid(l.typ)
		}
	}
	if l.code != nil && !v.isCode(l.code) {
		v = nil
	}
	f.assign(st, l, v, parts, clause)
}

// noTypeCase does what happens after a type switch's clause whose types what is switched
// on does not have.
func (f *flow) noTypeCase(st *state, s *ast.TypeSwitchStmt, clause *ast.CaseClause) {
	x := switchedOn(s)
	if x == nil {
		return
	}
	for _, t := range clause.List {
		if v := f.value(st, x); !st.dead {
			f.assumeValue(st, t, f.isOf(st, x, v, t).ok, false)
		}
	}
}

// isOf returns what is known where x, with the value v, is of the type t, that a clause of
// a type switch names.
func (f *flow) isOf(st *state, x ast.Expr, v value, t ast.Expr) finding {
	switch {
	case f.e.info.Types[t].IsNil():
		return finding{ok: v.asked(isTrue, isFalse)}
	case f.looksForError(x, f.typeOf(t)):
		return f.find(st, t, x, v, f.typeOf(t), itself)
	}
	return finding{code: v.unpacked(f.typeOf(t))}
}

// tries reports whether a block that follows a type of a clause tries the clause's next.
func tries(b *cfg.Block, clause *ast.CaseClause) bool {
	return slices.ContainsFunc(b.Succs, func(s *cfg.Block) bool {
		return s.Kind == cfg.KindSwitchCaseBody && s.Stmt == ast.Stmt(clause)
	})
}

// switchedOn returns what a type switch switches on.
func switchedOn(s *ast.TypeSwitchStmt) ast.Expr {
	var e ast.Expr
	switch a := s.Assign.(type) {
	case *ast.AssignStmt:
		e = a.Rhs[0]
	case *ast.ExprStmt:
		e = a.X
	}
	if assert, ok := ast.Unparen(e).(*ast.TypeAssertExpr); ok {
		return assert.X
	}
	return nil
}
