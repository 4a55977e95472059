package codeflow

import (
	"go/ast"
	"go/token"

	"golang.org/x/tools/go/cfg"
)

// beforeJump returns the state before a break, continue or goto, nil where nobody knows: it is no node of the graph, but
// ends a block. Of those that lead to where it goes, that is the last one which ends before it.
func (f *flow) beforeJump(r *run, jump *ast.BranchStmt) *state {
	to := f.ledTo(jump)
	if to == nil {
		return nil
	}
	var st *state
	best := token.NoPos
	for _, b := range f.graph.Blocks {
		if len(b.Succs) != 1 || !to(b.Succs[0]) {
			continue // a loop's head, which leaves it, too, has two
		}
		if at := endOf(b); at <= jump.Pos() && at > best {
			best, st = at, nil
			if out := r.out[b.Index]; out != nil {
				st = out[0]
			}
		}
	}
	return st
}

// ledTo returns which blocks a jump leads to, nil for a fallthrough.
func (f *flow) ledTo(jump *ast.BranchStmt) func(*cfg.Block) bool {
	switch jump.Tok {
	case token.BREAK:
		left := f.broken(jump)
		return func(b *cfg.Block) bool { return left != nil && isBehind(b) && b.Stmt == left }
	case token.CONTINUE:
		loop := f.continued(jump)
		return func(b *cfg.Block) bool {
			switch b.Kind {
			case cfg.KindForPost, cfg.KindForLoop, cfg.KindForBody, cfg.KindRangeLoop:
				return loop != nil && b.Stmt == loop
			}
			return false
		}
	case token.GOTO:
		return func(b *cfg.Block) bool {
			l, ok := b.Stmt.(*ast.LabeledStmt)
			return ok && b.Kind == cfg.KindLabel && l.Label.Name == jump.Label.Name
		}
	}
	return nil
}

// broken returns the statement that a break leaves: the one that its label is put to, or the innermost around it.
func (f *flow) broken(jump *ast.BranchStmt) ast.Stmt {
	var left ast.Stmt
	for _, b := range f.graph.Blocks {
		s := b.Stmt
		if l, ok := s.(*ast.LabeledStmt); ok && jump.Label != nil {
			if l.Label.Name == jump.Label.Name {
				return l.Stmt
			}
			continue
		}
		if isBehind(b) && jump.Label == nil && s.Pos() < jump.Pos() && jump.End() <= s.End() && (left == nil || s.Pos() > left.Pos()) {
			left = s
		}
	}
	return left
}

// isBehind reports whether a block is the one behind a statement that a break can leave.
func isBehind(b *cfg.Block) bool {
	switch b.Kind {
	case cfg.KindForDone, cfg.KindRangeDone, cfg.KindSwitchDone, cfg.KindSelectDone:
		return true
	}
	return false
}
