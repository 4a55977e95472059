package codeflow

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
)

// later returns what a loop's condition comes to in all rounds but the first: of
// i == 0 || err != nil && i < 5, where i counts from 0 on, what follows the ||.
func (p *program) later(loop *ast.ForStmt, cond ast.Expr) ast.Expr {
	x, ok := ast.Unparen(cond).(*ast.BinaryExpr)
	if !ok {
		return cond
	}
	switch x.Op {
	case token.LOR:
		switch {
		case p.onlyFirst(loop, x.X):
			return p.later(loop, x.Y)
		case p.onlyFirst(loop, x.Y):
			return p.later(loop, x.X)
		}
	case token.LAND:
	default:
		return cond
	}
	left, right := p.later(loop, x.X), p.later(loop, x.Y)
	if left == x.X && right == x.Y {
		return cond
	}
	return &ast.BinaryExpr{X: left, OpPos: x.OpPos, Op: x.Op, Y: right}
}

// onlyFirst reports whether a condition holds in the first round of a loop alone: it compares
// the loop's counter, which only its post statement counts up, with what it begins with.
func (p *program) onlyFirst(loop *ast.ForStmt, cond ast.Expr) bool {
	x, ok := ast.Unparen(cond).(*ast.BinaryExpr)
	if !ok {
		return false
	}
	counter, bound, op := x.X, x.Y, x.Op
	if p.info.Types[counter].Value != nil {
		counter, bound = bound, counter
		switch op {
		case token.GTR:
			op = token.LSS
		case token.GEQ:
			op = token.LEQ
		}
	}
	id, ok := ast.Unparen(counter).(*ast.Ident)
	if !ok {
		return false
	}
	v, ok := p.info.Uses[id].(*types.Var)
	if !ok || !p.countsUp(loop, v) {
		return false
	}
	first, limit := p.startOf(loop, v), p.info.Types[bound].Value
	if first == nil || limit == nil || limit.Kind() != constant.Int {
		return false
	}
	second := constant.BinaryOp(first, token.ADD, constant.MakeInt64(1))
	switch op {
	case token.EQL, token.LEQ:
		return constant.Compare(limit, token.LSS, second)
	case token.LSS:
		return constant.Compare(limit, token.LEQ, second)
	}
	return false
}

// startOf returns the constant that a loop's counter begins with, or nil.
func (p *program) startOf(loop *ast.ForStmt, v *types.Var) constant.Value {
	init, ok := loop.Init.(*ast.AssignStmt)
	if !ok || len(init.Lhs) != len(init.Rhs) {
		return nil
	}
	for i, lhs := range init.Lhs {
		if id, ok := lhs.(*ast.Ident); ok && p.info.ObjectOf(id) == v {
			if c := p.info.Types[init.Rhs[i]].Value; c != nil && c.Kind() == constant.Int {
				return c
			}
		}
	}
	return nil
}

// countsUp reports whether a loop's post statement counts a variable up, and nothing else changes
// it.
func (p *program) countsUp(loop *ast.ForStmt, v *types.Var) bool {
	post, ok := loop.Post.(*ast.IncDecStmt)
	if !ok || post.Tok != token.INC {
		return false
	}
	id, ok := ast.Unparen(post.X).(*ast.Ident)
	if !ok || p.info.Uses[id] != types.Object(v) {
		return false
	}
	known := p.index.vars[v]
	return known != nil && known.stores == 1 && !known.pointed && len(known.writers) == 0
}
