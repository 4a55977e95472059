package retriedcode

import (
	"fmt"
	"go/ast"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/analysis"

	"github.com/errcodelint/errcodelint/analyzer/internal/domain"
	"github.com/errcodelint/errcodelint/analyzer/internal/points"
	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
	"github.com/errcodelint/errcodelint/codes"
)

// abandoned reports a stop for codes that pass by themselves.
func (c *checker) abandoned(f points.Function, e ast.Expr) {
	obj, lib := c.stopIn(e)
	if obj == nil || lib == nil {
		return
	}
	switch e.(type) {
	case *ast.CallExpr, *ast.SelectorExpr:
	default:
		return
	}
	if _, isType := obj.(*types.TypeName); isType {
		return
	}
	if fn, ok := obj.(*types.Func); ok && e != ast.Expr(nil) {
		if _, call := e.(*ast.CallExpr); !call || fn == nil {
			return
		}
	}
	for _, o := range c.Before(e).Origins() {
		if o.Call == nil || o.Call.Pos() < f.Body.Pos() || o.Call.End() > f.Body.End() || !o.Only(codes.RetryWithBackoff) {
			continue
		}
		if !c.onlyCodesLead(f, e) || c.reported[e.Pos()] || c.doneAbout(f, o, e) {
			continue
		}
		c.reported[e.Pos()] = true
		var members []domain.Member
		for _, m := range o.Domain.Members() {
			if o.Codes.Has(m.Text) {
				members = append(members, m)
			}
		}
		c.report.Report(analysis.Diagnostic{
			Pos: e.Pos(), End: e.End(), Category: "abandoned",
			Message: fmt.Sprintf("%s ends the retries for %s, which pass if sent again later; return an error without it",
				types.ExprString(nameOf(e)), list(members, "backoff")),
		})
	}
}

// doneAbout reports whether a function does something by itself about the codes for which it stops: it has the
// message delivered later in its own way, or sent by another one.
func (c *checker) doneAbout(f points.Function, o points.Source, stop ast.Expr) bool {
	done := false
	syntax.InspectFunc(f.Body, func(n ast.Node) {
		if done || n.Pos() < o.Call.End() || n.Pos() <= stop.Pos() && stop.End() <= n.End() || !c.Acts(n, o.Call) {
			return
		}
		if call, ok := n.(*ast.CallExpr); ok {
			if obj, _ := c.stopIn(call); obj != nil {
				return
			}
		}
		for _, at := range c.Before(n).Origins() {
			done = done || at.Is(o) && at.Only(codes.RetryWithBackoff)
		}
	})
	return done
}

func nameOf(e ast.Expr) ast.Expr {
	if call, ok := e.(*ast.CallExpr); ok {
		return call.Fun
	}
	return e
}

// onlyCodesLead reports whether all conditions on the way to an expression are
// about codes and errors: where an attempt's number has a say, giving up is
// meant.
func (c *checker) onlyCodesLead(f points.Function, e ast.Expr) bool {
	ok := true
	check := func(cond ast.Expr) {
		for _, leaf := range leavesOf(cond) {
			ok = ok && c.isAboutCodes(leaf)
		}
	}
	ast.PreorderStack(f.Body, nil, func(n ast.Node, stack []ast.Node) bool {
		if n.Pos() > e.Pos() || n.End() < e.End() {
			return false
		}
		switch n := n.(type) {
		case *ast.IfStmt:
			if n.Cond.End() <= e.Pos() {
				check(n.Cond)
			}
		case *ast.SwitchStmt:
			if n.Tag != nil {
				check(n.Tag)
			}
		case *ast.CaseClause:
			if s, tagged := switchOf(stack); s != nil && !tagged {
				for _, cond := range n.List {
					check(cond)
				}
			}
		case *ast.ForStmt, *ast.RangeStmt:
			ok = false
		}
		return true
	})
	return ok
}

// leavesOf returns what a condition is made of by &&, || and !.
func leavesOf(cond ast.Expr) []ast.Expr {
	switch x := ast.Unparen(cond).(type) {
	case *ast.BinaryExpr:
		if x.Op == token.LAND || x.Op == token.LOR {
			return append(leavesOf(x.X), leavesOf(x.Y)...)
		}
	case *ast.UnaryExpr:
		if x.Op == token.NOT {
			return leavesOf(x.X)
		}
	}
	return []ast.Expr{cond}
}

// isAboutCodes reports whether a question is about a code or an error, and about no count or time.
func (c *checker) isAboutCodes(cond ast.Expr) bool {
	about, other := false, false
	ast.Inspect(cond, func(n ast.Node) bool {
		x, ok := n.(ast.Expr)
		if !ok || other {
			return !other
		}
		t := c.pass.TypesInfo.TypeOf(x)
		if _, code := c.bindings.Of(x); code || syntax.ImplementsError(t) {
			about = true
			return true
		}
		id, isName := x.(*ast.Ident)
		v, isVar := c.pass.TypesInfo.Uses[id].(*types.Var)
		other = isName && isVar && !v.IsField() && syntax.IsInteger(v.Type()) || t != nil && syntax.IsTime(t)
		return true
	})
	return about && !other
}

func switchOf(stack []ast.Node) (*ast.SwitchStmt, bool) {
	for i := len(stack) - 1; i >= 0; i-- {
		if s, ok := stack[i].(*ast.SwitchStmt); ok {
			return s, s.Tag != nil
		}
		if _, ok := stack[i].(*ast.BlockStmt); !ok {
			break
		}
	}
	return nil, false
}
