package retriedcode

import (
	"go/ast"
	"go/token"
	"go/types"
	"regexp"
	"strings"
)

// A region is a part of a function that runs again and again: a loop, what lies
// between a label and a goto, a function that calls itself, a closure that a
// library calls.
type region struct {
	node     ast.Node  // that all of it is in
	from, to token.Pos // the part that runs again
	carried  map[types.Object]bool
}

// A place is a variable, or a field of one.
type place struct {
	root types.Object
	path string // ".jobs"
}

func (p place) overlaps(q place) bool {
	return p.root == q.root && (strings.HasPrefix(p.path, q.path) || strings.HasPrefix(q.path, p.path))
}

// A change is an assignment that a region makes.
type change struct {
	place place
	by    ast.Expr // what is assigned; nil if it is unknown
	count bool     // by counting
	site  ast.Node
}

// A requester decides whether a call in a region asks the same every time.
//
// What is different in every round comes from a value that the rounds hand on
// (an assignment to a variable that lives longer than a round), or that they draw
// from somewhere: a channel, a range, a method of something with a state. What
// is rebuilt from the same values is the same, and so is what differs in a time, a
// deadline, a random id or the number of the attempt.
type requester struct {
	c       *checker
	reg     region
	changes []change
	fetch   *ast.CallExpr // whose answer is looked at
	busy    map[ast.Node]bool
}

// sameRequest reports whether fetch sends the same request in every round of a
// region.
func (c *checker) sameRequest(fetch *ast.CallExpr, reg region) bool {
	q := &requester{c: c, reg: reg, fetch: fetch, busy: make(map[ast.Node]bool)}
	q.collect()
	if fun, ok := ast.Unparen(fetch.Fun).(*ast.SelectorExpr); ok && c.pass.TypesInfo.Selections[fun] != nil && q.varies(fun.X) {
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
	if lit := c.literalOf(fetch.Fun); lit != nil {
		return !q.bodyVaries(lit.Body)
	}
	if decl := c.declOf(fetch); decl != nil && decl.Body != nil {
		return !c.draws(decl, 0)
	}
	// A function of another package that is told nothing may ask for the next of
	// something.
	return inputs > 0 || !drawingName.MatchString(calleeName(fetch))
}

// drawingName is what functions are called that do the next of many things.
var drawingName = regexp.MustCompile(`(?i)next|pop|process|consume|receive|recv|handle|work|step|tick|drain|pull|take|poll|dequeue|scan|read|run|fetch|claim|lease|reserve|shift|decode|advance`)

// collect finds what the region assigns.
func (q *requester) collect() {
	info := q.c.pass.TypesInfo
	add := func(lhs ast.Expr, ch change) {
		if p, ok := placeOf(info, lhs); ok {
			ch.place = p
			q.changes = append(q.changes, ch)
		}
	}
	ast.Inspect(q.reg.node, func(n ast.Node) bool {
		if n == nil {
			return false
		}
		if n.End() <= q.reg.from || n.Pos() >= q.reg.to {
			return false
		}
		switch n := n.(type) {
		case *ast.AssignStmt:
			if n.Pos() < q.reg.from {
				break
			}
			for i, lhs := range n.Lhs {
				ch := change{site: n}
				switch {
				case n.Tok != token.ASSIGN && n.Tok != token.DEFINE:
					ch.count = info.Types[n.Rhs[0]].Value != nil && isNumber(info.TypeOf(lhs))
				case len(n.Rhs) == len(n.Lhs):
					ch.by = n.Rhs[i]
				default:
					ch.by = n.Rhs[0]
				}
				add(lhs, ch)
			}
		case *ast.IncDecStmt:
			add(n.X, change{count: true, site: n})
		case *ast.RangeStmt:
			if n.Pos() < q.reg.from && n != q.reg.node {
				break
			}
			counts := isNumber(info.TypeOf(n.X))
			for _, e := range []ast.Expr{n.Key, n.Value} {
				if e != nil {
					add(e, change{count: counts, site: n})
				}
			}
		case *ast.CallExpr:
			for _, arg := range n.Args {
				if u, ok := ast.Unparen(arg).(*ast.UnaryExpr); ok && u.Op == token.AND && n != q.fetch {
					add(u.X, change{by: n, site: n})
				}
			}
		}
		return true
	})
}

// placeOf returns the place that an expression denotes: a variable, and the
// fields up to the first index.
func placeOf(info *types.Info, e ast.Expr) (place, bool) {
	switch x := ast.Unparen(e).(type) {
	case *ast.Ident:
		v, ok := info.ObjectOf(x).(*types.Var)
		return place{root: v}, ok
	case *ast.SelectorExpr:
		if info.Selections[x] == nil { // another package's variable
			v, ok := info.ObjectOf(x.Sel).(*types.Var)
			return place{root: v}, ok
		}
		p, ok := placeOf(info, x.X)
		p.path += "." + x.Sel.Name
		return p, ok
	case *ast.StarExpr:
		return placeOf(info, x.X)
	case *ast.IndexExpr:
		return placeOf(info, x.X)
	case *ast.SliceExpr:
		return placeOf(info, x.X)
	}
	return place{}, false
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
	found := false
	ast.Inspect(e, func(n ast.Node) bool {
		if id, ok := n.(*ast.Ident); ok && !found {
			found = q.depends(id)
		}
		return !found
	})
	return found || q.varies(e)
}

// attemptName is what counters of attempts are called. Any other number that
// changes and goes into a request makes another request of it.
var attemptName = regexp.MustCompile(`(?i)attempt|tries|retr|^try`)

func (q *requester) placeVaries(e ast.Expr) bool {
	info := q.c.pass.TypesInfo
	p, ok := placeOf(info, e)
	if !ok {
		return false
	}
	if q.reg.carried[p.root] {
		return true
	}
	lives := p.root.Pos() < q.reg.from || p.root.Pos() >= q.reg.to // longer than a round
	for _, ch := range q.changes {
		if !ch.place.overlaps(p) {
			continue
		}
		name := p.root.Name()
		if i := strings.LastIndex(ch.place.path, "."); i >= 0 {
			name = ch.place.path[i+1:]
		}
		if attemptName.MatchString(name) && isNumber(typeOfChange(info, ch, p)) {
			continue
		}
		if exemptChange(info, ch) {
			continue
		}
		if _, ok := ch.site.(*ast.RangeStmt); ok {
			return true
		}
		if call, ok := ch.site.(*ast.CallExpr); ok { // its address is given away
			if !lives && q.rebuilds(call) {
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
	if ch.site.End() > q.fetch.Pos() || !q.always(ch.site) {
		return false
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

// always reports whether a statement is one of those that every round begins
// with.
func (q *requester) always(site ast.Node) bool {
	var body *ast.BlockStmt
	switch n := q.reg.node.(type) {
	case *ast.ForStmt:
		body = n.Body
	case *ast.RangeStmt:
		body = n.Body
	case *ast.FuncDecl:
		body = n.Body
	case *ast.FuncLit:
		body = n.Body
	default:
		return false
	}
	for _, s := range body.List {
		if ast.Node(s) == site {
			return true
		}
	}
	return false
}

// rebuilds reports whether a call that is given an address fills it with what it
// filled it with the last time.
func (q *requester) rebuilds(call *ast.CallExpr) bool {
	if fun, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr); ok && q.c.pass.TypesInfo.Selections[fun] != nil {
		return false // Scan, Decode, …
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

func typeOfChange(info *types.Info, ch change, p place) types.Type {
	if ch.by != nil {
		return info.TypeOf(ch.by)
	}
	if s, ok := ch.site.(*ast.IncDecStmt); ok {
		return info.TypeOf(s.X)
	}
	return p.root.Type()
}

// exemptChange reports whether what is assigned makes no other request.
func exemptChange(info *types.Info, ch change) bool {
	switch s := ch.site.(type) {
	case *ast.AssignStmt:
		for i, lhs := range s.Lhs {
			if p, ok := placeOf(info, lhs); ok && p == ch.place && (len(s.Rhs) == 1 || s.Rhs[i] == ch.by) {
				return exempt(info.TypeOf(lhs))
			}
		}
	case *ast.RangeStmt:
		for _, e := range []ast.Expr{s.Key, s.Value} {
			if e == nil {
				continue
			}
			if p, ok := placeOf(info, e); ok && p == ch.place {
				return exempt(info.TypeOf(e))
			}
		}
	}
	return false
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
	for _, arg := range call.Args {
		if q.varies(arg) {
			return true
		}
		if u, ok := ast.Unparen(arg).(*ast.UnaryExpr); ok && u.Op == token.AND {
			if p, ok := placeOf(info, u.X); ok && p.root.Pos() < q.reg.from {
				return true // it may be drawn from
			}
		}
	}
	if lit := q.c.literalOf(call.Fun); lit != nil {
		return q.bodyVaries(lit.Body)
	}
	if fn == nil {
		return true // whatever is in a variable
	}
	recv := fn.Signature().Recv()
	if recv == nil {
		if decl := q.c.declOfFunc(fn); decl != nil && decl.Body != nil {
			return q.c.draws(decl, 0)
		}
		return len(call.Args) == 0 && fn.Signature().Results().Len() > 0
	}
	sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr)
	if !ok {
		return true
	}
	if q.varies(sel.X) {
		return true
	}
	if _, pointer := recv.Type().Underlying().(*types.Pointer); !pointer && !types.IsInterface(recv.Type()) {
		return drawingName.MatchString(fn.Name())
	}
	if decl := q.c.declOfFunc(fn); decl != nil && decl.Body != nil {
		return q.c.draws(decl, 0)
	}
	return !sameMethods[fn.FullName()] && !buildingName.MatchString(fn.Name())
}

// buildingName is what methods are called that make the same of the same.
var buildingName = regexp.MustCompile(`^(New|new|Build|build|With|with|Set|set|Make|make|Clone|Format|Render|Marshal|Encode|String|URL|Path|JoinPath|Endpoint|Header|Get|Load|Current|Token)`)

var sameMethods = map[string]bool{
	"(*net/http.Request).WithContext": true,
}

// random are the packages of ids and jitter.
var random = map[string]bool{
	"math/rand": true, "math/rand/v2": true, "crypto/rand": true,
	"github.com/google/uuid": true, "github.com/gofrs/uuid": true, "github.com/rs/xid": true,
	"github.com/oklog/ulid": true, "github.com/oklog/ulid/v2": true, "github.com/segmentio/ksuid": true,
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

// draws reports whether a function takes the next of something: from a channel, a
// queue, a cursor.
func (c *checker) draws(decl *ast.FuncDecl, depth int) bool {
	if decl == nil || decl.Body == nil {
		return false
	}
	if drawn, ok := c.drawn[decl]; ok {
		return drawn
	}
	c.drawn[decl] = false // while it calls itself
	d := c.drawsBody(decl.Body, depth)
	c.drawn[decl] = d
	return d
}

var drawMethod = regexp.MustCompile(`^(Next|Pop|Dequeue|Take|Receive|Recv|Shift|Scan|Poll|Pull|Fetch|Claim|Lease|Reserve|Read|ReadMessage|ReadString|ReadLine|FetchMessage|Text)`)

func (c *checker) drawsBody(body *ast.BlockStmt, depth int) bool {
	info := c.pass.TypesInfo
	found := false
	ast.Inspect(body, func(n ast.Node) bool {
		if found {
			return false
		}
		switch n := n.(type) {
		case *ast.UnaryExpr:
			if n.Op == token.ARROW && !isClock(info.TypeOf(n.X)) {
				found = true
			}
		case *ast.AssignStmt:
			for i, lhs := range n.Lhs {
				if i >= len(n.Rhs) {
					break
				}
				if _, ok := ast.Unparen(n.Rhs[i]).(*ast.SliceExpr); !ok {
					continue
				}
				if p, ok := placeOf(info, lhs); ok && (p.root.Pos() < body.Pos() || p.root.Pos() >= body.End()) {
					found = true
				}
			}
		case *ast.CallExpr:
			fn, _ := callee(info, n).(*types.Func)
			if fn == nil {
				return true
			}
			if fn.Signature().Recv() != nil && drawMethod.MatchString(fn.Name()) && !readsOnce[fn.Name()] {
				found = true
				return false
			}
			if depth < 3 {
				if decl := c.declOfFunc(fn); decl != nil && c.draws(decl, depth+1) {
					found = true
				}
			}
		}
		return !found
	})
	return found
}

// readsOnce are names that only sound like it.
var readsOnce = map[string]bool{"ReadFrom": true}

// isClock reports whether a channel carries times, or nothing at all.
func isClock(t types.Type) bool {
	if t == nil {
		return false
	}
	ch, ok := t.Underlying().(*types.Chan)
	if !ok {
		return false
	}
	if exempt(ch.Elem()) {
		return true
	}
	st, ok := ch.Elem().Underlying().(*types.Struct)
	return ok && st.NumFields() == 0
}

// exempt reports whether values of a type make no other request: deadlines,
// times and delays.
func exempt(t types.Type) bool {
	if t == nil {
		return false
	}
	if isContext(t) {
		return true
	}
	named, ok := types.Unalias(t).(*types.Named)
	if !ok || named.Obj().Pkg() == nil || named.Obj().Pkg().Path() != "time" {
		return false
	}
	return named.Obj().Name() == "Time" || named.Obj().Name() == "Duration"
}

func isContext(t types.Type) bool {
	named, ok := types.Unalias(t).(*types.Named)
	return ok && named.Obj().Pkg() != nil && named.Obj().Pkg().Path() == "context" && named.Obj().Name() == "Context"
}

func isNumber(t types.Type) bool {
	if t == nil {
		return false
	}
	b, ok := t.Underlying().(*types.Basic)
	return ok && b.Info()&types.IsInteger != 0
}
