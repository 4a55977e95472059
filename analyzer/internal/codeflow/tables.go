package codeflow

import (
	"go/ast"
	"go/constant"
	"go/types"
)

// A table is constant data of the program that is looked up or searched by a
// code: a map, or a list, that nothing ever changes.
type table struct {
	keys   []constant.Value
	rows   []ast.Expr // by key; of a list nil
	elem   types.Type
	tables *tables
}

// tables finds the tables of a package.
type tables struct {
	p     *program
	known map[ast.Expr]*table // by the literal
}

// of returns the table that an expression is, or nil.
func (ts *tables) of(e ast.Expr) *table {
	switch x := ast.Unparen(e).(type) {
	case *ast.CompositeLit:
		return ts.literal(x)
	case *ast.Ident:
		v, ok := ts.p.info.ObjectOf(x).(*types.Var)
		if !ok || v.Pkg() != ts.p.pass.Pkg || v.Exported() && v.Parent() == v.Pkg().Scope() {
			return nil
		}
		i := ts.p.index.vars[v]
		if i == nil || i.init == nil || i.stores > 0 || i.pointed || i.leaks {
			return nil
		}
		if lit, ok := ast.Unparen(i.init).(*ast.CompositeLit); ok {
			return ts.literal(lit)
		}
	}
	return nil
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
	switch u := typ.Underlying().(type) {
	case *types.Map:
		t.elem = u.Elem()
	case *types.Slice, *types.Array:
	default:
		return nil
	}
	for _, elt := range lit.Elts {
		var row ast.Expr
		if kv, ok := elt.(*ast.KeyValueExpr); ok {
			if t.elem == nil {
				return nil // a list with gaps
			}
			elt, row = kv.Key, kv.Value
		}
		v := ts.p.constantOf(elt)
		if v == nil {
			return nil
		}
		t.keys = append(t.keys, v)
		t.rows = append(t.rows, row)
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
	return t.column(index, func(row ast.Expr) (constant.Value, bool) {
		if row == nil {
			z, ok := zeroOf(t.elem)
			if !ok || z[0].kind != isConst {
				return nil, false
			}
			return z[0].val, true
		}
		v := t.tables.p.constantOf(row)
		return v, v != nil
	})
}

// column returns for every code that index can be what the row of it gives; of
// a code without a row, what nil gives.
func (t *table) column(index value, get func(ast.Expr) (constant.Value, bool)) value {
	var v value
	for _, o := range index {
		if o.kind == isConst || o.kind == isElement && o.sym == nil {
			val, ok := get(t.rowOf(o.val))
			if !ok {
				return nil
			}
			v = v.add(outcome{out{kind: isConst, val: val}, o.cond})
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
			val, ok := get(t.rows[i])
			if !ok {
				return nil
			}
			s := u.equals(key)
			rest = rest.intersect(s.no)
			v = v.add(outcome{out{kind: isConst, val: val}, o.cond.and(o.sym, s.yes)})
		}
		val, ok := get(nil)
		if !ok {
			return nil
		}
		v = v.add(outcome{out{kind: isConst, val: val}, o.cond.and(o.sym, rest)})
	}
	if len(v) > maxOutcomes {
		return nil
	}
	return v
}

// rowOf returns what the table has for a constant, or nil.
func (t *table) rowOf(v constant.Value) ast.Expr {
	for i, key := range t.keys {
		if sameConstant(key, v) {
			return t.rows[i]
		}
	}
	return nil
}

// field returns a field of what a table holds.
func (ts *tables) field(x value, name string) value {
	var v value
	for _, o := range x {
		if o.kind != isElement {
			return nil
		}
		for _, p := range o.table.column(value{o}, func(row ast.Expr) (constant.Value, bool) {
			return o.table.fieldOf(row, name)
		}) {
			v = v.add(p)
		}
	}
	return v
}

func (t *table) fieldOf(row ast.Expr, name string) (constant.Value, bool) {
	st, ok := t.elem.Underlying().(*types.Struct)
	if !ok {
		return nil, false
	}
	if row != nil {
		lit, ok := ast.Unparen(row).(*ast.CompositeLit)
		if !ok {
			return nil, false
		}
		for i, elt := range lit.Elts {
			if kv, ok := elt.(*ast.KeyValueExpr); ok {
				if id, ok := kv.Key.(*ast.Ident); !ok || id.Name != name {
					continue
				}
				elt = kv.Value
			} else if i >= st.NumFields() || st.Field(i).Name() != name {
				continue
			}
			v := t.tables.p.constantOf(elt)
			return v, v != nil
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
