package binding

import (
	"go/ast"
	"go/types"

	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// This file is about sets of a generic type, of which nothing but that is known:
//
//	func Of[T comparable](values ...T) Set[T]
//	func (s Set[T]) Has(value T) bool
//
// What makes one can only put in it what it gets, and a method that gets nothing else and answers by yes or no asks for that.

// setOf returns the node of what is in a set that a container's name stands for.
func (g *graph) setOf(c any) *node { return g.partOf(g.sets, c) }

// aliasSet notes that the container dst now is the set that src makes, or is; it fails for anything else.
func (g *graph) aliasSet(dst any, src ast.Expr, fn *function) (made bool) {
	if fn.test || !isSet(g.info.TypeOf(src)) {
		return false
	}
	if call, ok := ast.Unparen(src).(*ast.CallExpr); ok {
		if values, ok := g.putInSet(call); ok {
			g.fillSet(g.setOf(dst), values, fn)
			return true
		}
	}
	if from := g.containerOf(src); from != nil && from != dst {
		g.edge(g.setOf(from), g.setOf(dst))
	}
	return false
}

// fillSet stores values in a set.
func (g *graph) fillSet(set *node, values []ast.Expr, fn *function) {
	for _, value := range values {
		t := g.info.TypeOf(value)
		if list, ok := ast.Unparen(value).(*ast.CompositeLit); ok && syntax.IsList(t) {
			g.fillSet(set, list.Elts, fn)
		} else if t != nil && g.canHold(types.Default(t)) && g.statedDomain(t) == nil {
			g.put(set, types.Default(t), value, Argument, fn)
		}
	}
}

// putInSet returns what a call puts in the set that it makes: values, or lists of them. It fails for a call that makes none.
func (g *graph) putInSet(call *ast.CallExpr) (values []ast.Expr, ok bool) {
	callee := g.callee(call)
	if callee == nil {
		return nil, false
	}
	sig := callee.Origin().Signature()
	if sig.TypeParams().Len() != 1 || sig.Results().Len() != 1 || call.Ellipsis.IsValid() {
		return nil, false
	}
	tp := sig.TypeParams().At(0)
	if arg := setElement(sig.Results().At(0).Type()); arg != types.Type(tp) || !onlyComparable(tp) {
		return nil, false // as what can be ordered may be the bounds of a range
	}
	for i := range sig.Params().Len() {
		param := sig.Params().At(i).Type()
		switch {
		case !mentions(param, tp):
		case !syntax.IsList(param) || elementType(param) != types.Type(tp):
			return nil, false
		case sig.Variadic() && i == sig.Params().Len()-1:
			ok = true
			values = append(values, call.Args[min(i, len(call.Args)):]...)
		case i < len(call.Args):
			ok = true
			values = append(values, call.Args[i])
		}
	}
	return values, ok
}

// isSet reports whether a type is that of a set, as far as can be seen: a generic one for one type of elements.
func isSet(t types.Type) bool { return setElement(t) != nil }

// setElement returns the type that a set is for.
func setElement(t types.Type) types.Type {
	if t == nil {
		return nil
	}
	named, ok := syntax.Pointee(t).(*types.Named)
	if !ok || named.TypeArgs().Len() != 1 {
		return nil
	}
	return named.TypeArgs().At(0)
}

// askedOfSet notes that a method of a set compares what it gets with what is in there.
func (g *graph) askedOfSet(call *ast.CallExpr, fn *function) {
	callee := g.callee(call)
	recv := syntax.Receiver(g.info, call)
	if callee == nil || recv == nil || len(call.Args) == 0 || fn.test || !isSet(g.info.TypeOf(recv)) {
		return
	}
	sig := callee.Origin().Signature()
	if sig.Results().Len() != 1 || !syntax.IsBoolean(sig.Results().At(0).Type()) || sig.RecvTypeParams().Len() != 1 && !types.IsInterface(sig.Recv().Type()) {
		return
	}
	elem := setElement(sig.Recv().Type())
	for i := range sig.Params().Len() {
		param := sig.Params().At(i).Type()
		if param != elem && !(sig.Variadic() && elementType(param) == elem && !call.Ellipsis.IsValid()) {
			return
		}
	}
	var set *node
	if made, ok := ast.Unparen(recv).(*ast.CallExpr); ok {
		if values, ok := g.putInSet(made); ok {
			set = g.add(&node{part: true})
			g.fillSet(set, values, fn)
		}
	}
	if set == nil {
		c := g.containerOf(recv)
		if c == nil {
			return
		}
		set = g.setOf(c)
	}
	for _, arg := range call.Args {
		g.searched(arg, set, Argument, fn)
	}
}
