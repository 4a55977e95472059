package codeflow

import (
	"go/ast"

	"golang.org/x/tools/go/cfg"
)

// This file is about loops over functions: the iterator runs between the rounds, and goes on when the loop is left.

// iterate forgets what an iterator may have changed that a loop is about.
func (f *flow) iterate(st *state, loop *ast.RangeStmt) {
	w, ok := f.iterations[loop]
	if !ok {
		w = f.p.effects.Iteration(loop.X)
		f.iterations[loop] = w
	}
	if w.Waits {
		f.others(st, f.node, w.All())
	}
	all := f.p.effects.New()
	all.Add(w)
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
