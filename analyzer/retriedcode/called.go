package retriedcode

import (
	"go/ast"
	"go/token"
	"go/types"
)

// This file is about what a request is made of by calls: whether what they return is another value
// each time.

// callVaries reports whether a call's result can be another in every round.
func (q *requester) callVaries(call *ast.CallExpr) bool {
	info := q.c.pass.TypesInfo
	if tv := info.Types[call.Fun]; tv.IsType() || tv.IsBuiltin() {
		for _, arg := range call.Args {
			if q.varies(arg) {
				return true
			}
		}
		return false
	}
	fn, _ := callee(info, call).(*types.Func)
	if fn != nil && fn.Pkg() != nil && random[fn.Pkg().Path()] {
		return false
	}
	m := manner(fn)
	for _, arg := range call.Args {
		if q.varies(arg) {
			return true
		}
		if u, ok := ast.Unparen(arg).(*ast.UnaryExpr); ok && u.Op == token.AND && m == unknownManner {
			if p, ok := placeOf(info, u.X); ok && q.outlives(p.root) {
				return true // it may be drawn from
			}
		}
	}
	if lit := q.c.literalOf(call.Fun); lit != nil {
		return q.bodyVaries(lit.Body)
	}
	recv := receiverOf(info, call)
	if v, ok := callee(info, call).(*types.Var); ok && v.IsField() && v.Pkg() != nil && manners[unversioned(v.Pkg().Path())][""] == asksAgain {
		return q.varies(recv) // Request.GetBody
	}
	if fn == nil {
		return true // whatever is in a variable
	}
	if recv != nil && q.varies(recv) {
		return true
	}
	switch m {
	case asksAgain:
		return false
	case takesNext:
		return q.takesFromOutside(call)
	}
	if decl := q.c.declOfFunc(fn); decl != nil && decl.Body != nil {
		return q.c.drawsIn(call, decl, q.outlives, 0)
	}
	switch r := fn.Signature().Recv(); {
	case r == nil:
		return len(call.Args) == 0 && fn.Signature().Results().Len() > 0
	case recv == nil:
		return true
	case isValue(r.Type()):
		return drawingName().MatchString(fn.Name())
	}
	return !buildingName().MatchString(fn.Name())
}

// isValue reports whether methods with a receiver of that type cannot change it.
func isValue(t types.Type) bool {
	_, pointer := t.Underlying().(*types.Pointer)
	return !pointer && !types.IsInterface(t)
}

// takesFromOutside reports whether something that lives longer than a round is
// what a call takes the next of: its receiver, or a stream that it is given.
func (q *requester) takesFromOutside(call *ast.CallExpr) bool {
	return takesFrom(q.c.pass.TypesInfo, call, q.outlives)
}

// receiverOf returns the operand that a method is called on, or nil.
func receiverOf(info *types.Info, call *ast.CallExpr) ast.Expr {
	if sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr); ok && info.Selections[sel] != nil {
		return sel.X
	}
	return nil
}

// bodyVaries reports whether a closure draws something new in every call.
func (q *requester) bodyVaries(body *ast.BlockStmt) bool {
	if q.busy[body] {
		return false
	}
	q.busy[body] = true
	defer delete(q.busy, body)
	if q.c.drawsBody(body, 0) {
		return true
	}
	// What it takes from outside.
	info := q.c.pass.TypesInfo
	found := false
	ast.Inspect(body, func(n ast.Node) bool {
		id, ok := n.(*ast.Ident)
		if !ok || found {
			return !found
		}
		v, ok := info.Uses[id].(*types.Var)
		if !ok || v.IsField() || v.Pos() >= body.Pos() && v.Pos() < body.End() || exempt(v.Type()) {
			return true
		}
		for _, ch := range q.changes {
			// What the closure itself keeps is its result.
			if ch.place.root == v && !(ch.site.Pos() >= body.Pos() && ch.site.End() <= body.End()) && q.varies(id) {
				found = true
			}
		}
		return !found
	})
	return found
}
