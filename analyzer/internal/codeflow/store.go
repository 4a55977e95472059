package codeflow

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"maps"
	"slices"

	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// zero makes a location, and all that it holds, its zero value.
func (f *flow) zero(st *state, l *location) {
	for _, part := range f.parts(l) {
		if v, ok := zeroOf(part.typ); ok && !part.leads(l) {
			f.set(st, part, v)
		} else {
			f.clear(st, part, nil)
		}
	}
}

// leads reports whether l is behind a pointer or an index that is part of p.
func (l *location) leads(p *location) bool {
	for ; l != p; l = l.parent {
		if l.field == nil {
			return true
		}
	}
	return false
}

// zeroOf returns the zero value of a type, if it is one that values can hold.
func zeroOf(t types.Type) (value, bool) {
	if t == nil {
		return nil, false // ill-typed
	}
	switch u := t.Underlying().(type) {
	case *types.Basic:
		switch {
		case u.Info()&types.IsString != 0:
			return constantValue(constant.MakeString("")), true
		case u.Info()&types.IsBoolean != 0:
			return isFalse, true
		case u.Info()&types.IsNumeric != 0:
			return constantValue(constant.MakeInt64(0)), true
		}
	case *types.Pointer, *types.Interface, *types.Map, *types.Slice, *types.Signature, *types.Chan:
		if _, param := t.(*types.TypeParam); param {
			return nil, false
		}
		return known(out{kind: isNil}), true
	}
	return nil, false
}

// parts returns the locations under l that the function mentions, itself first.
func (f *flow) parts(l *location) []*location {
	parts := []*location{l}
	for _, p := range f.byRoot[l.root] {
		if p != l && p.under(l) && descends(p, l) {
			parts = append(parts, p)
		}
	}
	return parts
}

func descends(p, l *location) bool {
	for ; p != nil; p = p.parent {
		if p == l {
			return true
		}
	}
	return false
}

// set stores a value in one location.
func (f *flow) set(st *state, l *location, v value) {
	f.reindex(st, l)
	if f.unsteady(l) {
		v = nil
		if l.code != nil {
			v = anyCode(l.code)
		}
	}
	if len(v) > maxOutcomes && l.code != nil && l.through == nil {
		v = known(out{kind: isOneOf, universe: l.code, set: st.codes(v, l.code, nil)}) // if nothing were known, it would be what it was first
	}
	if len(v) == 0 && l.code == nil || len(v) > maxOutcomes {
		st.drop(l)
		return
	}
	if l.code == nil && len(v) == 1 && v[0].kind == anything && v[0].was == nil {
		st.drop(l)
		return
	}
	st.put(l, v)
}

// clear makes a location hold something that became known at site.
func (f *flow) clear(st *state, l *location, site ast.Node) {
	if l.code == nil {
		f.set(st, l, nil)
		return
	}
	if f.unsteady(l) || site == nil {
		f.set(st, l, anyCode(l.code))
		return
	}
	f.set(st, l, f.renew(st, symbolKey{site: site, loc: l}, l.code).value())
}

// reindex forgets the elements by a variable that is set.
func (f *flow) reindex(st *state, l *location) {
	if l.parent != nil || !f.indices[l.root] {
		return
	}
	for other := range st.vals {
		if slices.ContainsFunc(other.index, func(v *types.Var) bool { return v == l.root }) {
			st.drop(other)
		}
	}
}

// stores assigns several values at once.
func (f *flow) stores(st *state, lhs, rhs []ast.Expr, site ast.Node) {
	if len(lhs) != len(rhs) {
		if len(rhs) != 1 {
			return // ill-typed
		}
		vals := f.evalMulti(st, rhs[0], len(lhs))
		parts := f.partsOfResults(st, rhs[0], len(lhs))
		for i, e := range lhs {
			f.storeParts(st, e, vals[i], parts[i], site)
			f.unify(st, e, lhs, site)
		}
		f.forgetMoved(st, lhs, site)
		f.forgetReplaced(st, lhs, rhs[0])
		return
	}
	if len(lhs) == 1 {
		f.kept = ast.Unparen(rhs[0])
		v := f.eval(st, rhs[0])
		f.kept = nil
		f.store(st, lhs[0], v, rhs[0], site)
		f.forgetReplaced(st, lhs, rhs[0])
		return
	}
	vals := f.evalAll(st, rhs)
	before := st.clone()
	for i, e := range lhs {
		f.storeFrom(st, before, e, vals[i], rhs[i], site)
	}
	f.forgetMoved(st, lhs, site)
}

// forgetMoved forgets what an assignment stored in places that it names by something which it sets, too: where
// that is, it was before.
//
//	i, list[i] = i+1, code
func (f *flow) forgetMoved(st *state, lhs []ast.Expr, site ast.Node) {
	for _, e := range lhs {
		l := f.locate(e)
		if l == nil || !slices.ContainsFunc(lhs, func(other ast.Expr) bool {
			o := f.locate(other)
			return o != nil && o != l && (slices.Contains(l.index, o.variable()) || descends(l, o) && l.leads(o))
		}) {
			continue
		}
		w := f.p.effects.New()
		store(w, l)
		f.forgetWritten(st, w, site, nil)
	}
}

// forgetReplaced forgets what a call may have stored where a variable led to, before that was set to what the call returns: no
// reply that anybody can look at.
//
//	r, err = c.get(id)
func (f *flow) forgetReplaced(st *state, lhs []ast.Expr, rhs ast.Expr) {
	call, ok := ast.Unparen(rhs).(*ast.CallExpr)
	if !ok {
		return
	}
	for _, e := range lhs {
		l := f.locate(e)
		if l == nil {
			continue
		}
		for _, p := range f.parts(l) {
			if s := f.symbols[symbolKey{site: call, loc: p}]; s != nil {
				st.forget(s)
			}
		}
	}
}

// variable returns the variable that a location is, nil for a part of one.
func (l *location) variable() *types.Var {
	if l.parent != nil {
		return nil
	}
	v, _ := l.root.(*types.Var)
	return v
}

// unify gives a code that is one of several things a symbol of its own, where
// nothing is left that tells which: c of c, _ := x.(string).
func (f *flow) unify(st *state, e ast.Expr, lhs []ast.Expr, site ast.Node) {
	l := f.locate(e)
	if l == nil || l.code == nil || len(st.vals[l]) < 2 {
		return
	}
	for _, other := range lhs {
		if id, ok := other.(*ast.Ident); other != e && (!ok || id.Name != "_") {
			return
		}
	}
	possible := st.codes(st.vals[l], l.code, nil)
	s := f.renew(st, symbolKey{site: site, loc: l}, l.code)
	st.allow(s, possible)
	f.set(st, l, s.value())
}

func (f *flow) store(st *state, lhs ast.Expr, v value, rhs ast.Expr, site ast.Node) {
	f.storeFrom(st, st, lhs, v, rhs, site)
}

// storeFrom stores the value v of rhs, as it was in the state before.
func (f *flow) storeFrom(st, before *state, lhs ast.Expr, v value, rhs ast.Expr, site ast.Node) {
	parts := map[string]value(nil)
	if rhs != nil {
		if l := f.locate(lhs); l != nil && len(f.byRoot[l.root]) > 1 {
			parts = f.partsOf(before, rhs, l)
		}
		if t := f.typeOf(lhs); t != nil {
			v = f.converted(before, v, rhs, t)
		}
	}
	f.storeParts(st, lhs, v, parts, site)
}

// storeParts stores a value in what lhs names, and the parts of it that are known
// by their paths.
func (f *flow) storeParts(st *state, lhs ast.Expr, v value, parts map[string]value, site ast.Node) {
	l := f.locate(lhs)
	if l == nil {
		f.storeElsewhere(st, lhs, site)
		return
	}
	f.overwrite(st, l, site)
	f.assign(st, l, v, parts, site)
}

// assign sets a location and all of its parts.
func (f *flow) assign(st *state, l *location, v value, parts map[string]value, site ast.Node) {
	for _, path := range slices.Sorted(maps.Keys(parts)) {
		if parts[path].isAnyCode() {
			f.follow(l, path, parts[path]) // a part that only what it is handed to will look at
		}
	}
	for _, p := range f.parts(l) {
		pv, ok := v, p == l && len(v) > 0
		if p != l {
			pv, ok = parts[p.path[len(l.path):]]
		}
		if ok && len(pv) > 0 {
			f.set(st, p, pv)
		} else {
			f.clear(st, p, site)
		}
	}
}

// partsOf returns what is known of the parts of an expression's value, by the
// paths that the location to mentions.
func (f *flow) partsOf(st *state, e ast.Expr, to *location) map[string]value {
	parts := make(map[string]value)
	from := f.locate(e)
	for _, p := range f.parts(to) {
		if p == to {
			continue
		}
		path := p.path[len(to.path):]
		if from != nil && from != to {
			src := f.from(from, to, p)
			if src == nil {
				continue
			}
			if src.code == nil {
				src.code = p.code
			}
			if v := f.read(st, src); v != nil {
				parts[path] = v
			}
		} else if v, ok := f.partOfLiteral(st, e, to, p); ok {
			parts[path] = v
		}
	}
	for path, v := range f.partsOfResults(st, e, 1)[0] {
		parts[path] = v
	}
	return parts
}

// partOfLiteral returns the part of a composite literal, or of what it is the
// address of, that the location p has below to.
func (f *flow) partOfLiteral(st *state, e ast.Expr, to, p *location) (value, bool) {
	var steps []*location
	for l := p; l != to; l = l.parent {
		steps = append(steps, l)
	}
	for i := len(steps) - 1; i >= 0; i-- {
		e = ast.Unparen(e)
		step := steps[i]
		if step.field == nil {
			if step.step() != "*" {
				return nil, false
			}
			switch x := e.(type) {
			case *ast.UnaryExpr:
				if x.Op != token.AND {
					return nil, false
				}
				e = x.X
			case *ast.CallExpr: // a new variable
				if !syntax.IsBuiltin(f.e.info, x, "new") || len(x.Args) != 1 {
					return nil, false
				}
				if e = x.Args[0]; f.e.info.Types[e].IsType() {
					v, ok := zeroOf(p.typ)
					return v, ok && !p.leads(step)
				}
			default:
				return nil, false
			}
			continue
		}
		lit, ok := e.(*ast.CompositeLit)
		if !ok {
			from := f.locate(e)
			if from == nil {
				return nil, false
			}
			src := f.from(from, step.parent, p) // a part that is copied from a variable
			if src == nil {
				return nil, false
			}
			return f.read(st, src), true
		}
		next := elementOf(lit, step, f.e.info)
		if next == nil {
			return zeroOf(p.typ)
		}
		e = next
	}
	return f.converted(st, f.value(st, e), e, p.typ), true
}

// elementOf returns the element of a struct literal for a field; nil if it has
// none.
func elementOf(lit *ast.CompositeLit, step *location, info *types.Info) ast.Expr {
	st, ok := info.TypeOf(lit).Underlying().(*types.Struct)
	if !ok {
		return nil
	}
	for i, elt := range lit.Elts {
		if kv, ok := elt.(*ast.KeyValueExpr); ok {
			if id, ok := kv.Key.(*ast.Ident); ok && id.Name == step.field.Name() {
				return kv.Value
			}
		} else if i < st.NumFields() && st.Field(i).Name() == step.field.Name() {
			return elt
		}
	}
	return nil
}
