package requests

import (
	"go/ast"
	"go/types"

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
		for _, ch := range q.changes {
			if ch.Place.Overlaps(p) && q.contextVaries(ch.By) {
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
