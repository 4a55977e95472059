package codeflow

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// This file is about what functions and calls return: several values, and what is known of their parts.

// partsOfResults returns the parts that are known of what a call or a type assertion gives,
// by result and path.
func (f *flow) partsOfResults(st *state, e ast.Expr, n int) []map[string]value {
	parts := make([]map[string]value, n)
	for i, p := range f.results[ast.Unparen(e)] {
		if i < n {
			parts[i] = p
		}
	}
	return parts
}

// storeResults stores what a return statement returns.
func (f *flow) storeResults(st *state, n *ast.ReturnStmt) {
	if n == nil || len(n.Results) == 0 {
		f.eachNamed(func(v, l *location) { f.copyParts(st, l, v) })
		return
	}
	vals := make([]value, len(f.resultLocs))
	parts := make([]map[string]value, len(f.resultLocs))
	if len(n.Results) == 1 && len(f.resultLocs) > 1 {
		copy(vals, f.evalMulti(st, n.Results[0], len(vals)))
		parts = f.partsOfResults(st, n.Results[0], len(vals))
	} else {
		for i, v := range f.evalAll(st, n.Results) {
			if i >= len(vals) {
				break
			}
			vals[i] = f.givenOr(f.converted(st, v, n.Results[i], f.resultLocs[i].typ), n.Results[i])
		}
		for i, e := range n.Results {
			if i < len(parts) {
				parts[i] = f.returned(st, f.resultLocs[i], e)
			}
		}
	}
	for i, l := range f.resultLocs {
		for path, v := range parts[i] {
			f.follow(l, path, v)
		}
		f.assign(st, l, vals[i], parts[i], nil)
	}
	if f.ending != nil {
		f.eachNamed(func(v, l *location) { f.copyParts(st, v, l) }) // what it defers may look at them
	}
	f.forgetLastRound(st, n)
}

// forgetLastRound forgets the codes of a reply that the last round of a loop has brought, where this one returns before it asks
// for another, if they say nothing of what is returned: a caller would take them for what came of the call.
func (f *flow) forgetLastRound(st *state, n *ast.ReturnStmt) {
	var stale []*symbol
	for s := range st.syms {
		if _, met := s.site.(blockSite); !met && s.site != nil && s.site.Pos() >= n.End() && inLoop(f.loops, s, n) {
			stale = append(stale, s)
		}
	}
	if len(stale) == 0 {
		return
	}
	held := make(map[*symbol]bool)
	for _, l := range f.resultLocs {
		for _, p := range f.parts(l) {
			f.peek(st, p).each(func(o outcome) { held[o.sym] = true })
		}
	}
	slices.SortFunc(stale, func(a, b *symbol) int { return a.id - b.id })
	for _, s := range stale {
		if !held[s] {
			st.forget(s)
		}
	}
}

// eachNamed calls visit for the results that have names: with their variables, and where they are returned.
func (f *flow) eachNamed(visit func(v, l *location)) {
	for i, l := range f.resultLocs {
		if v := f.sig.Results().At(i); v.Name() != "" && v.Name() != "_" {
			visit(f.variable(v), l)
		}
	}
}

// returned returns the parts that are known of an expression that is returned.
func (f *flow) returned(st *state, to *location, e ast.Expr) map[string]value {
	x, pointer := e, ""
	if addr, ok := ast.Unparen(e).(*ast.UnaryExpr); ok && addr.Op == token.AND {
		x, pointer = addr.X, "*"
	}
	parts := make(map[string]value)
	if l := f.locate(x); l != nil {
		base := l
		if pointer == "" && syntax.IsPointer(l.typ) {
			base, pointer = f.pointee(l), "*"
		}
		for _, p := range f.parts(base) {
			if p == base {
				continue
			}
			if v := f.readValue(st, p); p.code != nil || isAnswer(p.typ) && len(v) > 0 {
				parts[pointer+p.path[len(base.path):]] = v
			}
		}
		return parts
	}
	if lit, ok := ast.Unparen(x).(*ast.CompositeLit); ok {
		f.literalParts(st, lit, pointer, parts)
		f.answersIn(st, lit, pointer, parts)
		return parts
	}
	if c, ok := ast.Unparen(x).(*ast.CallExpr); ok {
		return f.partsOfResults(st, c, 1)[0]
	}
	return parts
}

// literalParts collects the codes in a struct literal by their paths.
func (f *flow) literalParts(st *state, lit *ast.CompositeLit, path string, parts map[string]value) {
	t := f.typeOf(lit)
	if t == nil {
		return
	}
	s, ok := t.Underlying().(*types.Struct)
	if !ok {
		return
	}
	for i, elt := range lit.Elts {
		name := ""
		if kv, ok := elt.(*ast.KeyValueExpr); ok {
			if id, ok := kv.Key.(*ast.Ident); ok {
				name = id.Name
			}
			elt = kv.Value
		} else if i < s.NumFields() {
			name = s.Field(i).Name()
		}
		if inner, ok := ast.Unparen(elt).(*ast.CompositeLit); ok {
			f.literalParts(st, inner, path+"."+name, parts)
		} else if f.e.universeOf(elt) != nil {
			parts[path+"."+name] = f.value(st, elt)
		}
	}
}

// answersIn collects what else a struct literal says of an outcome that callers ask: its errors, its yes and no, its numbers, also
// those that it leaves out.
func (f *flow) answersIn(st *state, lit *ast.CompositeLit, path string, parts map[string]value) {
	s, ok := syntax.Underlying(f.typeOf(lit)).(*types.Struct)
	if !ok {
		return
	}
	for i := range s.NumFields() {
		field := s.Field(i)
		t := field.Type()
		if _, code := parts[path+"."+field.Name()]; !isAnswer(t) || code && !syntax.IsError(t) {
			continue
		}
		elt := elementNamed(lit, i, field.Name())
		v, known := zeroOf(field.Type())
		if elt != nil {
			v = f.converted(st, f.value(st, elt), elt, field.Type())
			known = len(v) > 0
		}
		if known {
			parts[path+"."+field.Name()] = v
		}
	}
}

// isAnswer reports whether a part of what a function returns may say what has come of something: an error, yes or no, a number.
func isAnswer(t types.Type) bool {
	return syntax.IsError(t) || syntax.IsBoolean(t) || syntax.IsInteger(t)
}

// elementNamed returns the element of a struct literal for its i-th field; nil if it has none.
func elementNamed(lit *ast.CompositeLit, i int, name string) ast.Expr {
	for j, elt := range lit.Elts {
		if kv, ok := elt.(*ast.KeyValueExpr); !ok {
			if i == j {
				return elt
			}
		} else if id, ok := kv.Key.(*ast.Ident); ok && id.Name == name {
			return kv.Value
		}
	}
	return nil
}

// copyParts makes one location hold what another does.
func (f *flow) copyParts(st *state, to, from *location) {
	for _, p := range f.parts(from) {
		l := f.from(to, from, p)
		if l == nil {
			continue
		}
		if l.code == nil {
			l.code = p.code
		}
		if v := f.readValue(st, p); len(v) > 0 {
			f.set(st, l, v)
		} else {
			f.clear(st, l, nil)
		}
	}
}

// follow returns the location at a path below l, nil if there is none, or none that copies lead
// to. A path that holds the code v is one of a code.
func (f *flow) follow(l *location, path string, v value) *location {
	for _, step := range splitPath(path) {
		if l == nil || l.typ == nil {
			return nil
		}
		switch {
		case step == "*":
			if !syntax.IsPointer(l.typ) {
				return nil
			}
			l = f.pointee(l)
		case step[0] == '.':
			field := fieldNamed(l.typ, step[1:])
			if field == nil {
				return nil
			}
			l = f.copied(l, step, field.Type(), field.Origin())
		case step[0] == '[' && syntax.IsMap(l.typ) && !strings.HasPrefix(step, "[#"): // what a map has for a constant key
			l = f.copied(l, step, syntax.Underlying(l.typ).(*types.Map).Elem(), nil)
		case step[0] == '[' && syntax.IsList(l.typ) && !strings.HasPrefix(step, "[#"): // an element at a constant place
			l = f.copied(l, step, syntax.Underlying(l.typ).(interface{ Elem() types.Type }).Elem(), nil)
		default:
			return nil
		}
	}
	if l != nil && l.code == nil {
		for _, o := range v {
			if o.isCode() {
				l.code = o.codes()
			}
		}
	}
	return l
}

// fieldNamed returns the field of a struct that has a name; nil if there is none.
func fieldNamed(t types.Type, name string) *types.Var {
	if s, ok := t.Underlying().(*types.Struct); ok {
		for field := range s.Fields() {
			if field.Name() == name {
				return field
			}
		}
	}
	return nil
}

// splitPath splits a path of fields and pointers into its steps.
func splitPath(path string) []string {
	var steps []string
	start := 0
	for i := 1; i <= len(path); i++ {
		if i == len(path) || path[i] == '.' || path[i] == '*' || path[i] == '[' || path[i] == '(' {
			steps = append(steps, path[start:i])
			start = i
		}
	}
	return steps
}
