package requests

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// This file is about what a round stores in a variable before it asks: whether that is another
// value each time.

func (q *requester) placeVaries(e ast.Expr) bool {
	info := q.c.pass.TypesInfo
	p, ok := PlaceOf(info, e)
	if !ok {
		return false
	}
	if q.reg.Carried[p.Root] {
		return true
	}
	lives := q.outlives(p.Root) // longer than a round
	part, partly := q.parts[ast.Unparen(e)]
	for _, ch := range q.changes {
		if !ch.Place.Overlaps(p) {
			continue
		}
		if below, ok := strings.CutPrefix(ch.Place.Path, p.Path); ok && below != "" && partly && !part.concerns(info.TypeOf(e), below, q.c.pass.Pkg) {
			continue
		}
		if ch.IsIdle(info, p.Root) || isRewound(info, ch) {
			continue
		}
		if _, ok := ch.Site.(*ast.RangeStmt); ok {
			return true
		}
		if call, ok := ch.Site.(*ast.CallExpr); ok { // its address is given away, or its content set
			if (!lives || q.repeats(ch, p)) && q.rebuilds(call) {
				continue
			}
			return true
		}
		switch {
		case ch.Counts:
			return true
		case ch.By == nil, lives && !q.repeats(ch, p):
			return true
		case q.varies(ch.By), q.chosen(ch):
			return true
		}
	}
	return false
}

// isRewound reports whether an assignment sets a request's body to its beginning: req.Body, err = req.GetBody().
func isRewound(info *types.Info, ch Change) bool {
	call, ok := ch.By.(*ast.CallExpr)
	if !ok || !strings.HasSuffix(ch.Place.Path, ".Body") || syntax.CalleeName(call) != "GetBody" {
		return false
	}
	of, ok := PlaceOf(info, syntax.Receiver(info, call))
	return ok && of.Root == ch.Place.Root && of.Path+".Body" == ch.Place.Path
}

// repeats reports whether an assignment to a variable that lives longer than a
// round puts a value there in every round, before the request is sent, that does
// not depend on the one before.
func (q *requester) repeats(ch Change, p Place) bool {
	if ch.By == nil || ch.Site.End() > q.fetch.Pos() || !q.always(ch.Site) {
		return false
	}
	if u, ok := ch.Site.(*ast.CallExpr); ok && u == ch.By {
		return true // filled anew, as by json.Unmarshal
	}
	uses := false
	ast.Inspect(ch.By, func(n ast.Node) bool {
		if id, ok := n.(*ast.Ident); ok && q.c.pass.TypesInfo.ObjectOf(id) == p.Root {
			uses = true
		}
		return !uses
	})
	return !uses
}

// always reports whether a statement is one of those that every round executes
// before it asks: it stands in the body itself, or in a clause or block in which
// the request is sent, or begins a statement there.
func (q *requester) always(site ast.Node) bool {
	found := false
	ast.Inspect(q.reg.Node, func(n ast.Node) bool {
		if found || n == nil || n.Pos() > site.Pos() || n.End() < site.End() {
			return false
		}
		if n.Pos() <= q.fetch.Pos() && q.fetch.End() <= n.End() {
			found = begins(syntax.Statements(n), site)
		}
		return true
	})
	return found
}

// begins reports whether a list of statements has one that is executed whenever
// the list is, or that such a one begins with.
func begins(list []ast.Stmt, site ast.Node) bool {
	within := func(n ast.Node) bool { return n != nil && n.Pos() <= site.Pos() && site.End() <= n.End() }
	for _, s := range list {
		if l, ok := s.(*ast.LabeledStmt); ok {
			s = l.Stmt
		}
		switch s := s.(type) {
		case *ast.IfStmt:
			if s.Init != nil && within(s.Init) || within(s.Cond) {
				return true
			}
		case *ast.SwitchStmt:
			if s.Init != nil && within(s.Init) {
				return true
			}
		case *ast.AssignStmt, *ast.ExprStmt, *ast.DeclStmt:
			if within(s) {
				return true
			}
		}
	}
	return false
}

// rebuilds reports whether a call that is given an address fills it with what it
// filled it with the last time.
func (q *requester) rebuilds(call *ast.CallExpr) bool {
	info := q.c.pass.TypesInfo
	fn, _ := syntax.Callee(info, call).(*types.Func)
	if recv := syntax.Receiver(info, call); recv != nil {
		switch MannerOf(fn) {
		case AsksAgain:
		case TakesNext:
			if q.takesFromOutside(call) {
				return false
			}
		default:
			return false // Scan, Decode, …
		}
		if q.varies(recv) {
			return false
		}
	} else if MannerOf(fn) == TakesNext && (q.takesFromOutside(call) || !readsStream(info, call)) {
		return false // fmt.Fscan, fmt.Scanln
	} else if decl := q.c.declOfFunc(fn); decl != nil && decl.Body != nil {
		if q.c.drawsIn(call, decl, q.isDrawnFrom, 0) {
			return false
		}
	} else if tv := info.Types[call.Fun]; fn == nil && !tv.IsType() && !tv.IsBuiltin() && q.c.literalOf(call.Fun) == nil {
		return false // whatever is in a variable
	}
	for _, arg := range call.Args {
		if u, ok := ast.Unparen(arg).(*ast.UnaryExpr); ok && u.Op == token.AND {
			continue
		}
		if q.varies(arg) {
			return false
		}
	}
	return true
}

// readsStream reports whether a call is told what to read from.
func readsStream(info *types.Info, call *ast.CallExpr) bool {
	return slices.ContainsFunc(call.Args, func(arg ast.Expr) bool { return isStream(info.TypeOf(arg)) })
}
