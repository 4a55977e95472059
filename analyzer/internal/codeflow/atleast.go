package codeflow

import (
	"go/ast"
	"go/constant"
	"go/types"
	"slices"

	"golang.org/x/tools/go/cfg"
)

// A range over three, over an array or over a list of which the elements are written down is
// left after a round at least: what the rounds set is set behind it.
//
//	for range 3 {
//		last = send()
//		…
//	}
//	return last

// enteredFrom returns the block from which the head of a loop is entered, if the loop goes round at least
// once: nobody who comes that way leaves it at once. It returns nil for all others.
func (s *shape) enteredFrom(head *cfg.Block, preds [][2]int) *cfg.Block {
	r, ok := head.Stmt.(*ast.RangeStmt)
	if !ok || head.Kind != cfg.KindRangeLoop || len(head.Succs) != 2 || !s.p.hasElements(r.X) {
		return nil
	}
	for _, p := range preds {
		if b := s.graph.Blocks[p[0]]; slices.Contains(b.Nodes[max(0, len(b.Nodes)-3):], ast.Node(r.X)) {
			return b
		}
	}
	return nil
}

// hasElements reports whether there is something to range over for sure.
func (p *program) hasElements(x ast.Expr) bool {
	tv := p.info.Types[x]
	if tv.Value != nil {
		switch tv.Value.Kind() {
		case constant.Int:
			return constant.Sign(tv.Value) > 0
		case constant.String:
			return constant.StringVal(tv.Value) != ""
		}
		return false
	}
	if tv.Type == nil {
		return false
	}
	switch t := tv.Type.Underlying().(type) {
	case *types.Array:
		return t.Len() > 0
	case *types.Slice, *types.Map:
		return p.isWrittenDown(x)
	}
	return false
}

// isWrittenDown reports whether a list or map is a literal with elements, or a variable that holds
// one for good. Of a map in a variable elements may be deleted.
func (p *program) isWrittenDown(x ast.Expr) bool {
	switch x := ast.Unparen(x).(type) {
	case *ast.CompositeLit:
		return len(x.Elts) > 0
	case *ast.Ident:
		v, ok := p.info.Uses[x].(*types.Var)
		if !ok || v.Parent() == v.Pkg().Scope() && v.Exported() {
			return false
		}
		if _, list := v.Type().Underlying().(*types.Slice); !list {
			return false
		}
		known := p.index.Vars[v]
		return known != nil && known.Init != nil && known.Stores == 0 && !known.Pointed && p.isWrittenDown(known.Init)
	}
	return false
}
