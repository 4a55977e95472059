package codeflow

import (
	"go/ast"
	"go/types"

	"golang.org/x/tools/go/cfg"
	"golang.org/x/tools/go/types/typeutil"

	"github.com/errcodelint/errcodelint/analyzer/internal/foreign"
)

// This file is about loops over functions: the iterator runs between the rounds, and goes on when the loop is left.

// iterates adds what a function may change that is ranged over.
func (p *tally) iterates(w *writes, x ast.Expr) {
	x = ast.Unparen(x)
	if lit, ok := x.(*ast.FuncLit); ok {
		p.body(w, lit, lit.Body)
		return
	}
	if call, ok := x.(*ast.CallExpr); ok {
		if fn, ok := typeutil.Callee(p.info, call).(*types.Func); ok && fn.Pkg() != nil && p.index.Decls[fn.Origin()] == nil {
			p.handed(w, call)
			if !foreign.OnlyIterates(fn.Pkg()) {
				p.call(w, call)
			}
			return
		}
	}
	w.dynamic = true
	p.functions(w, p.info.TypeOf(x))
}

// iterate forgets what an iterator may have changed that a loop is about.
func (f *flow) iterate(st *state, loop *ast.RangeStmt) {
	w, ok := f.iterations[loop]
	if !ok {
		w = f.p.newWrites()
		f.p.tally().iterates(w, loop.X)
		f.iterations[loop] = w
	}
	if w.Waits {
		f.others(st, f.node, w.All())
	}
	all := f.p.newWrites()
	all.add(w)
	f.closures(all, nil)
	f.forgetWritten(st, all, f.node, nil)
}

// leaves forgets what iterators may change that go on when a way leads out of their loops, other than by their heads; to is nil where the function returns.
func (f *flow) leaves(st *state, from, to *cfg.Block) *state {
	for _, loop := range f.overFuncs {
		if st.dead || !within(from, loop) {
			continue
		}
		if to == nil || !within(to, loop) && (to.Kind != cfg.KindRangeLoop || to.Stmt != ast.Stmt(loop)) {
			st = st.clone()
			f.iterate(st, loop)
		}
	}
	return st
}

// within reports whether a block is part of a loop's body.
func within(b *cfg.Block, loop *ast.RangeStmt) bool {
	if b.Stmt == ast.Stmt(loop) {
		return b.Kind == cfg.KindRangeBody
	}
	n := ast.Node(b.Stmt)
	if b.Stmt == nil {
		if len(b.Nodes) == 0 {
			return false
		}
		n = b.Nodes[0]
	}
	return loop.Body.Pos() <= n.Pos() && n.Pos() < loop.Body.End()
}
