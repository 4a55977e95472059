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
//	g.Go(func() error { return send(ctx, copied) })
//	err := g.Wait()
//
// That is what came of any of them: as of a channel, for executions without other trouble.

// group is the type of such groups, whose Wait returns the error of one of the functions that its Go gets.
const group = "golang.org/x/sync/errgroup"

// inGroup keeps what a function returns that a group gets, for when it is waited for.
func (f *flow) inGroup(st *state, c *call) {
	if !f.e.isCalm || !isGroups(c.callee, "Go") || len(c.Args) != 1 {
		return
	}
	brought := f.launched(st, c)
	if !isOfGroup(c.callee, "Go") {
		return
	}
	if brought == nil {
		if s := f.e.summaryOfCall(&ast.CallExpr{Fun: c.Args[0]}); s != nil && !s.never {
			brought = f.instantiate(st, s, newRelayed(c.CallExpr))
		}
	}
	if at := f.errorOfLaunch(c.CallExpr); len(brought) == 1 && len(brought[0][""]) > 0 {
		st.put(at, brought[0][""])
	} else {
		st.drop(at)
	}
}

// errorOfLaunch returns where the error is kept of a goroutine of a group.
func (f *flow) errorOfLaunch(call *ast.CallExpr) *location {
	return f.intern(locKey{parent: call}, func() *location {
		return &location{root: types.NewVar(call.Pos(), nil, "error", syntax.ErrorType), typ: syntax.ErrorType}
	})
}

// waited returns what a call brings that waits for a group, nil if that is not known.
func (f *flow) waited(st *state, c *call) []map[string]value {
	if !f.e.isCalm || !isOfGroup(c.callee, "Wait") || c.recv == nil {
		return nil
	}
	var all []value
	for _, launch := range f.e.launchesOf(f.e.localVariable(c.recv)) {
		v, ok := st.vals[f.errorOfLaunch(launch)]
		if !ok || launch.Pos() > c.Pos() {
			return nil
		}
		all = append(all, v)
	}
	if len(all) == 0 {
		return nil
	}
	return []map[string]value{{"": anyError(all)}}
}

// nils returns the outcomes that are nil.
func (v value) nils() value {
	return slices.DeleteFunc(slices.Clone(v), func(o outcome) bool { return o.kind != isNil && o.kind != anything })
}

// anyError returns the error that is any one of several, nil if they all are.
func anyError(all []value) value {
	var v value
	none := value{{out: out{kind: isNil}}}
	for _, err := range all {
		var both value
		for _, o := range err {
			if o.kind != isNil {
				v = v.add(o)
			}
		}
		for _, o := range err.nils() {
			both = append(both, none.conditioned(o.cond)...)
		}
		none = both
	}
	return append(v, none...)
}

func isOfGroup(fn *types.Func, names ...string) bool {
	return fn != nil && fn.Pkg() != nil && fn.Pkg().Path() == group && fn.Signature().Recv() != nil && slices.Contains(names, fn.Name())
}

// launchesOf returns the calls that launch the goroutines of the group in a variable, where that is declared; none if others may
// launch some, or not each of them is launched once.
func (e *engine) launchesOf(v *types.Var) []*ast.CallExpr {
	i := e.index.Vars[v]
	if v == nil || i == nil || i.Owner == nil {
		return nil
	}
	if all, ok := e.launches[v]; ok {
		return all
	}
	if e.launches == nil {
		e.launches = make(map[*types.Var][]*ast.CallExpr)
	}
	var all []*ast.CallExpr
	known := true
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
			all = append(all, call)
		default:
			known = false
		}
		return true
	})
	if !known {
		all = nil
	}
	e.launches[v] = all
	return all
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
