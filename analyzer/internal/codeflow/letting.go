package codeflow

import (
	"go/ast"
	"go/types"
)

// This file says where other goroutines are let in, that may have changed what both have access to.

// A letting says how a function lets other goroutines in.
type letting struct {
	waits          bool // it does: at a channel, or as follows
	locks, unlocks bool // it takes a lock, or lets go of one, and leaves it so
	joins          bool // it is sync's own, by which goroutines end or take turns
}

// all reports whether it is about what only a variable of the caller leads to, too: a lock is there to share that.
func (l letting) all() bool { return l.locks || l.unlocks || l.joins }

func (l *letting) add(other letting) {
	l.waits = l.waits || other.waits
	l.locks = l.locks || other.locks
	l.unlocks = l.unlocks || other.unlocks
	l.joins = l.joins || other.joins
}

// settle is for a whole function: one that lets go of the lock that it takes leaves everything to its callers.
func (l *letting) settle() {
	if l.locks && l.unlocks {
		l.locks, l.unlocks = false, false
	}
	l.joins = false
}

var (
	waiting   = letting{waits: true}
	locking   = letting{waits: true, locks: true}
	unlocking = letting{waits: true, unlocks: true}
	joining   = letting{waits: true, joins: true}
)

// letsIn are functions that do nothing but that.
var letsIn = map[string]letting{
	"(*sync.Mutex).Lock": locking, "(*sync.Mutex).Unlock": unlocking, "(*sync.Mutex).TryLock": locking,
	"(*sync.RWMutex).Lock": locking, "(*sync.RWMutex).Unlock": unlocking, "(*sync.RWMutex).TryLock": locking,
	"(*sync.RWMutex).RLock": locking, "(*sync.RWMutex).RUnlock": unlocking, "(*sync.RWMutex).TryRLock": locking,
	"(sync.Locker).Lock": locking, "(sync.Locker).Unlock": unlocking,
	"(*sync.WaitGroup).Wait": joining, "(*sync.Cond).Wait": joining, "(*sync.Once).Do": joining,
	"(*golang.org/x/sync/errgroup.Group).Wait": joining,
	"time.Sleep": waiting, "runtime.Gosched": waiting,
}

// lettingNames are what functions and methods of other packages are called that do so, among other things.
var lettingNames = map[string]letting{
	"Lock": locking, "RLock": locking, "TryLock": locking, "TryRLock": locking, "LockContext": locking, "TryLockContext": locking,
	"Unlock": unlocking, "RUnlock": unlocking, "UnlockContext": unlocking,
	"Wait": waiting, "WaitN": waiting, "WaitContext": waiting, "Await": waiting, "Acquire": locking, "TryAcquire": locking, "Release": unlocking,
}

// A lettingFact is on a function that lets other goroutines in.
type lettingFact struct{ Locks, Unlocks bool }

func (*lettingFact) AFact()         {}
func (*lettingFact) String() string { return "lets others in" }

// exportLetting tells importers of a function that lets others in.
func (e *engine) exportLetting(fn *types.Func, decl *ast.FuncDecl) {
	if e.bindings.Empty() {
		return
	}
	if all, _ := e.tally().all(decl, decl.Body); all.waits {
		e.pass.ExportObjectFact(fn, &lettingFact{all.locks, all.unlocks})
	}
}

// letting returns how a function of another package lets others in.
func (p *program) letting(fn *types.Func) letting {
	fn = fn.Origin()
	if l, ok := p.lettings[fn]; ok {
		return l
	}
	l, ok := letsIn[fn.FullName()]
	switch fact := new(lettingFact); {
	case ok || fn.Pkg() == nil:
	case isAtomic(fn):
		l = waiting
	case fn.Pkg() != p.pass.Pkg && p.pass.ImportObjectFact(fn, fact):
		l = letting{waits: true, locks: fact.Locks, unlocks: fact.Unlocks}
	case !p.isQuiet(fn):
		l = lettingNames[fn.Name()]
	}
	p.lettings[fn] = l
	return l
}

// isAtomic reports whether a function is one by which goroutines tell each other that something is done.
func isAtomic(fn *types.Func) bool { return fn.Pkg() != nil && fn.Pkg().Path() == "sync/atomic" }

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
		i := f.p.index.vars[v]
		if f.foreign(v) && i != nil && (i.stores > 0 || len(i.writers) > 0) || f.p.launchedWrites().has(v) {
			for _, l := range f.byRoot[v] {
				if !l.shared {
					f.clear(st, l, site)
				}
			}
		}
	}
}
