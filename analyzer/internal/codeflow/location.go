package codeflow

import (
	"fmt"
	"go/ast"
	"go/types"
	"slices"
	"strings"

	"github.com/errcodelint/errcodelint/analyzer/internal/effects"
	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// A location is a place that holds a value: a variable, and a path from it.
// Nothing is known of a path through a pointer or an index that other names may
// not lead to as well; see [location.shared].
type location struct {
	id     int
	root   types.Object // a variable; for a function's results, the function
	path   string       // steps: ".Field", "*", `["key"]`, "[#n]" for a variable, "()" for an accessor
	parent *location    // nil for a variable itself
	field  *types.Var   // of a step to a field
	typ    types.Type
	code   *universe // of the domain that binding has bound it to; nil if it has not

	// shared: the path leads through a pointer, a map, a slice, or starts at a
	// variable that others have the address of.
	shared bool

	// index is the variable of a step like [i], here or further up: what the path
	// leads to is another element as soon as that is set.
	index []*types.Var

	reads  *effects.Writes // of what a lookup looks up: what it may change with
	joined int             // the last join that has met it

	// through is of what is no place, but the number that a call gives of what is at its parent: code.Int(). It gives the
	// same until something else is stored there. It is listed only where more is known of it than of that.
	through  *passage
	readings []*location // those of which this is the parent
}

type locKey struct {
	parent any // *location or types.Object
	step   string
}

// variable returns the location of a variable.
func (s *shape) variable(v types.Object) *location {
	return s.intern(locKey{v, ""}, func() *location {
		return &location{root: v, typ: v.Type(), shared: s.isShared(v)}
	})
}

// element returns the location of an element by a variable.
func (s *shape) element(l *location, v *types.Var, typ types.Type) *location {
	e := s.below(l, fmt.Sprintf("[#%d]", v.Pos()), typ, nil)
	if len(e.index) == len(l.index) {
		s.selectedBy(e, v)
	}
	return e
}

// below returns the location that one step leads to.
func (s *shape) below(l *location, step string, typ types.Type, field *types.Var) *location {
	return s.intern(locKey{l, step}, func() *location {
		b := &location{
			root: l.root, path: l.path + step, parent: l, field: field, typ: typ,
			shared: l.shared || step[0] != '.', index: l.index,
		}
		if step[0] == '(' {
			b.reads = s.p.effects.New()
			b.reads.StoreType(l.typ)
			b.reads.Reach(l.typ)
		}
		return b
	})
}

func (s *shape) intern(key locKey, make func() *location) *location {
	l, ok := s.locs[key]
	if !ok {
		l = make()
		l.id = len(s.locs)
		s.locs[key] = l
		s.order = append(s.order, l)
		if l.shared {
			s.sharedLocs = append(s.sharedLocs, l)
		}
		if v, ok := l.root.(*types.Var); ok && len(s.byRoot[v]) == 0 {
			if i := s.p.index.Vars[v]; i != nil && (len(i.Writers) > 0 || s.foreign(v)) {
				s.elsewhere = append(s.elsewhere, v)
			}
		}
		s.byRoot[l.root] = append(s.byRoot[l.root], l)
	}
	return l
}

// reading returns the location of the number that a call gives of what is no number for sure, as often as it is
// asked; nil for any other call.
func (s *shape) reading(call *ast.CallExpr) *location {
	from := s.p.bindings.PassedThrough(call)
	name := syntax.CalledName(call.Fun)
	if from == nil || name == nil || len(call.Args) > 1 {
		return nil
	}
	of, pass := s.locate(from), s.p.passage(from, call)
	if _, several := s.typeOf(call).(*types.Tuple); several || of == nil || of.code == nil || of.through != nil || pass.universe != of.code || !pass.fails {
		return nil
	}
	key := locKey{of, "." + name.Name + "()"}
	l, ok := s.locs[key]
	if !ok {
		l = &location{
			id: len(s.locs), root: of.root, path: of.path + key.step, parent: of, typ: pass.typ, code: of.code,
			shared: of.shared, index: of.index, through: &pass,
		}
		s.locs[key] = l
		of.readings = append(of.readings, l)
	}
	return l
}

// under reports whether l is p, or a part of what p holds or leads to.
func (l *location) under(p *location) bool {
	return l.root == p.root && strings.HasPrefix(l.path, p.path)
}

// isWithin reports whether a path that leads to l leads to p before.
func (l *location) isWithin(p *location) bool {
	for up := l.parent; up != nil; up = up.parent {
		if up == p {
			return true
		}
	}
	return false
}

// from returns the location that has the same path from to as l has from p, an
// ancestor of l; nil if it is none that copies lead to, see copied.
func (s *shape) from(to, p, l *location) *location {
	if l == p {
		return to
	}
	parent := s.from(to, p, l.parent)
	if parent == nil {
		return nil
	}
	c := s.copied(parent, l.step(), l.typ, l.field)
	if c != nil && len(l.index) > len(l.parent.index) && len(c.index) == len(parent.index) {
		s.selectedBy(c, l.index[len(l.index)-1])
	}
	return c
}

// selectedBy notes the variable by which an element is selected.
func (s *shape) selectedBy(l *location, v *types.Var) {
	l.index = append(slices.Clip(l.index), v)
	s.indices[v] = true
}

// copied is below for what no expression may name, but what is copied has in it. It returns nil where
// a path would lead from a thing to another of its kind for a second time: a loop that goes from one to the
// next would go ever deeper.
func (s *shape) copied(l *location, step string, typ types.Type, field *types.Var) *location {
	if s.locs[locKey{l, step}] == nil {
		if s.copies == maxCopies || l.repeats(step, typ) {
			return nil
		}
		s.copies++
	}
	return s.below(l, step, typ, field)
}

// maxCopies is how many locations a function may have that only copies have led to. Things that lead to each
// other in several ways would have ever more of them.
const maxCopies = 200

// step returns the last step of a path.
func (l *location) step() string { return l.path[len(l.parent.path):] }

// repeats reports whether a path already has a step that leads to a type.
func (l *location) repeats(step string, typ types.Type) bool {
	for ; l.parent != nil; l = l.parent {
		if step != "*" && l.step() == step && types.Identical(l.typ, typ) {
			return true
		}
	}
	return false
}
