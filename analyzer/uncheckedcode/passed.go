package uncheckedcode

import (
	"fmt"
	"go/ast"
	"go/token"
	"go/types"

	"github.com/errcodelint/errcodelint/analyzer/internal/replies"
	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// passed reports a decode on whose failure the program goes on as if nothing had
// happened: the error is shown at most, or it is io.EOF and let pass, and then the code is
// read. It says whether it has.
func (c *checker) passed(d *decoded) bool {
	if !d.straight() || d.trace.Aliases || d.preset() || d.looksAtOthers() || d.valid() {
		return false
	}
	if !d.code.passes() && d.onlyForSuccess() {
		return false
	}
	w, ok := d.failures()
	if !ok || !d.zeroBefore(w) {
		return false
	}
	if d.alwaysFails() {
		return false
	}
	field := d.code.of(d.name)
	switch {
	case w.reads(failed):
		c.report(d.call, "unfilled", fmt.Sprintf("if %s fails, the program goes on, and %s is read all the same: if nothing was decoded, it holds %s; return the error, or leave before the code is read",
			c.callName(d.call), field, d.code.empty()))
		return true
	case w.asksForEOF && !d.b.InLoop(d.call) && w.reads(atEOF):
		c.report(d.call, "unfilled", fmt.Sprintf("%s fills nothing where it returns io.EOF, which is let pass, and %s is read all the same: it then holds %s; an empty reply is a failure, too",
			c.callName(d.call), field, d.code.empty()))
		return true
	}
	return false
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

// answers is decide for a condition that is a single test.
func (w *afterWalk) answers(test ast.Expr) syntax.Truth {
	switch x := w.d.c.argument(test).(type) {
	case *ast.Ident:
		if kept := w.kept(x); kept != nil {
			return syntax.Decide(kept, w.answers)
		}
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
		answer := syntax.Unknown
		if w.d.c.asked(x, func(cond ast.Expr) { answer = syntax.Decide(cond, w.answers) }) {
			return answer
		}
	}
	if w.mentions(test) {
		w.handled = true
	}
	return syntax.Unknown
}

// mentions reports whether a node has to do with the error.
func (w *afterWalk) mentions(n ast.Node) bool {
	found := false
	ast.Inspect(n, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.CallExpr:
			found = found || n == w.d.call && w.err == nil
		case *ast.Ident:
			v, ok := w.d.c.info.Uses[n].(*types.Var)
			if !ok {
				break
			}
			found = found || v == w.err
			if arg := w.d.c.given[v]; arg != nil {
				found = found || w.mentions(arg)
			} else if kept := w.kept(n); kept != nil {
				found = found || w.mentions(kept)
			}
		}
		return !found
	})
	return found
}

// kept returns the condition that a variable keeps which is set after the decode; nil for any other.
func (w *afterWalk) kept(e ast.Expr) ast.Expr {
	kept := w.d.c.kept(w.d.b, e)
	if kept == nil || kept.End() < w.d.call.End() {
		return nil
	}
	return kept
}

// keeps reports whether a statement only keeps an answer about the error in a variable.
func (w *afterWalk) keeps(n ast.Node, known bool) bool {
	s, ok := n.(*ast.AssignStmt)
	if !ok || len(s.Lhs) != 1 {
		return false
	}
	kept := w.kept(s.Lhs[0])
	return kept != nil && w.decide(kept, known) != syntax.Unknown
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
