package replies

import (
	"go/ast"
	"go/types"

	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// A Kind is what becomes of a variable where it is mentioned.
type Kind int

const (
	Harmless Kind = iota // nothing that has to do with the code
	Filled               // a decode fills it
	From                 // of data: something is decoded from it
	Written              // something else is stored in it
	Blank                // _ = r.ResponseCode, without a word why
	Read                 // its code is read
	Returned             // the function returns it
	Gone                 // it goes where nobody follows it
)

// A Use is one mention of a variable, or of another that holds the same.
type Use struct {
	Kind   Kind
	Ident  *ast.Ident
	Call   *ast.CallExpr // that it is given to, if it is
	Whole  bool          // Written: all of it
	Odd    bool          // Read: for something that package codeflow may not understand
	Kept   bool          // Read: to be kept in a variable, whose uses follow
	Waived bool          // Read: _ = r.ResponseCode, with a word why nobody wants to know
	At     int           // Returned: as which result, -1 if that is not known
	Asks   string        // Gone: only if it has one of these methods, see [Effect.Asks]
	Leads  bool          // Gone, or Read later on: what goes leads to the variable, whatever is stored in it by then
}

// A Trace is all that becomes of a variable.
type Trace struct {
	Uses    []Use
	Aliases bool // other variables hold the same, or a part of it
}

// Any reports whether there is a use of one of the kinds.
func (t *Trace) Any(kinds ...Kind) bool {
	for _, u := range t.Uses {
		for _, k := range kinds {
			if u.Kind == k {
				return true
			}
		}
	}
	return false
}

// A mode says what is followed: the code in a reply, or all of a text.
type mode int

const (
	reply mode = iota
	data
	value // the variable is a code itself
)

// Trace returns what becomes of a reply.
func (b *Body) Trace(v *types.Var) *Trace { return b.trace(v, reply) }

func (b *Body) trace(v *types.Var, m mode) *Trace {
	key := traced{v, m}
	if t, ok := b.traces[key]; ok {
		return t
	}
	t := new(Trace)
	b.traces[key] = t
	tr := newTracer(b, m)
	tr.trace, tr.root = t, v
	tr.hold(v)
	tr.followHeld()
	return t
}

type tracer struct {
	b      *Body
	mode   mode
	trace  *Trace
	result int        // of the call that is followed: handle(send(ctx, to))
	root   *types.Var // whose trace it is, nil for that of an expression
	done   map[*types.Var]bool
	work   []*types.Var
	codes  map[*types.Var]bool // the variables that hold the code itself
	beside map[*types.Var]bool // the variables that hold what is beside it, see items.go
}

func newTracer(b *Body, m mode) *tracer {
	return &tracer{b: b, mode: m, trace: new(Trace), done: make(map[*types.Var]bool), codes: make(map[*types.Var]bool), beside: make(map[*types.Var]bool)}
}

// followHeld follows the mentions of the variables that hold the same.
func (t *tracer) followHeld() {
	for len(t.work) > 0 {
		v := t.work[len(t.work)-1]
		t.work = t.work[:len(t.work)-1]
		for _, id := range t.b.uses[v] {
			t.follow(id, id)
		}
	}
}

// follow finds out what becomes of a mention, from the inside out. An expression that no variable
// is mentioned by has no identifier.
func (t *tracer) follow(id *ast.Ident, e ast.Expr) {
	m := mention{tracer: t, id: id, expr: e, code: t.mode == value}
	if id != nil {
		m.leads = syntax.IsPointer(t.b.r.info.TypeOf(id))
		v, ok := t.b.r.info.ObjectOf(id).(*types.Var)
		m.code = m.code || ok && t.codes[v]
		m.items = ok && t.beside[v]
	}
	for m.step() {
	}
}

func (t *tracer) add(use Use) { t.trace.Uses = append(t.trace.Uses, use) }

// hold has the uses of a variable followed that holds the same; it returns false where they already are.
func (t *tracer) hold(v *types.Var) bool {
	if t.done[v] {
		return false
	}
	t.done[v] = true
	t.work = append(t.work, v)
	return true
}
