package codeflow

import (
	"go/ast"
	"go/constant"
	"go/types"

	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// A table is constant data of the program that is looked up or searched by a
// code: a map, or a list, that nothing ever changes.
type table struct {
	keys   []constant.Value
	rows   []row // by key; of a list empty
	elem   types.Type
	tables *tables
}

// A row is what a table has for a key: an expression, or what another package told
// of it.
type row struct {
	expr ast.Expr
	told *rowFact
}

func (r row) absent() bool { return r.expr == nil && r.told == nil }

// tables finds the tables of a package, and those of others that it asks.
type tables struct {
	p        *program
	known    map[ast.Expr]*table // by the literal
	imported map[*types.Var]*table
}

// tableOf returns the table that an expression is, or nil. A package's variable that
// others see may be changed by any that imports it. That hardly ever happens, and so
// a view of what usually happens takes it for what it is declared as, if neither its
// own package nor this one changes it.
func (e *engine) tableOf(x ast.Expr) *table { return e.tables.of(x, e.isCalm) }

func (ts *tables) of(e ast.Expr, trusting bool) *table {
	lit, foreign := ts.literalIn(e, trusting)
	switch {
	case lit != nil:
		return ts.literal(lit)
	case foreign != nil:
		return ts.importedTable(foreign)
	}
	return nil
}

// literalIn returns the literal that an expression always is, or the variable of another package that holds it.
func (ts *tables) literalIn(e ast.Expr, trusting bool) (lit *ast.CompositeLit, foreign *types.Var) {
	var id *ast.Ident
	switch x := ast.Unparen(e).(type) {
	case *ast.CompositeLit:
		return x, nil
	case *ast.Ident:
		id = x
	case *ast.SelectorExpr:
		if !trusting || ts.p.info.Selections[x] != nil {
			return nil, nil
		}
		id = x.Sel
	default:
		return nil, nil
	}
	v, ok := ts.p.info.ObjectOf(id).(*types.Var)
	if !ok || v.Pkg() == nil {
		return nil, nil
	}
	shared := v.Exported() && v.Parent() == v.Pkg().Scope()
	if shared && !trusting {
		return nil, nil
	}
	i := ts.p.index.Vars[v]
	if i != nil && !i.Steady() {
		return nil, nil
	}
	if v.Pkg() != ts.p.pass.Pkg {
		return nil, v
	}
	if i == nil || i.Init == nil {
		return nil, nil
	}
	lit, _ = ast.Unparen(i.Init).(*ast.CompositeLit)
	return lit, nil
}

// listed returns the literal of a list of structs that an expression always is, nil for anything else.
func (ts *tables) listed(e ast.Expr, trusting bool) *ast.CompositeLit {
	lit, _ := ts.literalIn(e, trusting)
	if lit == nil || !syntax.IsList(syntax.OrInvalid(ts.p.info.TypeOf(lit))) {
		return nil
	}
	return lit
}

// row returns the constants that a struct literal holds in its fields.
func (ts *tables) row(e ast.Expr) map[*types.Var]constant.Value {
	lit, ok := ast.Unparen(e).(*ast.CompositeLit)
	if !ok {
		return nil
	}
	st, ok := syntax.OrInvalid(ts.p.info.TypeOf(lit)).Underlying().(*types.Struct)
	if !ok {
		return nil
	}
	row := make(map[*types.Var]constant.Value)
	for i := range st.NumFields() {
		field := st.Field(i)
		if z, ok := zeroOf(field.Type()); ok && z[0].kind == isConst {
			row[field.Origin()] = z[0].val
		}
		for j, elt := range lit.Elts {
			if held := fieldElement(st, elt, j, field.Name()); held != nil {
				delete(row, field.Origin())
				if v := ts.p.constantOf(held); v != nil {
					row[field.Origin()] = v
				}
			}
		}
	}
	return row
}

func (ts *tables) literal(lit *ast.CompositeLit) *table {
	if t, ok := ts.known[lit]; ok {
		return t
	}
	t := ts.read(lit)
	ts.known[lit] = t
	return t
}

func (ts *tables) read(lit *ast.CompositeLit) *table {
	t := &table{tables: ts}
	typ := ts.p.info.TypeOf(lit)
	if typ == nil {
		return nil
	}
	var keys types.Type
	switch u := typ.Underlying().(type) {
	case *types.Map:
		keys, t.elem = u.Key(), u.Elem()
	case *types.Slice:
		keys = u.Elem()
	case *types.Array:
		keys = u.Elem()
	default:
		return nil
	}
	if types.IsInterface(keys) {
		return nil // of which a number is not equal to all codes that it is
	}
	for _, elt := range lit.Elts {
		var r row
		if kv, ok := elt.(*ast.KeyValueExpr); ok {
			if t.elem == nil {
				return nil // a list with gaps
			}
			elt, r.expr = kv.Key, kv.Value
		}
		v := ts.p.constantOf(elt)
		if v == nil {
			return nil
		}
		t.keys = append(t.keys, v)
		t.rows = append(t.rows, r)
	}
	return t
}

// keySplit splits a universe by whether the table has the code.
func (t *table) keySplit(u *universe) split { return u.member(t.keys) }

// lookup returns what the table holds for an index.
func (t *table) lookup(st *state, index value) value {
	if t.elem == nil {
		return nil
	}
	if _, isStruct := t.elem.Underlying().(*types.Struct); isStruct {
		var v value
		for _, o := range index {
			switch o.kind {
			case isSymbol:
				v = v.add(outcome{out{kind: isElement, sym: o.sym, table: t}, o.cond})
			case isConst:
				v = v.add(outcome{out{kind: isElement, val: o.val, table: t}, o.cond})
			default:
				return nil
			}
		}
		return v
	}
	return t.column(index, func(r row) value {
		switch {
		case syntax.IsErrorInterface(t.elem):
			return t.errorOf(r)
		case r.absent():
			if z, _ := zeroOf(t.elem); len(z) > 0 && z[0].kind == isConst {
				return z
			}
			return nil
		case r.told != nil:
			return constantOrUnknown(r.told.value())
		}
		return constantOrUnknown(t.tables.p.constantOf(r.expr))
	})
}

func constantOrUnknown(v constant.Value) value {
	if v == nil {
		return nil
	}
	return constantValue(v)
}

// errorOf returns the error that a row is.
func (t *table) errorOf(r row) value {
	switch {
	case r.absent():
		return known(out{kind: isNil})
	case r.expr == nil:
		return nil
	}
	p := t.tables.p
	x := ast.Unparen(r.expr)
	switch tv := p.info.Types[x]; {
	case tv.IsNil():
		return known(out{kind: isNil})
	case tv.Value != nil:
		if p.universeOf(x) == nil || !syntax.ImplementsError(tv.Type) {
			return nil
		}
		return known(out{kind: isError, err: codeError(tv.Type, constantValue(tv.Value))})
	}
	switch x := x.(type) {
	case *ast.Ident:
		return p.packageVariable(p.info.ObjectOf(x))
	case *ast.SelectorExpr:
		return p.packageVariable(p.info.ObjectOf(x.Sel))
	case *ast.CallExpr:
		if fn, ok := syntax.StaticCallee(p.info, x); ok && syntax.MakesPlainError(fn) {
			return known(out{kind: isError, err: &failure{fresh: true}})
		}
	}
	return nil
}

// column returns for every code that index can be what the row of it gives; of
// a code without a row, what an absent one gives.
func (t *table) column(index value, get func(row) value) value {
	var v value
	add := func(held value, c cond) bool {
		for _, o := range held {
			v = v.add(outcome{o.out, o.cond.all(c)})
		}
		return len(held) > 0
	}
	for _, o := range index {
		if o.kind == isConst || o.kind == isElement && o.sym == nil {
			if !add(get(t.rowOf(o.val)), o.cond) {
				return nil
			}
			continue
		}
		if o.kind != isSymbol && o.kind != isElement {
			return nil
		}
		u := o.sym.universe
		if u.domain == nil {
			return nil
		}
		rest := u.all
		for i, key := range t.keys {
			s := u.equals(key)
			rest = rest.intersect(s.no)
			if !add(get(t.rows[i]), o.cond.and(o.sym, s.yes)) {
				return nil
			}
		}
		if !add(get(row{}), o.cond.and(o.sym, rest)) {
			return nil
		}
	}
	if len(v) > maxOutcomes {
		return nil
	}
	return v
}

// rowOf returns what the table has for a constant.
func (t *table) rowOf(v constant.Value) row {
	for i, key := range t.keys {
		if sameConstant(key, v) {
			return t.rows[i]
		}
	}
	return row{}
}

// field returns a field of what a table holds.
func (ts *tables) field(x value, name string) value {
	var v value
	for _, o := range x {
		if o.kind != isElement {
			return nil
		}
		for _, p := range o.table.column(value{o}, func(r row) value {
			v, _ := o.table.fieldOf(r, name)
			return constantOrUnknown(v)
		}) {
			v = v.add(p)
		}
	}
	return v
}

func (t *table) fieldOf(r row, name string) (constant.Value, bool) {
	st, ok := t.elem.Underlying().(*types.Struct)
	if !ok {
		return nil, false
	}
	switch {
	case r.told != nil:
		if v, ok := r.told.field(name); ok {
			return v, v != nil
		}
	case r.expr != nil:
		lit, ok := ast.Unparen(r.expr).(*ast.CompositeLit)
		if !ok {
			return nil, false
		}
		for i, elt := range lit.Elts {
			if elt = fieldElement(st, elt, i, name); elt != nil {
				v := t.tables.p.constantOf(elt)
				return v, v != nil
			}
		}
	}
	for i := range st.NumFields() {
		if st.Field(i).Name() == name {
			z, ok := zeroOf(st.Field(i).Type())
			if !ok || z[0].kind != isConst {
				return nil, false
			}
			return z[0].val, true
		}
	}
	return nil, false
}

// fieldElement returns what the i'th element of a struct literal stores in a field, or
// nil if it is another field's.
func fieldElement(st *types.Struct, elt ast.Expr, i int, name string) ast.Expr {
	if kv, ok := elt.(*ast.KeyValueExpr); ok {
		if id, ok := kv.Key.(*ast.Ident); ok && id.Name == name {
			return kv.Value
		}
		return nil
	}
	if i < st.NumFields() && st.Field(i).Name() == name {
		return elt
	}
	return nil
}
