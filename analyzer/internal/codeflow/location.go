package codeflow

import (
	"go/types"
	"strings"
)

// A location is a place that holds a value: a variable, and a path from it.
// Nothing is known of a path through a pointer or an index that other names may
// not lead to as well; see [location.shared].
type location struct {
	id     int
	root   types.Object // a variable; for a function's results, the function
	path   string       // steps: ".Field", "*", `["key"]`, "()" for an accessor
	parent *location    // nil for a variable itself
	field  *types.Var   // of a step to a field
	typ    types.Type
	code   *universe // of the domain that binding has bound it to; nil if it has not

	// shared: the path leads through a pointer, a map, a slice, or starts at a
	// variable that others have the address of.
	shared bool
}

type locKey struct {
	parent any // *location or types.Object
	step   string
}

// variable returns the location of a variable.
func (f *flow) variable(v types.Object) *location {
	return f.intern(locKey{v, ""}, func() *location {
		return &location{root: v, typ: v.Type(), shared: f.isShared(v)}
	})
}

// below returns the location that one step leads to.
func (f *flow) below(l *location, step string, typ types.Type, field *types.Var) *location {
	return f.intern(locKey{l, step}, func() *location {
		return &location{
			root: l.root, path: l.path + step, parent: l, field: field, typ: typ,
			shared: l.shared || step[0] != '.',
		}
	})
}

func (f *flow) intern(key locKey, make func() *location) *location {
	l, ok := f.locs[key]
	if !ok {
		l = make()
		l.id = len(f.order)
		f.locs[key] = l
		f.order = append(f.order, l)
		if l.shared {
			f.sharedLocs = append(f.sharedLocs, l)
		}
		if v, ok := l.root.(*types.Var); ok && len(f.byRoot[v]) == 0 {
			if i := f.e.index.vars[v]; i != nil && (len(i.writers) > 0 || f.foreign(v)) {
				f.elsewhere = append(f.elsewhere, v)
			}
		}
		f.byRoot[l.root] = append(f.byRoot[l.root], l)
	}
	return l
}

// under reports whether l is p, or a part of what p holds or leads to.
func (l *location) under(p *location) bool {
	return l.root == p.root && strings.HasPrefix(l.path, p.path)
}

// from returns the location that has the same path from to as l has from p, an
// ancestor of l.
func (f *flow) from(to, p, l *location) *location {
	if l == p {
		return to
	}
	parent := f.from(to, p, l.parent)
	return f.below(parent, l.path[len(l.parent.path):], l.typ, l.field)
}
