package binding

import (
	"go/ast"
	"go/types"

	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// This file is about generic functions of other packages, of which nothing but the type is known:
//
//	func In[T comparable](x T, of ...T) bool
//
// All that it can find out about a T is whether it is another one, and it answers by yes or no, or a number.

// comparers notes that a generic function compares its arguments with each other.
func (g *graph) comparers(call *ast.CallExpr, fn *function) {
	callee := g.callee(call)
	if callee == nil || callee.Pkg() == nil || callee.Pkg() == g.pass.Pkg || listFunctions[syntax.FullName(callee)] {
		return
	}
	sig := callee.Origin().Signature()
	if sig.Results().Len() != 1 || !syntax.IsBoolean(sig.Results().At(0).Type()) && !syntax.IsInteger(sig.Results().At(0).Type()) {
		return // which may keep what it gets
	}
	for i := range sig.TypeParams().Len() {
		if tp := sig.TypeParams().At(i); onlyComparable(tp) {
			g.comparesAll(call, sig, tp, fn)
		}
	}
}

// onlyComparable reports whether a type parameter's constraint is comparable, and nothing more.
func onlyComparable(tp *types.TypeParam) bool {
	i, ok := tp.Constraint().Underlying().(*types.Interface)
	if !ok || !i.IsComparable() || i.NumMethods() > 0 {
		return false
	}
	for embedded := range i.EmbeddedTypes() {
		if inner, ok := embedded.Underlying().(*types.Interface); !ok || inner.NumMethods() > 0 || inner.NumEmbeddeds() > 0 {
			return false
		}
	}
	return true
}

// comparesAll pairs the arguments of a call that are of a type parameter, or lists or keys of it. It knows nothing of a function
// that gets them in another way, to store or hand them on.
func (g *graph) comparesAll(call *ast.CallExpr, sig *types.Signature, tp *types.TypeParam, fn *function) {
	var values []ast.Expr
	var lists []*node
	for i := range sig.Params().Len() {
		param := sig.Params().At(i).Type()
		several := sig.Variadic() && i == sig.Params().Len()-1 && !call.Ellipsis.IsValid()
		switch t := core(param); {
		case !mentions(param, tp) || i >= len(call.Args):
		case param == types.Type(tp):
			values = append(values, call.Args[i])
		case several && !syntax.IsBoolean(sig.Results().At(0).Type()):
			return // which may count what it gets
		case several && elementType(t) == types.Type(tp):
			lists = append(lists, g.variadicNode(call.Args[i:], fn))
		case elementType(t) == types.Type(tp) && syntax.IsList(t):
			lists = append(lists, g.elementNode(call.Args[i], fn))
		case syntax.IsMap(t) && keyType(t) == types.Type(tp) && !mentions(t.Underlying().(*types.Map).Elem(), tp):
			lists = append(lists, g.keyNode(call.Args[i]))
		case mentions(t, tp):
			return
		}
	}
	for i, x := range values {
		for _, y := range values[:i] {
			g.equal(y, x, Meeting{Kind: Argument}, fn)
		}
		for _, list := range lists {
			g.searched(x, list, Argument, fn)
		}
	}
	for i, list := range lists {
		for _, other := range lists[:i] {
			g.pairUp(other, list, fn)
		}
	}
}

// variadicNode returns a node for the arguments of a variadic parameter, nil where their type says all there is to say.
func (g *graph) variadicNode(args []ast.Expr, fn *function) *node {
	if len(args) == 0 {
		return nil
	}
	t := g.info.TypeOf(args[0])
	if t == nil || !g.canHold(types.Default(t)) || g.statedDomain(t) != nil {
		return nil
	}
	n := g.add(&node{part: true})
	for _, arg := range args {
		g.put(n, types.Default(t), arg, Argument, fn)
	}
	return n
}

// core returns the type that a type parameter stands for where its constraint allows one alone, up to its name: of S ~[]E it is
// []E. Any other type it returns as it is.
func core(t types.Type) types.Type {
	tp, ok := t.(*types.TypeParam)
	if !ok {
		return t
	}
	i, ok := tp.Constraint().Underlying().(*types.Interface)
	if !ok || i.NumEmbeddeds() != 1 {
		return t
	}
	union, ok := i.EmbeddedType(0).(*types.Union)
	if !ok {
		return i.EmbeddedType(0)
	}
	if union.Len() != 1 {
		return t
	}
	return union.Term(0).Type()
}

// mentions reports whether a type is made of a type parameter.
func mentions(t types.Type, tp *types.TypeParam) bool {
	switch t := t.(type) {
	case *types.TypeParam:
		return t == tp || core(t) != types.Type(t) && mentions(core(t), tp)
	case *types.Tuple:
		for v := range t.Variables() {
			if mentions(v.Type(), tp) {
				return true
			}
		}
	case *types.Map:
		return mentions(t.Key(), tp) || mentions(t.Elem(), tp)
	case *types.Signature:
		return mentions(t.Params(), tp) || mentions(t.Results(), tp)
	case interface{ Elem() types.Type }: // a pointer, a list, a channel
		return mentions(t.Elem(), tp)
	case *types.Named:
		for arg := range t.TypeArgs().Types() {
			if mentions(arg, tp) {
				return true
			}
		}
	case *types.Struct, *types.Interface:
		return true // who knows
	}
	return false
}
