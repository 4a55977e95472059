package codeflow

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"

	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// later returns what a condition in a loop comes to in all rounds but the first: of i == 0 || err != nil && i < 5, where i
// counts from 0 on, what follows the ||. If it comes to the same in all of them, that is known, and there is no rest.
func (p *program) later(loop ast.Stmt, cond ast.Expr) (rest ast.Expr, holds, known bool) {
	switch x := ast.Unparen(cond).(type) {
	case *ast.UnaryExpr:
		if x.Op != token.NOT {
			break
		}
		switch rest, holds, known := p.later(loop, x.X); {
		case known:
			return nil, !holds, true
		case rest != x.X:
			return &ast.UnaryExpr{OpPos: x.OpPos, Op: x.Op, X: rest}, false, false
		}
	case *ast.BinaryExpr:
		if x.Op == token.LAND || x.Op == token.LOR {
			return p.laterOf(loop, cond, x)
		}
		if p.onlyFirst(loop, x) {
			return nil, false, true
		}
		if p.allButFirst(loop, x) {
			return nil, true, true
		}
	}
	return cond, false, false
}

// laterOf is later for two conditions.
func (p *program) laterOf(loop ast.Stmt, cond ast.Expr, x *ast.BinaryExpr) (rest ast.Expr, holds, known bool) {
	left, leftHolds, leftKnown := p.later(loop, x.X)
	right, rightHolds, rightKnown := p.later(loop, x.Y)
	decides := x.Op == token.LOR // what one of the two has to come to, so that the other does not matter
	switch {
	case leftKnown && leftHolds == decides, rightKnown && rightHolds == decides:
		return nil, decides, true
	case leftKnown && rightKnown:
		return nil, !decides, true
	case leftKnown:
		return right, false, false
	case rightKnown:
		return left, false, false
	case left == x.X && right == x.Y:
		return cond, false, false
	}
	return &ast.BinaryExpr{X: left, OpPos: x.OpPos, Op: x.Op, Y: right}, false, false
}

// onlyFirst reports whether a condition holds in the first round of a loop alone: it compares
// what counts the rounds with what that begins with.
func (p *program) onlyFirst(loop ast.Stmt, x *ast.BinaryExpr) bool {
	counter, bound, op := x.X, x.Y, x.Op
	if p.info.Types[counter].Value != nil {
		counter, bound, op = bound, counter, syntax.Mirrored(op)
	}
	if p.info.Types[bound].IsNil() {
		return op == token.EQL && p.setInside(loop, counter)
	}
	if copied := p.index.HeldBy(counter); copied != nil && loop.Pos() < counter.Pos() && loop.Pos() < copied.Pos() {
		counter = copied // count := j.attempts, in the same round
	}
	first, limit := p.counts(loop, counter), p.info.Types[bound].Value
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

// setInside reports whether an expression is a pointer that is nil until a round of a loop sets
// it, and that nothing else sets: what is kept of the round before.
func (p *program) setInside(loop ast.Stmt, e ast.Expr) bool {
	obj, of := p.counted(e)
	v, ok := obj.(*types.Var)
	if !ok || of != nil || v.Kind() != types.LocalVar || v.Pos() >= loop.Pos() || !syntax.IsPointer(v.Type()) {
		return false
	}
	known := p.index.Vars[v]
	n := p.stores(loop, v)
	return known != nil && n > 0 && n == known.Stores && (known.Init == nil || p.info.Types[known.Init].IsNil())
}

// allButFirst reports whether a condition holds in all rounds of a loop but the first.
func (p *program) allButFirst(loop ast.Stmt, x *ast.BinaryExpr) bool {
	not := syntax.Negated(x.Op)
	return not != token.ILLEGAL && p.onlyFirst(loop, &ast.BinaryExpr{X: x.X, OpPos: x.OpPos, Op: not, Y: x.Y})
}

// counts returns what an expression begins with that counts the rounds of a loop: the first
// variable of a range over a number or list, or a variable or field that only the post statement counts up. It
// returns nil for all others.
func (p *program) counts(loop ast.Stmt, e ast.Expr) constant.Value {
	obj, of := p.counted(e)
	if obj == nil {
		return nil
	}
	switch loop := loop.(type) {
	case *ast.RangeStmt:
		if key, _ := p.counted(loop.Key); key != obj || of != nil || p.stores(loop.Body, obj) > 0 || !countsFromZero(p.info.TypeOf(loop.X)) {
			return nil
		}
		return constant.MakeInt64(0)
	case *ast.ForStmt:
		post, ok := loop.Post.(*ast.IncDecStmt)
		if !ok || post.Tok != token.INC || p.stores(loop.Body, obj) > 0 {
			return nil
		}
		if by, at := p.counted(post.X); by != obj || at != of {
			return nil
		}
		return p.startOf(loop, obj, of)
	}
	return nil
}

// countsFromZero reports whether the first variable of a range over a value of a type is 0, 1, 2, …
func countsFromZero(t types.Type) bool {
	if t == nil {
		return false
	}
	switch t := t.Underlying().(type) {
	case *types.Basic:
		return t.Info()&types.IsInteger != 0
	case *types.Slice, *types.Array, *types.Pointer:
		return true
	}
	return false
}

// counted returns the variable that an expression is, or the field and the variable that has it.
func (p *program) counted(e ast.Expr) (obj, of types.Object) {
	switch x := ast.Unparen(e).(type) {
	case *ast.Ident:
		v, ok := p.info.ObjectOf(x).(*types.Var)
		if ok {
			return v, nil
		}
	case *ast.SelectorExpr:
		id, ok := ast.Unparen(x.X).(*ast.Ident)
		if v, isVar := p.info.Uses[x.Sel].(*types.Var); ok && isVar && v.IsField() && p.info.Uses[id] != nil {
			return v, p.info.Uses[id]
		}
	}
	return nil, nil
}

// startOf returns the constant that a loop's counter begins with, or nil.
func (p *program) startOf(loop *ast.ForStmt, obj, of types.Object) constant.Value {
	init, ok := loop.Init.(*ast.AssignStmt)
	if !ok || len(init.Lhs) != len(init.Rhs) {
		return nil
	}
	for i, lhs := range init.Lhs {
		if v, at := p.counted(lhs); v == obj && at == of {
			if c := p.info.Types[init.Rhs[i]].Value; c != nil && c.Kind() == constant.Int {
				return c
			}
		}
	}
	return nil
}

// stores counts the places in a body at which a variable or field is set, or its address taken.
func (p *program) stores(body ast.Node, obj types.Object) int {
	n := 0
	store := func(e ast.Expr) {
		if e != nil {
			if v, _ := p.counted(e); v == obj {
				n++
			}
		}
	}
	ast.Inspect(body, func(x ast.Node) bool {
		switch x := x.(type) {
		case *ast.AssignStmt:
			for _, lhs := range x.Lhs {
				store(lhs)
			}
		case *ast.IncDecStmt:
			store(x.X)
		case *ast.RangeStmt:
			store(x.Key)
			store(x.Value)
		case *ast.UnaryExpr:
			if x.Op == token.AND {
				store(x.X)
			}
		}
		return true
	})
	return n
}
