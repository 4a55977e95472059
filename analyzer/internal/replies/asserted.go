package replies

import (
	"go/ast"
	"go/types"
	"slices"
	"strings"
)

// This file has what a function finds out about the type of what it was given as any: decode(v any, text []byte)
// looks if v is a *string or a file, or has a method, before it decodes anything into it.

// asserted is a step to what a type assertion gives.
func (m *mention) asserted(p *ast.TypeAssertExpr) (more bool) {
	r := m.b.r
	switch {
	case m.code:
		return m.to(p)
	case m.mode != reply:
		m.end()
		return false
	case p.Type == nil:
		m.switched(p)
		return false
	}
	switch t := r.info.TypeOf(p.Type); {
	case r.isOther(t):
		return m.last(Harmless, nil)
	case isAsking(t):
		m.asked(t)
		return false
	}
	return m.to(p)
}

// switched follows a mention into the clauses of a type switch.
func (m *mention) switched(p *ast.TypeAssertExpr) {
	r := m.b.r
	parent := m.b.Parent(p)
	s, ok := m.b.Parent(parent).(*ast.TypeSwitchStmt)
	if !ok {
		m.becomes(Gone, nil)
		return
	}
	m.becomes(Harmless, nil)
	for _, clause := range s.Body.List {
		v, ok := r.info.Implicits[clause].(*types.Var)
		switch {
		case !ok || r.isOther(v.Type()):
		case isAsking(v.Type()):
			if len(m.b.uses[v]) > 0 {
				m.asked(v.Type())
			}
		default:
			m.alias(v)
		}
	}
}

// isOther reports whether a value of a type is not, and does not lead to, what has a code.
func (r *Result) isOther(t types.Type) bool {
	for range 8 { // type p *p
		if t == nil || r.Holds(t) {
			return false
		}
		switch u := t.Underlying().(type) {
		case *types.Basic, *types.Struct:
			return true
		case *types.Pointer:
			t = u.Elem()
		case *types.Slice:
			t = u.Elem()
		default:
			return false
		}
	}
	return false
}

// isAsking reports whether an assertion to a type asks for methods.
func isAsking(t types.Type) bool {
	if t == nil {
		return false // code that does not compile
	}
	i, ok := t.Underlying().(*types.Interface)
	return ok && i.NumMethods() > 0
}

// asked notes that somebody asks if the variable has the methods of an interface, and calls them
// if so. Whether it has only the caller knows, if it is a parameter.
func (m *mention) asked(t types.Type) {
	v, ok := m.b.r.info.ObjectOf(m.id).(*types.Var)
	if id, whole := ast.Unparen(m.expr).(*ast.Ident); !ok || !whole || id != m.id || v != m.root || !isEmptyInterface(v.Type()) {
		m.becomes(Gone, nil)
		return
	}
	var names []string
	for fn := range t.Underlying().(*types.Interface).Methods() {
		names = append(names, fn.Name())
	}
	m.add(Use{Kind: Gone, Ident: m.id, Asks: strings.Join(names, " ")})
}

// answers notes what comes of it that a function that is given the mention asks for methods.
func (m *mention) answers(call *ast.CallExpr, names string) {
	t := m.b.r.info.TypeOf(m.expr)
	id, whole := ast.Unparen(m.expr).(*ast.Ident)
	switch {
	case t == nil:
	case isEmptyInterface(t) && whole && id == m.id && m.root != nil && m.b.r.info.ObjectOf(id) == types.Object(m.root):
		m.add(Use{Kind: Gone, Ident: m.id, Call: call, Asks: names})
		return
	case !types.IsInterface(t) && !hasMethod(t, names):
		return
	}
	m.becomes(Gone, call)
}

// hasMethod reports whether a type, or what it points to, has one of some methods.
func hasMethod(t types.Type, names string) bool {
	for range 8 {
		if p, ok := t.Underlying().(*types.Pointer); ok {
			t = p.Elem()
		}
	}
	if _, generic := types.Unalias(t).(*types.TypeParam); generic {
		return true
	}
	set := types.NewMethodSet(types.NewPointer(t))
	return slices.ContainsFunc(strings.Fields(names), func(name string) bool {
		for sel := range set.Methods() {
			if sel.Obj().Name() == name {
				return true
			}
		}
		return false
	})
}
