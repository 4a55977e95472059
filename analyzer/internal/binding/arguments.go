package binding

import (
	"go/ast"
	"go/types"

	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// arguments stores a call's arguments in the parameters of what it calls, and
// notes the constants among them.
func (g *graph) arguments(call *ast.CallExpr, fn *function) {
	target := g.target(call)
	sig, params := g.signature(target)
	// The called expression's type has type arguments in the place of type
	// parameters, and is all there is to know of a function value.
	called, ok := syntax.Pointee(g.info.TypeOf(call.Fun)).Underlying().(*types.Signature)
	if !ok {
		return
	}
	if sig == nil || sig.Params().Len() != called.Params().Len() {
		sig, params = called, nil
	}
	if f, ok := target.(*types.Func); ok && sig.Recv() != nil && types.IsInterface(sig.Recv().Type()) {
		g.dynamic[f.Name()] = true
	}
	g.receiver(call, sig, fn)
	var site *callSite
	if params != nil && g.ownFunction(target) {
		site = g.site(call, target, fn)
	}
	for i, arg := range call.Args {
		at := min(i, sig.Params().Len()-1)
		if at < 0 {
			return
		}
		t := called.Params().At(at).Type()
		var param *types.Var
		if at < len(params) {
			param = params[at]
		}
		if sig.Variadic() && at == sig.Params().Len()-1 && !call.Ellipsis.IsValid() {
			var dst *node
			if param != nil && site != nil && holdsAlike(elementType(t)) {
				if site.variadic == nil {
					site.variadic = g.add(&node{part: true})
					g.edge(site.variadic, g.elementOf(param))
				}
				dst = site.variadic
			}
			g.put(dst, elementType(t), arg, Argument, fn)
			continue
		}
		if inner, ok := ast.Unparen(arg).(*ast.CallExpr); ok && len(call.Args) == 1 && sig.Params().Len() > 1 {
			g.spread(site, inner, params, fn) // f(g())
			return
		}
		if param == nil {
			g.put(nil, t, arg, Argument, fn)
			continue
		}
		if site != nil {
			g.alias(param, arg, fn)
		}
		var dst, of *node
		if carries(t) && g.statedDomain(t) == nil {
			of = g.varNode(param)
			if dst = of; site != nil && !of.typed {
				dst = site.argument(g, at, of)
			}
		}
		before := len(g.meetings)
		g.put(dst, t, arg, Argument, fn)
		if len(g.meetings) > before {
			g.meetings[before].param = of
		}
	}
}

// receiver notes that a method's receiver is the list, or the value of a type of the package, that it is called on.
func (g *graph) receiver(call *ast.CallExpr, sig *types.Signature, fn *function) {
	sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr)
	recv := sig.Recv()
	switch {
	case !ok || recv == nil || recv.Pkg() != g.pass.Pkg:
	case elementType(recv.Type()) != nil:
		g.alias(recv.Origin(), sel.X, fn)
	case g.paramOf[recv] != nil && g.statedDomain(recv.Type()) == nil:
		g.put(g.varNode(recv), recv.Type(), sel.X, Argument, fn)
	}
}

// spread stores the results of inner in the parameters of f(inner()).
func (g *graph) spread(site *callSite, inner *ast.CallExpr, params []*types.Var, fn *function) {
	for i, p := range params {
		if !carries(p.Type()) || g.statedDomain(p.Type()) != nil {
			continue
		}
		dst := g.varNode(p)
		if site != nil && !dst.typed {
			dst = site.argument(g, i, dst)
		}
		g.storeNode(dst, g.locateResult(inner, i, fn), fn)
	}
}

// resultNode returns the node of a call's result.
func (g *graph) resultNode(call *ast.CallExpr, i int, fn *function) *node {
	target := g.target(call)
	sig, _ := g.signature(target)
	if sig == nil || i >= sig.Results().Len() || !carries(sig.Results().At(i).Type()) {
		return nil
	}
	n := g.resultOfFunc(target, i)
	if n.typed || n.abstract || n.seed != nil && !g.isPromoted(call) {
		return n
	}
	if !g.ownFunction(target) {
		if n := g.getterNode(call, target.(*types.Func), i, fn); n != nil {
			return n
		}
		if n.seed != nil {
			return n
		}
		return g.importedCall(call, target.(*types.Func), i, fn)
	}
	site := g.site(call, target, fn)
	if site.results == nil {
		site.results = make(map[int]*node)
	}
	if site.results[i] == nil {
		f, _ := target.(*types.Func)
		result := &node{}
		if f != nil {
			result.obj = f
		}
		site.results[i] = g.add(result)
	}
	return site.results[i]
}

// importedCall returns the node of the result of another package's helper.
func (g *graph) importedCall(call *ast.CallExpr, target *types.Func, i int, fn *function) *node {
	if n, ok := g.located[call]; ok && i == 0 {
		return n
	}
	var f helperFact
	if !g.pass.ImportObjectFact(target, &f) {
		return nil
	}
	n := g.add(&node{negative: g.isNegative(target)})
	for _, h := range f.Results {
		if h.Result != i || h.Param >= len(call.Args) {
			continue
		}
		arg := call.Args[h.Param]
		if !h.Lookup {
			if !g.isConstant(arg) {
				g.storeNode(n, g.locate(arg, fn), fn)
			} else if u, ok := g.constantUse(arg); ok {
				g.noteNegative(n, u)
			}
			continue
		}
		if key, wire := g.wireKey(arg); wire {
			g.seedLookup(n, lookup{key, call}, fn)
		} else if outer := g.byParam(arg); outer != nil {
			g.edge(outer, n)
		} else {
			n.opaque = true
		}
	}
	if i == 0 {
		g.located[call] = n
	}
	return n
}

func (g *graph) resultOfFunc(fn callable, i int) *node {
	if sig, _ := g.signature(fn); sig != nil && i < sig.Results().Len() {
		if n := g.typeNode(sig.Results().At(i).Type()); n != nil {
			return n
		}
	}
	key := resultOf{fn, i}
	n, ok := g.results[key]
	if !ok {
		obj, _ := fn.(*types.Func)
		n = &node{}
		if obj != nil {
			n.obj = obj
		}
		g.add(n)
		if !g.ownFunction(fn) {
			n.opaque = true
			n.seed = g.importedResult(obj, i)
		}
		g.results[key] = n
		for _, method := range g.implementations(obj) {
			n.abstract = true
			g.edge(g.resultOfFunc(method, i), n)
		}
	}
	return n
}
