package uncheckedcode

import (
	"go/ast"
	"go/token"
	"go/types"

	"github.com/errcodelint/errcodelint/analyzer/internal/replies"
	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// onlyForSuccess reports whether the code is only compared with success codes, so that one
// that is missing is a failure.
func (d *decoded) onlyForSuccess() bool {
	for _, u := range d.trace.Uses {
		if u.Kind != replies.Read || u.Kept {
			continue
		}
		if d.shown(u) || d.switchedWithDefault(u) {
			continue
		}
		if cmp := d.comparison(u); cmp != nil && d.testsSuccess(cmp) {
			continue
		}
		if fn := d.askedBy(u); fn == nil || !d.asksForSuccess(fn, maxAsked) {
			return false
		}
	}
	return true
}

// testsSuccess reports whether a comparison is with a success code.
func (d *decoded) testsSuccess(cmp *ast.BinaryExpr) bool {
	if cmp.Op != token.EQL && cmp.Op != token.NEQ {
		return false
	}
	text, ok := d.c.bindings.ConstantText(cmp.X)
	if !ok {
		text, ok = d.c.bindings.ConstantText(cmp.Y)
	}
	m, documented := d.code.domain.Lookup(text)
	return ok && documented && m.IsSuccess()
}

// maxAsked bounds how many functions that ask each other are looked into.
const maxAsked = 6

// askedBy returns the function of the package that a read is in: a method of the reply, or one that
// gets the code. Or nil.
func (d *decoded) askedBy(u replies.Use) *types.Func {
	call := u.Call
	if sel, ok := d.b.Parent(u.Ident).(*ast.SelectorExpr); ok && call == nil {
		for {
			outer, ok := d.b.Parent(sel).(*ast.SelectorExpr)
			if !ok {
				break
			}
			sel = outer
		}
		if c, ok := d.b.Parent(sel).(*ast.CallExpr); ok && c.Fun == ast.Expr(sel) {
			call = c
		}
	}
	if call == nil {
		return nil
	}
	return d.c.replies.Callee(call)
}

// asksForSuccess reports whether all that a function of the package does with codes is to compare
// them with success.
func (d *decoded) asksForSuccess(fn *types.Func, depth int) bool {
	decl := d.c.replies.Declaration(fn)
	if decl == nil || depth == 0 {
		return false
	}
	found, only := false, true
	ast.Inspect(decl.Body, func(n ast.Node) bool {
		e, ok := n.(ast.Expr)
		if !ok || !only || d.c.info.Types[e].Value != nil {
			return only
		}
		if cmp, ok := e.(*ast.BinaryExpr); ok && d.testsSuccess(cmp) {
			found = true
			return false
		}
		call, ok := e.(*ast.CallExpr)
		if ok && d.c.info.Types[call.Fun].IsValue() {
			asked := d.c.replies.Callee(call)
			if only = asked != nil && d.asksForSuccess(asked, depth-1); only {
				found = true
			}
			return false
		}
		if _, code := d.c.bindings.Of(e); code {
			only = false
		}
		return only
	})
	return found && only
}

// comparison returns the comparison that a read is for, or nil.
func (d *decoded) comparison(u replies.Use) *ast.BinaryExpr {
	for p := d.b.Parent(u.Ident); p != nil; p = d.b.Parent(p) {
		switch x := p.(type) {
		case *ast.BinaryExpr:
			if x.Op == token.EQL || x.Op == token.NEQ {
				return x
			}
			return nil
		case ast.Stmt:
			return nil
		}
	}
	return nil
}

// switchedWithDefault reports whether a read is for a switch that has a default: it takes
// what is missing.
func (d *decoded) switchedWithDefault(u replies.Use) bool {
	for p := d.b.Parent(u.Ident); p != nil; p = d.b.Parent(p) {
		switch x := p.(type) {
		case *ast.SwitchStmt:
			for _, s := range x.Body.List {
				if clause, ok := s.(*ast.CaseClause); ok && clause.List == nil {
					return true
				}
			}
			return false
		case ast.Stmt:
			return false
		}
	}
	return false
}

// shown reports whether a read only shows the code to people, or says that nobody wants to know it.
func (d *decoded) shown(u replies.Use) bool {
	return u.Waived || u.Call != nil && syntax.Shows(d.c.replies.Callee(u.Call))
}
