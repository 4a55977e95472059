package codeflow

import (
	"cmp"
	"container/heap"
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/cfg"
)

// A flow is the analysis of one function's body.
type flow struct {
	e    *engine
	node ast.Node // *ast.FuncDecl or *ast.FuncLit
	obj  *types.Func
	sig  *types.Signature
	body *ast.BlockStmt

	locs   map[locKey]*location
	order  []*location
	byRoot map[types.Object][]*location

	sharedLocs []*location  // those that are shared
	elsewhere  []*types.Var // variables that other functions than this one set, or may

	symbols map[symbolKey]*symbol

	// What a walk over the body tells, see prepare.
	graph      *cfg.CFG
	blocks     []*cfg.Block                 // in reverse postorder
	rank       []int                        // block index → position in blocks, -1 if it is not reachable
	cases      map[ast.Expr]*ast.SwitchStmt // by the expressions of their cases
	tags       map[ast.Expr]*ast.SwitchStmt
	switched   map[*ast.CaseClause]ast.Expr // of type switches: what is switched on
	rangeParts map[ast.Expr]bool            // keys and values of range statements
	loops      []ast.Node                   // the outermost ones
	last       map[types.Object]token.Pos
	resultLocs []*location // where return statements store
	ordered    []nodeAt    // all nodes of the graph, by position

	located map[ast.Expr]*location
	results map[*ast.CallExpr][]map[string]value // what the calls returned last

	running *run                   // the run that is under way
	watch   func(ast.Expr, set)    // told of every code that is evaluated
	stop    func(ast.Expr, *state) // told of every expression before it is evaluated
}

// A nodeAt is a node of the control flow graph.
type nodeAt struct {
	node  ast.Node
	block int
	index int
}

// A run is one fixpoint over a function, from one state at its start.
type run struct {
	in    []*state   // by block, nil where no way leads to
	out   [][]*state // by block and successor
	exit  *state     // where the function returns
	codes map[ast.Expr]set
	lits  map[*ast.FuncLit]*state // where a literal is made
}

// maxRounds bounds how often a block is looked at before the analysis gives up
// on it, and says that anything is possible there. Sets only grow, so that
// needs more rounds than any program has shown.
const maxRounds = 200

// solve runs the analysis to its fixpoint.
func (f *flow) solve(entry *state) *run {
	for tries := 0; ; tries++ {
		known := len(f.order)
		r := f.solveOnce(entry.clone())
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
		if rounds[b.Index]++; rounds[b.Index] > maxRounds {
			st = newState()
		}
		r.in[b.Index] = st
		out := f.block(b, st)
		for i, s := range b.Succs {
			if r.out[b.Index] == nil || !out[i].equal(r.out[b.Index][i]) {
				work.add(int(s.Index))
			}
		}
		r.out[b.Index] = out
	}
	r.exit = f.exit(r)
	return r
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
		for i := range out {
			out[i] = in
		}
		return out
	}
	st := in.clone()
	f.enterBlock(st, b)
	nodes := b.Nodes
	var cond ast.Expr
	if len(b.Succs) == 2 && len(nodes) > 0 {
		if e, ok := nodes[len(nodes)-1].(ast.Expr); ok && f.branches(b, e) {
			cond, nodes = e, nodes[:len(nodes)-1]
		}
	}
	for _, n := range nodes {
		if f.execute(st, n); st.dead {
			break
		}
	}
	if cond == nil || st.dead {
		for i := range out {
			out[i] = st
		}
		return out
	}
	no := st.clone()
	f.test(st, cond, true)
	f.test(no, cond, false)
	out[0], out[1] = st, no
	return out
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

// test applies the condition that a block ends with: of a switch, that its tag
// equals the case.
func (f *flow) test(st *state, cond ast.Expr, outcome bool) {
	if s := f.cases[cond]; s != nil && s.Tag != nil {
		f.compare(st, s.Tag, f.tagValue(st, s), token.EQL, cond, outcome)
		return
	}
	f.assume(st, cond, outcome)
}

// enterBlock does what happens at the start of a block without a node for it,
// and forgets variables that are not used any more.
func (f *flow) enterBlock(st *state, b *cfg.Block) {
	switch s := b.Stmt.(type) {
	case *ast.RangeStmt:
		if b.Kind == cfg.KindRangeLoop && isFunc(f.typeOf(s.X)) {
			f.unknownCall(st, nil)
		}
		if b.Kind == cfg.KindRangeLoop && isChan(f.typeOf(s.X)) {
			f.others(st, f.node, false)
		}
		if b.Kind == cfg.KindRangeBody {
			f.rangeRound(st, s)
		}
	case *ast.CaseClause:
		if b.Kind == cfg.KindSwitchCaseBody {
			f.typeCase(st, s)
		}
	}
	pos := blockSite{b}.Pos()
	for l := range st.vals {
		if last, ok := f.last[l.root]; ok && last < pos {
			delete(st.vals, l)
		}
	}
	if len(st.syms) > manySymbols && !f.e.isCalm {
		f.dropUnused(st, blockSite{b})
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
func (f *flow) exit(r *run) *state {
	var in []*state
	for _, b := range f.blocks {
		st := r.in[b.Index]
		if st == nil || st.dead || len(b.Succs) > 0 {
			continue
		}
		st = st.clone()
		f.enterBlock(st, b)
		returns := true
		for _, n := range b.Nodes {
			f.execute(st, n)
			if s, ok := n.(*ast.ExprStmt); ok {
				if call, ok := s.X.(*ast.CallExpr); ok && !f.e.mayReturn(call) {
					returns = false
				}
			}
		}
		if st.dead || !returns {
			continue
		}
		if n := len(b.Nodes); n == 0 || !isReturn(b.Nodes[n-1]) {
			f.storeResults(st, nil)
		}
		f.onlyResults(st)
		in = append(in, st)
	}
	return f.join(f.node, in)
}

// onlyResults forgets all but the results, and what they depend on.
func (f *flow) onlyResults(st *state) {
	for l := range st.vals {
		if !slices.Contains(f.resultLocs, l.top()) {
			delete(st.vals, l)
		}
	}
	if len(st.syms) > manySymbols {
		f.dropUnused(st, f.node)
	}
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

// prepare builds the control flow graph, and collects what the analysis needs to
// know before it starts.
func (f *flow) prepare() {
	f.graph = cfg.New(f.body, f.e.mayReturn)
	f.sortBlocks()
	f.cases = make(map[ast.Expr]*ast.SwitchStmt)
	f.tags = make(map[ast.Expr]*ast.SwitchStmt)
	f.switched = make(map[*ast.CaseClause]ast.Expr)
	f.rangeParts = make(map[ast.Expr]bool)
	f.last = make(map[types.Object]token.Pos)
	jumps := false
	var loops []ast.Node
	ast.PreorderStack(f.body, nil, func(n ast.Node, stack []ast.Node) bool {
		switch n := n.(type) {
		case *ast.SwitchStmt:
			if enclosing(stack) == nil {
				for _, clause := range n.Body.List {
					for _, e := range clause.(*ast.CaseClause).List {
						f.cases[e] = n
					}
				}
				if n.Tag != nil {
					f.tags[n.Tag] = n
				}
			}
		case *ast.TypeSwitchStmt:
			if enclosing(stack) == nil {
				for _, clause := range n.Body.List {
					f.switched[clause.(*ast.CaseClause)] = switchedOn(n)
				}
			}
		case *ast.ForStmt, *ast.RangeStmt:
			if r, ok := n.(*ast.RangeStmt); ok {
				f.rangeParts[r.Key], f.rangeParts[r.Value] = true, true
				delete(f.rangeParts, nil)
			}
			if enclosing(stack) == nil && !slices.ContainsFunc(loops, func(l ast.Node) bool { return l.End() >= n.End() }) {
				loops = append(loops, n)
			}
		case *ast.BranchStmt:
			jumps = jumps || n.Tok == token.GOTO
		case *ast.Ident:
			v, ok := f.e.info.ObjectOf(n).(*types.Var)
			if !ok || v.IsField() {
				break
			}
			pos := n.End()
			for _, outer := range stack {
				switch outer.(type) {
				case *ast.FuncLit:
					pos = f.body.End() // when it is called, who knows
				case *ast.ForStmt, *ast.RangeStmt, *ast.SwitchStmt: // of which the default is executed last
					if v.Pos() < outer.Pos() || v.Pos() >= outer.End() {
						pos = max(pos, outer.End())
					}
				}
			}
			f.last[v] = max(f.last[v], pos)
		}
		return true
	})
	if jumps || f.e.isCalm {
		loops = []ast.Node{f.body}
		f.last = nil
	}
	f.loops = loops
	for _, b := range f.graph.Blocks {
		for i, n := range b.Nodes {
			f.ordered = append(f.ordered, nodeAt{n, int(b.Index), i})
		}
	}
	slices.SortStableFunc(f.ordered, func(a, b nodeAt) int {
		return cmp.Or(cmp.Compare(a.node.Pos(), b.node.Pos()), cmp.Compare(b.node.End(), a.node.End()))
	})
	f.declareResults()
	f.mention()
}

// switchedOn returns what a type switch switches on.
func switchedOn(s *ast.TypeSwitchStmt) ast.Expr {
	var e ast.Expr
	switch a := s.Assign.(type) {
	case *ast.AssignStmt:
		e = a.Rhs[0]
	case *ast.ExprStmt:
		e = a.X
	}
	if assert, ok := ast.Unparen(e).(*ast.TypeAssertExpr); ok {
		return assert.X
	}
	return nil
}

// sortBlocks lists the blocks that can be reached in reverse postorder.
func (f *flow) sortBlocks() {
	f.rank = make([]int, len(f.graph.Blocks))
	for i := range f.rank {
		f.rank[i] = -1
	}
	type frame struct {
		b    *cfg.Block
		next int
	}
	seen := make([]bool, len(f.graph.Blocks))
	stack := []frame{{f.graph.Blocks[0], 0}}
	seen[0] = true
	for len(stack) > 0 {
		top := &stack[len(stack)-1]
		if top.next < len(top.b.Succs) {
			s := top.b.Succs[len(top.b.Succs)-1-top.next]
			top.next++
			if !seen[s.Index] {
				seen[s.Index] = true
				stack = append(stack, frame{s, 0})
			}
			continue
		}
		f.blocks = append(f.blocks, top.b)
		stack = stack[:len(stack)-1]
	}
	slices.Reverse(f.blocks)
	for i, b := range f.blocks {
		f.rank[b.Index] = i
	}
}

// mention makes the locations known that the body mentions, so that a variable
// that is set as a whole sets them.
func (f *flow) mention() {
	ast.Inspect(f.body, func(n ast.Node) bool {
		if e, ok := n.(ast.Expr); ok {
			f.locate(e)
		}
		return true
	})
}
