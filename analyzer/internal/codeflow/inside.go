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
	without := types.NewSignatureType(nil, nil, nil, f.sig.Params(), f.sig.Results(), f.sig.Variadic())
	d := e.dynamicCalls()
	for _, call := range d.literals[own] {
		sites = append(sites, e.siteOf(call))
	}
	if own != nil && e.isNamed(own) {
		return sites
	}
	for _, call := range d.values[without.Params().Len()] {
		if types.Identical(syntax.CalledSignature(e.info, call.Fun), without) {
			sites = append(sites, e.siteOf(call))
		}
	}
	return sites
}

// isNamed reports whether a literal is only called by its variable's name, or where it stands.
func (e *engine) isNamed(lit *ast.FuncLit) bool {
	usage := e.index.Usage[lit]
	return usage != index.HandedOn && usage != index.Passed
}

// methodCalls returns the calls of interfaces' methods that may be a method of the package.
func (e *engine) methodCalls(fn *types.Func) (sites []index.Site) {
	for _, call := range e.dynamicCalls().methods[fn.Name()] {
		sites = append(sites, e.siteOf(call))
	}
	return sites
}

func (e *engine) siteOf(call *ast.CallExpr) index.Site {
	return index.Site{Call: call, In: e.index.Around(call.Pos() - 1)}
}

// dynamicCalls are a package's calls of function values and of interfaces' methods.
type dynamicCalls struct {
	literals map[*ast.FuncLit][]*ast.CallExpr // of one literal for sure
	values   map[int][]*ast.CallExpr          // of other values, by how many parameters they have
	methods  map[string][]*ast.CallExpr
}

func (e *engine) dynamicCalls() *dynamicCalls {
	if e.dynamic != nil {
		return e.dynamic
	}
	d := &dynamicCalls{make(map[*ast.FuncLit][]*ast.CallExpr), make(map[int][]*ast.CallExpr), make(map[string][]*ast.CallExpr)}
	e.dynamic = d
	for _, file := range e.pass.Files {
		ast.Inspect(file, func(n ast.Node) bool {
			call, ok := n.(*ast.CallExpr)
			if !ok {
				return true
			}
			if lit := e.index.LiteralOf(call); lit != nil {
				d.literals[lit] = append(d.literals[lit], call)
				return true
			}
			if fn, ok := syntax.Callee(e.info, call).(*types.Func); ok {
				if e.asksInterface(call) {
					d.methods[fn.Name()] = append(d.methods[fn.Name()], call)
				}
				return true
			}
			if tv := e.info.Types[call.Fun]; tv.IsType() || tv.IsBuiltin() {
				return true
			}
			if sig := syntax.CalledSignature(e.info, call.Fun); sig != nil {
				d.values[sig.Params().Len()] = append(d.values[sig.Params().Len()], call)
			}
			return true
		})
	}
	return d
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
