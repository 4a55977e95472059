package doubts

import (
	"go/ast"
	"go/types"

	"github.com/errcodelint/errcodelint/analyzer/internal/binding"
	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// MadeOfFailures reports whether a code comes out of a struct that the package only makes of codes other than the given
// success, or of replies with such: of &dropped{to, r.Code}, behind what has left for success; or out of a pointer that is
// only ever given what leads to such codes; or of a field's list or map that is filled with them. Somebody else may make another one, but does not. A reply is no such struct: it is
// decoded.
func (d *Doubts) MadeOfFailures(root ast.Node, code ast.Expr, success string) bool {
	m := made{d: d, success: success}
	return m.of(root, code, nil, 4)
}

// made is one question to [Doubts.MadeOfFailures].
type made struct {
	d       *Doubts
	success string
}

// of reports whether a code is none of success that some fields lead to, from an expression in a declaration, as far as some
// steps.
func (m made) of(root ast.Node, e ast.Expr, fields []*ast.Ident, depth int) bool {
	if depth == 0 {
		return false
	}
	switch x := m.d.bindings.Core(e).(type) {
	case *ast.StarExpr:
		return m.of(root, x.X, fields, depth)
	case *ast.Ident:
		return m.variable(root, x, fields, depth-1)
	case *ast.SelectorExpr:
		sel := m.d.pass.TypesInfo.Selections[x]
		if sel == nil || sel.Kind() != types.FieldVal {
			return false
		}
		further := append([]*ast.Ident{x.Sel}, fields...)
		t := sel.Recv()
		for i, at := range sel.Index() { // the last is the one that is named
			s, ok := syntax.Pointee(t).Underlying().(*types.Struct)
			if !ok {
				return false
			}
			field := s.Field(at)
			if i == len(sel.Index())-1 {
				further = fields
			}
			if !hasTags(t) && !binding.IsWireName(field.Name()) && m.field(field.Origin(), further, depth-1) {
				return true
			}
			t = field.Type()
		}
		return m.of(root, x.X, append([]*ast.Ident{x.Sel}, fields...), depth)
	}
	return false
}

// field reports whether all that the package stores in a field of its own leads to no success. Where no pointer is, one that
// a literal leaves out is 0.
func (m made) field(field *types.Var, fields []*ast.Ident, depth int) bool {
	s := m.d.storesOf()
	pointer := syntax.IsPointer(field.Type())
	if field.Pkg() != m.d.pass.Pkg || s.otherwise[field] || !pointer && (!s.given[field] || s.omitted[field]) {
		return false
	}
	var values []ast.Expr
	for _, e := range s.stored[field] {
		if syntax.Field(m.d.pass.TypesInfo, e) != field {
			values = append(values, e)
		}
	}
	return m.all(values, pointer, fields, depth)
}

// variable reports whether all that a variable is given leads to no success. Of one that is no pointer, code flow knows more, but for
// what it is a copy of.
func (m made) variable(root ast.Node, id *ast.Ident, fields []*ast.Ident, depth int) bool {
	v, ok := m.d.pass.TypesInfo.ObjectOf(id).(*types.Var)
	if !ok || v.Parent() == m.d.pass.Pkg.Scope() {
		return false
	}
	if m.ranged(root, v, fields, depth) {
		return true
	}
	f := failure{m.d.pass.TypesInfo, m.d.bindings, m.d.mentions, root}
	if syntax.IsPointer(v.Type()) {
		return m.all(f.valuesOf(v), true, fields, depth)
	}
	value := f.definition(id)
	return value != nil && m.of(root, value, fields, depth)
}

// all reports whether all of some values, of which there is one, lead to no success. Where there is a pointer, nil leads to no code.
func (m made) all(values []ast.Expr, pointer bool, fields []*ast.Ident, depth int) bool {
	some := false
	for _, e := range values {
		if pointer && m.d.pass.TypesInfo.Types[e].IsNil() {
			continue
		}
		if !m.excludes(e, fields, depth) {
			return false
		}
		some = true
	}
	return some
}

// excludes reports whether a value that is stored somewhere is known to lead to no success there.
func (m made) excludes(e ast.Expr, fields []*ast.Ident, depth int) bool {
	info := m.d.pass.TypesInfo
	e = ast.Unparen(syntax.WithoutAddress(e))
	inside := m.d.flow.Inside()
	switch x := e.(type) {
	case *ast.CompositeLit:
		if len(fields) > 0 {
			part, rest := m.part(x, fields)
			return part != nil && m.excludes(part, rest, depth)
		}
	case *ast.CallExpr:
		if depth > 0 && syntax.IsPointer(info.TypeOf(x)) {
			return m.all(m.d.returned(x), true, fields, depth-1)
		}
	}
	if len(fields) == 0 {
		if at, known := inside.At(e); m.d.cannotBe(e, m.success) || known && !at.Has(m.success) {
			return true
		}
	} else {
		led := e
		for _, field := range fields {
			led = &ast.SelectorExpr{X: led, Sel: field}
		}
		if at, known := inside.Before(e).Codes(led); known && !at.Has(m.success) {
			return true
		}
	}
	return m.of(syntax.DeclIn(m.d.pass.Files, e.Pos()), e, fields, depth)
}

// part returns what a literal gives the first of some fields, or the embedded one that has it, and the fields that lead on from there.
func (m made) part(lit *ast.CompositeLit, fields []*ast.Ident) (part ast.Expr, rest []*ast.Ident) {
	t := m.d.pass.TypesInfo.TypeOf(lit)
	s, ok := syntax.Pointee(t).Underlying().(*types.Struct)
	if !ok {
		return nil, nil
	}
	found, path, _ := types.LookupFieldOrMethod(t, true, m.d.pass.Pkg, fields[0].Name)
	if _, ok := found.(*types.Var); !ok {
		return nil, nil
	}
	if rest = fields; len(path) == 1 {
		rest = fields[1:]
	}
	for i, e := range lit.Elts {
		kv, ok := e.(*ast.KeyValueExpr)
		if !ok {
			if i == path[0] {
				return e, rest
			}
			continue
		}
		if key, _ := kv.Key.(*ast.Ident); key != nil && key.Name == s.Field(path[0]).Name() {
			return kv.Value, rest
		}
	}
	return nil, nil
}

// returned returns what the function of the package returns that a call calls; nil if that is not to be seen.
func (d *Doubts) returned(call *ast.CallExpr) (values []ast.Expr) {
	fn, ok := syntax.Callee(d.pass.TypesInfo, call).(*types.Func)
	if !ok || fn.Signature().Results().Len() != 1 {
		return nil
	}
	decl, ok := syntax.DeclIn(d.pass.Files, fn.Origin().Pos()).(*ast.FuncDecl)
	if !ok || decl.Body == nil || d.pass.TypesInfo.Defs[decl.Name] != types.Object(fn.Origin()) {
		return nil
	}
	seen := true
	ast.Inspect(decl.Body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit:
			return false
		case *ast.ReturnStmt:
			seen = seen && len(n.Results) == 1
			values = append(values, n.Results...)
		}
		return true
	})
	if !seen {
		return nil
	}
	return values
}

// selected returns what an expression selects, or what the variable that it is was declared with; nil if it is nothing of the
// kind.
func (d *Doubts) selected(root ast.Node, e ast.Expr) *ast.SelectorExpr {
	e = d.bindings.Core(e)
	if id, ok := e.(*ast.Ident); ok {
		f := failure{d.pass.TypesInfo, d.bindings, d.mentions, root}
		if e = f.definition(id); e == nil {
			return nil
		}
	}
	sel, ok := ast.Unparen(e).(*ast.SelectorExpr)
	if !ok || d.pass.TypesInfo.Selections[sel] == nil || d.pass.TypesInfo.Selections[sel].Kind() != types.FieldVal {
		return nil
	}
	return sel
}
