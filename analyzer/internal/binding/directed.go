package binding

import (
	"cmp"
	"go/types"
	"maps"
	"slices"

	"github.com/errcodelint/errcodelint/analyzer/internal/declared"
	"github.com/errcodelint/errcodelint/analyzer/internal/domain"
	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// This file is what directives say, which no evidence can gainsay.

const byDirective = "a directive"

// directed returns the seed of a value that a directive binds or frees.
func (g *graph) directed(t declared.Target) *seed {
	return &seed{grade: Stated, decided: true, decision: g.directedDecision(t)}
}

func (g *graph) directedDecision(t declared.Target) Decision {
	d := Decision{Grade: Stated, Module: g.modulePath(), Why: byDirective}
	if t.Domain != nil {
		d.Domain, d.Def = t.Domain.ID, g.view.Definition(t.Domain)
	}
	return d
}

func (g *graph) isBound(v *types.Var) bool {
	_, ok := g.view.Bound(v)
	return ok
}

// decideClass decides a class of fields by the directive on its declaration, or
// on a type that it is selected through.
func (g *graph) decideClass(s *seed, classes []fieldClass) {
	if s.parent.grade == Stated && s.parent.decided {
		s.decided, s.decision = true, s.parent.decision
		return
	}
	for _, class := range classes {
		if class.owner == nil {
			continue
		}
		if t, ok := g.view.OfStruct(class.owner); ok && t.Takes(s.key) {
			s.grade, s.decided, s.decision = Stated, true, g.directedDecision(t)
			return
		}
	}
}

// decideByDirective decides a seed by the directive on the package clause, or on
// the type around its declaration.
func (g *graph) decideByDirective(s *seed) bool {
	t, ok := g.view.OfPackage()
	if home, isType := g.pass.Pkg.Scope().Lookup(s.home).(*types.TypeName); isType {
		if inner, has := g.view.OfStruct(home); has && inner.Takes(s.key) {
			t, ok = inner, true
		}
	}
	if !ok || s.key == "" || !t.Takes(s.key) {
		return false
	}
	s.grade, s.decided, s.decision = Stated, true, g.directedDecision(t)
	return true
}

// bindDirectives binds what a list, a set or a table holds.
func (g *graph) bindDirectives() {
	bound := g.view.BoundObjects()
	for _, obj := range slices.SortedFunc(maps.Keys(bound), func(a, b types.Object) int { return cmp.Compare(a.Pos(), b.Pos()) }) {
		v, ok := obj.(*types.Var)
		if !ok {
			continue
		}
		if carries(v.Type()) {
			if !v.IsField() {
				g.varNode(v) // so that importers learn of a parameter that is not used
			}
			continue
		}
		t := bound[obj]
		parts := g.elements
		if syntax.IsMap(syntax.Pointee(v.Type())) {
			parts = g.keys
		}
		n := g.partOf(parts, v)
		n.seed, n.opaque = g.directed(t), false
		n.keyed = syntax.IsMap(syntax.Pointee(v.Type()))
		for _, src := range n.in { // the literal that it starts as
			if src.elements && src.seed == nil {
				src.seed, src.opaque = n.seed, false
			}
		}
	}
}

// isDeclaredKey reports whether a declared domain has a wire key.
func (g *graph) isDeclaredKey(key string) bool {
	for _, d := range g.domainsOf(key) {
		if g.view.Definition(d) != nil {
			return true
		}
	}
	return false
}

// declaredFor returns the one declared domain among several, or nil: who declares
// a key means it.
func (g *graph) declaredFor(domains []*domain.Domain) *domain.Domain {
	var one *domain.Domain
	for _, d := range domains {
		if g.view.Definition(d) == nil {
			continue
		}
		if one != nil {
			return nil
		}
		one = d
	}
	return one
}

// declaredAlone reports whether declared domains are among several.
func (g *graph) declaredAlone(domains []*domain.Domain) bool {
	for _, d := range domains {
		if g.view.Definition(d) != nil {
			return true
		}
	}
	return false
}

// vendorFor reports whether there is vendor evidence for a seed: to declare its
// key, or to import who does, is. To use the API says nothing about another package's
// field that the package asks for what may be anybody's codes.
func (g *graph) vendorFor(s *seed) bool {
	return g.vendor && !s.isDoubtful() || g.isDeclaredKey(s.key)
}

func (s *seed) isDoubtful() bool { return s.doubtful || s.parent != nil && s.parent.doubtful }

// declaredIn returns the path of a function's package.
func declaredIn(fn *types.Func) string { return fn.Pkg().Path() }
