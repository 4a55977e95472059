package codeflow

import (
	"go/ast"
	"go/types"
)

// This file says where other goroutines are let in, that may have changed what both have access to.

// others forgets what other goroutines may have changed while this one waited: see all.
func (f *flow) others(st *state, site ast.Node, all bool) {
	for _, l := range f.sharedLocs {
		v, ok := l.root.(*types.Var)
		if !ok || f.e.awaited(v) != nil {
			continue
		}
		_, parameter := f.parameter(v)
		if all || parameter || f.foreign(v) || v.Parent() == nil || v.Pkg() != f.e.pass.Pkg || v.Parent() == v.Pkg().Scope() ||
			changes(f.p.effects.Launched(), l) {
			f.clear(st, l, site)
		}
	}
	for _, v := range f.elsewhere { // a literal's that captured it may have been called
		i := f.p.index.Vars[v]
		if f.isAwaiting(v) {
			continue
		}
		if f.foreign(v) && i != nil && (i.Stores > 0 || len(i.Writers) > 0) || f.p.effects.Launched().Has(v) {
			for _, l := range f.byRoot[v] {
				if !l.shared {
					f.clear(st, l, site)
				}
			}
		}
	}
}

// isAwaiting reports whether nobody but the function sets a variable while it is executed: it is called in place by the one that
// declares it, which waits, and only literals that are set it, too.
func (f *flow) isAwaiting(v *types.Var) bool {
	i := f.p.index.Vars[v]
	if i == nil || i.Owner == nil {
		return false
	}
	if f.p.effects.Launched().Has(v) {
		return f.e.awaited(v) != nil
	}
	return f.setsAlone(v, f.e.isCalm)
}

// setsAlone reports whether only literals set a variable that belongs to a function around this one which are executed where they
// stand, as this one is; or, without other trouble, only this one.
func (s *shape) setsAlone(v *types.Var, calm bool) bool {
	lit, ok := s.node.(*ast.FuncLit)
	i := s.p.index.Vars[v]
	if !ok || i == nil || i.Owner == nil || !s.foreign(v) {
		return false
	}
	outermost, here := s.p.index.InPlace(lit, i.Owner)
	if !here && !calm {
		return false
	}
	for _, w := range i.Writers {
		if other, inPlace := s.p.index.InPlace(w, i.Owner); !inPlace && (!calm || other != outermost) {
			return false
		}
	}
	return true
}
