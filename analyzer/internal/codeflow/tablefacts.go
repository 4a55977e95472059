package codeflow

import (
	"go/ast"
	"go/constant"
	"go/types"
	"sync"

	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// A tableFact is on a package's variable that is a table, and that the package itself
// never changes.
type tableFact struct {
	Keys  []string // exact constants
	Rows  []rowFact
	Codes bool // the keys are codes, as far as the package itself can tell
}

// A rowFact is what a table has for a key. What is no constant is empty.
type rowFact struct {
	Value  string
	Fields []fieldFact // those that are set
}

type fieldFact struct{ Name, Value string }

func (*tableFact) AFact()         {}
func (*tableFact) String() string { return "table" }

// mostRows is how many rows of a table importers are told of.
const mostRows = 400

// exportTables tells importers of the package's tables.
func (e *engine) exportTables() {
	codes := sync.OnceValue(func() map[ast.Expr]bool {
		met := make(map[ast.Expr]bool)
		for m := range e.bindings.Meetings() {
			met[m.Const] = true
		}
		return met
	})
	for v := range e.index.Vars {
		if !v.Exported() || v.Parent() != e.pass.Pkg.Scope() || !syntax.IsContainer(v.Type()) {
			continue
		}
		i := e.index.Vars[v]
		if i.Init == nil || !i.Steady() {
			continue
		}
		lit, ok := ast.Unparen(i.Init).(*ast.CompositeLit)
		if !ok || len(lit.Elts) > mostRows {
			continue
		}
		if t := e.tables.literal(lit); t != nil && len(t.keys) > 0 {
			f := t.fact()
			f.Codes = codes()[keyOf(lit.Elts[0])]
			e.pass.ExportObjectFact(v, f)
		}
	}
}

// keyOf returns the key of a map's element; of a list's, the element.
func keyOf(elt ast.Expr) ast.Expr {
	if kv, ok := elt.(*ast.KeyValueExpr); ok {
		elt = kv.Key
	}
	return ast.Unparen(elt)
}

// ListsCodes reports whether a variable of another package is a table or list whose
// keys are codes, as far as that package can tell.
func (r *Result) ListsCodes(v *types.Var) bool {
	if r.engine == nil {
		return false
	}
	r.engine.mu.Lock()
	defer r.engine.mu.Unlock()
	var f tableFact
	return r.engine.pass.ImportObjectFact(v, &f) && f.Codes
}

func (t *table) fact() *tableFact {
	f := new(tableFact)
	var st *types.Struct
	if t.elem != nil {
		st, _ = t.elem.Underlying().(*types.Struct)
	}
	for i, key := range t.keys {
		f.Keys = append(f.Keys, exportConstant(key))
		var r rowFact
		if x := t.rows[i].expr; x != nil {
			r = t.rowFact(st, x)
		}
		f.Rows = append(f.Rows, r)
	}
	return f
}

func (t *table) rowFact(st *types.Struct, x ast.Expr) rowFact {
	told := func(x ast.Expr) string {
		if v := t.tables.p.constantOf(x); v != nil {
			return exportConstant(v)
		}
		return ""
	}
	if st == nil {
		return rowFact{Value: told(x)}
	}
	var r rowFact
	lit, ok := ast.Unparen(x).(*ast.CompositeLit)
	for i := range st.NumFields() {
		name := st.Field(i).Name()
		if !ok { // made elsewhere
			r.Fields = append(r.Fields, fieldFact{Name: name})
			continue
		}
		for j, elt := range lit.Elts {
			if elt = fieldElement(st, elt, j, name); elt != nil {
				r.Fields = append(r.Fields, fieldFact{name, told(elt)})
			}
		}
	}
	return r
}

// importedTable returns the table that another package's variable is, or nil.
func (ts *tables) importedTable(v *types.Var) *table {
	if t, ok := ts.imported[v]; ok {
		return t
	}
	ts.imported[v] = nil
	var f tableFact
	if !ts.p.pass.ImportObjectFact(v, &f) {
		return nil
	}
	t := &table{tables: ts}
	if m, ok := v.Type().Underlying().(*types.Map); ok {
		t.elem = m.Elem()
	}
	for i, key := range f.Keys {
		t.keys = append(t.keys, importConstant(key))
		t.rows = append(t.rows, row{told: &f.Rows[i]})
	}
	ts.imported[v] = t
	return t
}

// value returns the constant that a row is, or nil.
func (r *rowFact) value() constant.Value {
	if r.Value == "" {
		return nil
	}
	return importConstant(r.Value)
}

// field returns the constant that a field is set to, nil if it is none; and whether
// it is set at all.
func (r *rowFact) field(name string) (constant.Value, bool) {
	for _, f := range r.Fields {
		if f.Name == name {
			if f.Value == "" {
				return nil, true
			}
			return importConstant(f.Value), true
		}
	}
	return nil, false
}
