package codeflow

import (
	"go/ast"
	"go/types"

	"github.com/errcodelint/errcodelint/analyzer/internal/index"
	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// Inside returns answers for executions in which nobody but the package itself calls those of its functions that it
// calls, be they exported, methods of an interface, or values. They tell what a function is for, not what it may be
// called with.
func (r *Result) Inside() *Result {
	if r.engine == nil {
		return r
	}
	r.engine.mu.Lock()
	defer r.engine.mu.Unlock()
	if r.engine.inside == nil {
		r.engine.inside = newEngine(r.engine.program)
		r.engine.inside.isInside = true
	}
	return &Result{bindings: r.bindings, engine: r.engine.inside}
}

// sitesInside returns the calls of a function or literal that the package shows. If it is used as a value, or by
// an interface, these may be all those of a value or method of its type; none if there are no such calls.
func (e *engine) sitesInside(f *flow) []index.Site {
	var sites []index.Site
	valued := f.obj == nil
	if f.obj != nil {
		sites = e.index.Calls[f.obj]
		valued = e.index.Valued[f.obj]
		if f.sig.Recv() != nil && e.index.Dynamic[f.obj.Name()] {
			asked := e.methodCalls(f.obj)
			if len(sites)+len(asked) == 0 {
				return nil
			}
			sites = append(sites[:len(sites):len(sites)], asked...)
		}
	}
	if valued {
		called := e.valueCalls(f)
		if len(called) == 0 {
			return nil // somebody else calls it
		}
		sites = append(sites[:len(sites):len(sites)], called...)
	}
	return sites
}

// valueCalls returns the calls of values of a function's type; of a literal that has a name, or is called where it stands,
// its own alone.
func (e *engine) valueCalls(f *flow) (sites []index.Site) {
	own, _ := f.node.(*ast.FuncLit)
	named := own != nil && e.index.Usage[own] != index.HandedOn && e.index.Usage[own] != index.Passed
	without := types.NewSignatureType(nil, nil, nil, f.sig.Params(), f.sig.Results(), f.sig.Variadic())
	for _, call := range e.dynamicCalls() {
		lit := e.index.LiteralOf(call)
		sig := syntax.CalledSignature(e.info, call.Fun)
		if lit != nil && lit == own || lit == nil && !named && !e.asksInterface(call) && sig != nil && types.Identical(sig, without) {
			sites = append(sites, e.siteOf(call))
		}
	}
	return sites
}

// methodCalls returns the calls of interfaces' methods that may be a method of the package.
func (e *engine) methodCalls(fn *types.Func) (sites []index.Site) {
	for _, call := range e.dynamicCalls() {
		if sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr); ok && sel.Sel.Name == fn.Name() && e.asksInterface(call) {
			sites = append(sites, e.siteOf(call))
		}
	}
	return sites
}

func (e *engine) siteOf(call *ast.CallExpr) index.Site {
	return index.Site{Call: call, In: e.index.Around(call.Pos() - 1)}
}

// dynamicCalls returns the package's calls of function values and of interfaces' methods.
func (e *engine) dynamicCalls() []*ast.CallExpr {
	if e.dynamic == nil {
		e.dynamic = []*ast.CallExpr{}
		for _, file := range e.pass.Files {
			ast.Inspect(file, func(n ast.Node) bool {
				if call, ok := n.(*ast.CallExpr); ok {
					tv := e.info.Types[call.Fun]
					if _, declared := syntax.Callee(e.info, call).(*types.Func); e.asksInterface(call) || !declared && !tv.IsType() && !tv.IsBuiltin() {
						e.dynamic = append(e.dynamic, call)
					}
				}
				return true
			})
		}
	}
	return e.dynamic
}

// hidesReceiver reports whether a call does not show what the method is called on that it may call.
func (e *engine) hidesReceiver(call *ast.CallExpr) bool {
	_, declared := syntax.Callee(e.info, call).(*types.Func)
	return !declared || e.asksInterface(call)
}

// asksInterface reports whether a call is that of an interface's method.
func (e *engine) asksInterface(call *ast.CallExpr) bool {
	fn, ok := syntax.Callee(e.info, call).(*types.Func)
	return ok && fn.Signature().Recv() != nil && types.IsInterface(fn.Signature().Recv().Type())
}
