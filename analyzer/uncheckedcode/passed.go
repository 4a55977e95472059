package uncheckedcode

import (
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/cfg"

	"github.com/errcodelint/errcodelint/analyzer/internal/replies"
	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// passed reports a decode on whose failure the program goes on as if nothing had
// happened: the error is shown at most, or it is io.EOF and let pass, and then the code is
// read.
func (c *checker) passed(d *decoded) {
	if !d.straight() || d.trace.Aliases || d.preset() || d.looksAtOthers() || d.valid() {
		return
	}
	if !d.code.passes() && d.onlyForSuccess() {
		return
	}
	w, ok := d.failures()
	if !ok || !d.zeroBefore(w) {
		return
	}
	if d.alwaysFails() {
		return
	}
	field := d.code.of(d.name)
	switch {
	case w.reads(failed):
		c.report(d.call, "unfilled", fmt.Sprintf("if %s fails, the program goes on, and %s is read all the same: if nothing was decoded, it holds %s; return the error, or leave before the code is read",
			c.callName(d.call), field, d.code.empty()))
	case w.asksForEOF && !d.b.InLoop(d.call) && w.reads(atEOF):
		c.report(d.call, "unfilled", fmt.Sprintf("%s fills nothing where it returns io.EOF, which is let pass, and %s is read all the same: it then holds %s; an empty reply is a failure, too",
			c.callName(d.call), field, d.code.empty()))
	}
}

// zeroBefore reports whether the reply can still be empty when the call begins, as far as the
// function shows: what a call returns is the callee's to say.
func (d *decoded) zeroBefore(w *afterWalk) bool {
	decl, ok := d.b.Empty(d.v)
	if !ok {
		return d.returned
	}
	from, ok := w.o.Find(decl)
	if !ok {
		return false
	}
	if from == w.from {
		return true
	}
	reached := false
	w.o.Reachable(from, func(p replies.Place) bool {
		if p == w.from {
			reached = true
		}
		for _, u := range w.uses[p] {
			switch u.Kind {
			case replies.Filled, replies.Written, replies.Gone, replies.Returned:
				return false
			}
		}
		return !reached
	})
	return reached
}

// An ending is a way in which a decode can end.
type ending int

const (
	succeeded ending = iota
	failed
	atEOF
)

// An afterWalk follows what a function does after a decode that ended in one way.
type afterWalk struct {
	d          *decoded
	o          *replies.Order
	from       replies.Place
	err        *types.Var // nil where the call is compared with nil itself
	uses       map[replies.Place][]replies.Use
	succeeds   map[replies.Place]bool // what is also executed if it succeeded; nil until asked
	asksForEOF bool

	end     ending
	seen    map[step]bool
	found   bool            // a read
	handled bool            // something is done about the failure, or it is not understood
	busy    []replies.Place // where something is done, perhaps about the failure
}

// A step is a block that the walk has come to, and what it knew there.
type step struct {
	block       *cfg.Block
	known, read bool
}

// failures prepares the walk, where the call's error is compared, or kept in a variable of
// its own.
func (d *decoded) failures() (*afterWalk, bool) {
	w := &afterWalk{d: d, o: d.b.Order(d.call), uses: make(map[replies.Place][]replies.Use)}
	var ok bool
	if w.from, ok = w.o.Find(d.call); !ok {
		return nil, false
	}
	if w.err, ok = d.keptError(); !ok {
		return nil, false
	}
	if _, _, branches := w.from.Branch(); w.err == nil && !branches {
		return nil, false // failed := json.Unmarshal(body, &r) != nil
	}
	for _, u := range d.trace.Uses {
		if p, ok := w.o.Find(u.Ident); ok {
			w.uses[p] = append(w.uses[p], u)
		}
	}
	return w, true
}

// keptError returns the variable that holds the call's error, nil if the call is
// itself compared with nil.
func (d *decoded) keptError() (*types.Var, bool) {
	if cmp, ok := d.b.Parent(d.call).(*ast.BinaryExpr); ok {
		return nil, cmp.Op == token.NEQ || cmp.Op == token.EQL
	}
	at := 0
	if t, ok := d.c.info.TypeOf(d.call).(*types.Tuple); ok {
		if at = t.Len() - 1; at < 0 {
			return nil, false // code that does not compile
		}
	}
	_, lhs := d.c.at(d.b, d.call, at)
	id, ok := lhs.(*ast.Ident)
	if !ok {
		return nil, false
	}
	v, ok := d.c.info.ObjectOf(id).(*types.Var)
	if !ok || !d.b.Local(v) {
		return nil, false
	}
	home := d.b.Function(d.call)
	for _, use := range d.b.Uses(v) {
		if d.b.Function(use) != home {
			return nil, false
		}
	}
	return v, true
}

// reads reports whether the code is read after the decode ended in one way, and nothing else
// was done about that.
func (w *afterWalk) reads(end ending) bool {
	w.walk(end)
	return w.found && !w.handled && !slices.ContainsFunc(w.busy, w.onlyIfItFails)
}

// onlyIfItFails reports whether a place is executed only if the decode failed.
func (w *afterWalk) onlyIfItFails(p replies.Place) bool {
	if w.succeeds == nil {
		w.succeeds = make(map[replies.Place]bool)
		success := *w
		success.walk(succeeded)
	}
	return !w.succeeds[p]
}

func (w *afterWalk) walk(end ending) {
	w.end, w.seen, w.found, w.handled, w.busy = end, make(map[step]bool), false, false, nil
	at := w.from.At
	if _, _, branches := w.from.Branch(); !branches {
		at++
	}
	w.block(w.from.Block, at, w.err != nil || at == w.from.At, false)
}

// block follows a block. The error is known as long as it is not stored anew; read says
// whether the code was read on the way, or is not the reply's any more.
func (w *afterWalk) block(b *cfg.Block, at int, known, read bool) {
	for i := at; i < len(b.Nodes); i++ {
		p := replies.Place{Block: b, At: i}
		if p == w.from && i != at {
			return // the decode again
		}
		if w.end == succeeded {
			w.succeeds[p] = true
		}
		n := p.Node()
		yes, no, branches := p.Branch()
		holds := syntax.Unknown
		if branches {
			if holds = w.decide(n.(ast.Expr), known); read && known && w.mentions(n) {
				w.handled = true // after all
			}
		}
		read = w.use(p, known, read, holds == syntax.Unknown)
		if known && w.err != nil && w.stores(n) {
			known = false
		}
		if branches {
			if holds != syntax.False {
				w.next(yes, known, read)
			}
			if holds != syntax.True {
				w.next(no, known, read)
			}
			return
		}
		if known && w.mentions(n) && !w.shows(n) {
			w.handled = true
		}
		if w.end != succeeded && !w.idle(n) {
			w.busy = append(w.busy, p)
		}
		if _, leaves := n.(*ast.ReturnStmt); leaves {
			return
		}
	}
	for _, s := range b.Succs {
		w.next(s, known, read)
	}
}

func (w *afterWalk) next(b *cfg.Block, known, read bool) {
	s := step{b, known, read}
	if w.seen[s] || b == w.from.Block && w.from.At == 0 {
		return
	}
	w.seen[s] = true
	w.block(b, 0, known, read)
}

// use notes what becomes of the reply in a place. What a condition reads that holds, or does not,
// without it decides nothing.
func (w *afterWalk) use(p replies.Place, known, read, decides bool) bool {
	for _, u := range w.uses[p] {
		if u.Call == w.d.call || !w.executed(p.Node(), u.Ident, known) {
			continue
		}
		switch u.Kind {
		case replies.Read:
			if w.d.shown(u) {
				continue
			}
			if decides {
				w.found = w.found || !read
				read = true
			}
		case replies.Filled, replies.Written, replies.Gone, replies.Returned:
			read = true
		}
	}
	return read
}

// executed reports whether a part of a condition is: of err != nil || r.ResponseCode != 0
// only the first is, if there is an error.
func (w *afterWalk) executed(cond ast.Node, part *ast.Ident, known bool) bool {
	var inner ast.Node = part
	for n := w.d.b.Parent(part); inner != cond && n != nil; inner, n = n, w.d.b.Parent(n) {
		op, ok := n.(*ast.BinaryExpr)
		if !ok || ast.Unparen(op.Y) != inner {
			continue
		}
		left := syntax.Unknown
		switch op.Op {
		case token.LAND:
			left = w.decide(op.X, known)
		case token.LOR:
			left = w.decide(op.X, known).Not()
		}
		if left == syntax.False {
			return false
		}
	}
	return true
}

// decide returns what a condition about the decode's error is in one of the endings; one that asks something
// else of the error, which nobody follows, does something about it.
func (w *afterWalk) decide(cond ast.Expr, known bool) syntax.Truth {
	if !known {
		return syntax.Unknown
	}
	return syntax.Decide(cond, w.answers)
}

// answers is decide for a condition that is a single test.
func (w *afterWalk) answers(test ast.Expr) syntax.Truth {
	switch x := test.(type) {
	case *ast.BinaryExpr:
		if x.Op == token.EQL || x.Op == token.NEQ {
			if t := w.compares(x); t != syntax.Unknown {
				return t
			}
		}
	case *ast.CallExpr:
		fn := w.d.c.replies.Callee(x)
		if syntax.ErrorsFunction(fn) == "Is" && len(x.Args) == 2 && w.isError(x.Args[0]) && w.isEOF(x.Args[1]) {
			w.asksForEOF = true
			return syntax.TruthOf(w.end == atEOF)
		}
	}
	if w.mentions(test) {
		w.handled = true
	}
	return syntax.Unknown
}

func (w *afterWalk) compares(x *ast.BinaryExpr) syntax.Truth {
	other := x.Y
	if !w.isError(x.X) {
		if other = x.X; !w.isError(x.Y) {
			return syntax.Unknown
		}
	}
	var equal bool
	switch {
	case w.d.c.info.Types[other].IsNil():
		equal = w.end == succeeded
	case w.isEOF(other):
		w.asksForEOF = true
		equal = w.end == atEOF
	default:
		return syntax.Unknown
	}
	return syntax.TruthOf(equal == (x.Op == token.EQL))
}

func (w *afterWalk) isError(e ast.Expr) bool {
	e = ast.Unparen(e)
	if id, ok := e.(*ast.Ident); ok && w.err != nil {
		return w.d.c.info.ObjectOf(id) == w.err
	}
	return e == ast.Expr(w.d.call)
}

func (w *afterWalk) isEOF(e ast.Expr) bool {
	sel, ok := ast.Unparen(e).(*ast.SelectorExpr)
	if !ok {
		return false
	}
	obj := w.d.c.info.Uses[sel.Sel]
	return obj != nil && obj.Pkg() != nil && obj.Pkg().Path() == "io" && obj.Name() == "EOF"
}

// mentions reports whether a node has to do with the error.
func (w *afterWalk) mentions(n ast.Node) bool {
	found := false
	ast.Inspect(n, func(n ast.Node) bool {
		id, ok := n.(*ast.Ident)
		found = found || ok && w.err != nil && w.d.c.info.Uses[id] == w.err
		return !found
	})
	return found
}

// stores reports whether a node stores another error in the variable.
func (w *afterWalk) stores(n ast.Node) bool {
	s, ok := n.(*ast.AssignStmt)
	if !ok {
		return false
	}
	for _, lhs := range s.Lhs {
		if id, ok := lhs.(*ast.Ident); ok && w.d.c.info.ObjectOf(id) == w.err {
			return true
		}
	}
	return false
}

// shows reports whether a statement only shows something to people.
func (w *afterWalk) shows(n ast.Node) bool {
	s, ok := n.(*ast.ExprStmt)
	if !ok {
		return false
	}
	call, ok := ast.Unparen(s.X).(*ast.CallExpr)
	return ok && w.d.c.flow.MayReturn(call) && syntax.Shows(w.d.c.replies.Callee(call))
}

// idle reports whether a node does nothing about a failure.
func (w *afterWalk) idle(n ast.Node) bool {
	switch n := n.(type) {
	case ast.Expr, *ast.ReturnStmt:
		return true
	case *ast.AssignStmt:
		return n.Tok == token.DEFINE
	case *ast.ExprStmt:
		if w.shows(n) {
			return true
		}
		if call, ok := ast.Unparen(n.X).(*ast.CallExpr); ok {
			fn := w.d.c.replies.Callee(call)
			return fn != nil && syntax.IsFunction(fn, "time", "Sleep")
		}
	}
	return false
}
