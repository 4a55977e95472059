package binding

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// Slices, arrays, maps and channels have a node for their elements and one for
// their keys or indices, so that a code can go through a list, and the
// constants of a list that is searched for a code are known.

// containerOf returns what identifies the container that e denotes, for a node:
// a variable or field, a literal, a function's result.
func (g *graph) containerOf(e ast.Expr) any {
	switch x := ast.Unparen(e).(type) {
	case *ast.Ident, *ast.SelectorExpr:
		if v, ok := object(g.info, x).(*types.Var); ok {
			return v.Origin()
		}
	case *ast.StarExpr:
		return g.containerOf(x.X)
	case *ast.UnaryExpr:
		if x.Op == token.AND {
			return g.containerOf(x.X)
		}
	case *ast.SliceExpr:
		return g.containerOf(x.X)
	case *ast.IndexExpr:
		if outer := g.containerOf(x.X); outer != nil && elementType(elementType(g.info.TypeOf(x.X))) != nil {
			return inner{outer}
		}
	case *ast.CompositeLit:
		return x
	case *ast.CallExpr:
		if isAppend(g.info, x) {
			return g.containerOf(x.Args[0])
		}
		if fn := g.callee(x); fn != nil && len(x.Args) > 0 && sameElements[g.fullName(fn)] {
			return g.containerOf(x.Args[0])
		}
		if target := g.target(x); target != nil && g.ownFunction(target) {
			return resultOf{target, 0}
		}
	}
	return nil
}

// inner stands for the containers that are the elements of another one: texts["en"] for texts, a map of maps.
type inner struct{ of any }

// outermost returns the container that holds all the others around c.
func outermost(c any) any {
	for {
		in, ok := c.(inner)
		if !ok {
			return c
		}
		c = in.of
	}
}

// gathered returns the node of what a call that makes a list or an iterator of another container's has in it:
// slices.Sorted(maps.Keys(counts)).
func (g *graph) gathered(e ast.Expr, fn *function) *node {
	call, ok := ast.Unparen(e).(*ast.CallExpr)
	if !ok || len(call.Args) == 0 {
		return nil
	}
	callee := g.callee(call)
	if callee == nil {
		return nil
	}
	arg := call.Args[0]
	switch gatherers[g.fullName(callee)] {
	case keysOf:
		return g.listedKeys(arg)
	case elementsOf:
		if n := g.gathered(arg, fn); n != nil {
			return n
		}
		return g.elementNode(arg, fn)
	}
	return nil
}

type gathers int

const (
	keysOf gathers = iota + 1
	elementsOf
)

// gatherers are the functions that list, or yield, what is in their first argument.
var gatherers = map[string]gathers{
	"maps.Keys":                    keysOf,
	"maps.Values":                  elementsOf,
	"slices.Values":                elementsOf,
	"slices.Collect":               elementsOf,
	"slices.Sorted":                elementsOf,
	"slices.SortedFunc":            elementsOf,
	"slices.SortedStableFunc":      elementsOf,
	"golang.org/x/exp/maps.Keys":   keysOf,
	"golang.org/x/exp/maps.Values": elementsOf,
	"github.com/samber/lo.Keys":    keysOf,
	"github.com/samber/lo.Values":  elementsOf,
}

// sameElements are the functions that return their first argument, or one with some of the same in it.
var sameElements = map[string]bool{
	"slices.Clip":        true,
	"slices.Clone":       true,
	"slices.Compact":     true,
	"slices.CompactFunc": true,
	"slices.Delete":      true,
	"slices.DeleteFunc":  true,
	"slices.Grow":        true,
	"maps.Clone":         true,

	"golang.org/x/exp/slices.Clone":      true,
	"golang.org/x/exp/slices.Compact":    true,
	"golang.org/x/exp/slices.DeleteFunc": true,
	"golang.org/x/exp/maps.Clone":        true,
	"github.com/samber/lo.Uniq":          true,
}

// elementNode returns the node of the elements of the container that e denotes.
func (g *graph) elementNode(e ast.Expr, fn *function) *node {
	t := g.info.TypeOf(e)
	if t == nil {
		return nil
	}
	elem := elementType(t)
	if elem == nil {
		return g.gathered(e, fn) // an iterator
	}
	if !holdsAlike(elem) {
		return nil
	}
	if c := g.containerOf(e); c != nil {
		return g.elementOf(c)
	}
	return g.gathered(e, fn)
}

// holdsAlike reports whether a container of such elements holds one kind of
// thing. One of interfaces holds anything: what is beside a code in a []any is
// no code for that.
func holdsAlike(elem types.Type) bool {
	_, param := elem.(*types.TypeParam)
	return carries(elem) && (param || !types.IsInterface(elem))
}

// listedKeys returns the node of the keys that who goes through a map sees.
func (g *graph) listedKeys(e ast.Expr) *node {
	t, c := g.info.TypeOf(e), g.containerOf(e)
	if t == nil || c == nil || !syntax.IsMap(syntax.Pointee(t)) || !g.canHold(keyType(t)) {
		return nil
	}
	all := g.listed[c]
	if all == nil {
		all = g.add(&node{part: true, elements: true})
		g.listed[c] = all
		g.listedOrder = append(g.listedOrder, c)
	}
	return all
}

// fillListed stores what is known of a map's keys, once the walk is over, in what goes through them. Constants
// beside codes are codes if they are documented.
func (g *graph) fillListed() {
	for _, c := range g.listedOrder {
		all := g.listed[c]
		for _, parts := range []map[any]*node{g.keys, g.written} {
			n := parts[c]
			if n == nil || !n.constant && !n.opaque && len(n.in) == 0 {
				continue
			}
			g.edge(n, all)
			for src := range sources(n) {
				all.opaque = all.opaque || slices.ContainsFunc(src.stored, func(u use) bool {
					return !g.documented(responseKey, u.text) && !g.documented(reasonKey, u.text)
				})
			}
		}
		all.documented = true
	}
}

func (g *graph) elementOf(c any) *node { return g.partOf(g.elements, c) }

// keyNode returns the node of the keys of a map, or the indices of a slice or
// array.
func (g *graph) keyNode(e ast.Expr) *node {
	if c := g.containerOf(e); c != nil {
		return g.partOf(g.keys, c)
	}
	return nil
}

func (g *graph) partOf(parts map[any]*node, c any) *node {
	n, ok := parts[c]
	if !ok {
		n = g.add(&node{part: true, elements: true})
		if v, ok := outermost(c).(*types.Var); ok {
			n.obj = v
			n.test = g.inTestFile(v.Pos())
			n.opaque = v.Pkg() != g.pass.Pkg
		}
		parts[c] = n
	}
	return n
}

// alias notes that the container dst now is what src denotes: what is stored in
// one is in the other.
func (g *graph) alias(dst any, src ast.Expr, fn *function) {
	if g.aliasSet(dst, src, fn) {
		return
	}
	t := g.info.TypeOf(src)
	if tuple, ok := t.(*types.Tuple); ok && tuple.Len() > 0 {
		t = tuple.At(0).Type()
	}
	if t == nil || elementType(t) == nil || fn.test {
		return
	}
	if g.isConstant(src) || isMake(g.info, src) || isEmpty(src) {
		return
	}
	from := g.containerOf(src)
	if from == dst {
		return
	}
	if from == nil {
		if n := g.gathered(src, fn); n != nil {
			g.edge(n, g.elementOf(dst))
			return
		}
		g.spoilParts(dst, t)
		return
	}
	g.aliasParts(dst, from, t)
}

// aliasElement is alias for a container that is an element of another one.
func (g *graph) aliasElement(dst, list ast.Expr, fn *function) {
	t := elementType(g.info.TypeOf(list))
	to := g.containerOf(dst)
	if to == nil || elementType(t) == nil || fn.test {
		return
	}
	if from := g.containerOf(list); from != nil {
		g.aliasParts(to, inner{from}, t)
	} else {
		g.spoilParts(to, t)
	}
}

// aliasParts notes that two containers of a type are one, and so are those in them.
func (g *graph) aliasParts(dst, from any, t types.Type) {
	_, lit := outermost(from).(*ast.CompositeLit)
	for ; elementType(t) != nil; t = elementType(t) {
		for _, parts := range []map[any]*node{g.elements, g.keys, g.written} {
			a, b := g.partOf(parts, from), g.partOf(parts, dst)
			g.edge(a, b)
			if !lit && !g.readOnly(dst, t) {
				g.edge(b, a)
			}
		}
		dst, from = inner{dst}, inner{from}
	}
}

// spoilParts notes that a container holds something unknown.
func (g *graph) spoilParts(c any, t types.Type) {
	for ; elementType(t) != nil; t = elementType(t) {
		g.elementOf(c).opaque = true
		g.partOf(g.written, c).opaque = true
		c = inner{c}
	}
}

// readOnly reports whether a container is a parameter or receiver that is no
// channel: a callee seldom stores in its caller's list, and reads many callers'.
func (g *graph) readOnly(dst any, t types.Type) bool {
	v, ok := outermost(dst).(*types.Var)
	if !ok || v.Kind() != types.ParamVar && v.Kind() != types.RecvVar {
		return false
	}
	_, channel := syntax.Pointee(t).Underlying().(*types.Chan)
	return !channel
}

// elementType returns the type of a container's elements, or nil.
func elementType(t types.Type) types.Type {
	if t == nil {
		return nil
	}
	switch u := syntax.Pointee(t).Underlying().(type) {
	case *types.Slice:
		return u.Elem()
	case *types.Array:
		return u.Elem()
	case *types.Map:
		return u.Elem()
	case *types.Chan:
		return u.Elem()
	}
	return nil
}

// keyType returns the type of a container's keys, or nil.
func keyType(t types.Type) types.Type {
	switch u := syntax.Pointee(t).Underlying().(type) {
	case *types.Map:
		return u.Key()
	case *types.Slice, *types.Array:
		return types.Typ[types.Int]
	}
	return nil
}

func isAppend(info *types.Info, call *ast.CallExpr) bool {
	return syntax.IsBuiltin(info, call, "append")
}

// isEmpty reports whether e makes a list or map that has nothing in it yet.
func isEmpty(e ast.Expr) bool {
	lit, ok := ast.Unparen(e).(*ast.CompositeLit)
	return ok && len(lit.Elts) == 0
}

func isMake(info *types.Info, e ast.Expr) bool {
	call, ok := ast.Unparen(e).(*ast.CallExpr)
	return ok && syntax.IsBuiltin(info, call, "make")
}
