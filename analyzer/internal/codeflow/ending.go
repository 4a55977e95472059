package codeflow

import "go/ast"

// Deferred returns what is known before an expression in a literal that a function defers, where the function
// around it has come to its end. It fails if that is not known: the literal may be executed elsewhere, too.
func (r *Result) Deferred(e ast.Expr) (State, bool) {
	if r.engine == nil {
		return State{}, false
	}
	r.engine.mu.Lock()
	defer r.engine.mu.Unlock()
	lit, ok := r.engine.index.Around(e.Pos()).(*ast.FuncLit)
	if !ok {
		return State{}, false
	}
	f, ran := r.engine.ended(r.engine.index.Around(lit.Pos() - 1))
	if f == nil {
		return State{}, false
	}
	at, found := f.endingNode(e)
	if !found {
		return State{}, false
	}
	st := f.beforeAt(ran, at, e)
	if st == nil {
		st = &state{dead: true}
	}
	return State{r, f, st}, true
}

// An ended is the analysis of a function with all that it defers in its graph, which costs more than without.
type ended struct {
	f *flow
	r *run
}

func (e *engine) ended(node ast.Node) (*flow, *run) {
	if node == nil {
		return nil, nil
	}
	if x, ok := e.endings[node]; ok {
		return x.f, x.r
	}
	var x ended
	if sh := e.newShape(node, true); sh != nil && len(sh.inlined) > 0 {
		x.f = e.newFlow(sh)
		entry := x.f.actualEntry()
		if entry == nil {
			entry = newState()
		}
		x.r = x.f.solve(entry)
	}
	e.endings[node] = x
	return x.f, x.r
}

// endingNode finds the node of the graph that an expression in a deferred literal is part of.
func (f *flow) endingNode(e ast.Expr) (nodeAt, bool) {
	var best nodeAt
	found := false
	for _, b := range f.graph.Blocks {
		for i, n := range b.Nodes {
			if _, defers := n.(*ast.DeferStmt); defers || n.Pos() > e.Pos() || n.End() < e.End() || f.rank[b.Index] < 0 {
				continue
			}
			if _, begins := n.(*deferredCall); !begins && (!found || n.End()-n.Pos() < best.node.End()-best.node.Pos()) {
				best, found = nodeAt{n, int(b.Index), i}, true
			}
		}
	}
	return best, found
}
