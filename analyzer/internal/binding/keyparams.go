package binding

import (
	"go/ast"
	"go/types"

	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// A keyParam is a parameter that its function looks something up by.
type keyParam struct {
	fn    callable
	index int
}

// lookupByParam returns the node of a lookup whose key is a parameter of the
// function around it, or nil.
func (g *graph) lookupByParam(e ast.Expr) *node {
	switch e := e.(type) {
	case *ast.IndexExpr:
		if t := g.info.TypeOf(e.X); t != nil && syntax.IsMap(syntax.Pointee(t)) {
			return g.byParam(e.Index)
		}
	case *ast.CallExpr:
		if key, _ := g.keyArgument(e); key != nil {
			return g.byParam(key)
		}
	}
	return nil
}

// byParam returns the node of all lookups by the parameter that key is, or nil.
func (g *graph) byParam(key ast.Expr) *node {
	v, ok := object(g.info, key).(*types.Var)
	if !ok || !isKind(v.Type(), types.IsString) {
		return nil
	}
	fn := g.paramOf[v]
	_, params := g.signature(fn)
	for i, p := range params {
		if p == v {
			k := keyParam{fn, i}
			if g.keyParams[k] == nil {
				g.keyParams[k] = g.add(&node{opaque: true})
				g.paramNodes[g.keyParams[k]] = paramNode{fn: fn, index: i, key: true}
			}
			return g.keyParams[k]
		}
	}
	return nil
}

// lookupAt makes a call's result a lookup by its index'th argument: of a wire
// key, or by a parameter of the function around it.
func (g *graph) lookupAt(s *callSite, index int, n *node) (changed bool) {
	if index >= len(s.call.Args) {
		return false
	}
	key, wire := g.wireKey(s.call.Args[index])
	if !wire {
		if outer := g.byParam(s.call.Args[index]); outer != nil {
			return g.edgeOnce(outer, n)
		}
		if !n.opaque && !g.isConstant(s.call.Args[index]) || n.seed == nil && !n.opaque {
			n.opaque = true
			return true
		}
		return false
	}
	if n.seed == nil {
		g.seedLookup(n, lookup{key, s.call}, s.around)
		return true
	}
	return false
}

// A callerLookup is what one function looks up by way of a helper.
type callerLookup struct {
	helper *seed
	caller types.Object
}

// lookupAgain makes a call's result a lookup of its caller's own, since the
// helper serves callers of several domains. What the caller does not show, the
// helper's own uses and other callers do.
func (g *graph) lookupAgain(s *callSite, helper, n *node) (changed bool) {
	if n.seed != nil {
		return false
	}
	key := callerLookup{helper.seed, s.around.obj}
	if g.byCaller[key] == nil {
		g.byCaller[key] = &seed{grade: Keyed, key: helper.seed.key, parent: helper.seed}
		g.byCaller[key].addPlace(g.nameOf(s.around))
		helper.seed.classes++
	}
	n.seed = g.byCaller[key]
	return true
}

// seedLookup makes n the seed of a lookup.
func (g *graph) seedLookup(n *node, l lookup, fn *function) {
	class := g.lookupClass(l, fn)
	n.seed = &seed{grade: Keyed, key: l.key, container: class.container}
	if fn != nil {
		n.seed.addPlace(g.nameOf(fn))
	}
}
