package effects

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
func (e *Effects) exportLetting(fn *types.Func, decl *ast.FuncDecl) {
	if all, _ := e.tally().all(decl, decl.Body); all.Waits {
		e.pass.ExportObjectFact(fn, &lettingFact{all.Locks, all.Unlocks})
	}
}

// letting returns how a function of another package lets others in.
func (e *Effects) letting(fn *types.Func) foreign.Letting {
	fn = fn.Origin()
	if l, ok := e.lettings[fn]; ok {
		return l
	}
	l, ok := foreign.LetsIn(fn)
	switch fact := new(lettingFact); {
	case ok || fn.Pkg() == nil:
	case foreign.IsAtomic(fn):
		l = foreign.Waiting
	case fn.Pkg() != e.index.Pkg && e.pass.ImportObjectFact(fn, fact):
		l = foreign.Letting{Waits: true, Locks: fact.Locks, Unlocks: fact.Unlocks}
	case !e.isQuiet(fn):
		l = foreign.LetsInByName(fn)
	}
	e.lettings[fn] = l
	return l
}
