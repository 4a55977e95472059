package codeflow

import (
	"container/heap"
	"go/ast"
	"slices"

	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// A run is one fixpoint over a function, from one state at its start.
type run struct {
	in    []*state         // by block, nil where no way leads to
	out   [][]*state       // by block and successor
	end   map[int32]*state // of the blocks that nothing follows
	exit  *state           // where the function returns
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
		f.beginFieldsSet(start)
		r := f.solveOnce(start)
		if tries == maxSolves || !slices.ContainsFunc(f.order[known:], (*location).isLooked) {
			return r
		}
		// What a callee looks at has turned out to be there only after it was stored.
	}
}

// maxSolves is how often a function is looked at again since more of what it
// holds has turned out to be looked at.
const maxSolves = 2

// isLooked reports whether a location is a part of something in which callees look for codes: a code, or an error.
func (l *location) isLooked() bool {
	return l.parent != nil && (l.code != nil || syntax.IsErrorInterface(l.typ))
}

func (f *flow) solveOnce(entry *state) *run {
	r := &run{
		in:   make([]*state, len(f.graph.Blocks)),
		out:  make([][]*state, len(f.graph.Blocks)),
		end:  make(map[int32]*state),
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
	work := &queue{rank: f.rank, queued: make(map[int]bool)}
	work.add(0)
	rounds := make([]int, len(f.graph.Blocks))
	for len(work.blocks) > 0 {
		b := f.graph.Blocks[heap.Pop(work).(int)]
		delete(work.queued, int(b.Index))
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
			if h := f.searchAt(b); h != nil {
				out[1] = f.nothingFound(out[1], h)
			}
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

// A queue holds the blocks to look at, those first that come first in reverse
// postorder.
type queue struct {
	rank   []int
	queued map[int]bool
	blocks []int
}

func (q *queue) add(b int) {
	if !q.queued[b] {
		q.queued[b] = true
		heap.Push(q, b)
	}
}

func (q *queue) Len() int { return len(q.blocks) }

func (q *queue) Less(i, j int) bool { return q.rank[q.blocks[i]] < q.rank[q.blocks[j]] }

func (q *queue) Swap(i, j int) { q.blocks[i], q.blocks[j] = q.blocks[j], q.blocks[i] }

func (q *queue) Push(x any) { q.blocks = append(q.blocks, x.(int)) }

func (q *queue) Pop() any {
	x := q.blocks[len(q.blocks)-1]
	q.blocks = q.blocks[:len(q.blocks)-1]
	return x
}
