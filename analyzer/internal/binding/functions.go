package binding

import (
	"go/ast"
	"go/types"

	"golang.org/x/tools/go/types/typeutil"
)

// functions is what the graph knows of the package's functions: what a call
// calls, and who else may call it.
type functions struct {
	escaped   map[callable]bool   // exported or used as values: anybody may call them
	dynamic   map[string]bool     // names of methods called through an interface
	called    map[*ast.Ident]bool // names in call position
	paramOf   map[*types.Var]callable
	params    map[*ast.FuncLit][]*types.Var
	stores    map[*types.Var]int       // how often a variable is assigned
	funcNames map[*ast.FuncDecl]string // see nameOf
	fullNames map[*types.Func]string   // see fullName
	funcVars  map[*types.Var]callable  // the function that a variable is assigned

	followed     map[*ast.Ident]bool   // function names assigned to a variable that is followed
	followedLits map[*ast.FuncLit]bool // literals assigned to such a variable

	sites      map[*ast.CallExpr]*callSite
	siteOrder  []*callSite
	calls      map[callable][]*callSite
	keyParams  map[keyParam]*node // lookups by parameter
	paramNodes map[*node]paramNode
	linked     map[[2]*node]bool
	helpers    map[*types.Func]*helperFact
}

func newFunctions() functions {
	return functions{
		escaped:      make(map[callable]bool),
		dynamic:      make(map[string]bool),
		called:       make(map[*ast.Ident]bool),
		paramOf:      make(map[*types.Var]callable),
		params:       make(map[*ast.FuncLit][]*types.Var),
		stores:       make(map[*types.Var]int),
		funcVars:     make(map[*types.Var]callable),
		funcNames:    make(map[*ast.FuncDecl]string),
		fullNames:    make(map[*types.Func]string),
		followed:     make(map[*ast.Ident]bool),
		followedLits: make(map[*ast.FuncLit]bool),
		keyParams:    make(map[keyParam]*node),
		sites:        make(map[*ast.CallExpr]*callSite),
		calls:        make(map[callable][]*callSite),
		paramNodes:   make(map[*node]paramNode),
		helpers:      make(map[*types.Func]*helperFact),
		linked:       make(map[[2]*node]bool),
	}
}

// A callable is a declared function or method, or a function literal.
type callable interface{} // *types.Func or *ast.FuncLit

// A resultOf is one result of a function.
type resultOf struct {
	fn    callable
	index int
}

// indexFunctions notes which variables hold which functions, and every
// parameter's function, before the walk needs to know.
func (g *graph) indexFunctions(file *ast.File) {
	ast.Inspect(file, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncDecl:
			if fn, ok := g.info.Defs[n.Name].(*types.Func); ok {
				for i := range fn.Signature().Params().Len() {
					g.paramOf[fn.Signature().Params().At(i)] = fn
				}
			}
		case *ast.FuncLit:
			var params []*types.Var
			for _, field := range n.Type.Params.List {
				for _, name := range field.Names {
					if v, ok := g.info.Defs[name].(*types.Var); ok {
						params = append(params, v)
						g.paramOf[v] = n
					}
				}
			}
			g.params[n] = params
		case *ast.AssignStmt:
			for i, lhs := range n.Lhs {
				if i < len(n.Rhs) && len(n.Lhs) == len(n.Rhs) {
					g.noteFunction(lhs, n.Rhs[i])
				} else {
					g.noteFunction(lhs, nil)
				}
			}
		case *ast.ValueSpec:
			for i, name := range n.Names {
				if i < len(n.Values) && len(n.Values) == len(n.Names) {
					g.noteFunction(name, n.Values[i])
				} else if len(n.Values) > 0 {
					g.noteFunction(name, nil)
				}
			}
		}
		return true
	})
}

// openFunctions marks the functions that a variable holds which is assigned
// again, or that other packages can reach.
func (g *graph) openFunctions() {
	for v, fn := range g.funcVars {
		if g.stores[v] != 1 || v.IsField() || v.Exported() && v.Parent() == g.pass.Pkg.Scope() {
			g.escaped[fn] = true
		}
	}
}

func (g *graph) noteFunction(lhs, rhs ast.Expr) {
	id, ok := ast.Unparen(lhs).(*ast.Ident)
	if !ok {
		return
	}
	v, ok := g.info.ObjectOf(id).(*types.Var)
	if !ok {
		return
	}
	g.stores[v]++
	if rhs == nil {
		return
	}
	if lit, ok := ast.Unparen(rhs).(*ast.FuncLit); ok {
		g.funcVars[v] = lit
		g.followedLits[lit] = true
	} else if fn, ok := object(g.info, rhs).(*types.Func); ok {
		g.funcVars[v] = fn.Origin()
		if id := calledName(rhs); id != nil {
			g.followed[id] = true
		}
	}
}

// callee returns the function or method that a call names, or the interface's
// method; nil for function values and conversions.
func (g *graph) callee(call *ast.CallExpr) *types.Func {
	fn, _ := typeutil.Callee(g.info, call).(*types.Func)
	return fn
}

// target returns what a call surely calls: also a literal, and what a variable
// holds that is assigned once.
func (g *graph) target(call *ast.CallExpr) callable {
	if fn := g.callee(call); fn != nil {
		return fn.Origin()
	}
	switch fun := ast.Unparen(call.Fun).(type) {
	case *ast.FuncLit:
		return fun
	case *ast.Ident:
		if v, ok := g.info.ObjectOf(fun).(*types.Var); ok && g.stores[v] == 1 {
			return g.funcVars[v]
		}
	}
	return nil
}

// signature returns a callable's signature, and its parameters' variables.
func (g *graph) signature(fn callable) (*types.Signature, []*types.Var) {
	switch fn := fn.(type) {
	case *types.Func:
		sig := fn.Signature()
		vars := make([]*types.Var, sig.Params().Len())
		for i := range vars {
			vars[i] = sig.Params().At(i)
		}
		return sig, vars
	case *ast.FuncLit:
		sig, _ := g.info.TypeOf(fn).(*types.Signature)
		return sig, g.params[fn]
	}
	return nil, nil
}

func (g *graph) ownFunction(fn callable) bool {
	f, ok := fn.(*types.Func)
	return !ok || f.Pkg() == g.pass.Pkg
}

// arguments stores a call's arguments in the parameters of what it calls, and
// notes the constants among them.
func (g *graph) arguments(call *ast.CallExpr, fn *function) {
	target := g.target(call)
	sig, params := g.signature(target)
	if sig == nil {
		// A function value: at least its type tells what it takes.
		if t := g.info.TypeOf(call.Fun); t != nil {
			sig, _ = t.Underlying().(*types.Signature)
		}
		params = nil
	}
	if sig == nil {
		return
	}
	if f, ok := target.(*types.Func); ok && sig.Recv() != nil && types.IsInterface(sig.Recv().Type()) {
		g.dynamic[f.Name()] = true
	}
	var site *callSite
	if params != nil && g.ownFunction(target) {
		site = g.site(call, target, fn)
	}
	for i, arg := range call.Args {
		at := min(i, sig.Params().Len()-1)
		if at < 0 {
			return
		}
		t := sig.Params().At(at).Type()
		var param *types.Var
		if at < len(params) {
			param = params[at]
		}
		if sig.Variadic() && at == sig.Params().Len()-1 && !call.Ellipsis.IsValid() {
			var dst *node
			if param != nil && site != nil && carries(elementType(t)) {
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
			g.spread(inner, params, fn) // f(g())
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
		if carries(t) && statedDomain(t) == nil {
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

// spread stores the results of inner in the parameters of f(inner()).
func (g *graph) spread(inner *ast.CallExpr, params []*types.Var, fn *function) {
	for i, p := range params {
		if carries(p.Type()) && statedDomain(p.Type()) == nil {
			g.storeNode(g.varNode(p), g.locateResult(inner, i, fn), fn)
		}
	}
}

// openParameters spoils the parameters of functions that code we don't see can
// call: exported ones, those used as values, methods called through an
// interface.
func (g *graph) openParameters() {
	for v, fn := range g.paramOf {
		open := g.escaped[fn]
		if f, ok := fn.(*types.Func); ok && f.Signature().Recv() != nil {
			open = open || g.dynamic[f.Name()]
		}
		if !open {
			continue
		}
		if n := g.vars[v]; n != nil {
			n.opaque = true
		}
		if n := g.elements[v]; n != nil {
			n.opaque = true
		}
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
	if n.typed || n.seed != nil {
		return n
	}
	if !g.ownFunction(target) {
		return g.importedCall(call, target.(*types.Func), i, fn)
	}
	site := g.site(call, target, fn)
	if site.results[i] == nil {
		site.results[i] = g.add(&node{})
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
	n := g.add(&node{})
	for _, h := range f.Results {
		if h.Result != i || h.Param >= len(call.Args) {
			continue
		}
		arg := call.Args[h.Param]
		if !h.Lookup {
			if !g.isConstant(arg) {
				g.storeNode(n, g.locate(arg, fn), fn)
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
	}
	return n
}
