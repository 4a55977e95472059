package codeflow

import (
	"go/ast"
	"slices"

	"golang.org/x/tools/go/cfg"
)

// This file is about functions that search an error, and come to one answer in several ways:
//
//	if errors.Is(err, errBusy) || errors.Is(err, errLate) {
//		return false
//	}
//
// What the ways have in common says less than each of them.

// ends returns the states at a return of a function, for each way to it where it is such an answer.
func (f *flow) ends(r *run, b *cfg.Block, preds [][2]int) []*state {
	if len(f.searches)+len(f.itself) == 0 || !f.isAnswer(b) {
		return []*state{r.end[b.Index]}
	}
	var ways []*state
	for _, p := range preds {
		if out := r.out[p[0]]; out != nil && !out[p[1]].dead {
			ways = append(ways, f.waysAlong(r, f.graph.Blocks[p[0]], p[1])...)
		}
	}
	if len(ways) > growingRounds {
		return []*state{r.end[b.Index]}
	}
	var all []*state
	for _, way := range ways {
		f.block(b, way)
		all = append(all, r.end[b.Index])
	}
	return all
}

// isAnswer reports whether a block does nothing but return constants.
func (f *flow) isAnswer(b *cfg.Block) bool {
	if len(b.Nodes) != 1 {
		return false
	}
	ret, ok := b.Nodes[0].(*ast.ReturnStmt)
	return ok && len(ret.Results) > 0 && !slices.ContainsFunc(ret.Results, func(e ast.Expr) bool { return f.e.info.Types[e].Value == nil })
}

// waysAlong returns the states on the way from a block to a successor, one for each way in which its
// condition comes out so.
func (f *flow) waysAlong(r *run, b *cfg.Block, successor int) []*state {
	joined := []*state{r.out[b.Index][successor]}
	st, cond := f.upToBranch(b, r.in[b.Index])
	if cond == nil || st.dead {
		return joined
	}
	if _, isBoth := ast.Unparen(cond).(*ast.BinaryExpr); !isBoth || f.cases[cond] != nil && f.cases[cond].Tag != nil {
		return joined
	}
	f.begin(st, cond)
	var all []*state
	for _, way := range f.ways(st, cond, successor == 0) {
		if !way.dead {
			all = append(all, f.leaves(way, b, b.Succs[successor]))
		}
	}
	return all
}
