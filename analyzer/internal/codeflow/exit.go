package codeflow

import (
	"go/ast"
	"slices"

	"golang.org/x/tools/go/cfg"
)

// exit joins the states at the function's returns.
func (f *flow) exit(r *run, preds [][][2]int) *state {
	var in []*state
	for _, b := range f.blocks {
		if r.end[b.Index] == nil || r.end[b.Index].dead || !f.returns(b) {
			continue
		}
		for _, st := range f.ends(r, b, preds[b.Index]) {
			if st == nil || st.dead {
				continue
			}
			if n := len(b.Nodes); n == 0 || !isReturn(b.Nodes[n-1]) {
				f.storeResults(st, nil)
			}
			f.onlyResults(st)
			in = append(in, st)
		}
	}
	f.forgetCrowded(in)
	all := make(map[*symbol]bool)
	for _, st := range in {
		for s := range st.syms {
			all[s] = true
		}
	}
	if len(all) > manySymbols {
		for _, st := range in {
			f.dropUnused(st, f.node, nil)
		}
	}
	return f.join(f.node, in)
}

// returns reports whether a block without successors is left by returning.
func (s *shape) returns(b *cfg.Block) bool {
	for _, n := range b.Nodes {
		if x, ok := n.(*ast.ExprStmt); ok {
			if call, ok := x.X.(*ast.CallExpr); ok && !s.p.effects.MayReturn(call) {
				return false
			}
		}
	}
	return true
}

// onlyResults forgets all but the results, and what they depend on.
func (f *flow) onlyResults(st *state) {
	for l := range st.vals {
		top := l.top()
		if !slices.Contains(f.resultLocs, top) && !slices.Contains(f.leftLocs, top) && !slices.ContainsFunc(f.setLocs, func(s setIn) bool { return s.at == l }) {
			st.drop(l)
		}
	}
}

// forgetCrowded forgets the results that are more things than a value can be: what they depend on
// need not be joined, which takes long where a function returns in a thousand places.
func (f *flow) forgetCrowded(in []*state) {
	if len(in) <= maxOutcomes {
		return
	}
	for _, top := range slices.Concat(f.resultLocs, f.leftLocs) {
		for _, l := range f.parts(top) {
			if l.code == nil && f.isCrowded(in, l) {
				for _, st := range in {
					st.drop(l)
				}
			}
		}
	}
}

// isCrowded reports whether a location is more things than a value can be, over all of the states.
func (f *flow) isCrowded(in []*state, l *location) bool {
	var all []out
	for _, st := range in {
		for _, o := range st.held(f.peek(st, l)) {
			if !slices.ContainsFunc(all, o.out.like) {
				all = append(all, o.out)
			}
			if len(all) > maxOutcomes {
				return true
			}
		}
	}
	return false
}

func isReturn(n ast.Node) bool { _, ok := n.(*ast.ReturnStmt); return ok }
