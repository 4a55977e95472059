package binding

import (
	"go/ast"
	"go/constant"
	"go/types"
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
