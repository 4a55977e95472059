package requests

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
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
	fn, _ := syntax.Callee(info, call).(*types.Func)
	if fn != nil && fn.Pkg() != nil && random[fn.Pkg().Path()] {
		return false
	}
	m := MannerOf(fn)
	for i, arg := range call.Args {
		if q.varies(arg) {
			return true
		}
		if u, ok := ast.Unparen(arg).(*ast.UnaryExpr); ok && u.Op == token.AND && m == unknownManner && !q.c.onlyReads(call, i, 0) {
			if p, ok := PlaceOf(info, u.X); ok && q.outlives(p.Root) {
				return true // it may be drawn from
			}
		}
	}
	if lit := q.c.literalOf(call.Fun); lit != nil {
		return q.bodyVaries(lit.Body)
	}
	recv := syntax.Receiver(info, call)
	if v, ok := syntax.Callee(info, call).(*types.Var); ok && v.IsField() && v.Pkg() != nil && manners[syntax.UnversionedPath(v.Pkg().Path())][""] == AsksAgain {
		return q.varies(recv) // Request.GetBody
	}
	if fn == nil {
		return true // whatever is in a variable
	}
	if recv != nil && q.varies(recv) {
		return true
	}
	if q.isOfTheMoment(call) || q.c.draws(fn) {
		return true
	}
	switch m {
	case AsksAgain:
		return false
	case TakesNext:
		return q.takesFromOutside(call)
	case LooksOutside:
		return true
	}
	if decl := q.c.declOfFunc(fn); decl != nil && decl.Body != nil {
		return q.c.drawsIn(call, decl, q.isDrawnFrom, 0) || q.learns(decl) || q.choosesByCount(call) || q.c.looksOutside(decl, 0)
	}
	switch r := fn.Signature().Recv(); {
	case r == nil:
		return len(call.Args) == 0 && fn.Signature().Results().Len() > 0
	case recv == nil:
		return true
	case IsValue(r.Type()):
		return drawingName().MatchString(fn.Name())
	}
	return !buildingName().MatchString(fn.Name()) && !q.asksWith(call, fn) || q.isMoved(recv)
}

// asksWith reports whether a call of a function of another package sends what it is told: the answer may be another one
// each time, but it is the same that is asked.
func (q *requester) asksWith(call *ast.CallExpr, fn *types.Func) bool {
	told := slices.ContainsFunc(call.Args, func(arg ast.Expr) bool { return !Exempt(q.c.pass.TypesInfo.TypeOf(arg)) })
	return told && !drawingName().MatchString(fn.Name()) && q.c.asks(fn)
}

// IsValue reports whether methods with a receiver of that type cannot change it.
func IsValue(t types.Type) bool {
	_, pointer := t.Underlying().(*types.Pointer)
	return !pointer && !types.IsInterface(t)
}

// takesFromOutside reports whether something that lives longer than a round is
// what a call takes the next of: its receiver, or a stream that it is given.
func (q *requester) takesFromOutside(call *ast.CallExpr) bool {
	return takesFrom(q.c.pass.TypesInfo, call, q.isDrawnFrom)
}

// isDrawnFrom reports whether the next round gets what comes after in a variable: it is there before a round begins, and is
// not another reply each time.
func (q *requester) isDrawnFrom(root types.Object) bool {
	return q.outlives(root) && !q.isAnswered(root)
}

// isAnswered reports whether a variable holds the reply of an HTTP client, and gets another one in each round.
func (q *requester) isAnswered(root types.Object) bool {
	return IsReply(root.Type()) && slices.ContainsFunc(q.changes, func(ch Change) bool {
		p := Place{Root: root}
		return ch.Place == p && q.repeats(ch, p)
	})
}
