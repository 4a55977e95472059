package uncheckedcode

import (
	"go/ast"
	"go/token"
	"go/types"
	"maps"
	"slices"

	"golang.org/x/tools/go/cfg"

	"github.com/errcodelint/errcodelint/analyzer/internal/replies"
	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

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
	scopes     map[*types.Scope]bool // of the error, and of what holds the reply
	asksForEOF bool

	end     ending
	whole   bool // it does not stop where neither the error nor the reply is there any more
	seen    map[step]bool
	found   bool                   // a read
	handled bool                   // something is done about the failure, or it is not understood
	busy    []replies.Place        // where something is done, perhaps about the failure
	places  map[replies.Place]bool // all of them
	over    map[*cfg.Block]bool    // where it has stopped, as it may everything behind that
}

// A step is a block that the walk has come to, and what it knew there.
type step struct {
	block       *cfg.Block
	known, read bool
}

// failures prepares the walk, where the call's error is compared, or kept in a variable of
// its own.
func (d *decoded) failures() (*afterWalk, bool) {
	w := &afterWalk{d: d, o: d.b.Order(d.call), uses: make(map[replies.Place][]replies.Use), scopes: make(map[*types.Scope]bool)}
	var ok bool
	if w.from, ok = w.o.Find(d.call); !ok {
		return nil, false
	}
	if w.err, ok = d.keptError(); !ok {
		return nil, false
	}
	if _, _, branches := w.from.Branch(); w.err == nil && !branches && !w.isKept() {
		return nil, false
	}
	for _, u := range d.trace.Uses {
		if p, ok := w.o.Find(u.Ident); ok {
			w.uses[p] = append(w.uses[p], u)
			w.addScope(d.c.info.ObjectOf(u.Ident))
		}
	}
	if w.err != nil {
		w.addScope(w.err)
	}
	return w, true
}

// isKept reports whether a variable keeps whether the call has failed: failed := json.Unmarshal(body, &r) != nil.
func (w *afterWalk) isKept() bool {
	s, ok := w.from.Node().(*ast.AssignStmt)
	return ok && len(s.Lhs) == 1 && w.d.b.Parent(w.d.call) == ast.Node(w.kept(s.Lhs[0]))
}

func (w *afterWalk) addScope(v types.Object) {
	if v != nil && v.Parent() != nil {
		w.scopes[v.Parent()] = true
	}
}

// reads reports whether the code is read after the decode ended in one way, and nothing else
// was done about that.
func (w *afterWalk) reads(end ending) bool {
	w.walk(end)
	return w.found && !w.handled && !w.acts()
}

// acts reports whether something is done in a place that is executed only if the decode failed, on a walk for such an ending.
func (w *afterWalk) acts() bool {
	success := *w
	success.walk(succeeded)
	only := func(p replies.Place) bool { return !success.places[p] }
	further := func(b *cfg.Block) bool { return !success.over[b] }
	if !slices.ContainsFunc(w.busy, only) && !slices.ContainsFunc(slices.Collect(maps.Keys(w.over)), further) {
		return false // both come to the same, wherever they go from there
	}
	w.whole, success.whole = true, true
	w.walk(w.end)
	success.walk(succeeded)
	return slices.ContainsFunc(w.busy, only)
}

func (w *afterWalk) walk(end ending) {
	w.end, w.found, w.handled, w.busy = end, false, false, nil
	w.seen, w.places, w.over = make(map[step]bool), make(map[replies.Place]bool), make(map[*cfg.Block]bool)
	at := w.from.At
	if _, _, branches := w.from.Branch(); !branches {
		at++
	}
	w.block(w.from.Block, at, true, false)
}

// block follows a block. The error is known as long as it is not stored anew; read says
// whether the code was read on the way, or is not the reply's any more.
func (w *afterWalk) block(b *cfg.Block, at int, known, read bool) {
	for i := at; i < len(b.Nodes); i++ {
		p := replies.Place{Block: b, At: i}
		if p == w.from && i != at {
			return // the decode again
		}
		w.places[p] = true
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
		if known && w.mentions(n) && !w.shows(n) && !w.keeps(n, known) {
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
	if w.isOut(b) {
		if known, read = false, true; !w.whole {
			w.over[b] = true
			return
		}
	}
	w.block(b, 0, known, read)
}

// isOut reports whether neither the error nor what holds the reply can be mentioned in a block, nor behind it before both are
// others.
func (w *afterWalk) isOut(b *cfg.Block) bool {
	if len(b.Nodes) == 0 || w.err == nil {
		return false
	}
	for scope := range w.scopes {
		if scope.Contains(b.Nodes[0].Pos()) {
			return false
		}
	}
	return true
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
