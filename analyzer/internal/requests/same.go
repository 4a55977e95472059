package requests

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// A requester decides whether a call in a region asks the same every time.
//
// What is different in every round comes from a value that the rounds hand on
// (an assignment to a variable that lives longer than a round), or that they draw
// from something that does: a channel, a range, a stream, a queue. What is rebuilt
// from the same values is the same, and so is what differs in a time, a deadline,
// a random id or the number of the attempt.
type requester struct {
	c       *Comparer
	reg     Region
	changes []Change
	fetch   *ast.CallExpr // whose answer is looked at
	busy    map[ast.Node]bool
	parts   map[ast.Expr]part // of what the request is made with
}

// Same reports whether fetch sends the same request in every round of a
// region.
func (c *Comparer) Same(fetch *ast.CallExpr, reg Region) bool {
	q := &requester{c: c, reg: reg, fetch: fetch, busy: make(map[ast.Node]bool), parts: make(map[ast.Expr]part)}
	q.collect()
	if reg.Drawn != nil {
		q.changes = slices.DeleteFunc(q.changes, reg.Drawn)
	}
	q.partsOfRequest()
	if recv := syntax.Receiver(c.pass.TypesInfo, fetch); recv != nil && q.varies(recv) {
		return false
	}
	if v, inVariable := syntax.Callee(c.pass.TypesInfo, fetch).(*types.Var); inVariable && (q.varies(fetch.Fun) || c.remembers(v)) {
		return false // the next of several functions, or one that asks only once
	}
	inputs := 0
	for _, arg := range fetch.Args {
		_, literal := ast.Unparen(arg).(*ast.FuncLit)
		if !literal && !syntax.IsContext(c.pass.TypesInfo.TypeOf(arg)) {
			inputs++
		}
		if q.varies(arg) {
			return false
		}
	}
	if q.prepared() || q.choosesByCount(fetch) {
		return false
	}
	if lit := c.literalOf(fetch.Fun); lit != nil {
		return !q.bodyVaries(lit.Body)
	}
	if decl := c.declOf(fetch); decl != nil && decl.Body != nil {
		return !c.drawsIn(fetch, decl, q.isDrawnFrom, 0)
	}
	fn, _ := syntax.Callee(c.pass.TypesInfo, fetch).(*types.Func)
	if fn != nil && c.draws(fn) {
		return false
	}
	switch MannerOf(fn) {
	case AsksAgain:
		return true
	case TakesNext:
		return !q.takesFromOutside(fetch)
	}
	// A function of another package that is told nothing may ask for the next of
	// something.
	return inputs > 0 || !drawingName().MatchString(syntax.CalleeName(fetch))
}

// remembers reports whether a variable holds a function that asks only once, and gives the same from then on.
func (c *Comparer) remembers(v *types.Var) bool {
	made, ok := ast.Unparen(c.once(v)).(*ast.CallExpr)
	if !ok {
		return false
	}
	fn, ok := syntax.Callee(c.pass.TypesInfo, made).(*types.Func)
	return ok && (syntax.IsFunction(fn, "sync", "OnceValue") || syntax.IsFunction(fn, "sync", "OnceValues"))
}

// prepared reports whether the region does something before it asks, or before it
// asks again, that makes another request of it: s.rotate() beside s.send(m).
func (q *requester) prepared() bool {
	found := false
	syntax.InspectFunc(q.reg.Node, func(n ast.Node) {
		if found || n.Pos() < q.reg.From || n.End() > q.reg.To {
			return
		}
		if call, ok := n.(*ast.CallExpr); ok && !q.reg.skips(call) {
			found = !q.c.OnFresh(call, q.reg) && q.c.Prepares(call, q.fetch, q.reg) || q.moves(call)
		}
	})
	return found
}

// varies reports whether an expression can be different in every round.
func (q *requester) varies(e ast.Expr) bool {
	info := q.c.pass.TypesInfo
	if e != nil && syntax.IsContext(info.TypeOf(e)) {
		return q.contextVaries(e)
	}
	if e == nil || q.busy[e] {
		return false
	}
	q.busy[e] = true
	defer delete(q.busy, e)
	if tv := info.Types[e]; tv.Value != nil || tv.IsType() || Exempt(tv.Type) {
		return false
	}
	switch x := ast.Unparen(e).(type) {
	case *ast.Ident:
		return q.placeVaries(e)
	case *ast.SelectorExpr:
		if _, ok := PlaceOf(info, x); ok {
			return q.placeVaries(x) || q.indexVaries(x.X)
		}
		return q.varies(x.X)
	case *ast.StarExpr:
		return q.varies(x.X)
	case *ast.UnaryExpr:
		return x.Op == token.ARROW || q.varies(x.X)
	case *ast.BinaryExpr:
		return q.varies(x.X) || q.varies(x.Y)
	case *ast.IndexExpr, *ast.SliceExpr:
		return q.indexVaries(x) || q.varies(partOf(x))
	case *ast.TypeAssertExpr:
		return q.varies(x.X)
	case *ast.KeyValueExpr:
		if id, ok := x.Key.(*ast.Ident); ok && attemptName().MatchString(id.Name) && syntax.IsInteger(info.TypeOf(x.Value)) {
			return false
		}
		return q.varies(x.Value)
	case *ast.CompositeLit:
		for _, elt := range x.Elts {
			if q.varies(elt) {
				return true
			}
		}
		return false
	case *ast.FuncLit:
		return q.bodyVaries(x.Body)
	case *ast.CallExpr:
		return q.callVaries(x)
	}
	return false
}

// indexVaries reports whether another element each time is what an expression is, or is a part of:
// accounts[i].client.
func (q *requester) indexVaries(e ast.Expr) bool {
	for e != nil {
		switch x := ast.Unparen(e).(type) {
		case *ast.IndexExpr:
			if q.depends(x.Index) || q.c.isAtRandom(x) {
				return true
			}
		case *ast.SliceExpr:
			if q.depends(x.Low) || q.depends(x.High) {
				return true
			}
		}
		e = partOf(e)
	}
	return false
}

// partOf returns what an expression is a part of: accounts of accounts[i], accounts[:n], *accounts and accounts.first; nil
// for none.
func partOf(e ast.Expr) ast.Expr {
	switch x := ast.Unparen(e).(type) {
	case *ast.SelectorExpr:
		return x.X
	case *ast.StarExpr:
		return x.X
	case *ast.IndexExpr:
		return x.X
	case *ast.SliceExpr:
		return x.X
	}
	return nil
}

// depends is varies for an index, where even a count makes a difference.
func (q *requester) depends(e ast.Expr) bool {
	if e == nil {
		return false
	}
	if p, ok := PlaceOf(q.c.pass.TypesInfo, e); ok {
		for _, ch := range q.changes {
			if ch.Place.Overlaps(p) {
				return true
			}
		}
		return q.reg.Carried[p.Root] || q.reg.Counted[p.Root]
	}
	if _, ok := ast.Unparen(e).(*ast.Ident); ok {
		return false // a constant, or what has been left undeclared
	}
	found := false
	ast.Inspect(e, func(n ast.Node) bool {
		if id, ok := n.(*ast.Ident); ok && !found {
			found = q.depends(id)
		}
		return !found
	})
	return found || q.varies(e)
}

// outlives reports whether what an expression denotes is there before a round
// begins.
func (q *requester) outlives(root types.Object) bool {
	return root.Pos() < q.reg.From || root.Pos() >= q.reg.To
}
