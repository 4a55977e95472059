package codeflow

import (
	"container/heap"
	"go/ast"
	"go/token"
	"slices"

	"golang.org/x/tools/go/cfg"
)

// Onward returns the state in which the next round of a loop, or what a goto jumps back to,
// gets to an expression for the first time: what the round asks before that has been answered.
func (r *Result) Onward(back ast.Stmt, to ast.Expr) State { return r.comesAgain(back, to, false) }

// Eventually is Onward for whatever round is the first that gets to the expression.
func (r *Result) Eventually(back ast.Stmt, to ast.Expr) State { return r.comesAgain(back, to, true) }

func (r *Result) comesAgain(back ast.Stmt, to ast.Expr, eventually bool) State {
	if r.engine == nil {
		return State{r: r}
	}
	r.engine.mu.Lock()
	defer r.engine.mu.Unlock()
	f := r.engine.flowAt(back.Pos())
	if f == nil {
		return State{r: r}
	}
	run := r.engine.actualRun(f)
	head, within := f.heads(back)
	target, found := f.nodeOf(to)
	start := f.again(run, back, false)
	if head == nil || !found || start == nil || start.dead {
		return State{r, f, start}
	}
	return State{r, f, f.onward(start, head, within, target, back, eventually)}
}

// heads returns the block that a loop's rounds, or what a goto jumps back to, begin with,
// and the node that all of them are in.
func (f *flow) heads(back ast.Stmt) (head *cfg.Block, within ast.Node) {
	for _, b := range f.blocks {
		switch s := back.(type) {
		case *ast.ForStmt:
			if b.Stmt == back && (s.Cond != nil && b.Kind == cfg.KindForLoop || s.Cond == nil && b.Kind == cfg.KindForBody) {
				return b, back
			}
		case *ast.RangeStmt:
			if b.Stmt == back && b.Kind == cfg.KindRangeLoop {
				return b, back
			}
		case *ast.BranchStmt:
			l, ok := b.Stmt.(*ast.LabeledStmt)
			if ok && b.Kind == cfg.KindLabel && s.Tok == token.GOTO && l.Label.Name == s.Label.Name {
				return b, f.body
			}
		}
	}
	return nil, nil
}

// onward follows the ways from the start of a block to a node, without passing that; in one round, or eventually.
func (f *flow) onward(start *state, head *cfg.Block, within ast.Node, to nodeAt, back ast.Stmt, eventually bool) *state {
	r := &run{end: make(map[int32]*state), lits: make(map[*ast.FuncLit]*state)}
	outer := f.running
	f.running = r
	defer func() { f.running = outer }()

	in := map[int32]*arrivals{head.Index: {}} // by block; a loop is a small part of its function
	in[head.Index].put(len(f.graph.Blocks), start)
	work := &queue{rank: f.rank, queued: make(map[int]bool)}
	work.add(int(head.Index))
	var arrived *state
	for len(work.blocks) > 0 {
		b := f.graph.Blocks[heap.Pop(work).(int)]
		delete(work.queued, int(b.Index))
		came := in[b.Index]
		st := f.join(f.siteOf(b), came.states)
		if came.rounds++; came.rounds > maxRounds {
			return newState()
		}
		if int(b.Index) == to.block {
			arrived = f.upTo(st, b, to.index)
			continue
		}
		out := f.later(back, b, st)
		for i, s := range b.Succs {
			at := blockSite{s}.Pos()
			if out[i].dead || s == head && !eventually || at < within.Pos() || at >= within.End() {
				continue
			}
			if in[s.Index] == nil {
				in[s.Index] = new(arrivals)
			}
			if in[s.Index].put(int(b.Index), out[i]) {
				work.add(int(s.Index))
			}
		}
	}
	if arrived == nil {
		return &state{dead: true}
	}
	return arrived
}

// arrivals are the states in which a block is entered, in the order of the blocks that they come from.
type arrivals struct {
	from   []int
	states []*state
	rounds int // how often it was looked at
}

// put notes a state. It reports whether that is news.
func (a *arrivals) put(from int, st *state) bool {
	i, known := slices.BinarySearch(a.from, from)
	switch {
	case !known:
		a.from, a.states = slices.Insert(a.from, i, from), slices.Insert(a.states, i, st)
	case a.states[i].equal(st):
		return false
	default:
		a.states[i] = st
	}
	return true
}

// upTo executes a block up to one of its nodes.
func (f *flow) upTo(in *state, b *cfg.Block, index int) *state {
	st := in.clone()
	if st.dead {
		return st
	}
	f.enterBlock(st, b)
	for _, n := range b.Nodes[:index] {
		if f.execute(st, n); st.dead {
			break
		}
	}
	return st
}

// later is block in all rounds of a loop but the first.
func (f *flow) later(loop ast.Stmt, b *cfg.Block, in *state) []*state {
	n := len(b.Nodes)
	if len(b.Succs) != 2 || n == 0 || in.dead {
		return f.block(b, in)
	}
	cond, ok := b.Nodes[n-1].(ast.Expr)
	if !ok || !f.branches(b, cond) || f.cases[cond] != nil && f.cases[cond].Tag != nil {
		return f.block(b, in)
	}
	never := &state{dead: true}
	asked := f.asked(b, cond)
	switch rest, holds, known := f.p.later(loop, asked); {
	case known && holds:
		return []*state{f.block(b, in)[0], never}
	case known:
		return []*state{never, f.block(b, in)[1]}
	case rest != asked:
		yes, no := f.decide(f.upTo(in, b, n-1), rest)
		return []*state{yes, no}
	}
	return f.block(b, in)
}

// asked returns the condition that a block ends with; if that is a variable which the statement before sets, what it is set to.
func (f *flow) asked(b *cfg.Block, cond ast.Expr) ast.Expr {
	if not, ok := ast.Unparen(cond).(*ast.UnaryExpr); ok && not.Op == token.NOT {
		if x := f.asked(b, not.X); x != not.X {
			return &ast.UnaryExpr{OpPos: not.OpPos, Op: not.Op, X: x}
		}
		return cond
	}
	id, ok := ast.Unparen(cond).(*ast.Ident)
	if !ok || len(b.Nodes) < 2 {
		return cond
	}
	set, ok := b.Nodes[len(b.Nodes)-2].(*ast.AssignStmt)
	if !ok || len(set.Lhs) != 1 || len(set.Rhs) != 1 || set.Tok != token.DEFINE && set.Tok != token.ASSIGN {
		return cond
	}
	if v, ok := set.Lhs[0].(*ast.Ident); !ok || f.e.info.ObjectOf(v) != f.e.info.Uses[id] {
		return cond
	}
	return set.Rhs[0]
}
