package codeflow

import (
	"go/ast"
	"go/types"

	"github.com/errcodelint/errcodelint/analyzer/internal/foreign"
)

// This file says where other goroutines are let in, that may have changed what both have access to.

// A lettingFact is on a function that lets other goroutines in.
type lettingFact struct{ Locks, Unlocks bool }

func (*lettingFact) AFact()         {}
func (*lettingFact) String() string { return "lets others in" }

// exportLetting tells importers of a function that lets others in.
func (e *engine) exportLetting(fn *types.Func, decl *ast.FuncDecl) {
	if e.bindings.Empty() {
		return
	}
	if all, _ := e.tally().all(decl, decl.Body); all.Waits {
		e.pass.ExportObjectFact(fn, &lettingFact{all.Locks, all.Unlocks})
	}
}

// letting returns how a function of another package lets others in.
func (p *program) letting(fn *types.Func) foreign.Letting {
	fn = fn.Origin()
	if l, ok := p.lettings[fn]; ok {
		return l
	}
	l, ok := foreign.LetsIn(fn)
	switch fact := new(lettingFact); {
	case ok || fn.Pkg() == nil:
	case foreign.IsAtomic(fn):
		l = foreign.Waiting
	case fn.Pkg() != p.pass.Pkg && p.pass.ImportObjectFact(fn, fact):
		l = foreign.Letting{Waits: true, Locks: fact.Locks, Unlocks: fact.Unlocks}
	case !p.isQuiet(fn):
		l = foreign.LetsInByName(fn)
	}
	p.lettings[fn] = l
	return l
}

// others forgets what other goroutines may have changed while this one waited: see all.
func (f *flow) others(st *state, site ast.Node, all bool) {
	for _, l := range f.sharedLocs {
		v, ok := l.root.(*types.Var)
		if !ok {
			continue
		}
		_, parameter := f.parameter(v)
		if all || parameter || f.foreign(v) || v.Parent() == nil || v.Pkg() != f.e.pass.Pkg || v.Parent() == v.Pkg().Scope() ||
			f.p.launchedWrites().changes(f.p.index, l) {
			f.clear(st, l, site)
		}
	}
	for _, v := range f.elsewhere { // a literal's that captured it may have been called
		i := f.p.index.Vars[v]
		if f.foreign(v) && i != nil && (i.Stores > 0 || len(i.Writers) > 0) || f.p.launchedWrites().has(v) {
			for _, l := range f.byRoot[v] {
				if !l.shared {
					f.clear(st, l, site)
				}
			}
		}
	}
}
