package binding

import (
	"go/ast"
	"go/constant"
	"go/types"

	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// A small helper of the package often serves codes and other things alike:
//
//	func text(m map[string]any, key string) string { s, _ := m[key].(string); return s }
//	func oneOf(s string, list ...string) bool { return slices.Contains(list, s) }
//
// So what goes through a helper is decided per call: a call has nodes of its
// own for its arguments and results, and once all stores are known, the
// helper's part is done over for each call: its result is the argument that it
// hands back, a lookup by the key that it is given, and its arguments are
// compared with each other.

// A callSite is one call of a function of the package.
type callSite struct {
	call     *ast.CallExpr
	target   callable
	around   *function
	args     map[int]*node // by the parameter's index
	variadic *node         // elements of the variadic parameter
	results  map[int]*node
}

// A keyParam is a parameter that its function looks something up by.
type keyParam struct {
	fn    callable
	index int
}

// A paramNode says which parameter a node stands for.
type paramNode struct {
	fn      callable
	index   int
	element bool // its elements
	keys    bool // its keys
	key     bool // what is looked up by it
}

// site returns the call site of a call, for a function of the package.
func (g *graph) site(call *ast.CallExpr, target callable, fn *function) *callSite {
	s, ok := g.sites[call]
	if !ok {
		s = &callSite{call: call, target: target, around: fn}
		g.sites[call] = s
		g.calls[target] = append(g.calls[target], s)
		g.siteOrder = append(g.siteOrder, s)
	}
	return s
}

// argument returns the node of a call's argument, which is stored in param.
func (s *callSite) argument(g *graph, i int, param *node) *node {
	n := s.args[i]
	if n == nil {
		if s.args == nil {
			s.args = make(map[int]*node)
		}
		n = g.add(&node{part: true})
		s.args[i] = n
		g.edge(n, param)
	}
	return n
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
			}
			return g.keyParams[k]
		}
	}
	return nil
}

// resolveCalls does the helpers' part for every call, until nothing is new:
// helpers call helpers.
func (g *graph) resolveCalls() {
	g.indexParams()
	for again := true; again; {
		again = false
		for _, s := range g.siteOrder {
			for i, n := range s.results {
				again = g.resolveResult(s, i, n) || again
			}
		}
	}
	g.resolvePairs()
	g.findHelpers()
}

// indexParams notes which nodes stand for parameters.
func (g *graph) indexParams() {
	for v, fn := range g.paramOf {
		_, params := g.signature(fn)
		for i, p := range params {
			if p != v {
				continue
			}
			if n := g.vars[v]; n != nil && n.seed == nil {
				g.paramNodes[n] = paramNode{fn: fn, index: i}
			}
			g.indexParts(v, paramNode{fn: fn, index: i})
		}
	}
	for fn := range g.calls {
		if f, ok := fn.(*types.Func); ok && f.Signature().Recv() != nil {
			g.indexParts(f.Signature().Recv(), paramNode{fn: fn, index: receiver})
		}
	}
	for k, n := range g.keyParams {
		g.paramNodes[n] = paramNode{fn: k.fn, index: k.index, key: true}
	}
}

// indexParts notes the nodes of the elements and keys of a parameter.
func (g *graph) indexParts(v *types.Var, p paramNode) {
	if n := g.elements[v]; n != nil {
		p.element, p.keys = true, false
		g.paramNodes[n] = p
	}
	if n := g.keys[v]; n != nil {
		p.element, p.keys = false, true
		g.paramNodes[n] = p
	}
}

// resolveResult gives a call's result what the callee's result comes from.
func (g *graph) resolveResult(s *callSite, i int, n *node) (changed bool) {
	from := g.comesFrom(g.resultOfFunc(s.target, i), s.target)
	for _, p := range from.params {
		switch {
		case p.key:
			changed = g.lookupAt(s, p.index, n) || changed
		default:
			changed = g.edgeOnce(g.given(s, p), n) || changed
		}
	}
	n.literal = n.literal || from.literal
	n.negative = n.negative || from.negative
	for _, other := range from.rest {
		if other.lookup && g.within(other, s.target) {
			changed = g.lookupAgain(s, other, n) || changed
			continue
		}
		changed = g.edgeOnce(other, n) || changed
	}
	return changed
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

// within reports whether a lookup reads from what its function alone has.
func (g *graph) within(lookup *node, fn callable) bool {
	f, ok := fn.(*types.Func)
	v, local := lookup.seed.container.(*types.Var)
	return ok && (lookup.seed.container == types.Object(f) || local && !v.IsField() && f.Scope() != nil && f.Scope().Contains(v.Pos()))
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

// provenance is what a result comes from: parameters of its function, and
// everything else.
type provenance struct {
	params   []paramNode
	rest     []*node
	literal  bool // a literal among it
	negative bool // something that may be negative
}

// comesFrom follows the stores back from a node of fn to fn's parameters.
func (g *graph) comesFrom(n *node, fn callable) provenance {
	var p provenance
	for src := range sourcesUntil(n, func(src *node) bool {
		if param, ok := g.paramNodes[src]; ok && param.fn == fn {
			return !param.key // a lookup has a fallback
		}
		return g.isOutside(src)
	}) {
		p.literal = p.literal || src.literal && src.seed == nil
		p.negative = p.negative || src.negative || src.altered
		if param, ok := g.paramNodes[src]; ok && param.fn == fn {
			p.params = append(p.params, param)
		} else if g.isOutside(src) {
			p.rest = append(p.rest, src)
		}
	}
	return p
}

// isOutside reports whether a node's value comes from elsewhere than the stores
// that lead to it.
func (g *graph) isOutside(n *node) bool {
	return n.opaque || n.seed != nil || n == g.status || len(n.in) == 0 && n.isOpen()
}

// edgeOnce adds an edge and reports whether it is new.
func (g *graph) edgeOnce(src, dst *node) bool {
	if src == nil || src == dst || g.linked[[2]*node{src, dst}] {
		return false
	}
	g.linked[[2]*node{src, dst}] = true
	g.edge(src, dst)
	return true
}

// resolvePairs compares a call's arguments with each other where the callee
// compares its parameters.
func (g *graph) resolvePairs() {
	done := make(map[pair]bool)
	for i := 0; i < len(g.pairs); i++ {
		p := g.pairs[i]
		if done[p] {
			continue
		}
		done[p] = true
		as, bs := g.paramsOf(p.a), g.paramsOf(p.b)
		for _, a := range as {
			for _, b := range bs {
				g.pairGiven(a, func(s *callSite) *node { return g.given(s, b) }, a.fn == b.fn && !b.key)
			}
			g.pairGiven(a, func(*callSite) *node { return p.b }, len(bs) == 0)
		}
		for _, b := range bs {
			g.pairGiven(b, func(*callSite) *node { return p.a }, len(as) == 0)
		}
	}
}

// pairGiven pairs what each call gives a parameter with something else.
func (g *graph) pairGiven(p paramNode, with func(*callSite) *node, apply bool) {
	if !apply || p.key {
		return
	}
	for _, s := range g.calls[p.fn] {
		if x, y := g.given(s, p), with(s); x != nil && y != nil && x != y {
			g.pairs = append(g.pairs, pair{x, y})
		}
	}
}

// paramsOf returns the parameters that a node's value can come from.
func (g *graph) paramsOf(n *node) []paramNode {
	var params []paramNode
	for src := range sourcesUntil(n, func(src *node) bool { _, ok := g.paramNodes[src]; return ok }) {
		if p, ok := g.paramNodes[src]; ok {
			params = append(params, p)
		}
	}
	return params
}

// given returns the node of what a call gives a parameter.
func (g *graph) given(s *callSite, p paramNode) *node {
	if !p.element && !p.keys {
		return s.args[p.index]
	}
	if p.element && p.index != receiver && s.variadic != nil {
		return s.variadic
	}
	var list ast.Expr
	if p.index != receiver && p.index < len(s.call.Args) {
		list = s.call.Args[p.index]
	} else if sel, ok := ast.Unparen(s.call.Fun).(*ast.SelectorExpr); ok && p.index == receiver {
		list = sel.X
	}
	switch {
	case list == nil:
		return nil
	case p.keys:
		return g.keyNode(list)
	}
	return g.elementNode(list, s.around)
}

// isZero reports whether e is the constant 0 or "".
func (g *graph) isZero(e ast.Expr) bool {
	tv := g.info.Types[e]
	switch {
	case tv.Value == nil:
		return false
	case tv.Value.Kind() == constant.String:
		return constant.StringVal(tv.Value) == ""
	}
	return tv.Value.Kind() == constant.Int && constant.Sign(tv.Value) == 0
}
