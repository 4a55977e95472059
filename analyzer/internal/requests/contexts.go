package requests

import (
	"go/ast"
	"go/types"
	"slices"

	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// This file is about what a context brings along: another deadline, span or number of the attempt makes no
// other request, but another sender does.
//
//	ctx := context.WithValue(ctx, senderKey{}, senders[i])

// contextVaries reports whether a context, or an expression that a context is taken from, brings along
// something else in every round.
func (q *requester) contextVaries(e ast.Expr) bool {
	if e == nil || q.busy[e] {
		return false
	}
	q.busy[e] = true
	defer delete(q.busy, e)
	info := q.c.pass.TypesInfo
	switch x := ast.Unparen(e).(type) {
	case *ast.Ident, *ast.SelectorExpr:
		p, ok := PlaceOf(info, e)
		if !ok {
			return false
		}
		if q.reg.Carried[p.Root] {
			return true
		}
		for _, ch := range q.changes {
			if ch.Place.Overlaps(p) && (q.contextVaries(ch.By) || q.outlives(p.Root) && ch.Site.Pos() >= q.fetch.End() && q.c.Brings(ch.By)) {
				return true
			}
		}
	case *ast.CallExpr:
		for _, arg := range x.Args {
			if q.broughtVaries(arg) {
				return true
			}
		}
		decl := q.c.declOf(x)
		return decl != nil && decl.Body != nil && q.c.drawsIn(x, decl, q.outlives, 0)
	}
	return false
}

// broughtVaries reports whether what a context is made to bring along is another in every round, and no
// number, or text made of one.
func (q *requester) broughtVaries(e ast.Expr) bool {
	info := q.c.pass.TypesInfo
	if syntax.IsInteger(info.TypeOf(e)) {
		return false
	}
	if call, ok := ast.Unparen(e).(*ast.CallExpr); ok {
		fn, _ := syntax.Callee(info, call).(*types.Func)
		formats := fn != nil && fn.Pkg() != nil && (fn.Pkg().Path() == "fmt" || fn.Pkg().Path() == "strconv")
		if formats || info.Types[call.Fun].IsType() {
			for _, arg := range call.Args {
				if q.broughtVaries(arg) {
					return true
				}
			}
			return false
		}
	}
	return q.varies(e)
}

// Brings reports whether a context that a function hands to its next call brings along something that this one may
// not have had, and that is more than a mark: a number, an answer, an error, nothing at all.
//
//	return s.send(context.WithValue(ctx, routeKey{}, route), m)
func (c *Comparer) Brings(e ast.Expr) bool {
	return c.brings(e, 0)
}

func (c *Comparer) brings(e ast.Expr, depth int) bool {
	if depth > deepest {
		return false
	}
	info := c.pass.TypesInfo
	switch x := ast.Unparen(e).(type) {
	case *ast.Ident:
		v, ok := info.Uses[x].(*types.Var)
		if !ok {
			return false
		}
		held := c.once(v)
		return held != nil && c.brings(held, depth+1)
	case *ast.CallExpr:
		fn, _ := syntax.Callee(info, x).(*types.Func)
		if fn == nil {
			return false
		}
		if syntax.IsFunction(fn, "context", "WithValue") && len(x.Args) == 3 {
			return !isMark(info.TypeOf(x.Args[2])) || c.brings(x.Args[0], depth+1)
		}
		if decl := c.declOfFunc(fn); decl != nil && decl.Body != nil && c.bringsInside(decl, depth+1) {
			told := slices.DeleteFunc(slices.Clone(x.Args), func(arg ast.Expr) bool { return syntax.IsContext(info.TypeOf(arg)) })
			return len(told) == 0 || slices.ContainsFunc(told, func(arg ast.Expr) bool { return !isMark(info.TypeOf(arg)) })
		}
		return slices.ContainsFunc(x.Args, func(arg ast.Expr) bool { return syntax.IsContext(info.TypeOf(arg)) && c.brings(arg, depth+1) })
	}
	return false
}

// bringsInside reports whether a function makes a context that brings something along.
func (c *Comparer) bringsInside(decl *ast.FuncDecl, depth int) bool {
	found := false
	ast.Inspect(decl.Body, func(n ast.Node) bool {
		call, ok := n.(*ast.CallExpr)
		found = found || ok && c.brings(call, depth)
		return !found
	})
	return found
}

// isMark reports whether values of a type say no more than that, or how often, something was done; contexts and
// times are none either.
func isMark(t types.Type) bool {
	if t == nil || Exempt(t) || syntax.IsBoolean(t) || syntax.IsInteger(t) || syntax.IsError(t) {
		return true
	}
	st, ok := t.Underlying().(*types.Struct)
	return ok && st.NumFields() == 0
}
