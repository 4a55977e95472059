package binding

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// This file is about constants that a place holds only to put them where codes are.

// handedOn returns what a place's constants are, given that all it is stored in holds codes of one domain: the
// parameter of a setter or constructor, a variable or result that holds nothing but constants. Who else calls a
// function, and with what, does not matter to a constant.
func (g *graph) handedOn(place *node) *Value {
	var found *Value
	seen := make(map[*node]bool)
	var visit func(n *node) bool
	visit = func(n *node) bool {
		if seen[n] {
			return true
		}
		seen[n] = true
		if n.against != "" || len(n.uses) > 0 {
			return false // what it is compared with says more
		}
		for _, next := range n.out {
			v := g.valueOfNode(next)
			switch {
			case v == nil && next.seed == nil && len(next.out) > 0:
				if !visit(next) {
					return false
				}
			case v == nil, found != nil && found.Domain != v.Domain:
				return false
			default:
				found = v
			}
		}
		return true
	}
	if !visit(place) {
		return nil
	}
	return found
}

// handedOnAlike is handedOn for a place that holds nothing but constants. If one is no code, the others are none.
func (g *graph) handedOnAlike(place *node) *Value {
	if !place.constant || len(place.origins) > 0 || place.opaque || place.altered {
		return nil
	}
	v := g.handedOn(place)
	if v == nil || slices.ContainsFunc(place.stored, func(u use) bool {
		return u.foreign || u.text != "" && !strings.HasPrefix(u.text, "-") && !v.Domain.Has(u.text)
	}) {
		return nil
	}
	return v
}

// pointedTo returns the value of which a call makes a variable, to return its address, as new(5)
// does, or ptr(5); nil for any other call.
func (g *graph) pointedTo(call *ast.CallExpr) ast.Expr {
	if len(call.Args) != 1 || call.Ellipsis.IsValid() {
		return nil
	}
	arg := call.Args[0]
	if syntax.IsBuiltin(g.info, call, "new") {
		if g.info.Types[arg].IsValue() {
			return arg
		}
		return nil
	}
	fn := g.callee(call)
	if fn == nil {
		return nil
	}
	fn = fn.Origin()
	if sig := fn.Signature(); sig.Recv() == nil && pointsTo(sig) && (fn.Pkg() != g.pass.Pkg || g.pointing[fn]) {
		return arg
	}
	return nil
}

// pointsTo reports whether a function gets one value, and returns a pointer to one of that type,
// which is any type or one that codes have.
func pointsTo(sig *types.Signature) bool {
	if sig.Params().Len() != 1 || sig.Results().Len() != 1 || sig.Variadic() {
		return false
	}
	param := sig.Params().At(0).Type()
	ptr, ok := sig.Results().At(0).Type().(*types.Pointer)
	if !ok || !types.Identical(ptr.Elem(), param) {
		return false
	}
	switch param.(type) {
	case *types.Basic, *types.TypeParam:
		return true
	}
	return false
}

// pointee returns the pointer of which another package's function gives the value, as
// aws.ToInt64(p) and ptr.Deref(p, 0) do, and the argument that it gives for nil, if there is one.
func (g *graph) pointee(call *ast.CallExpr) (pointer, otherwise ast.Expr) {
	fn := g.callee(call)
	if fn == nil || fn.Pkg() == g.pass.Pkg || call.Ellipsis.IsValid() {
		return nil, nil
	}
	sig := fn.Origin().Signature()
	n := sig.Params().Len()
	if n == 0 || n > 2 || n != len(call.Args) || sig.Results().Len() != 1 || sig.Recv() != nil || sig.Variadic() {
		return nil, nil
	}
	result := sig.Results().At(0).Type()
	ptr, ok := sig.Params().At(0).Type().(*types.Pointer)
	if !ok || !types.Identical(ptr.Elem(), result) {
		return nil, nil
	}
	_, generic := result.(*types.TypeParam)
	_, basic := result.(*types.Basic)
	switch {
	case n == 1 && (generic || basic):
		return call.Args[0], nil
	case n == 2 && generic && types.Identical(sig.Params().At(1).Type(), result): // atomic.AddInt64 is another matter
		return call.Args[0], call.Args[1]
	}
	return nil, nil
}

// pointeeNode returns the node of what a call gives that has a pointer's value.
func (g *graph) pointeeNode(call *ast.CallExpr, fn *function) *node {
	pointer, otherwise := g.pointee(call)
	switch {
	case pointer == nil:
		return nil
	case otherwise == nil:
		return g.locate(pointer, fn)
	case fn == nil:
		return nil
	}
	from := g.locate(pointer, fn)
	if from == nil {
		return nil
	}
	n := g.add(&node{})
	g.located[call] = n
	g.storeNode(n, from, fn)
	g.put(n, g.info.TypeOf(call), otherwise, Argument, fn)
	n.literal = false // what stands for a code is no number of another kind
	return n
}

// notePointing notes a function that does nothing but return its parameter's address.
func (g *graph) notePointing(decl *ast.FuncDecl, fn *types.Func) {
	if decl.Body == nil || len(decl.Body.List) != 1 || !pointsTo(fn.Signature()) {
		return
	}
	ret, ok := decl.Body.List[0].(*ast.ReturnStmt)
	if !ok || len(ret.Results) != 1 {
		return
	}
	addr, ok := ast.Unparen(ret.Results[0]).(*ast.UnaryExpr)
	if !ok || addr.Op != token.AND {
		return
	}
	if id := syntax.Name(addr.X); id != nil && object(g.info, id) == types.Object(fn.Signature().Params().At(0)) {
		g.pointing[fn] = true
	}
}
