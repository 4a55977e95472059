package codeflow

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// This file is about what an error of the program's own type says of a code beside the code itself, or instead of it:
//
//	return &apiError{Kind: kindOf(code), Temporary: code.Retryable()}

// A part is what a field of an error holds.
type part struct {
	field string
	value value
}

// saysBeside reports whether a field may say something of a code that is none itself: yes or no, or of what kind it is.
func saysBeside(field *types.Var) bool {
	basic, ok := field.Type().Underlying().(*types.Basic)
	if !ok || field.Embedded() {
		return false
	}
	_, named := types.Unalias(field.Type()).(*types.Named)
	return basic.Info()&types.IsBoolean != 0 || named && basic.Info()&(types.IsInteger|types.IsString) != 0
}

// besides returns the fields of a struct that may say something of a code, but for those that hold one.
func besides(t types.Type, codes []errorField) []errorField {
	var all []errorField
	st, _ := t.Underlying().(*types.Struct)
	for field := range st.Fields() {
		if saysBeside(field) && !slices.ContainsFunc(codes, func(code errorField) bool { return code.path == field.Name() }) {
			all = append(all, errorField{path: field.Name(), typ: field.Type()})
		}
	}
	return all
}

// partsBeside returns what some fields of a type hold, as far as that depends on something, and is there from the beginning.
func (e *engine) partsBeside(t types.Type, fields []errorField, held func(errorField) value) []part {
	var all []part
	for _, field := range fields {
		v := held(field)
		says := slices.ContainsFunc(v, func(o outcome) bool { return o.kind == isConst })
		if says && !e.setsField(t, field.path) {
			all = append(all, part{field.path, v})
		}
	}
	return all
}

// setsField reports whether the package sets a field of a struct, or of what a pointer points to, otherwise than by a literal:
// it may have another value later.
func (e *engine) setsField(t types.Type, name string) bool {
	if e.fieldsSet == nil {
		e.fieldsSet = make(map[*types.Var]bool)
		set := func(x ast.Expr) {
			if field := syntax.Field(e.info, x); field != nil {
				e.fieldsSet[field.Origin()] = true
			}
		}
		for _, file := range e.pass.Files {
			ast.Inspect(file, func(n ast.Node) bool {
				switch n := n.(type) {
				case *ast.AssignStmt:
					for _, lhs := range n.Lhs {
						set(lhs)
					}
				case *ast.IncDecStmt:
					set(n.X)
				case *ast.UnaryExpr:
					if n.Op == token.AND {
						set(n.X)
					}
				}
				return true
			})
		}
	}
	field := fieldNamed(syntax.Pointee(t), name)
	return field == nil || e.fieldsSet[field.Origin()]
}

// mapped returns an error with other values for all that is known in it.
func (f *failure) mapped(to func(value) value) *failure {
	g := f.clone()
	for i := range g.links {
		l := &g.links[i]
		l.code = to(l.code)
		l.beside = slices.Clone(l.beside)
		for j := range l.beside {
			l.beside[j].value = to(l.beside[j].value)
		}
	}
	return g
}

func sameParts(a, b []part) bool {
	return slices.EqualFunc(a, b, func(a, b part) bool { return a.field == b.field && a.value.same(b.value) })
}

// foundBeside returns what fields hold of an error of a type that is found in a value.
func (e *engine) foundBeside(v value, t types.Type, how look) []part {
	var all []part
	for _, o := range v {
		if o.kind != isError {
			continue
		}
		l, _ := o.err.linkOf(t, how)
		if l == nil {
			continue
		}
		for _, p := range l.beside {
			known := slices.ContainsFunc(all, func(known part) bool { return known.field == p.field })
			if !known && !e.setsField(t, p.field) {
				all = append(all, part{field: p.field})
			}
		}
	}
	for i := range all {
		for _, o := range v {
			if o.kind == isNil {
				continue
			}
			said := value{{}}
			if o.kind == isError {
				l, maybe := o.err.linkOf(t, how)
				if l == nil && !maybe {
					continue // there is none
				}
				if l != nil {
					said = l.said(all[i].field)
				}
			}
			for _, p := range said.conditioned(o.cond) {
				all[i].value = all[i].value.addApart(p)
			}
		}
	}
	return all
}

// said returns what an error says in a field, beside its code.
func (l *link) said(field string) value {
	for _, p := range l.beside {
		if p.field == field {
			return orUnknown(p.value)
		}
	}
	return value{{}}
}

// partsSaid returns what is in a value of the type t in which an error is found.
func (found finding) partsSaid(t types.Type) map[string]value {
	parts := make(map[string]value)
	if found.field != "" {
		parts[found.path(t)] = found.code
	}
	if types.IsInterface(t) {
		return parts // it is asked by its methods
	}
	for _, p := range found.beside {
		parts[finding{field: p.field}.path(t)] = p.value
	}
	return parts
}

// partsFound returns what is in a value of the type t in which an error is found, or which is the zero value.
func (found finding) partsFound(t types.Type) map[string]value {
	parts := found.partsSaid(t)
	for path, v := range parts {
		if !syntax.IsPointer(t) { // else there is nothing where none is found
			parts[path] = found.orZero(v, finding{field: path[1:]}.holder(t))
		}
	}
	return parts
}

// orZero returns a value, or the zero value of its type where no error is found.
func (found finding) orZero(v value, t types.Type) value {
	if z, known := zeroOf(t); known {
		for _, o := range z.conditioned(found.none) {
			v = v.addApart(o)
		}
	}
	return v
}

// storeFound stores what is found in the variable that errors.As gets the address of.
func (f *flow) storeFound(st *state, l *location, found finding, site *ast.CallExpr) {
	code, at := found.code, l
	if found.field != "" {
		at = f.follow(l, found.path(l.typ), code)
	}
	if found.field == "" && len(found.beside) > 0 && !types.IsInterface(l.typ) {
		at = nil
	}
	var before value
	if at != nil {
		before = f.peek(st, at)
	}
	beside := make([]*location, len(found.beside))
	said := make([]value, len(found.beside))
	for i, p := range found.beside {
		one := finding{field: p.field}
		if beside[i] = f.follow(l, one.path(l.typ), nil); beside[i] != nil {
			said[i] = p.value
			for _, o := range orUnknown(f.peek(st, beside[i])).conditioned(found.none) {
				said[i] = said[i].addApart(o)
			}
		}
	}
	f.assign(st, l, nil, nil, site)
	if at != nil {
		for _, o := range before.conditioned(found.none) {
			code = code.add(o)
		}
		if at.code == nil || code.isCode(at.code) {
			f.set(st, at, code)
		}
	}
	for i, at := range beside {
		if at != nil && at.code == nil && !syntax.IsErrorInterface(at.typ) {
			f.set(st, at, said[i])
		}
	}
}
