package binding

import (
	"go/ast"
	"go/types"
	"strings"

	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// The API has no negative codes, but programs use negative numbers for "no code".
// What holds one besides codes must not be taken for all codes there are.

// A negativeFact is on a field, a package's variable or a function whose package
// stores or returns something there that may be negative.
type negativeFact struct{}

func (*negativeFact) AFact()         {}
func (*negativeFact) String() string { return "negative" }

// noteNegative notes that a constant is stored, if it is negative.
func (g *graph) noteNegative(dst *node, u use) {
	if !strings.HasPrefix(u.text, "-") {
		return
	}
	dst.negative = true
	if dst.obj != nil {
		g.negative[dst.obj] = true // whatever type the field is selected through
	}
}

// holdsNegative reports whether something that may be negative is among what a
// node can hold: such a constant, or the result of arithmetic.
func (g *graph) holdsNegative(n *node) bool {
	for src := range sources(n) {
		if src.negative || src.altered || src.opaque || src.obj != nil && g.isNegative(src.obj) {
			return true
		}
	}
	return false
}

// isNegative is holdsNegative for what a package declares.
func (g *graph) isNegative(obj types.Object) bool {
	if obj.Pkg() == g.pass.Pkg {
		return g.negative[obj]
	}
	return obj.Pkg() != nil && g.pass.ImportObjectFact(obj, new(negativeFact))
}

// fromWire: see [Result.FromWire].
func (g *graph) fromWire(e ast.Expr) bool {
	g.mu.Lock()
	defer g.mu.Unlock()
	n := g.locate(e, nil)
	if n == nil {
		return false
	}
	if isKind(syntax.Pointee(g.info.TypeOf(e)), types.IsUnsigned) {
		return true
	}
	for src := range sources(n) {
		if src.seed != nil && src.seed.grade == Stated || src.fillsItself() {
			return false
		}
	}
	return !g.holdsNegative(n)
}

// fillsItself reports whether what a node holds has a type that decides itself what a missing or
// empty text is.
func (n *node) fillsItself() bool {
	v, ok := n.obj.(*types.Var)
	if !ok {
		return false
	}
	t := v.Type()
	if n.part {
		if elem := elementType(t); elem != nil {
			t = elem
		}
	}
	return len(syntax.UnmarshalersOf(t)) > 0
}

// exportNegative tells importers what may be negative.
func (g *graph) exportNegative() {
	export := func(obj types.Object, n *node) {
		if (g.valueOfNode(n) != nil || n.seed != nil) && g.holdsNegative(n) {
			g.pass.ExportObjectFact(obj, new(negativeFact))
		}
	}
	for class, n := range g.fields {
		if class.field.Pkg() == g.pass.Pkg {
			export(class.field, n)
		}
	}
	for v, n := range g.vars {
		if v.Pkg() == g.pass.Pkg && (v.IsField() || v.Parent() == g.pass.Pkg.Scope()) {
			export(v, n)
		}
	}
	for r, n := range g.results {
		if fn, ok := r.fn.(*types.Func); ok && fn.Pkg() == g.pass.Pkg {
			export(fn, n)
			if g.helpers[fn] != nil && g.holdsNegative(n) {
				g.pass.ExportObjectFact(fn, new(negativeFact))
			}
		}
	}
}
