package effects

import (
	"go/ast"
	"go/types"
	"slices"

	"github.com/errcodelint/errcodelint/analyzer/internal/index"
	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// This file says which functions of the package a call may call that does not name one: of a value of a
// function's type, of an interface's method, of what somebody can call who gets such a value.

// callbacksOf returns the functions and methods that callbacks is about, nil for none.
func (e *Effects) callbacksOf(t types.Type) *group {
	t = syntax.NamedIn(t)
	if _, basic := t.(*types.Basic); basic || t == nil || !e.carries {
		return nil
	}
	g, ok := e.callbackGroups[t]
	if !ok {
		if g = e.findCallbacks(t); len(g.members) == 0 {
			g = nil
		}
		e.callbackGroups[t] = g
	}
	return g
}

func (e *Effects) findCallbacks(t types.Type) *group {
	g := new(group)
	g.fillers(e, t, e.reachable(t).types)
	for r := range e.reachable(t).types {
		switch u := r.Underlying().(type) {
		case *types.Signature:
			g.members = append(g.members, e.functionsOf(u).members...)
		case *types.Interface:
			if !tellsNothing(r) {
				continue
			}
			for m := range u.Methods() {
				g.members = append(g.members, e.methodsOf(m.Name()).members...)
			}
		}
	}
	return g
}

// functionsOf returns the package's functions that a value of a function's type can be, and those that other packages' functions
// have made of what they got.
func (e *Effects) functionsOf(sig *types.Signature) *group {
	g, ok := e.functionGroups.At(sig).(*group)
	if !ok {
		g = new(group)
		for _, f := range e.values() {
			if f.sig == nil || mayBe(f.sig, sig) {
				g.members = append(g.members, f)
			}
		}
		for _, given := range e.index.Given {
			if mayBe(given.Sig, sig) {
				g.members = append(g.members, functionValue{sig: given.Sig, node: given.By, by: given.By})
			}
		}
		e.functionGroups.Set(sig, g)
	}
	return g
}

// mayBe reports whether two types of functions are one, or may be for some of their type parameters.
func mayBe(a, b *types.Signature) bool {
	alike := func(x, y *types.Tuple) bool {
		if x.Len() != y.Len() {
			return false
		}
		for i := range x.Len() {
			s, t := x.At(i).Type(), y.At(i).Type()
			if !types.Identical(s, t) && !syntax.IsMadeOfTypeParams(s) && !syntax.IsMadeOfTypeParams(t) {
				return false
			}
		}
		return true
	}
	return a.Variadic() == b.Variadic() && alike(a.Params(), b.Params()) && alike(a.Results(), b.Results())
}

// methodsOf returns the package's methods of a name.
func (e *Effects) methodsOf(name string) *group {
	g := e.methodGroups[name]
	if g == nil {
		g = new(group)
		for _, node := range e.index.Bodies {
			decl, ok := node.(*ast.FuncDecl)
			if ok && decl.Recv != nil && decl.Body != nil && decl.Name.Name == name {
				g.members = append(g.members, functionValue{node: decl, body: decl.Body})
			}
		}
		e.methodGroups[name] = g
	}
	return g
}

// A group is all that a dynamic call may call. It is added up once, as a function is that calls
// all of them.
type group struct {
	ast.Node
	members []functionValue
}

// A functionValue is a function that is used as a value.
type functionValue struct {
	sig  *types.Signature // nil: one of several
	node ast.Node
	body *ast.BlockStmt
	by   *ast.CallExpr // of another package's function: what has given it, see noteMade
}

// values returns the functions of the package that are used as values. So is the body of a loop over a function.
func (e *Effects) values() []functionValue {
	if e.functionValues != nil {
		return e.functionValues
	}
	e.functionValues = []functionValue{}
	asked := make(map[string]bool) // interfaces' methods
	for fn := range e.index.Valued {
		if recv := fn.Signature().Recv(); recv != nil && types.IsInterface(recv.Type()) {
			asked[fn.Name()] = true
		}
	}
	for _, node := range e.index.Bodies {
		switch n := node.(type) {
		case *ast.FuncLit:
			if u := e.index.Usage[n]; u == index.HandedOn || u == index.Passed {
				sig, _ := e.info.TypeOf(n).(*types.Signature)
				e.functionValues = append(e.functionValues, functionValue{sig: sig, node: n, body: n.Body})
			}
		case *ast.FuncDecl:
			fn, ok := e.info.Defs[n.Name].(*types.Func)
			if !ok || n.Body == nil || !e.index.Valued[fn] && (n.Recv == nil || !asked[fn.Name()]) {
				continue
			}
			for _, sig := range signaturesOf(fn) {
				e.functionValues = append(e.functionValues, functionValue{sig: sig, node: n, body: n.Body})
			}
		}
	}
	for _, loop := range e.index.OverFuncs {
		if sig := yieldOf(e.info.TypeOf(loop.X)); sig != nil {
			body := &ast.BlockStmt{List: []ast.Stmt{loop}} // which also sets the loop's variables
			e.functionValues = append(e.functionValues, functionValue{sig: sig, node: loop, body: body})
		}
	}
	return e.functionValues
}

// yieldOf returns the type of the function that an iterator gets: the body of the loop.
func yieldOf(iterator types.Type) *types.Signature {
	sig, ok := iterator.Underlying().(*types.Signature)
	if !ok || sig.Params().Len() != 1 {
		return nil
	}
	yield, _ := sig.Params().At(0).Type().Underlying().(*types.Signature)
	return yield
}

// signaturesOf returns the types that a function has as a value: of a method that of r.send and
// that of (*reply).send.
func signaturesOf(fn *types.Func) []*types.Signature {
	sig := fn.Signature()
	if sig.TypeParams().Len() > 0 || sig.RecvTypeParams().Len() > 0 {
		return []*types.Signature{nil}
	}
	sigs := []*types.Signature{types.NewSignatureType(nil, nil, nil, sig.Params(), sig.Results(), sig.Variadic())}
	if recv := sig.Recv(); recv != nil {
		params := append([]*types.Var{recv}, slices.Collect(sig.Params().Variables())...)
		sigs = append(sigs, types.NewSignatureType(nil, nil, nil, types.NewTuple(params...), sig.Results(), sig.Variadic()))
	}
	return sigs
}

// passedOut returns the literals that functions of another package have got, of which others there may call any.
func (e *Effects) passedOut(to *types.Package) *group {
	g := e.passedGroups[to]
	if lits := e.index.PassedOut[to]; g == nil && len(lits) > 0 {
		g = new(group)
		for _, lit := range lits {
			g.members = append(g.members, functionValue{node: lit, body: lit.Body})
		}
		e.passedGroups[to] = g
	}
	return g
}
