package binding

import (
	"go/types"
)

// within reports whether a lookup reads from what its function alone has.
func (g *graph) within(lookup *node, fn callable) bool {
	f, ok := fn.(*types.Func)
	v, local := lookup.seed.container.(*types.Var)
	return ok && (lookup.seed.container == types.Object(f) || local && !v.IsField() && f.Scope() != nil && f.Scope().Contains(v.Pos()))
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
		} else if g.isOutside(src) || src.constant && len(src.in) == 0 {
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
