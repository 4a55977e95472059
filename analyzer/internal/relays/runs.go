package relays

import (
	"go/ast"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/types/typeutil"

	"github.com/errcodelint/errcodelint/analyzer/internal/foreign"
	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// This file is about functions that call a function which they get, once, before they return, whatever they return:
//
//	func (s *Store) locked(do func()) {
//		s.mu.Lock()
//		defer s.mu.Unlock()
//		do()
//	}

// A runFact is on such a function.
type runFact struct{ Param int }

func (*runFact) AFact()         {}
func (*runFact) String() string { return "runs" }

// Runs returns what a call's function gets and calls once before it returns, but for trouble of its own; nil if there is none.
func (r *Result) Runs(call *ast.CallExpr) ast.Expr {
	if r.pass == nil || call.Ellipsis.IsValid() {
		return nil
	}
	if relay := r.Of(call); relay != nil {
		return call.Args[relay.Param]
	}
	fn, ok := typeutil.Callee(r.pass.TypesInfo, call).(*types.Func)
	if !ok || fn.Pkg() == nil {
		return nil
	}
	fn = fn.Origin()
	if r.pass.Module != nil && !syntax.InModule(r.pass, fn.Pkg()) {
		return r.runsElsewhere(fn, call)
	}
	if param := r.runner(fn); param >= 0 && param < len(call.Args) {
		return call.Args[param]
	}
	return nil
}

// runsElsewhere returns the one literal that a function of another module gets, if that needs nothing, or things to work with:
// what else should be done with it.
func (r *Result) runsElsewhere(fn *types.Func, call *ast.CallExpr) ast.Expr {
	if !foreign.MayRun(fn) {
		return nil
	}
	var one ast.Expr
	for _, arg := range call.Args {
		lit, ok := ast.Unparen(arg).(*ast.FuncLit)
		if !ok {
			continue
		}
		sig, ok := r.pass.TypesInfo.TypeOf(lit).(*types.Signature)
		if one != nil || !ok || !needsNothing(sig) {
			return nil
		}
		one = arg
	}
	return one
}

// needsNothing reports whether a function gets no data: a context, a transaction, a span perhaps.
func needsNothing(sig *types.Signature) bool {
	for p := range sig.Params().Variables() {
		if !syntax.IsPointer(p.Type()) && !types.IsInterface(p.Type()) || syntax.ImplementsError(p.Type()) {
			return false
		}
	}
	return true
}

// runner returns which parameter a function calls so, -1 for none.
func (r *Result) runner(fn *types.Func) int {
	if fn.Pkg() != r.pass.Pkg {
		if fact := new(runFact); r.pass.ImportObjectFact(fn, fact) {
			return fact.Param
		}
		return -1
	}
	if at, ok := r.runners[fn]; ok {
		return at
	}
	r.runners[fn] = -1 // in a recursion
	decl := r.takers[fn]
	if decl == nil {
		return -1
	}
	params := fn.Signature().Params()
	for i := range params.Len() {
		if _, ok := params.At(i).Type().Underlying().(*types.Signature); !ok || fn.Signature().Variadic() && i == params.Len()-1 {
			continue
		}
		if id, stack := r.onlyUse(decl.Body, params.At(i)); id != nil && r.alwaysRun(id, stack, decl) {
			r.runners[fn] = i
			break
		}
	}
	return r.runners[fn]
}

// alwaysRun reports whether a function that stands within some nodes of a declaration is called whenever that is executed, by
// itself, by a runner, or in a literal of which that is true.
func (r *Result) alwaysRun(fun ast.Expr, stack []ast.Node, decl *ast.FuncDecl) bool {
	call, ok := unparenthesized(stack).(*ast.CallExpr)
	if !ok || ast.Unparen(call.Fun) != fun && ast.Unparen(r.Runs(call)) != fun {
		return false
	}
	inner := ast.Node(call)
	for i := len(stack) - 1; i >= 0; i-- {
		if lit, ok := stack[i].(*ast.FuncLit); ok {
			sig, _ := r.pass.TypesInfo.TypeOf(lit).(*types.Signature)
			return r.comesTo(call, lit.Body, sig) && r.alwaysRun(lit, stack[:i], decl)
		}
		if stack[i] == ast.Node(call) {
			continue
		}
		if !executes(stack[i], inner) {
			return false
		}
		inner = stack[i]
	}
	fn, _ := r.pass.TypesInfo.Defs[decl.Name].(*types.Func)
	return fn != nil && r.comesTo(call, decl.Body, fn.Signature())
}

// executes reports whether a part of a node is executed once whenever that is.
func executes(n, part ast.Node) bool {
	switch n := n.(type) {
	case *ast.IfStmt:
		return part == ast.Node(n.Init) || part == ast.Node(n.Cond)
	case *ast.SwitchStmt:
		return part == ast.Node(n.Init) || part == ast.Node(n.Tag)
	case *ast.ForStmt:
		return part == ast.Node(n.Init)
	case *ast.RangeStmt:
		return part == ast.Node(n.X)
	case *ast.BinaryExpr:
		return part == ast.Node(n.X) || n.Op != token.LAND && n.Op != token.LOR
	case *ast.GoStmt, *ast.SelectStmt, *ast.CaseClause, *ast.CommClause, *ast.LabeledStmt, *ast.TypeSwitchStmt:
		return false
	}
	return true
}

// comesTo reports whether a function that returns without an error has come to a call.
func (r *Result) comesTo(call *ast.CallExpr, list *ast.BlockStmt, sig *types.Signature) bool {
	if sig == nil {
		return false
	}
	b := &body{Result: r, BlockStmt: list, sig: sig}
	fails := sig.Results().Len() > 0 && syntax.IsError(sig.Results().At(sig.Results().Len()-1).Type())
	comes := true
	syntax.InspectFunc(list, func(n ast.Node) {
		switch n := n.(type) {
		case *ast.ReturnStmt:
			comes = comes && (n.End() >= call.End() || fails && b.failsBefore(n))
		case *ast.BranchStmt:
			comes = comes && n.Tok != token.GOTO
		}
	})
	return comes
}
