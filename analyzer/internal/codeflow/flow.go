package codeflow

import (
	"go/ast"
	"go/token"
	"go/types"

	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
	"golang.org/x/tools/go/cfg"
)

// A flow is the analysis of one function's body.
type flow struct {
	*shape
	e *engine

	loops []ast.Node                 // the outermost ones
	last  map[types.Object]token.Pos // from where on variables are forgotten

	symbols map[symbolKey]*symbol
	results map[ast.Expr][]map[string]value // what the calls returned last, and the type assertions gave

	setLocs []setIn // fields that it sets in what it gets, see setter.go

	searches   map[searchKey]*search
	presences  map[*location]*location // see presence
	itself     map[string]value        // see ofItself
	understood map[*location]bool      // see untouched

	evaluated bool        // what is evaluated has been before, see value
	hands     []*location // of what the node called that is executed, see remember
	kept      ast.Expr    // the condition that is about to be stored in a variable, see tellApart

	running *run                   // the run that is under way
	watch   func(ast.Expr, set)    // told of every code that is evaluated
	stop    func(ast.Expr, *state) // told of every expression before it is evaluated
	entered func(*call, *state)    // told of every call when its arguments are evaluated
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
		if h := f.searchAt(b); h != nil {
			out[1] = f.nothingFound(out[1], h)
		}
		return out
	}
	h, before := f.byHand[cond], st
	if h != nil {
		before = st.clone()
	}
	yes, no := f.test(st, cond)
	if h != nil {
		yes = f.somethingFound(before, yes, h)
	}
	f.letGo(yes, no)
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
		if b.Kind == cfg.KindRangeLoop && syntax.IsFunc(f.typeOf(s.X)) {
			f.iterate(st, s)
		}
		if b.Kind == cfg.KindRangeLoop && syntax.IsChan(f.typeOf(s.X)) {
			f.others(st, f.node, false)
		}
		if b.Kind == cfg.KindRangeBody {
			if f.e.isCalm {
				f.allWell(st, s.X)
			}
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
	if clause, ok := b.Stmt.(*ast.CommClause); ok {
		isNone := b.Kind == cfg.KindSelectAfterCase && len(b.Nodes)+len(b.Succs) == 0 // behind the last clause, if there is no default
		st.dead = st.dead || isNone || b.Kind == cfg.KindSelectCaseBody && f.isTooLate(clause)
	}
	pos := blockSite{b}.Pos()
	st.past = f.past[b.Index]
	for l := range st.vals {
		if last, ok := f.last[l.root]; ok && last < pos {
			st.drop(l)
		}
	}
	if len(st.syms) > manySymbols && !f.e.isCalm || len(st.syms) > manyRepeated {
		f.dropUnused(st, blockSite{b}, nil)
	}
}

// manySymbols is how many symbols a state may have before those are dropped that
// nothing mentions any more. Until then they stay: where ways meet, what is
// returned on each can still depend on them.
const manySymbols = 64

// manyRepeated is how many symbols a state may have before those of loops that were left are dropped
// also where the function itself may be what is repeated.
const manyRepeated = 256

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

// inLoop reports whether a symbol became known in one of some loops that the point at site
// is in, too.
func inLoop(loops []ast.Node, s *symbol, site ast.Node) bool {
	if s.site == nil {
		return false
	}
	loop := loopAt(loops, s.site.Pos())
	return loop != nil && loop.Pos() <= site.Pos() && site.Pos() < loop.End()
}
