package binding

import "go/ast"

// valueOf: see [Result.Of].
func (g *graph) valueOf(e ast.Expr) (Value, bool) {
	g.mu.Lock()
	defer g.mu.Unlock()
	n := g.locate(e, nil)
	if n == nil {
		return Value{}, false
	}
	v, ok := g.values[n]
	if !ok {
		v = g.valueOfNode(n)
		g.values[n] = v
	}
	if v == nil {
		return Value{}, false
	}
	return *v, true
}

// valueOfNode returns what a node is bound to: by its own decision, else by
// that of everything stored in it.
func (g *graph) valueOfNode(n *node) *Value {
	if s := n.seed; s != nil && s.decided {
		return g.value(s.decision)
	}
	if n.opaque {
		return nil
	}
	var best *node
	for origin := range n.origins {
		if origin == n {
			continue // a seed that is undecided by itself
		}
		s := origin.seed
		if s == nil || !s.decided || s.decision.Domain == "" {
			return nil
		}
		if best == nil {
			best = origin
			continue
		}
		b := best.seed
		if b.decision.Domain != s.decision.Domain {
			return nil
		}
		if s.grade < b.grade || s.grade == b.grade && origin.id < best.id {
			best = origin
		}
	}
	if best == nil {
		return nil
	}
	return g.value(best.seed.decision)
}

func (g *graph) value(d Decision) *Value {
	dom := g.view.Learn(d.Domain, d.Def)
	if dom == nil {
		return nil
	}
	return &Value{Domain: dom, Grade: d.Grade, Vendor: g.vendor || d.Vendor || d.Def != nil, Why: d.Why}
}
