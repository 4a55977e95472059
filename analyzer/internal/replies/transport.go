package replies

import (
	"go/ast"
	"go/types"
	"slices"

	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// checksTransport reports whether the package, or one of the module that it imports, has a transport that looks
// at the codes of all replies.
func (r *Result) checksTransport() bool {
	if r.transport == unasked {
		r.transport = no
		if r.hasTransport() || slices.ContainsFunc(r.pass.Pkg.Imports(), r.importsTransport) {
			r.transport = yes
		}
	}
	return r.transport == yes
}

// hasTransport looks for a RoundTrip, and for other functions of its kind that somebody may call in its place.
func (r *Result) hasTransport() bool {
	for _, fn := range r.declared {
		if r.isTest(fn.Pos()) || !r.looks(fn) {
			continue
		}
		if fn.Signature().Recv() != nil && fn.Name() == "RoundTrip" || r.hasTransportLiteral(r.decls[fn]) {
			return true
		}
		if roundTrips(fn.Signature()) && r.isHandedOut(fn) {
			return true
		}
	}
	return false
}

// isHandedOut reports whether a function of the package is used other than by calling it.
func (r *Result) isHandedOut(fn *types.Func) bool {
	r.callsOf(fn)
	return r.handedOut[fn]
}

// hasTransportLiteral reports whether there is a function literal of the kind in a declared function that looks at codes.
func (r *Result) hasTransportLiteral(decl *ast.FuncDecl) bool {
	found := false
	ast.Inspect(decl.Body, func(n ast.Node) bool {
		if lit, ok := n.(*ast.FuncLit); ok {
			sig, ok := r.info.TypeOf(lit).(*types.Signature)
			found = found || ok && roundTrips(sig)
		}
		return !found
	})
	return found
}

// roundTrips reports whether a function gets a request and returns the response.
func roundTrips(sig *types.Signature) bool {
	params, results := sig.Params(), sig.Results()
	return params.Len() == 1 && results.Len() == 2 && sourceOf(params.At(0).Type()) == request && sourceOf(results.At(0).Type()) == response &&
		syntax.IsError(results.At(1).Type())
}

// importsTransport is checksTransport for a package that is imported.
func (r *Result) importsTransport(pkg *types.Package) bool {
	if !r.inModule(pkg) {
		return false
	}
	for _, name := range pkg.Scope().Names() {
		tn, ok := pkg.Scope().Lookup(name).(*types.TypeName)
		if !ok || tn.IsAlias() {
			continue
		}
		obj, _, _ := types.LookupFieldOrMethod(types.NewPointer(tn.Type()), true, pkg, "RoundTrip")
		if fn, ok := obj.(*types.Func); ok && r.looks(fn.Origin()) {
			return true
		}
	}
	return false
}
