package codeflow

import (
	"go/ast"
	"go/types"
	"slices"

	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// This file is about what a group of goroutines brings:
//
//	var g errgroup.Group
//	g.Go(func() error { return send(ctx, m) })
//	err := g.Wait()
//
// Where it has one goroutine alone, that is what came of that one: as of a channel, for executions without other trouble.

// group is the type of such groups, whose Wait returns the error of one of the functions that its Go gets.
const group = "golang.org/x/sync/errgroup"

// waited returns what a call brings that waits for a group, nil if that is not known.
func (f *flow) waited(st *state, c *call) []map[string]value {
	if !f.e.isCalm || !isOfGroup(c.callee, "Wait") || c.recv == nil {
		return nil
	}
	launch := f.e.launchIn(f.e.localVariable(c.recv))
	if launch == nil || launch.Pos() > c.Pos() {
		return nil
	}
	s := f.e.summaryOfCall(&ast.CallExpr{Fun: launch.Args[0]})
	if s == nil || s.never || len(s.results) != 1 {
		return nil
	}
	return f.instantiate(st, s, newRelayed(launch))
}

func isOfGroup(fn *types.Func, names ...string) bool {
	return fn != nil && fn.Pkg() != nil && fn.Pkg().Path() == group && fn.Signature().Recv() != nil && slices.Contains(names, fn.Name())
}

// launchIn returns the call that launches the one goroutine of the group in a variable, where that is declared; nil if there
// are several, or others may launch some.
func (e *engine) launchIn(v *types.Var) *ast.CallExpr {
	i := e.index.Vars[v]
	if v == nil || i == nil || i.Owner == nil {
		return nil
	}
	if launch, ok := e.launches[v]; ok {
		return launch
	}
	if e.launches == nil {
		e.launches = make(map[*types.Var]*ast.CallExpr)
	}
	var launch *ast.CallExpr
	all := 0
	ast.PreorderStack(i.Owner, nil, func(n ast.Node, stack []ast.Node) bool {
		id, ok := n.(*ast.Ident)
		if !ok || e.info.Uses[id] != types.Object(v) {
			return true
		}
		call := calledOn(stack)
		fn, _ := syntax.StaticCallee(e.info, call)
		switch {
		case isOfGroup(fn, "Wait", "SetLimit"):
		case isOfGroup(fn, "Go") && len(call.Args) == 1 && declaredBeside(stack[:len(stack)-2], v):
			launch = call
			all++
		default:
			all += 2
		}
		return true
	})
	if all != 1 {
		launch = nil
	}
	e.launches[v] = launch
	return launch
}

// calledOn returns the call of a method of what stands within some nodes; an empty one if it is none.
func calledOn(stack []ast.Node) *ast.CallExpr {
	if n := len(stack); n > 1 {
		sel, isSel := stack[n-1].(*ast.SelectorExpr)
		if call, ok := stack[n-2].(*ast.CallExpr); ok && isSel && call.Fun == ast.Expr(sel) {
			return call
		}
	}
	return new(ast.CallExpr)
}

// declaredBeside reports whether a variable is declared by a statement of the list that the statement within some nodes is in.
func declaredBeside(stack []ast.Node, v *types.Var) bool {
	if len(stack) < 2 {
		return false
	}
	if _, ok := stack[len(stack)-1].(*ast.ExprStmt); !ok {
		return false
	}
	block, ok := stack[len(stack)-2].(*ast.BlockStmt)
	return ok && slices.ContainsFunc(block.List, func(s ast.Stmt) bool {
		switch s.(type) {
		case *ast.DeclStmt, *ast.AssignStmt:
			return s.Pos() <= v.Pos() && v.Pos() < s.End()
		}
		return false
	})
}
