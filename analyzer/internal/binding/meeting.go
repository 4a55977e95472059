package binding

import (
	"cmp"
	"go/ast"
	"go/types"
	"iter"
	"slices"
)

// A Kind says how a constant meets a code.
type Kind int

const (
	Comparison Kind = iota // by == or !=, or what comes to the same
	Case                   // in a case clause
	Ordering               // by < <= > >=
	Assignment             // assigned, or a variable's first value
	Element                // of a struct, slice or array literal, or a map's value
	Key                    // of a map or array literal that is indexed by codes
	Index                  // of such a map or array
	Argument
	Conversion
	Return
	Send
)

func (k Kind) String() string {
	return [...]string{"comparison", "case", "ordering", "assignment", "element", "key", "index",
		"argument", "conversion", "return", "send"}[k]
}

// A Meeting is a constant in a place where a code is, or belongs.
type Meeting struct {
	Const ast.Expr // also what a call only spells differently: codes.X.Wire()
	Kind  Kind
	Value Value           // the code's
	With  ast.Expr        // comparison, case, ordering: the other operand
	Test  *ast.BinaryExpr // ordering, and a comparison written as one
	Folds bool            // comparison: whether letters are small does not count
}

// A meeting is one whose value is not decided yet.
type meeting struct {
	node  *node
	param *node // of an argument or a cell's literal: the parameter, the literal
	Meeting
}

// Meetings yields every constant that meets a code, in the order of the source.
// An expression is yielded once.
func (r *Result) Meetings() iter.Seq[Meeting] {
	return func(yield func(Meeting) bool) {
		if r.graph == nil {
			return
		}
		for _, m := range r.graph.met() {
			if !yield(m) {
				return
			}
		}
	}
}

// met resolves the meetings, which several checks ask for.
func (g *graph) met() []Meeting {
	g.mu.Lock()
	defer g.mu.Unlock()
	if g.resolved == nil {
		g.resolved = g.resolveMeetings()
	}
	return g.resolved
}

func (g *graph) resolveMeetings() []Meeting {
	all := []Meeting{}
	seen := make(map[ast.Expr]bool)
	for _, m := range g.meetings {
		v := g.valueOfNode(m.node)
		switch {
		case v != nil:
		case m.param != nil:
			if v = g.valueOfNode(m.param); v == nil {
				v = g.handedOn(m.param)
			}
		default:
			v = g.handedOnAlike(m.node)
		}
		if v == nil && m.node.part && !m.node.clash {
			v = m.node.expected
		}
		if v == nil {
			v = g.valueOfType(m.Const)
		}
		if v == nil || seen[m.Const] || m.Kind == Index && m.node.seed == nil && !g.isCodeIndex(m, v) {
			continue
		}
		if label := g.labels[m.Const]; label != "" && label != v.Domain.Name && g.statedDomain(g.info.TypeOf(m.Const)) == nil {
			continue // a table for several domains
		}
		seen[m.Const] = true
		m.Value = *v
		all = append(all, m.Meeting)
	}
	slices.SortStableFunc(all, func(a, b Meeting) int { return cmp.Compare(a.Const.Pos(), b.Const.Pos()) })
	return all
}

// valueOfType returns what a constant is by its type, if the module made that for codes: it says
// so wherever the constant goes.
func (g *graph) valueOfType(constant ast.Expr) *Value {
	t := g.info.TypeOf(constant)
	if t == nil {
		return nil
	}
	n := g.typeNode(t)
	if n == nil {
		return nil
	}
	return g.valueOfNode(n)
}

// isCodeIndex reports whether a constant index stands for a code: of a table, or of a list that
// codes alone index. There it may be the first element as well as the code 0, or one behind all
// codes.
func (g *graph) isCodeIndex(m meeting, v *Value) bool {
	if m.node.isTable() {
		return true
	}
	u, says := g.constantUse(m.Const)
	for src := range sources(m.node) {
		says = says && !src.listed
	}
	if !says {
		return false
	}
	_, literal := ast.Unparen(m.Const).(*ast.BasicLit)
	_, documented := v.Domain.Lookup(u.text)
	return u.stated != nil || literal && documented && u.text != "0"
}

// isTable reports whether a container's keys are codes for all that we see: it
// is a map, or an array that a literal fills by key.
func (n *node) isTable() bool {
	for src := range sources(n) {
		if src.keyed {
			return true
		}
	}
	return false
}

// meet notes a constant that meets what is in a node.
func (g *graph) meet(n *node, m Meeting) {
	if n != nil {
		m.Const = ast.Unparen(m.Const)
		g.meetings = append(g.meetings, meeting{n, nil, m})
	}
}

// put stores src in dst, a place of type t: a node, or nothing where only the
// type can tell that it holds a code. A constant meets it.
func (g *graph) put(dst *node, t types.Type, src ast.Expr, kind Kind, fn *function) {
	if src == nil {
		return
	}
	if d := g.statedDomain(t); d != nil {
		dst = g.statedNode(d)
		if g.isConstant(src) {
			g.meet(dst, Meeting{Const: src, Kind: kind})
		}
		return // what else is stored there has the type itself
	}
	if dst == nil {
		if t != nil && g.isConstant(src) {
			g.meet(g.typeNode(t), Meeting{Const: src, Kind: kind})
		}
		return
	}
	if call, ok := ast.Unparen(src).(*ast.CallExpr); ok {
		if to := g.pointedTo(call); to != nil {
			src = to
		}
	}
	if !g.isConstant(src) {
		if _, says := g.constantUse(src); says { // codes.ResponseSuccess.Wire()
			g.meet(dst, Meeting{Const: src, Kind: kind})
		}
		g.storeNode(dst, g.locate(src, fn), fn)
		return
	}
	g.meet(dst, Meeting{Const: src, Kind: kind})
	if fn.test && !dst.test {
		return
	}
	u, says := g.constantUse(src)
	g.noteNegative(dst, u)
	if dst.typed {
		return
	}
	dst.constant = true
	dst.literal = dst.literal || g.isOtherNumber(src)
	if g.isHTTPStatusConst(src) {
		g.edge(g.status, dst)
	}
	if says {
		dst.stored = append(dst.stored, u)
	}
}

// isOtherNumber reports whether e is a literal that is neither a zero value nor
// a negative number for "none": stored beside codes in a place whose name does
// not speak of codes, it says that the place is for numbers of any kind.
func (g *graph) isOtherNumber(e ast.Expr) bool {
	_, literal := ast.Unparen(e).(*ast.BasicLit)
	return literal && !g.isZero(e)
}

// storeNode notes that what is in src is stored in dst; a src of nil is
// something unknown.
func (g *graph) storeNode(dst, src *node, fn *function) {
	switch {
	case dst == nil || dst.typed || fn.test && !dst.test:
	case src == nil:
		dst.opaque = true
	default:
		g.edge(src, dst)
	}
}

// pairUp notes that two values are compared with each other.
func (g *graph) pairUp(a, b *node, fn *function) {
	if a != nil && b != nil && a != b && !fn.test {
		g.pairs = append(g.pairs, pair{a, b})
	}
}

// KeysOf returns what the keys of a map literal are bound to: by their type, or since the map is
// looked up by a code.
func (r *Result) KeysOf(lit *ast.CompositeLit) (Value, bool) {
	if r.graph == nil {
		return Value{}, false
	}
	t := r.graph.info.TypeOf(lit)
	if t == nil {
		return Value{}, false
	}
	m, ok := t.Underlying().(*types.Map)
	if !ok {
		return Value{}, false
	}
	if d := r.OfType(m.Key()); d != nil {
		return Value{Domain: d, Grade: Stated}, true
	}
	for m := range r.Meetings() {
		if m.Kind == Key && lit.Pos() < m.Const.Pos() && m.Const.End() < lit.End() && isKey(lit, m.Const) {
			return m.Value, true
		}
	}
	return Value{}, false
}

// isKey reports whether an expression is one of a map literal's keys.
func isKey(lit *ast.CompositeLit, e ast.Expr) bool {
	return slices.ContainsFunc(lit.Elts, func(elt ast.Expr) bool {
		kv, ok := elt.(*ast.KeyValueExpr)
		return ok && ast.Unparen(kv.Key) == e
	})
}

// exchange gives each value of a pair the constants that the other holds.
func (g *graph) exchange() {
	g.findShared()
	for _, p := range g.pairs {
		for _, ab := range [2]pair{p, {p.b, p.a}} {
			code, other := ab.a, ab.b
			if other.origins[g.status] {
				code.against = "it is compared with an HTTP status"
			}
			if len(code.origins) == 0 || len(other.origins) > 0 || other.clash || other.row || code.opaque && code.seed == nil {
				continue
			}
			for n := range sources(other) {
				code.uses = append(code.uses, n.stored...)
			}
		}
	}
}

// findShared marks the lists and tables in which the program looks for HTTP statuses, too: which of
// their constants are codes, nothing says. What a helper looks for is judged per call.
func (g *graph) findShared() {
	for _, p := range g.pairs {
		for _, ab := range [2]pair{p, {p.b, p.a}} {
			if !ab.b.elements || len(ab.b.origins) > 0 || !ab.a.origins[g.status] || len(g.paramsOf(ab.a)) > 0 || len(g.paramsOf(ab.b)) > 0 {
				continue
			}
			for n := range sources(ab.b) {
				n.clash = true
			}
		}
	}
}

// expectOthers marks the tables that keep more than codes: the program adds something else under
// a key, and no table has some constant key as a code.
func (g *graph) expectOthers() {
	for _, w := range g.keyWrites {
		if w.key != nil && (g.valueOfNode(w.key) != nil || slices.ContainsFunc(slices.Collect(sources(w.key)), (*node).speaksOfCodes)) {
			continue
		}
		foreign := false
		for n := range sources(w.keys) {
			foreign = foreign || n.expected != nil && slices.ContainsFunc(n.stored, func(u use) bool { return !n.expected.Domain.Has(u.text) })
		}
		for n := range sources(w.keys) {
			n.clash = n.clash || foreign
		}
	}
}

// expect tells the places whose constants are compared with a code which code
// that is, and the lists that something else indexes too that it is no code.
func (g *graph) expect() {
	for _, n := range g.nodes {
		if n.listed {
			for src := range sources(n) {
				src.listed = true
			}
		}
	}
	for _, p := range g.pairs {
		for _, ab := range [2]pair{p, {p.b, p.a}} {
			v := g.valueOfNode(ab.a)
			if v == nil && ab.b.elements && !ab.b.listed {
				for n := range sources(ab.b) {
					n.listed = true
				}
			}
			if v == nil || len(ab.b.origins) > 0 || ab.b.row && ab.b.holdsOthers(v.Domain) {
				continue
			}
			for n := range sources(ab.b) {
				if g.hasOwnCodes(n, v.Domain) {
					continue
				}
				if n.expected != nil && n.expected.Domain != v.Domain {
					n.clash = true
				}
				n.expected = v
			}
		}
	}
	g.expectOthers()
}

// sources yields the nodes whose values a node can hold, itself first, in the
// order of discovery.
func sources(n *node) iter.Seq[*node] {
	return sourcesUntil(n, func(*node) bool { return false })
}

// sourcesUntil is sources that does not look behind a node at which it is told
// to stop.
func sourcesUntil(n *node, stop func(*node) bool) iter.Seq[*node] {
	seen := map[*node]bool{n: true}
	all := []*node{n}
	for i := 0; i < len(all); i++ {
		if stop(all[i]) {
			continue
		}
		for _, src := range all[i].in {
			if !seen[src] {
				seen[src] = true
				all = append(all, src)
			}
		}
	}
	return slices.Values(all)
}
