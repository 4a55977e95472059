package retriedcode

import (
	"go/ast"
	"go/token"
	"go/types"

	"github.com/errcodelint/errcodelint/analyzer/internal/points"
	"github.com/errcodelint/errcodelint/analyzer/internal/requests"
	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// This file is about what failed and is kept as a part of something else:
//
//	failed = append(failed, failure{m, code})
//	again = append(again, attempt{a.message, code, a.tries + 1})

// A wrapping is a struct in which something is kept.
type wrapping struct {
	lit   *ast.CompositeLit
	field *types.Var          // that holds what was taken itself
	parts map[*types.Var]bool // that hold what they held in what was taken, which is of the same type
}

// wrappingOf returns how a struct literal keeps a variable, and where it names that; nil if it does not.
func (c *checker) wrappingOf(e ast.Expr) (*wrapping, *ast.Ident) {
	info := c.pass.TypesInfo
	lit, ok := ast.Unparen(syntax.WithoutAddress(e)).(*ast.CompositeLit)
	if !ok {
		return nil, nil
	}
	st, ok := syntax.OrInvalid(info.TypeOf(lit)).Underlying().(*types.Struct)
	if !ok {
		return nil, nil
	}
	w := &wrapping{lit: lit, parts: make(map[*types.Var]bool)}
	var of *ast.Ident
	for i := range st.NumFields() {
		field := st.Field(i)
		x := fieldExpr(info, lit, field.Name())
		if x == nil {
			continue
		}
		switch x := ast.Unparen(x).(type) {
		case *ast.Ident:
			if v, ok := info.Uses[x].(*types.Var); ok && v.Kind() == types.LocalVar && w.field == nil && len(w.parts) == 0 && !c.TellsOutcome(x) && !syntax.IsBasic(v.Type()) {
				w.field, of = field.Origin(), x
			}
		case *ast.SelectorExpr:
			id, ok := ast.Unparen(x.X).(*ast.Ident)
			same := ok && syntax.Field(info, x) == field.Origin() && types.Identical(syntax.Pointee(syntax.OrInvalid(info.TypeOf(id))), info.TypeOf(lit))
			if same && w.field == nil && (of == nil || info.Uses[of] == info.Uses[id]) {
				w.parts[field.Origin()], of = true, id
			}
		}
	}
	return w, of
}

// keepsAll reports whether a call's request is made of nothing but those parts of what was taken that are kept, and nothing
// that is replaced decides whether it is sent.
func (c *checker) keepsAll(fetch *ast.CallExpr, p putBack) bool {
	if p.in == nil || p.in.field != nil {
		return p.in == nil || p.unwrapped
	}
	info := c.pass.TypesInfo
	is := func(e ast.Expr) bool {
		id, ok := ast.Unparen(e).(*ast.Ident)
		return ok && info.Uses[id] == p.taken
	}
	keeps := true
	ast.PreorderStack(p.loop, nil, func(n ast.Node, stack []ast.Node) bool {
		e, ok := n.(ast.Expr)
		if !ok || !is(e) || points.Within(n, regionOf(p.in.lit)) {
			return keeps
		}
		sel, isSel := stack[len(stack)-1].(*ast.SelectorExpr)
		if !isSel {
			keeps = false
			return false
		}
		field := syntax.Field(info, sel)
		keeps = keeps && field != nil && (p.in.parts[field] || c.countsOn(sel, field, p) && !points.Within(n, regionOf(fetch)))
		return keeps
	})
	return keeps
}

// countsOn reports whether a field of what was taken is kept as one more, or as a time that has nothing to do with a code.
func (c *checker) countsOn(sel *ast.SelectorExpr, field *types.Var, p putBack) bool {
	kept := fieldExpr(c.pass.TypesInfo, p.in.lit, field.Name())
	if kept == nil || c.TellsOutcome(sel) || c.MadeOfCode(kept) {
		return false
	}
	if syntax.IsTime(field.Type()) {
		return true
	}
	sum, ok := ast.Unparen(kept).(*ast.BinaryExpr)
	return ok && syntax.IsInteger(field.Type()) && (sum.Op == token.ADD || sum.Op == token.SUB) &&
		syntax.Field(c.pass.TypesInfo, sum.X) == field && c.pass.TypesInfo.Types[sum.Y].Value != nil
}

// unwraps reports whether a loop puts the part that holds what was taken of each element of a list into another list,
// whatever else there is to it:
//
//	for _, f := range failed {
//		pending = append(pending, f.message)
//	}
func (c *checker) unwraps(loop *ast.RangeStmt, p putBack, into requests.Place) bool {
	info := c.pass.TypesInfo
	value, set := points.Element(info, loop)
	if value == nil || !points.IsPlace(info, loop.X, p.queue) {
		return false
	}
	for _, s := range loop.Body.List {
		if s == set {
			continue
		}
		switch s := s.(type) {
		case *ast.ExprStmt:
			call, ok := s.X.(*ast.CallExpr)
			if !ok || !c.Passive(syntax.Callee(info, call)) {
				return false
			}
		case *ast.AssignStmt:
			call, ok := ast.Unparen(s.Rhs[0]).(*ast.CallExpr)
			if !ok || len(s.Lhs) != 1 || len(call.Args) != 2 || !syntax.IsBuiltin(info, call, "append") || !points.IsPlace(info, s.Lhs[0], into) || !points.IsPlace(info, call.Args[0], into) {
				return false
			}
			of, ok := ast.Unparen(call.Args[1]).(*ast.SelectorExpr)
			return ok && syntax.Field(info, of) == p.in.field && info.Uses[syntax.Name(of.X)] == value
		default:
			return false
		}
	}
	return false
}
