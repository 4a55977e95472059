package binding

import (
	"go/ast"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/types/typeutil"

	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// functions is what the graph knows of the package's functions: what a call
// calls, and who else may call it.
type functions struct {
	escaped   map[callable]bool        // exported or used as values: anybody may call them
	dynamic   map[string]bool          // names of methods called through an interface
	methods   map[string][]*types.Func // the package's, by name
	called    map[*ast.Ident]bool      // names in call position
	paramOf   map[*types.Var]callable
	wires     map[*types.Func]*ast.FuncDecl // the methods Wire that are written by hand
	params    map[*ast.FuncLit][]*types.Var
	stores    map[*types.Var]int            // how often a variable is assigned
	funcNames map[*ast.FuncDecl]string      // see nameOf
	fullNames map[*types.Func]string        // see fullName
	callees   map[*ast.CallExpr]*types.Func // see callee
	funcVars  map[*types.Var]callable       // the function that a variable is assigned

	followed     map[*ast.Ident]bool   // function names assigned to a variable that is followed
	followedLits map[*ast.FuncLit]bool // literals assigned to such a variable

	sites      map[*ast.CallExpr]*callSite
	siteOrder  []*callSite
	calls      map[callable][]*callSite
	keyParams  map[keyParam]*node // lookups by parameter
	paramNodes map[*node]paramNode
	byCaller   map[callerLookup]*seed
	linked     map[[2]*node]bool
	helpers    map[*types.Func]*helperFact
	pointing   map[*types.Func]bool // see pointedTo
}

func newFunctions() functions {
	return functions{
		escaped:      make(map[callable]bool),
		dynamic:      make(map[string]bool),
		methods:      make(map[string][]*types.Func),
		called:       make(map[*ast.Ident]bool),
		paramOf:      make(map[*types.Var]callable),
		wires:        make(map[*types.Func]*ast.FuncDecl),
		params:       make(map[*ast.FuncLit][]*types.Var),
		stores:       make(map[*types.Var]int),
		funcVars:     make(map[*types.Var]callable),
		funcNames:    make(map[*ast.FuncDecl]string),
		fullNames:    make(map[*types.Func]string),
		callees:      make(map[*ast.CallExpr]*types.Func),
		followed:     make(map[*ast.Ident]bool),
		followedLits: make(map[*ast.FuncLit]bool),
		keyParams:    make(map[keyParam]*node),
		sites:        make(map[*ast.CallExpr]*callSite),
		calls:        make(map[callable][]*callSite),
		paramNodes:   make(map[*node]paramNode),
		helpers:      make(map[*types.Func]*helperFact),
		pointing:     make(map[*types.Func]bool),
		byCaller:     make(map[callerLookup]*seed),
		linked:       make(map[[2]*node]bool),
	}
}

// A callable is a declared function or method, or a function literal.
type callable any // *types.Func or *ast.FuncLit

// A resultOf is one result of a function.
type resultOf struct {
	fn    callable
	index int
}

// index notes which variables hold which functions, every parameter's function,
// and how constants are written, before the walk needs to know.
func (g *graph) index(file *ast.File) {
	ast.Inspect(file, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncDecl:
			if fn, ok := g.info.Defs[n.Name].(*types.Func); ok {
				for i := range fn.Signature().Params().Len() {
					g.paramOf[fn.Signature().Params().At(i)] = fn
				}
				if fn.Signature().Recv() != nil {
					g.methods[fn.Name()] = append(g.methods[fn.Name()], fn)
				}
				if recv := fn.Signature().Recv(); recv != nil && syntax.IsPlain(recv.Type().Underlying()) {
					g.paramOf[recv] = fn
				}
				g.notePointing(n, fn)
				if fn.Name() == "Wire" && !ast.IsGenerated(file) {
					g.wires[fn] = n
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
		case *ast.GenDecl:
			if n.Tok == token.CONST {
				g.noteHex(n)
				return false
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
		if id := syntax.CalledName(rhs); id != nil {
			g.followed[id] = true
		}
	}
}

// callee returns the function or method that a call names, or the interface's
// method; nil for function values and conversions.
func (g *graph) callee(call *ast.CallExpr) *types.Func {
	fn, ok := g.callees[call]
	if !ok {
		fn, _ = typeutil.Callee(g.info, call).(*types.Func)
		g.callees[call] = fn
	}
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

// implementations returns the methods that a call of an interface's method may come to, if the package has them all: other
// packages' types cannot have a method whose name is not exported.
func (g *graph) implementations(method *types.Func) []*types.Func {
	if method == nil || method.Exported() || method.Pkg() != g.pass.Pkg || method.Signature().Recv() == nil || !types.IsInterface(method.Signature().Recv().Type()) {
		return nil
	}
	var all []*types.Func
	for _, fn := range g.methods[method.Name()] {
		if types.Identical(fn.Signature(), method.Signature()) {
			all = append(all, fn)
		}
	}
	return all
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
		c := any(v)
		for t := v.Type(); elementType(t) != nil; t = elementType(t) {
			for _, parts := range []map[any]*node{g.elements, g.written} {
				if n := parts[c]; n != nil {
					n.opaque = true
				}
			}
			c = inner{c}
		}
	}
}
