package codeflow

import (
	"cmp"
	"go/ast"
	"go/token"
	"slices"
)

// This file executes blocks again after the fixpoint, to tell what is known at an expression in them.

// callsAt calls visit with the states in which a call of the function is made, its arguments
// evaluated.
func (f *flow) callsAt(x *ast.CallExpr, visit func(*call, *state)) {
	n, ok := f.nodeOf(x)
	if !ok {
		return
	}
	f.replay(f.e.actualRun(f), n, func() {
		f.entered = func(c *call, st *state) {
			if c.CallExpr == x {
				visit(c, st)
			}
		}
	})
}

// nodeOf returns the node of the control flow graph that an expression is part
// of.
func (f *flow) nodeOf(x ast.Node) (nodeAt, bool) {
	best, found := nodeAt{}, false
	for i := f.firstFrom(x.Pos()+1) - 1; i >= 0; i-- {
		n := f.ordered[i]
		if n.node.End() < x.End() {
			continue
		}
		if f.rank[n.block] < 0 {
			if !found {
				best, found = n, true
			}
			continue
		}
		return n, true
	}
	return best, found
}

// firstFrom returns where the nodes begin, in the order of the text, that stand at a place or behind it.
func (f *flow) firstFrom(pos token.Pos) int {
	i, _ := slices.BinarySearchFunc(f.ordered, pos, func(n nodeAt, pos token.Pos) int { return cmp.Compare(n.node.Pos(), pos) })
	return i
}

// replay executes a block again up to and with a node, for which it calls prepare
// first. It returns the state before the node, nil if it cannot be reached.
func (f *flow) replay(r *run, n nodeAt, prepare func()) *state {
	in := r.in[n.block]
	if in == nil || in.dead {
		return nil
	}
	b := f.graph.Blocks[n.block]
	st := in.clone()
	outer := f.running
	f.running = &run{lits: make(map[*ast.FuncLit]*state)}
	watch, stop, entered := f.watch, f.stop, f.entered
	f.watch, f.stop, f.entered = nil, nil, nil
	defer func() { f.running, f.watch, f.stop, f.entered = outer, watch, stop, entered }()
	f.enterBlock(st, b)
	for _, m := range b.Nodes[:n.index] {
		if st.dead {
			return nil
		}
		f.execute(st, m)
	}
	if st.dead {
		return nil
	}
	if prepare == nil {
		return st
	}
	before := st.clone()
	prepare()
	if e, ok := n.node.(ast.Expr); ok && f.cases[e] != nil && f.cases[e].Tag != nil {
		f.test(st, e)
	} else {
		f.execute(st, n.node)
	}
	return before
}

// codesIn returns the codes that every code of the function can hold where it is
// evaluated.
func (f *flow) codesIn(r *run) map[ast.Expr]set {
	if r.codes != nil {
		return r.codes
	}
	r.codes = make(map[ast.Expr]set)
	outer := f.running
	f.running = &run{lits: make(map[*ast.FuncLit]*state)}
	f.watch = func(e ast.Expr, s set) { r.codes[e] = r.codes[e].union(s) }
	defer func() { f.running, f.watch = outer, nil }()
	for _, b := range f.blocks {
		in := r.in[b.Index]
		if in == nil || in.dead {
			continue
		}
		st := in.clone()
		f.enterBlock(st, b)
		for i, n := range b.Nodes {
			if st.dead {
				break
			}
			if e, ok := n.(ast.Expr); ok && i == len(b.Nodes)-1 && f.cases[e] != nil {
				f.test(st, e)
				break
			}
			f.execute(st, n)
		}
	}
	return r.codes
}
