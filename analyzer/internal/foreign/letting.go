package foreign

import "go/types"

// A Letting says how a function lets other goroutines in.
type Letting struct {
	Waits          bool // it does: at a channel, or as follows
	Locks, Unlocks bool // it takes a lock, or lets go of one, and leaves it so
	joins          bool // it is sync's own, by which goroutines end or take turns
}

// All reports whether it is about what only a variable of the caller leads to, too: a lock is there to share that.
func (l Letting) All() bool { return l.Locks || l.Unlocks || l.joins }

// Add adds what another function does that is called, too.
func (l *Letting) Add(other Letting) {
	l.Waits = l.Waits || other.Waits
	l.Locks = l.Locks || other.Locks
	l.Unlocks = l.Unlocks || other.Unlocks
	l.joins = l.joins || other.joins
}

// Settle is for a whole function: one that lets go of the lock that it takes leaves everything to its callers.
func (l *Letting) Settle() {
	if l.Locks && l.Unlocks {
		l.Locks, l.Unlocks = false, false
	}
	l.joins = false
}

// Waiting is how one does that waits.
var Waiting = Letting{Waits: true}

var (
	locking   = Letting{Waits: true, Locks: true}
	unlocking = Letting{Waits: true, Unlocks: true}
	joining   = Letting{Waits: true, joins: true}
)

// letsIn are functions that do nothing but let others in.
var letsIn = map[string]Letting{
	"(*sync.Mutex).Lock": locking, "(*sync.Mutex).Unlock": unlocking, "(*sync.Mutex).TryLock": locking,
	"(*sync.RWMutex).Lock": locking, "(*sync.RWMutex).Unlock": unlocking, "(*sync.RWMutex).TryLock": locking,
	"(*sync.RWMutex).RLock": locking, "(*sync.RWMutex).RUnlock": unlocking, "(*sync.RWMutex).TryRLock": locking,
	"(sync.Locker).Lock": locking, "(sync.Locker).Unlock": unlocking,
	"(*sync.WaitGroup).Wait": joining, "(*sync.Cond).Wait": joining, "(*sync.Once).Do": joining,
	"(*golang.org/x/sync/errgroup.Group).Wait": joining,
	"time.Sleep": Waiting, "runtime.Gosched": Waiting,
}

// LetsIn returns how a function lets others in that does nothing else; ok is false for any other function.
func LetsIn(fn *types.Func) (how Letting, ok bool) {
	how, ok = letsIn[fn.FullName()]
	return how, ok
}

// lettingNames are what functions and methods of other packages are called that do so, among other things.
var lettingNames = map[string]Letting{
	"Lock": locking, "RLock": locking, "TryLock": locking, "TryRLock": locking, "LockContext": locking, "TryLockContext": locking,
	"Unlock": unlocking, "RUnlock": unlocking, "UnlockContext": unlocking,
	"Wait": Waiting, "WaitN": Waiting, "WaitContext": Waiting, "Await": Waiting, "Acquire": locking, "TryAcquire": locking, "Release": unlocking,
}

// LetsInByName returns how a function may let others in by what it is called, among other things that it does.
func LetsInByName(fn *types.Func) Letting { return lettingNames[fn.Name()] }

// IsAtomic reports whether a function is one by which goroutines tell each other that something is done.
func IsAtomic(fn *types.Func) bool { return fn.Pkg() != nil && fn.Pkg().Path() == "sync/atomic" }
