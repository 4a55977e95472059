package points

import (
	"go/ast"
	"go/token"

	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// This file is about where a node stands in the program's text.

// PathTo returns the file of a node, and what is around the node, from the inside.
func (p *Package) PathTo(at ast.Node) (*ast.File, []ast.Node) { return syntax.PathTo(p.Files, at) }

// Apart reports whether a round that comes to one place doesn't come to the other one, which stands in another
// branch, or behind one that ends with a jump.
func (p *Package) Apart(n, from ast.Node) bool {
	_, path := p.PathTo(n)
	inner := n
	for _, outer := range path {
		if outer.Pos() <= from.Pos() && from.End() <= outer.End() {
			switch inner.(type) {
			case *ast.CaseClause, *ast.CommClause:
				return true
			}
			if s, ok := outer.(*ast.IfStmt); ok {
				return s.Else != nil && (inner == ast.Node(s.Body) || inner == ast.Node(s.Else))
			}
			return p.jumpsWithin(from, outer) && from.End() <= inner.Pos()
		}
		switch outer.(type) {
		case *ast.ForStmt, *ast.RangeStmt, *ast.FuncLit:
			return false
		}
		if jumps(outer) {
			return true
		}
		inner = outer
	}
	return false
}

// jumpsWithin reports whether a node stands in a branch within another node that ends with a jump.
func (p *Package) jumpsWithin(n, within ast.Node) bool {
	_, path := p.PathTo(n)
	for _, outer := range path {
		switch outer.(type) {
		case *ast.ForStmt, *ast.RangeStmt, *ast.FuncLit:
			return false
		}
		if outer == within {
			return false
		}
		if jumps(outer) {
			return true
		}
	}
	return false
}

// jumps reports whether a node is a list of statements that ends with a jump.
func jumps(n ast.Node) bool { return Leaves(syntax.Statements(n)) }

// Leaves reports whether statements end with one that goes elsewhere, to the next round, too.
func Leaves(list []ast.Stmt) bool {
	if len(list) == 0 {
		return false
	}
	b, ok := list[len(list)-1].(*ast.BranchStmt)
	return LeavesBy(list) || ok && b.Tok == token.CONTINUE
}

// LeavesBy reports whether statements end with one that goes elsewhere.
func LeavesBy(list []ast.Stmt) bool {
	if len(list) == 0 {
		return false
	}
	switch s := list[len(list)-1].(type) {
	case *ast.ReturnStmt:
		return true
	case *ast.BranchStmt:
		return s.Tok == token.GOTO || s.Label != nil && s.Tok == token.BREAK
	}
	return false
}

// Line returns the line of a node.
func (p *Package) Line(n ast.Node) int { return p.pass.Fset.Position(n.Pos()).Line }
