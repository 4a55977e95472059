package effects

import (
	"go/ast"
	"go/types"
	"slices"

	"golang.org/x/tools/go/types/typeutil"

	"github.com/errcodelint/errcodelint/analyzer/internal/foreign"
	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// This file says which deferred calls end a panic: the function goes on then, and returns for what it
// would not return for.

// A recoversFact is on a function that recovers, itself or in a function that it makes.
type recoversFact struct{}

func (*recoversFact) AFact()         {}
func (*recoversFact) String() string { return "recovers" }

// DefersRecover reports whether a function that defers this may go on after a panic.
func (e *Effects) DefersRecover(d *ast.DeferStmt) bool {
	switch fn := typeutil.Callee(e.info, d.Call).(type) {
	case *types.Builtin:
		return false // nor does defer recover()
	case *types.Func:
		if recv := fn.Signature().Recv(); recv != nil && types.IsInterface(recv.Type()) && e.methodsOf(fn.Name()).recovers(e) {
			return true
		}
		return e.recovers(fn)
	}
	if lit := e.index.LiteralOf(d.Call); lit != nil {
		return e.index.Recovering[lit]
	}
	if made := e.madeBy(d.Call.Fun); made != nil && e.recovers(made) {
		return true
	}
	sig := syntax.CalledSignature(e.info, d.Call.Fun)
	return sig != nil && e.functionsOf(sig).recovers(e)
}

// recovers reports whether a function may recover: another package's does, unless it is the standard
// library's, or is called like what lets go of something. Packages that have nothing to do with codes say
// nothing of their functions.
func (e *Effects) recovers(fn *types.Func) bool {
	fn = fn.Origin()
	if decl := e.index.Decls[fn]; decl != nil {
		return e.index.Recovering[decl]
	}
	if fn.Pkg() == nil || fn.Pkg() == e.index.Pkg {
		return false
	}
	return e.pass.ImportObjectFact(fn, new(recoversFact)) ||
		(!syntax.IsStandard(fn.Pkg().Path()) || syntax.InModule(e.pass, fn.Pkg())) && foreign.MayRecover(fn)
}

// madeBy returns the function whose result is called, at once or by a variable's name.
func (e *Effects) madeBy(fun ast.Expr) *types.Func {
	x := ast.Unparen(fun)
	if id, ok := x.(*ast.Ident); ok {
		v, ok := e.info.ObjectOf(id).(*types.Var)
		if i := e.index.Vars[v]; ok && i != nil && i.Init != nil {
			x = ast.Unparen(i.Init)
		}
	}
	call, ok := x.(*ast.CallExpr)
	if !ok {
		return nil
	}
	fn, _ := typeutil.Callee(e.info, call).(*types.Func)
	return fn
}

// recovers reports whether one of a group may recover.
func (g *group) recovers(e *Effects) bool {
	return slices.ContainsFunc(g.members, func(f functionValue) bool {
		if loop, ok := f.node.(*ast.RangeStmt); ok {
			return syntax.CallsBuiltin(e.info, loop, "recover")
		}
		return f.body != nil && e.index.Recovering[f.node]
	})
}
