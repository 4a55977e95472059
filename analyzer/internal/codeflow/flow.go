package codeflow

import (
	"container/heap"
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/cfg"
)

// A flow is the analysis of one function's body.
type flow struct {
	*shape
	e *engine

	loops []ast.Node                 // the outermost ones
	last  map[types.Object]token.Pos // where variables are used last

	symbols map[symbolKey]*symbol
	results map[ast.Expr][]map[string]value // what the calls returned last, and the type assertions gave

	searches   map[searchKey]*search
	presences  map[*types.Var]*location // see presence
	understood map[*types.Var]bool      // see untouched

	running *run                   // the run that is under way
	watch   func(ast.Expr, set)    // told of every code that is evaluated
	stop    func(ast.Expr, *state) // told of every expression before it is evaluated
	entered func(*call, *state)    // told of every call when its arguments are evaluated
}

// A run is one fixpoint over a function, from one state at its start.
type run struct {
	in    []*state   // by block, nil where no way leads to
	out   [][]*state // by block and successor
	end   []*state   // of the blocks that nothing follows
	exit  *state     // where the function returns
	codes map[ast.Expr]set
	lits  map[*ast.FuncLit]*state // where a literal is made
}

// maxRounds bounds how often a block is looked at before the analysis gives up
// on it, and says that anything is possible there. Sets only grow, so that
// needs more rounds than any program has shown.
const maxRounds = 200

// growingRounds is how often a block is looked at before what is another value in every round
// is anything from there on: an error that is joined with the next one.
const growingRounds = 40

// solve runs the analysis to its fixpoint.
func (f *flow) solve(entry *state) *run {
	for tries := 0; ; tries++ {
		known := len(f.order)
		start := entry.clone()
		f.eachNamed(func(v, _ *location) { f.zero(start, v) })
		r := f.solveOnce(start)
		if tries == maxSolves || !slices.ContainsFunc(f.order[known:], (*location).holdsCode) {
			return r
		}
		// What a callee looks at has turned out to be a code only after it was stored.
	}
}

// maxSolves is how often a function is looked at again since more of what it
// holds has turned out to be codes.
const maxSolves = 2

func (l *location) holdsCode() bool { return l.code != nil && l.parent != nil }

func (f *flow) solveOnce(entry *state) *run {
	r := &run{
		in:   make([]*state, len(f.graph.Blocks)),
		out:  make([][]*state, len(f.graph.Blocks)),
		end:  make([]*state, len(f.graph.Blocks)),
		lits: make(map[*ast.FuncLit]*state),
	}
	outer := f.running
	f.running = r
	defer func() { f.running = outer }()

	preds := make([][][2]int, len(f.graph.Blocks)) // (block, successor index)
	for _, b := range f.blocks {
		for i, s := range b.Succs {
			preds[s.Index] = append(preds[s.Index], [2]int{int(b.Index), i})
		}
	}
	work := &queue{rank: f.rank, queued: make([]bool, len(f.graph.Blocks))}
	work.add(0)
	rounds := make([]int, len(f.graph.Blocks))
	for len(work.blocks) > 0 {
		b := f.graph.Blocks[heap.Pop(work).(int)]
		work.queued[b.Index] = false
		var in []*state
		if b.Index == 0 {
			in = append(in, entry)
		}
		for _, p := range preds[b.Index] {
			if out := r.out[p[0]]; out != nil {
				in = append(in, out[p[1]])
			}
		}
		st := f.join(f.siteOf(b), in)
		switch rounds[b.Index]++; {
		case rounds[b.Index] > maxRounds:
			st = f.givenUp()
		case rounds[b.Index] > growingRounds:
			st.settle(r.in[b.Index])
		}
		r.in[b.Index] = st
		out := f.block(b, st)
		if entry := f.enteredFrom(b, preds[b.Index]); entry != nil {
			var rounds []*state
			for _, p := range preds[b.Index] {
				if out := r.out[p[0]]; out != nil && p[0] != int(entry.Index) {
					rounds = append(rounds, out[p[1]])
				}
			}
			out[1] = f.join(f.siteOf(b), rounds)
		}
		for i, s := range b.Succs {
			if r.out[b.Index] == nil || !out[i].equal(r.out[b.Index][i]) {
				work.add(int(s.Index))
			}
		}
		r.out[b.Index] = out
	}
	r.exit = f.exit(r, preds)
	r.end = nil
	return r
}

// givenUp returns the state in which any code can be anywhere.
func (f *flow) givenUp() *state {
	st := newState()
	for _, l := range f.order {
		if l.code != nil {
			st.put(l, anyCode(l.code))
		}
	}
	return st
}

// siteOf returns a node to name the symbols of a block's join after.
func (f *flow) siteOf(b *cfg.Block) ast.Node { return blockSite{b} }

// A blockSite stands for the start of a block.
type blockSite struct{ *cfg.Block }

func (b blockSite) Pos() token.Pos {
	if len(b.Nodes) > 0 {
		return b.Nodes[0].Pos()
	}
	switch {
	case b.Stmt == nil:
		return token.NoPos
	case b.Kind == cfg.KindForDone || b.Kind == cfg.KindRangeDone || b.Kind == cfg.KindSwitchDone || b.Kind == cfg.KindSelectDone || b.Kind == cfg.KindIfDone:
		return b.Stmt.End()
	}
	return b.Stmt.Pos()
}

func (b blockSite) End() token.Pos { return b.Pos() }

// block executes a block, and returns the state on the way to each successor.
func (f *flow) block(b *cfg.Block, in *state) []*state {
	out := make([]*state, len(b.Succs))
	if in.dead {
		if len(b.Succs) == 0 {
			f.running.end[b.Index] = in
		}
		for i := range out {
			out[i] = in
		}
		return out
	}
	st, cond := f.upToBranch(b, in)
	if len(b.Succs) == 0 {
		f.running.end[b.Index] = f.leaves(st, b, nil)
	}
	if cond == nil || st.dead {
		for i := range out {
			out[i] = f.leaves(st, b, b.Succs[i])
		}
		return out
	}
	yes, no := f.test(st, cond)
	out[0], out[1] = f.leaves(yes, b, b.Succs[0]), f.leaves(no, b, b.Succs[1])
	return out
}

// upToBranch executes a block but for the condition on which it branches, nil for none.
func (f *flow) upToBranch(b *cfg.Block, in *state) (st *state, cond ast.Expr) {
	st = in.clone()
	f.enterBlock(st, b)
	nodes := b.Nodes
	if len(b.Succs) == 2 && len(nodes) > 0 {
		if e, ok := nodes[len(nodes)-1].(ast.Expr); ok && f.branches(b, e) {
			cond, nodes = e, nodes[:len(nodes)-1]
		}
	}
	for _, n := range nodes {
		if st.dead {
			break
		}
		f.execute(st, n)
	}
	return st, cond
}

// branches reports whether a block that ends with e branches on it.
func (f *flow) branches(b *cfg.Block, e ast.Expr) bool {
	if f.cases[e] != nil {
		return true
	}
	switch b.Succs[0].Kind {
	case cfg.KindIfThen, cfg.KindForBody:
		return true
	}
	return false
}

// test is decide for the condition that a block ends with: of a switch, that its tag
// equals the case.
func (f *flow) test(st *state, cond ast.Expr) (yes, no *state) {
	f.begin(st, cond)
	if s := f.cases[cond]; s != nil && s.Tag != nil {
		return f.compare(st, s.Tag, f.tagValue(st, s), token.EQL, cond)
	}
	return f.decide(st, cond)
}

// enterBlock does what happens at the start of a block without a node for it,
// and forgets variables that are not used any more.
func (f *flow) enterBlock(st *state, b *cfg.Block) {
	switch s := b.Stmt.(type) {
	case *ast.RangeStmt:
		if b.Kind == cfg.KindRangeLoop && isFunc(f.typeOf(s.X)) {
			f.iterate(st, s)
		}
		if b.Kind == cfg.KindRangeLoop && isChan(f.typeOf(s.X)) {
			f.others(st, f.node, false)
		}
		if b.Kind == cfg.KindRangeBody {
			f.rangeRound(st, s)
		}
	case *ast.CaseClause:
		switch in := f.switched[s]; {
		case in == nil:
		case b.Kind == cfg.KindSwitchCaseBody:
			f.typeCase(st, in, s)
		case b.Kind == cfg.KindSwitchNextCase && !tries(b, s):
			f.noTypeCase(st, in, s)
		}
	}
	pos := blockSite{b}.Pos()
	for l := range st.vals {
		if last, ok := f.last[l.root]; ok && last < pos {
			st.drop(l)
		}
	}
	if len(st.syms) > manySymbols && !f.e.isCalm {
		f.dropUnused(st, blockSite{b}, nil)
	}
}

// manySymbols is how many symbols a state may have before those are dropped that
// nothing mentions any more. Until then they stay: where ways meet, what is
// returned on each can still depend on them.
const manySymbols = 64

func isChan(t types.Type) bool {
	if t == nil {
		return false
	}
	_, ok := t.Underlying().(*types.Chan)
	return ok
}

func isFunc(t types.Type) bool {
	if t == nil {
		return false
	}
	_, ok := t.Underlying().(*types.Signature)
	return ok
}

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
			if call, ok := x.X.(*ast.CallExpr); ok && !s.p.mayReturn(call) {
				return false
			}
		}
	}
	return true
}

// onlyResults forgets all but the results, and what they depend on.
func (f *flow) onlyResults(st *state) {
	for l := range st.vals {
		if !slices.Contains(f.resultLocs, l.top()) {
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
	for _, top := range f.resultLocs {
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

// equal reports whether two states say the same.
func (st *state) equal(other *state) bool {
	if st == other {
		return true
	}
	if st.dead != other.dead || len(st.vals) != len(other.vals) || len(st.syms) != len(other.syms) {
		return false
	}
	for s, p := range st.syms {
		if q, ok := other.syms[s]; !ok || !p.equal(q) {
			return false
		}
	}
	for l, v := range st.vals {
		if w, ok := other.vals[l]; !ok || !v.same(w) {
			return false
		}
	}
	return true
}

// A queue holds the blocks to look at, those first that come first in reverse
// postorder.
type queue struct {
	rank   []int
	queued []bool
	blocks []int
}

func (q *queue) add(b int) {
	if !q.queued[b] {
		q.queued[b] = true
		heap.Push(q, b)
	}
}

func (q *queue) Len() int           { return len(q.blocks) }
func (q *queue) Less(i, j int) bool { return q.rank[q.blocks[i]] < q.rank[q.blocks[j]] }
func (q *queue) Swap(i, j int)      { q.blocks[i], q.blocks[j] = q.blocks[j], q.blocks[i] }
func (q *queue) Push(x any)         { q.blocks = append(q.blocks, x.(int)) }
func (q *queue) Pop() any {
	x := q.blocks[len(q.blocks)-1]
	q.blocks = q.blocks[:len(q.blocks)-1]
	return x
}

// inLoop reports whether a symbol became known in a loop that the point at site
// is in, too.
func (f *flow) inLoop(s *symbol, site ast.Node) bool {
	if s.site == nil {
		return false
	}
	for _, loop := range f.loops {
		if loop.Pos() <= s.site.Pos() && s.site.Pos() < loop.End() {
			return loop.Pos() <= site.Pos() && site.Pos() < loop.End()
		}
	}
	return false
}
