package fixes

import (
	"go/ast"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ast/astutil"

	"github.com/errcodelint/errcodelint/analyzer/internal/points"
	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// This file knows where a pointer cannot be nil: beside an error there is often no reply, and a branch must not ask it.

// isFollowed reports whether a code can be asked where the branch goes: no pointer leads to it, or the program itself has
// followed that on every way there, since the reply came in.
func (b *branch) isFollowed(code ast.Expr) bool {
	step := b.lastPointer(code)
	if step == nil {
		return true
	}
	n := b.w.Namer(b.file)
	text := n.Source(step.Pos(), step.End())
	follows := func(e ast.Expr) bool {
		p := b.lastPointer(e)
		return p != nil && e.Pos() >= b.o.Call.End() && n.Source(p.Pos(), p.End()) == text
	}
	path, _ := astutil.PathEnclosingInterval(b.file, b.at, b.at)
	for i, outer := range path {
		switch outer := outer.(type) {
		case *ast.BlockStmt:
			if stmtsFollow(before(outer.List, b.at), follows) {
				return true
			}
		case *ast.CaseClause:
			if stmtsFollow(before(outer.Body, b.at), follows) || len(outer.List) == 1 && evaluates(outer.List[0], token.LAND, follows) {
				return true
			}
		case *ast.IfStmt:
			if i > 0 && path[i-1] == ast.Node(outer.Body) && evaluates(outer.Cond, token.LAND, follows) {
				return true
			}
		case *ast.FuncLit, *ast.FuncDecl:
			return false
		}
	}
	return false
}

// lastPointer returns the pointer that an expression follows last, or nil.
func (b *branch) lastPointer(e ast.Expr) ast.Expr {
	for {
		switch x := ast.Unparen(e).(type) {
		case *ast.SelectorExpr:
			sel := b.w.pass.TypesInfo.Selections[x]
			if sel == nil || sel.Kind() != types.FieldVal {
				return nil
			}
			if sel.Indirect() {
				return x.X
			}
			e = x.X
		case *ast.StarExpr:
			return x.X
		case *ast.CallExpr: // a conversion
			if len(x.Args) != 1 {
				return nil
			}
			e = x.Args[0]
		default:
			return nil
		}
	}
}

func before(list []ast.Stmt, at token.Pos) []ast.Stmt {
	for i, s := range list {
		if s.End() > at {
			return list[:i]
		}
	}
	return list
}

// stmtsFollow reports whether statements that have all been passed have certainly done it.
func stmtsFollow(list []ast.Stmt, follows func(ast.Expr) bool) bool {
	for _, s := range list {
		if stmtFollows(s, follows) {
			return true
		}
	}
	return false
}

func stmtFollows(s ast.Stmt, follows func(ast.Expr) bool) bool {
	switch s := s.(type) {
	case *ast.IfStmt:
		all := token.ILLEGAL
		if leaves(s.Body.List) {
			all = token.LOR // it was false
		}
		return s.Init != nil && stmtFollows(s.Init, follows) || evaluates(s.Cond, all, follows) ||
			s.Else != nil && all == token.LOR && stmtFollows(s.Else, follows)
	case *ast.SwitchStmt:
		if s.Init != nil && stmtFollows(s.Init, follows) || s.Tag != nil && evaluates(s.Tag, token.ILLEGAL, follows) {
			return true
		}
		for _, c := range s.Body.List {
			clause := c.(*ast.CaseClause)
			if s.Tag != nil || len(clause.List) == 0 || evaluates(clause.List[0], token.ILLEGAL, follows) {
				return s.Tag == nil && len(clause.List) > 0
			}
			if !leaves(clause.Body) {
				return false
			}
		}
		return false
	case *ast.BlockStmt:
		return stmtsFollow(s.List, follows)
	case *ast.LabeledStmt:
		return stmtFollows(s.Stmt, follows)
	case *ast.AssignStmt, *ast.DeclStmt, *ast.ExprStmt, *ast.IncDecStmt, *ast.SendStmt:
		return evaluates(s, token.ILLEGAL, follows)
	}
	return false
}

// evaluates reports whether the evaluation of something does it for sure. Of a condition that was true, all operands of
// && are evaluated; of one that was false, those of ||.
func evaluates(n ast.Node, all token.Token, follows func(ast.Expr) bool) bool {
	found := false
	ast.Inspect(n, func(n ast.Node) bool {
		switch x := n.(type) {
		case *ast.FuncLit:
			return false
		case *ast.UnaryExpr:
			return !found && x.Op != token.AND // &r.Code follows nothing yet
		case *ast.BinaryExpr:
			if x.Op == token.LOR || x.Op == token.LAND {
				if x.Op != all {
					all = token.ILLEGAL
				}
				found = found || evaluates(x.X, all, follows) || all != token.ILLEGAL && evaluates(x.Y, all, follows)
				return false
			}
		case ast.Expr:
			found = found || follows(x)
		}
		return !found
	})
	return found
}

// leaves reports whether statements go somewhere else at their end.
func leaves(list []ast.Stmt) bool {
	if len(list) == 0 {
		return false
	}
	switch s := list[len(list)-1].(type) {
	case *ast.BranchStmt:
		return s.Tok == token.CONTINUE || points.LeavesBy(list)
	case *ast.ExprStmt:
		call, ok := s.X.(*ast.CallExpr)
		return ok && syntax.CalleeName(call) == "panic"
	}
	return points.LeavesBy(list)
}
