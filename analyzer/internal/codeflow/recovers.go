package codeflow

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

// defersRecover reports whether a function that defers this may go on after a panic.
func (p *program) defersRecover(d *ast.DeferStmt) bool {
	switch fn := typeutil.Callee(p.info, d.Call).(type) {
	case *types.Builtin:
		return false // nor does defer recover()
	case *types.Func:
		if recv := fn.Signature().Recv(); recv != nil && types.IsInterface(recv.Type()) && p.methodsOf(fn.Name()).recovers(p) {
			return true
		}
		return p.recovers(fn)
	}
	if lit := p.index.LiteralOf(d.Call); lit != nil {
		return p.index.Recovering[lit]
	}
	if made := p.madeBy(d.Call.Fun); made != nil && p.recovers(made) {
		return true
	}
	sig, ok := p.info.TypeOf(d.Call.Fun).(*types.Signature)
	return ok && p.functionsOf(sig).recovers(p)
}

// recovers reports whether a function may recover: another package's does, unless it is the standard
// library's, or is called like what lets go of something. Packages that have nothing to do with codes say
// nothing of their functions.
func (p *program) recovers(fn *types.Func) bool {
	fn = fn.Origin()
	if decl := p.index.Decls[fn]; decl != nil {
		return p.index.Recovering[decl]
	}
	if fn.Pkg() == nil || fn.Pkg() == p.pass.Pkg {
		return false
	}
	return p.pass.ImportObjectFact(fn, new(recoversFact)) ||
		(!syntax.IsStandard(fn.Pkg().Path()) || syntax.InModule(p.pass, fn.Pkg())) && foreign.MayRecover(fn)
}

// madeBy returns the function whose result is called, at once or by a variable's name.
func (p *program) madeBy(fun ast.Expr) *types.Func {
	x := ast.Unparen(fun)
	if id, ok := x.(*ast.Ident); ok {
		v, ok := p.info.ObjectOf(id).(*types.Var)
		if i := p.index.Vars[v]; ok && i != nil && i.Init != nil {
			x = ast.Unparen(i.Init)
		}
	}
	call, ok := x.(*ast.CallExpr)
	if !ok {
		return nil
	}
	fn, _ := typeutil.Callee(p.info, call).(*types.Func)
	return fn
}

// recovers reports whether one of a group may recover.
func (g *group) recovers(p *program) bool {
	return slices.ContainsFunc(g.members, func(f functionValue) bool {
		if loop, ok := f.node.(*ast.RangeStmt); ok {
			return syntax.CallsBuiltin(p.info, loop, "recover")
		}
		return f.body != nil && p.index.Recovering[f.node]
	})
}

// exportRecovers tells importers of a function that recovers.
func (e *engine) exportRecovers(fn *types.Func, decl *ast.FuncDecl) {
	if e.index.Recovering[decl] {
		e.pass.ExportObjectFact(fn, new(recoversFact))
	}
}
