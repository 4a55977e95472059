package codeflow

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
)

// This file says where variables are used last: behind that, states forget them.

// noteUse notes where a variable is used last: in a loop that it outlives, at the loop's end.
func (s *shape) noteUse(id *ast.Ident, stack []ast.Node) {
	v, ok := s.p.info.ObjectOf(id).(*types.Var)
	if !ok || v.IsField() {
		return
	}
	pos := id.End()
	for _, outer := range stack {
		body := outer.Pos() // what is declared behind it is made anew each time, or used in one of its clauses alone
		switch outer := outer.(type) {
		default:
			continue
		case *ast.FuncLit:
			pos = s.body.End() // when it is called, who knows
			continue
		case *ast.RangeStmt:
		case *ast.ForStmt:
			body = outer.Body.Pos()
		case *ast.SwitchStmt: // of which the default is executed last
			body = outer.Body.Pos()
		case *ast.TypeSwitchStmt:
			body = outer.Body.Pos()
		}
		if v.Pos() < body || v.Pos() >= outer.End() {
			pos = max(pos, outer.End())
		}
	}
	s.lastUse[v] = max(s.lastUse[v], pos)
	// What the variable leads to for good is used by its name.
	for i := s.p.index.Vars[v]; i != nil && i.Aliased != nil && s.lastUse[i.Aliased] < pos; i = s.p.index.Vars[i.Aliased] {
		s.lastUse[i.Aliased] = pos
	}
}

// noteLast notes where a variable is used last.
func (s *shape) noteLast(v types.Object, last token.Pos) {
	s.lastUse[v] = last
	if loop := loopAt(s.outermost, v.Pos()); loop != nil {
		s.lastRound[v] = max(last, loop.End())
	}
}

// loopAt returns that of some loops, which follow each other, in which a position is; nil for none.
func loopAt(loops []ast.Node, pos token.Pos) ast.Node {
	i, found := slices.BinarySearchFunc(loops, pos, func(loop ast.Node, pos token.Pos) int {
		switch {
		case loop.End() <= pos:
			return -1
		case pos < loop.Pos():
			return 1
		}
		return 0
	})
	if !found {
		return nil
	}
	return loops[i]
}

// findPast finds how far in the text the ways to each block have come.
func (s *shape) findPast() {
	s.past = make([]token.Pos, len(s.graph.Blocks))
	for changed := true; changed; {
		changed = false
		for _, b := range s.blocks {
			past := max(s.past[b.Index], blockSite{b}.Pos())
			s.past[b.Index] = past
			for _, next := range b.Succs {
				if s.past[next.Index] < past {
					s.past[next.Index], changed = past, changed || s.rank[next.Index] <= s.rank[b.Index]
				}
			}
		}
	}
}
