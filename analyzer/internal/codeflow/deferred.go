package codeflow

import (
	"go/ast"
	"go/token"
	"slices"

	"golang.org/x/tools/go/cfg"

	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// This file puts what a function defers to where it happens: behind its return statements, which have set the
// results by then, in reverse order. Of a literal
//
//	defer func() {
//		if err == nil && r.ResponseCode != 0 {
//			err = &Error{r.ResponseCode}
//		}
//	}()
//
// the body becomes a part of the function's graph; of other calls there is what they may change.

// A deferredCall is the node of the graph at which a deferred call begins.
type deferredCall struct {
	*ast.CallExpr
	body *ast.BlockStmt // of the function
}

// Pos is behind all that is executed before.
func (d *deferredCall) Pos() token.Pos { return d.body.Rbrace }
func (d *deferredCall) End() token.Pos { return d.body.End() }

// isInline reports whether a node with these around it is executed as a part of the function: in no literal
// but one that the function defers itself.
func isInline(stack []ast.Node) bool {
	for i := len(stack) - 1; i >= 0; i-- {
		if lit, ok := stack[i].(*ast.FuncLit); ok {
			return i > 1 && isDeferred(stack[i-1], lit, stack[i-2]) && syntax.EnclosingFunc(stack[:i]) == nil
		}
	}
	return true
}

func isDeferred(call ast.Node, lit *ast.FuncLit, by ast.Node) bool {
	c, ok := call.(*ast.CallExpr)
	_, defers := by.(*ast.DeferStmt)
	return ok && defers && c.Fun == ast.Expr(lit)
}

// appendDeferred adds what the function defers to its graph, as is needed where its results may be set by more than
// its return statements. An iterator that it ranges over goes on behind them, too.
func (s *shape) appendDeferred() {
	if len(s.defers)+len(s.overFuncs) == 0 {
		return
	}
	var returns []*cfg.Block
	for _, b := range s.blocks {
		if len(b.Succs) == 0 && s.returns(b) {
			returns = append(returns, b)
		}
	}
	var calls []deferral
	for _, d := range s.defers {
		if found, ok := s.deferralOf(d); ok {
			calls = append(calls, found)
		}
	}
	for i, d := range calls {
		for j, later := range calls[i+1:] {
			if later.after[d.at] { // by a way back: who knows which of them comes first
				calls[i].unsettled, calls[i+1+j].unsettled = true, true
			}
		}
	}
	last := make([]int, len(returns)) // which of them may have been executed last
	for i, b := range returns {
		last[i] = len(calls) - 1
		for last[i] >= 0 && !calls[last[i]].before(b) {
			last[i]--
		}
	}
	s.ending = s.newBlock()
	starts := []*cfg.Block{s.ending}
	for i, d := range calls {
		perhaps := false
		for j, b := range returns {
			perhaps = perhaps || last[j] >= i && d.without[b]
		}
		starts = append(starts, s.appendCall(d, starts[i], perhaps))
	}
	for i, b := range returns {
		b.Succs = []*cfg.Block{starts[last[i]+1]}
	}
	s.sortBlocks()
}

// A deferral is a defer statement in the graph.
type deferral struct {
	*ast.DeferStmt
	at             *cfg.Block
	after, without map[*cfg.Block]bool // what ways lead to from behind it, and from the start without it
	unsettled      bool                // it may be executed again, or in another order than it is written in
}

// deferralOf finds a defer statement in the graph; ok is false if it is never executed.
func (s *shape) deferralOf(d *ast.DeferStmt) (_ deferral, ok bool) {
	for _, b := range s.blocks {
		if slices.Contains(b.Nodes, ast.Node(d)) {
			after := blocksFrom(b.Succs, nil)
			return deferral{d, b, after, blocksFrom(s.blocks[:1], b), after[b]}, true
		}
	}
	return deferral{}, false
}

// before reports whether a block returns after the statement may have been executed.
func (d deferral) before(b *cfg.Block) bool { return b == d.at || d.after[b] }

// blocksFrom returns the blocks that ways lead to from others, but for those through a block.
func blocksFrom(from []*cfg.Block, but *cfg.Block) map[*cfg.Block]bool {
	seen := make(map[*cfg.Block]bool)
	for work := slices.Clone(from); len(work) > 0; {
		b := work[len(work)-1]
		work = work[:len(work)-1]
		if b != but && !seen[b] {
			seen[b] = true
			work = append(work, b.Succs...)
		}
	}
	return seen
}

// appendCall adds the blocks of a deferred call, which perhaps does not happen, and returns the first.
func (s *shape) appendCall(d deferral, next *cfg.Block, perhaps bool) *cfg.Block {
	start := s.newBlock()
	node := &deferredCall{d.Call, s.body}
	start.Nodes = []ast.Node{node}
	lit, ok := d.Call.Fun.(*ast.FuncLit)
	if !ok || d.unsettled || !s.canInline(d.Call, lit) {
		start.Succs = []*cfg.Block{next}
		return start
	}
	node.CallExpr = nil
	s.inlined = append(s.inlined, lit)
	graph := cfg.New(lit.Body, s.p.effects.MayReturn)
	for _, b := range graph.Blocks {
		if len(b.Succs) == 0 && b.Live && s.returns(b) {
			if n := len(b.Nodes); n > 0 && isReturn(b.Nodes[n-1]) {
				b.Nodes = b.Nodes[:n-1]
			}
			b.Succs = []*cfg.Block{next}
		}
		b.Index = int32(len(s.graph.Blocks))
		s.graph.Blocks = append(s.graph.Blocks, b)
	}
	start.Succs = []*cfg.Block{graph.Blocks[0]}
	if perhaps {
		start.Succs = append(start.Succs, next)
	}
	return start
}

func (s *shape) newBlock() *cfg.Block {
	b := &cfg.Block{Index: int32(len(s.graph.Blocks)), Live: true}
	s.graph.Blocks = append(s.graph.Blocks, b)
	return b
}

// canInline reports whether a deferred literal's body can stand for the call: it returns nothing, defers
// nothing itself, and what it gets are no addresses, of which its own names would be others for the same.
func (s *shape) canInline(call *ast.CallExpr, lit *ast.FuncLit) bool {
	if lit.Type.Results != nil || call.Ellipsis.IsValid() || len(parameterNames(lit)) != len(call.Args) {
		return false
	}
	for _, arg := range call.Args {
		if syntax.IsPointer(s.typeOf(arg)) {
			return false
		}
	}
	defers := false
	syntax.InspectFunc(lit.Body, func(n ast.Node) {
		_, isDefer := n.(*ast.DeferStmt)
		defers = defers || isDefer
	})
	return !defers
}

// parameterNames returns the names of a literal's parameters, nil if one has none.
func parameterNames(lit *ast.FuncLit) []ast.Expr {
	var names []ast.Expr
	for _, field := range lit.Type.Params.List {
		if _, variadic := field.Type.(*ast.Ellipsis); variadic {
			return nil
		}
		for _, name := range field.Names {
			names = append(names, name)
		}
	}
	return names
}

// othersSetResults reports whether something else than the function's own statements may set its results: a
// literal, or who has their address.
func (s *shape) othersSetResults() bool {
	for v := range s.sig.Results().Variables() {
		if i := s.p.index.Vars[v]; i != nil && (len(i.Writers) > 0 || i.Pointed || i.Later) {
			return true
		}
	}
	return false
}

// deferCall evaluates what a deferred call gets.
func (f *flow) deferCall(st *state, d *ast.DeferStmt) {
	f.launch(st, d.Call)
	if lit, ok := d.Call.Fun.(*ast.FuncLit); ok && len(d.Call.Args) > 0 && slices.Contains(f.inlined, lit) {
		f.stores(st, parameterNames(lit), d.Call.Args, d)
	}
}
