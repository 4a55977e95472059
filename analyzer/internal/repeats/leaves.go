package repeats

import (
	"go/ast"
	"go/token"
)

// leaves reports whether a comparison with nil decides about the loop: nil leaves
// it.
func (u use) leaves(test *ast.BinaryExpr, stack []ast.Node) bool {
	if test.Op != token.EQL && test.Op != token.NEQ {
		return false
	}
	for i := len(stack) - 1; i >= 0; i-- {
		switch s := stack[i].(type) {
		case *ast.ForStmt:
			return ast.Node(s) == u.loop && s.Cond != nil && test.Op == token.NEQ
		case *ast.CaseClause:
			return test.Op == token.EQL && u.returns(s.Body)
		case *ast.IfStmt:
			if s.Cond.Pos() > test.Pos() || s.Cond.End() < test.End() {
				return false
			}
			if test.Op == token.EQL {
				return u.exits(s.Body.List)
			}
			// if err != nil { …; continue }; return
			if !u.mayGoOn(s.Body) {
				return false
			}
			if s.Else != nil {
				b, ok := s.Else.(*ast.BlockStmt)
				return ok && u.exits(b.List)
			}
			return u.exits(u.body.List)
		}
	}
	return false
}

// exits reports whether statements end with one that leaves the loop.
func (u use) exits(list []ast.Stmt) bool {
	if len(list) == 0 {
		return false
	}
	s, ok := list[len(list)-1].(*ast.BranchStmt)
	return u.returns(list) || ok && s.Tok == token.BREAK
}

func (u use) returns(list []ast.Stmt) bool {
	if len(list) == 0 {
		return false
	}
	s, ok := list[len(list)-1].(*ast.ReturnStmt)
	return ok && !u.callsItself(s)
}

// goesOn reports whether statements end with one that goes on: a continue, or a return of what the function's call
// of itself returns.
func (u use) goesOn(list []ast.Stmt) bool {
	if len(list) == 0 {
		return false
	}
	switch s := list[len(list)-1].(type) {
	case *ast.BranchStmt:
		return s.Tok == token.CONTINUE && s.Label == nil
	case *ast.ReturnStmt:
		return u.callsItself(s)
	}
	return false
}

// mayGoOn reports whether the loop can go on behind a block, or by a statement in it.
func (u use) mayGoOn(b *ast.BlockStmt) bool {
	if u.itself != nil {
		return u.callsItself(b)
	}
	goes := !u.exits(b.List)
	ast.Inspect(b, func(n ast.Node) bool {
		s, ok := n.(*ast.BranchStmt)
		goes = goes || ok && s.Tok == token.CONTINUE
		return !goes
	})
	return goes
}

// callsItself reports whether the function's call of itself is in a node.
func (u use) callsItself(n ast.Node) bool {
	return u.itself != nil && n.Pos() <= u.itself.Pos() && u.itself.End() <= n.End()
}

// parentOf returns what is right around a node, but for parentheses.
func parentOf(stack []ast.Node) ast.Node {
	for i := len(stack) - 1; i >= 0; i-- {
		if _, ok := stack[i].(*ast.ParenExpr); !ok {
			return stack[i]
		}
	}
	return nil
}
