package missedcode

import (
	"go/ast"
	"go/token"

	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// allLeave reports whether no branch of a dispatch goes on behind it.
func (c *checker) allLeave(d *dispatch) bool {
	for i := range d.branches {
		if !c.leaves(d, i) {
			return false
		}
	}
	return len(d.branches) > 0
}

// leaves reports whether a branch leaves the dispatch, so that what follows is not
// for it.
func (c *checker) leaves(d *dispatch, i int) bool {
	b := d.branches[i]
	if fallsThrough(b.body) {
		next := nextClause(d, b.clause)
		switch {
		case next == nil:
			return false
		case next.List == nil:
			return !c.stays(d, next.Body)
		}
		for j := range d.branches {
			if d.branches[j].clause == next {
				return c.leaves(d, j)
			}
		}
		return false
	}
	return !c.stays(d, b.body)
}

// stays reports whether the end of a branch's body can be reached, or a break
// out of the dispatch.
func (c *checker) stays(d *dispatch, body []ast.Stmt) bool {
	if d.kind == aSwitch {
		for _, stmt := range body {
			if breaksOut(stmt, d.label, true) {
				return true
			}
		}
	}
	return !c.terminates(body)
}

// terminates reports whether the end of a list of statements cannot be reached.
// A break counts as leaving: who can be its target looks for it.
func (c *checker) terminates(list []ast.Stmt) bool {
	return len(list) > 0 && c.terminating(list[len(list)-1])
}

func (c *checker) terminating(s ast.Stmt) bool {
	switch s := s.(type) {
	case *ast.ReturnStmt, *ast.BranchStmt:
		return true
	case *ast.ExprStmt:
		if call, ok := ast.Unparen(s.X).(*ast.CallExpr); ok && !c.flow.MayReturn(call) {
			return true
		}
		before := c.flow.Before(s) // it may return, but not for a code that gets here
		return before.Reachable() && !before.After(s).Reachable()
	case *ast.BlockStmt:
		return c.terminates(s.List)
	case *ast.LabeledStmt:
		return c.terminating(s.Stmt) && !breaksOut(s.Stmt, s.Label.Name, false)
	case *ast.IfStmt:
		return s.Else != nil && c.terminates(s.Body.List) && c.terminating(s.Else)
	case *ast.ForStmt:
		return s.Cond == nil && !breaksOut(s.Body, "", true)
	case *ast.SwitchStmt:
		return c.clausesTerminate(s.Body, false)
	case *ast.TypeSwitchStmt:
		return c.clausesTerminate(s.Body, false)
	case *ast.SelectStmt:
		return c.clausesTerminate(s.Body, true)
	}
	return false
}

// clausesTerminate is terminating for a switch or select. A select without a
// default waits for one of its cases.
func (c *checker) clausesTerminate(body *ast.BlockStmt, waits bool) bool {
	complete := waits
	for _, stmt := range body.List {
		list := syntax.Statements(stmt)
		if clause, ok := stmt.(*ast.CaseClause); ok && clause.List == nil {
			complete = true
		}
		if !c.terminates(list) {
			return false
		}
		for _, s := range list {
			if breaksOut(s, "", true) {
				return false
			}
		}
	}
	return complete
}

// breaksOut reports whether a statement holds a break for the statement around
// it: one without a label, if unlabelled is asked for, or one with that label.
func breaksOut(s ast.Stmt, label string, unlabelled bool) bool {
	found := false
	var visit func(n ast.Node, own bool)
	visit = func(n ast.Node, own bool) {
		ast.Inspect(n, func(m ast.Node) bool {
			switch m := m.(type) {
			case *ast.BranchStmt:
				if m.Tok == token.BREAK && (m.Label == nil && own && unlabelled || m.Label != nil && m.Label.Name == label) {
					found = true
				}
			case *ast.FuncLit:
				return false
			case *ast.ForStmt, *ast.RangeStmt, *ast.SwitchStmt, *ast.TypeSwitchStmt, *ast.SelectStmt:
				if m != n && own {
					visit(m, false)
					return false
				}
			}
			return !found
		})
	}
	switch s.(type) {
	case *ast.ForStmt, *ast.RangeStmt, *ast.SwitchStmt, *ast.TypeSwitchStmt, *ast.SelectStmt:
		visit(s, false)
	default:
		visit(s, true)
	}
	return found
}

func fallsThrough(body []ast.Stmt) bool {
	if len(body) == 0 {
		return false
	}
	s, ok := body[len(body)-1].(*ast.BranchStmt)
	return ok && s.Tok == token.FALLTHROUGH
}

// nextClause returns the clause that stands after another in a switch.
func nextClause(d *dispatch, clause *ast.CaseClause) *ast.CaseClause {
	s, ok := d.node.(*ast.SwitchStmt)
	if !ok || len(s.Body.List) == 0 {
		return nil // a fallthrough in an if does not compile
	}
	list := s.Body.List
	for i, stmt := range list[:len(list)-1] {
		if stmt == ast.Stmt(clause) {
			next, _ := list[i+1].(*ast.CaseClause)
			return next
		}
	}
	return nil
}

// follows returns the statements that are executed after a dispatch: in its list,
// or behind the statement that the list belongs to. At the end of a loop's body
// or of a function there are none. A break leads behind what it ends.
func (d *dispatch) follows() []ast.Stmt {
	list := behind(d.path, d.last)
	for len(list) > 0 {
		jump, ok := unlabelled(list[0]).(*ast.BranchStmt)
		if !ok || jump.Tok != token.BREAK {
			break
		}
		i := targetOf(jump, d.path)
		if i < 0 {
			break
		}
		list = behind(d.path[:i], d.path[i])
	}
	return list
}

// leadsTo returns the statements that are executed after a branch's body that ends with the break
// of a loop around the dispatch.
func (d *dispatch) leadsTo(body []ast.Stmt) []ast.Stmt {
	if len(body) == 0 {
		return nil
	}
	jump, ok := body[len(body)-1].(*ast.BranchStmt)
	if !ok || jump.Tok != token.BREAK {
		return nil
	}
	i := targetOf(jump, d.path)
	if i < 0 {
		return nil
	}
	return behind(d.path[:i], d.path[i])
}

// behind returns the statements that are executed after a node that others, the
// outermost first, enclose.
func behind(path []ast.Node, here ast.Node) []ast.Stmt {
	for i := len(path) - 1; i >= 0; i-- {
		switch outer := path[i].(type) {
		case *ast.BlockStmt, *ast.CaseClause, *ast.CommClause:
			switch here.(type) {
			case *ast.CaseClause, *ast.CommClause:
			default:
				if stmt, ok := here.(ast.Stmt); ok {
					if list := following(outer, stmt); len(list) > 0 {
						return list
					}
				}
			}
		case *ast.IfStmt, *ast.SwitchStmt, *ast.TypeSwitchStmt, *ast.SelectStmt, *ast.LabeledStmt:
		default:
			return nil
		}
		here = path[i]
	}
	return nil
}

// targetOf returns which of the nodes that enclose a break it ends, or -1.
func targetOf(jump *ast.BranchStmt, path []ast.Node) int {
	for i := len(path) - 1; i >= 0; i-- {
		if path[i].Pos() > jump.Pos() || path[i].End() < jump.End() {
			continue // the break stands behind it
		}
		switch outer := path[i].(type) {
		case *ast.ForStmt, *ast.RangeStmt, *ast.SwitchStmt, *ast.TypeSwitchStmt, *ast.SelectStmt:
			if jump.Label == nil {
				return i
			}
		case *ast.LabeledStmt:
			if jump.Label != nil && outer.Label.Name == jump.Label.Name {
				return i
			}
		}
	}
	return -1
}
