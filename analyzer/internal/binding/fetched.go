package binding

import (
	"go/ast"
	"go/types"
	"slices"

	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// This file finds out which of a package's requests can have brought a reply: those of the functions that have it in a
// variable of their own, of those that give them the request, and of the functions that they have fetch it. A package
// also asks others, a chat that it tells of failures, say.

// askedFor returns what is known of the addresses from which a reply can come.
func (a *addresses) askedFor(reply types.Object) asked {
	f := &fetchers{a: a, reply: reply, all: make(map[*ast.FuncDecl]bool)}
	for _, decl := range a.decls {
		if f.has(decl) {
			f.add(decl)
			f.addCallers(decl)
		}
	}
	sum := asked{unknown: f.elsewhere}
	for decl := range f.all {
		sum = sum.and(a.askedBy[decl])
	}
	return sum
}

// fetchers are the functions that fetch one reply.
type fetchers struct {
	a     *addresses
	reply types.Object // the field that holds the code, or the variable in which it is looked up
	all   map[*ast.FuncDecl]bool

	elsewhere bool // a function that is not in sight gets the reply to fill: of an interface, or of another package of the module
}

// has reports whether a function has the reply in a variable of its own, which is no parameter.
func (f *fetchers) has(decl *ast.FuncDecl) bool {
	found := false
	ast.Inspect(decl, func(n ast.Node) bool {
		if id, ok := n.(*ast.Ident); ok && !found {
			v, _ := f.a.g.info.Defs[id].(*types.Var)
			found = v != nil && (v.Kind() == types.LocalVar || v.Kind() == types.ResultVar) && (types.Object(v) == f.reply || f.isIn(v.Type(), 0))
		}
		return !found
	})
	return found
}

// add adds a function, and those that it calls to fetch the reply.
func (f *fetchers) add(decl *ast.FuncDecl) {
	if f.all[decl] {
		return
	}
	f.all[decl] = true
	ast.Inspect(decl, func(n ast.Node) bool {
		call, ok := n.(*ast.CallExpr)
		if !ok || f.a.g.info.Types[call.Fun].IsType() || f.a.g.info.Types[call.Fun].IsBuiltin() {
			return true
		}
		fn := f.a.g.callee(call)
		if fn == nil {
			f.elsewhere = f.elsewhere || f.fills(call)
			return true
		}
		switch callee := f.a.declOf[fn.Origin()]; {
		case callee != nil && (f.fills(call) || f.returns(fn)):
			f.add(callee)
		case callee == nil && f.a.g.inModule(fn.Pkg()):
			f.elsewhere = f.elsewhere || !f.a.givesRequest(call, fn) && (f.fills(call) || f.returnsIt(fn))
		}
		return true
	})
}

// addCallers adds the functions that give a function the request that brings the reply.
func (f *fetchers) addCallers(decl *ast.FuncDecl) {
	fn, ok := f.a.g.info.Defs[decl.Name].(*types.Func)
	if !ok {
		return
	}
	for p := range fn.Signature().Params().Variables() {
		if !isRequest(p.Type()) {
			continue
		}
		for _, arg := range f.a.calls[p] {
			if caller := f.a.around(arg); caller != nil {
				f.all[caller] = true
			}
		}
	}
}

// givesRequest reports whether a call gives another package's function a request, or the address of one, which then is
// known here.
func (a *addresses) givesRequest(call *ast.CallExpr, fn *types.Func) bool {
	for i, arg := range call.Args {
		if p := syntax.Parameter(fn.Origin().Signature(), i); isRequest(a.g.info.TypeOf(arg)) || p != nil && a.takesAddress(fn.Origin(), p, i) {
			return true
		}
	}
	return false
}

// isRequest reports whether a type is that of an HTTP request, net/http's or another package's.
func isRequest(t types.Type) bool {
	if t == nil {
		return false
	}
	named, ok := types.Unalias(syntax.Pointee(t)).(*types.Named)
	return ok && named.Obj().Name() == "Request"
}

// fills reports whether a call gets the reply to fill.
func (f *fetchers) fills(call *ast.CallExpr) bool {
	return slices.ContainsFunc(call.Args, func(arg ast.Expr) bool {
		if v := object(f.a.g.info, syntax.WithoutAddress(arg)); v != nil && v == f.reply {
			return true
		}
		t := f.a.g.info.TypeOf(arg)
		return syntax.IsPointer(t) && f.isIn(t, 0) || isAnything(t)
	})
}

// returns reports whether a function returns the reply, or what it may be decoded from.
func (f *fetchers) returns(fn *types.Func) bool {
	for r := range fn.Signature().Results().Variables() {
		if t := r.Type(); isText(t) || syntax.IsBytes(t) || isReader(t) {
			return true
		}
	}
	return f.returnsIt(fn)
}

// returnsIt reports whether a function returns the reply.
func (f *fetchers) returnsIt(fn *types.Func) bool {
	for r := range fn.Signature().Results().Variables() {
		if f.isIn(r.Type(), 0) || isAnything(r.Type()) {
			return true
		}
	}
	return false
}

// isIn reports whether values of a type have the reply's code in them.
func (f *fetchers) isIn(t types.Type, depth int) bool {
	if depth > 3 {
		return false
	}
	switch u := syntax.Underlying(syntax.Pointee(t)).(type) {
	case *types.Struct:
		for field := range u.Fields() {
			if types.Object(field.Origin()) == f.reply || f.isIn(field.Type(), depth+1) {
				return true
			}
		}
	case *types.Slice:
		return f.isIn(u.Elem(), depth+1)
	case *types.Map:
		return f.isIn(u.Elem(), depth+1)
	}
	return false
}

// isAnything reports whether a type says nothing of its values: any, a type parameter, or a pointer to one.
func isAnything(t types.Type) bool {
	if t == nil {
		return false
	}
	face, ok := syntax.Underlying(syntax.Pointee(t)).(*types.Interface)
	return ok && (face.Empty() || syntax.IsTypeParam(syntax.Pointee(t)))
}

// isReader reports whether what a type is leads to a body: a response, or what it can be read from.
func isReader(t types.Type) bool {
	if face, ok := syntax.Underlying(t).(*types.Interface); ok {
		for m := range face.Methods() {
			if m.Name() == "Read" {
				return true
			}
		}
		return false
	}
	named, ok := types.Unalias(syntax.Pointee(t)).(*types.Named)
	return ok && named.Obj().Name() == "Response"
}
