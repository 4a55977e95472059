package retriedcode

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strings"
)

// A requester decides whether a call in a region asks the same every time.
//
// What is different in every round comes from a value that the rounds hand on
// (an assignment to a variable that lives longer than a round), or that they draw
// from something that does: a channel, a range, a stream, a queue. What is rebuilt
// from the same values is the same, and so is what differs in a time, a deadline,
// a random id or the number of the attempt.
type requester struct {
	c       *checker
	reg     region
	changes []change
	fetch   *ast.CallExpr // whose answer is looked at
	busy    map[ast.Node]bool
	parts   map[ast.Expr]part // of what the request is made with
}

// sameRequest reports whether fetch sends the same request in every round of a
// region.
func (c *checker) sameRequest(fetch *ast.CallExpr, reg region) bool {
	q := &requester{c: c, reg: reg, fetch: fetch, busy: make(map[ast.Node]bool), parts: make(map[ast.Expr]part)}
	q.collect()
	q.partsOfRequest()
	if recv := receiverOf(c.pass.TypesInfo, fetch); recv != nil && q.varies(recv) {
		return false
	}
	inputs := 0
	for _, arg := range fetch.Args {
		if isContext(c.pass.TypesInfo.TypeOf(arg)) {
			continue
		}
		if _, ok := ast.Unparen(arg).(*ast.FuncLit); !ok {
			inputs++
		}
		if q.varies(arg) {
			return false
		}
	}
	if q.prepared() {
		return false
	}
	if lit := c.literalOf(fetch.Fun); lit != nil {
		return !q.bodyVaries(lit.Body)
	}
	if decl := c.declOf(fetch); decl != nil && decl.Body != nil {
		return !c.drawsIn(fetch, decl, q.outlives, 0)
	}
	fn, _ := callee(c.pass.TypesInfo, fetch).(*types.Func)
	switch manner(fn) {
	case asksAgain:
		return true
	case takesNext:
		return !q.takesFromOutside(fetch)
	}
	// A function of another package that is told nothing may ask for the next of
	// something.
	return inputs > 0 || !drawingName().MatchString(calleeName(fetch))
}

// prepared reports whether the region does something before it asks, or before it
// asks again, that makes another request of it: s.rotate() beside s.send(m).
func (q *requester) prepared() bool {
	found := false
	inspectFunc(q.reg.node, func(n ast.Node) {
		if found || n.Pos() < q.reg.from || n.End() > q.reg.to {
			return
		}
		if call, ok := n.(*ast.CallExpr); ok {
			found = !q.c.onFresh(call, q.reg) && q.c.changesFieldsOf(call, q.fetch)
		}
	})
	return found
}

// varies reports whether an expression can be different in every round.
func (q *requester) varies(e ast.Expr) bool {
	if e == nil || q.busy[e] {
		return false
	}
	q.busy[e] = true
	defer delete(q.busy, e)
	info := q.c.pass.TypesInfo
	if tv := info.Types[e]; tv.Value != nil || tv.IsType() || exempt(tv.Type) {
		return false
	}
	switch x := ast.Unparen(e).(type) {
	case *ast.Ident:
		return q.placeVaries(e)
	case *ast.SelectorExpr:
		if _, ok := placeOf(info, x); ok {
			return q.placeVaries(x)
		}
		return q.varies(x.X)
	case *ast.StarExpr:
		return q.varies(x.X)
	case *ast.UnaryExpr:
		return x.Op == token.ARROW || q.varies(x.X)
	case *ast.BinaryExpr:
		return q.varies(x.X) || q.varies(x.Y)
	case *ast.IndexExpr:
		return q.varies(x.X) || q.depends(x.Index)
	case *ast.SliceExpr:
		return q.varies(x.X) || q.depends(x.Low) || q.depends(x.High)
	case *ast.TypeAssertExpr:
		return q.varies(x.X)
	case *ast.KeyValueExpr:
		if id, ok := x.Key.(*ast.Ident); ok && attemptName().MatchString(id.Name) && isNumber(info.TypeOf(x.Value)) {
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

// depends is varies for an index, where even a count makes a difference.
func (q *requester) depends(e ast.Expr) bool {
	if e == nil {
		return false
	}
	if p, ok := placeOf(q.c.pass.TypesInfo, e); ok {
		for _, ch := range q.changes {
			if ch.place.overlaps(p) {
				return true
			}
		}
		return q.reg.carried[p.root]
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
	return root.Pos() < q.reg.from || root.Pos() >= q.reg.to
}

func (q *requester) placeVaries(e ast.Expr) bool {
	info := q.c.pass.TypesInfo
	p, ok := placeOf(info, e)
	if !ok {
		return false
	}
	if q.reg.carried[p.root] {
		return true
	}
	lives := q.outlives(p.root) // longer than a round
	part, partly := q.parts[ast.Unparen(e)]
	for _, ch := range q.changes {
		if !ch.place.overlaps(p) {
			continue
		}
		if below, ok := strings.CutPrefix(ch.place.path, p.path); ok && below != "" && partly && !part.concerns(info.TypeOf(e), below, q.c.pass.Pkg) {
			continue
		}
		name := p.root.Name()
		if i := strings.LastIndex(ch.place.path, "."); i >= 0 {
			name = ch.place.path[i+1:]
		}
		if attemptName().MatchString(name) && isNumber(typeOfChange(info, ch, p)) {
			continue
		}
		if exemptChange(info, ch) {
			continue
		}
		if _, ok := ch.site.(*ast.RangeStmt); ok {
			return true
		}
		if call, ok := ch.site.(*ast.CallExpr); ok { // its address is given away, or its content set
			if (!lives || q.repeats(ch, p)) && q.rebuilds(call) {
				continue
			}
			return true
		}
		switch {
		case ch.count:
			return true
		case ch.by == nil, lives && !q.repeats(ch, p):
			return true
		case q.varies(ch.by):
			return true
		}
	}
	return false
}

// repeats reports whether an assignment to a variable that lives longer than a
// round puts a value there in every round, before the request is sent, that does
// not depend on the one before.
func (q *requester) repeats(ch change, p place) bool {
	if ch.by == nil || ch.site.End() > q.fetch.Pos() || !q.always(ch.site) {
		return false
	}
	if u, ok := ch.site.(*ast.CallExpr); ok && u == ch.by {
		return true // filled anew, as by json.Unmarshal
	}
	uses := false
	ast.Inspect(ch.by, func(n ast.Node) bool {
		if id, ok := n.(*ast.Ident); ok && q.c.pass.TypesInfo.ObjectOf(id) == p.root {
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
	ast.Inspect(q.reg.node, func(n ast.Node) bool {
		if found || n == nil || n.Pos() > site.Pos() || n.End() < site.End() {
			return false
		}
		if n.Pos() <= q.fetch.Pos() && q.fetch.End() <= n.End() {
			switch n := n.(type) {
			case *ast.BlockStmt:
				found = begins(n.List, site)
			case *ast.CaseClause:
				found = begins(n.Body, site)
			case *ast.CommClause:
				found = begins(n.Body, site)
			}
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
	fn, _ := callee(info, call).(*types.Func)
	if recv := receiverOf(info, call); recv != nil {
		switch manner(fn) {
		case asksAgain:
		case takesNext:
			if q.takesFromOutside(call) {
				return false
			}
		default:
			return false // Scan, Decode, …
		}
		if q.varies(recv) {
			return false
		}
	} else if manner(fn) == takesNext && (q.takesFromOutside(call) || !readsStream(info, call)) {
		return false // fmt.Fscan, fmt.Scanln
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
