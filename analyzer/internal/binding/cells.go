package binding

import (
	"go/ast"
	"go/types"
	"slices"

	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// This file is about types of other packages that hold one value, which may be a code: of a column
// that may be NULL, of a variable that several goroutines share. Each is a box, see [boxes].

// cells are the boxes that the program fills itself.
var cells = map[qualified][]string{
	{"database/sql", "NullInt64"}:              {"Valid", "Value"},
	{"database/sql", "NullInt32"}:              {"Valid", "Value"},
	{"database/sql", "NullString"}:             {"Valid", "Value"},
	{"database/sql", "Null"}:                   {"Valid", "Value"},
	{"github.com/jackc/pgx/v5/pgtype", "Int4"}: {"Valid", "Value"},
	{"github.com/jackc/pgx/v5/pgtype", "Int8"}: {"Valid", "Value"},
	{"github.com/jackc/pgx/v5/pgtype", "Text"}: {"Valid", "Value"},
	{"sync/atomic", "Int32"}:                   nil,
	{"sync/atomic", "Int64"}:                   nil,
	{"sync/atomic", "Uint32"}:                  nil,
	{"sync/atomic", "Uint64"}:                  nil,
	{"go.uber.org/atomic", "Int32"}:            {"String"},
	{"go.uber.org/atomic", "Int64"}:            {"String"},
	{"go.uber.org/atomic", "Uint32"}:           {"String"},
	{"go.uber.org/atomic", "Uint64"}:           {"String"},
	{"go.uber.org/atomic", "String"}:           {"String"},
}

// cellCalls are the methods of a cell that store their last argument in it; of the others only
// those without parameters do nothing to it.
var cellCalls = map[string]bool{"Store": true, "Swap": true, "CompareAndSwap": true, "CAS": true}

// isCell reports whether a type is one of [cells], or optional.
func isCell(t types.Type) bool {
	named, ok := syntax.Pointee(t).(*types.Named)
	if !ok || named.Obj().Pkg() == nil {
		return false
	}
	_, ok = cells[qualified{named.Obj().Pkg().Path(), named.Obj().Name()}]
	if !ok {
		return optionalValue(named) != nil
	}
	if named.TypeArgs().Len() == 0 {
		return true
	}
	return carries(named.TypeArgs().At(0)) // sql.Null[int]
}

// inCell returns the cell that a call of a method asks or fills.
func (g *graph) inCell(call *ast.CallExpr) (cell ast.Expr, method string) {
	sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr)
	if !ok || g.info.Selections[sel] == nil || g.info.Selections[sel].Kind() != types.MethodVal || !isCell(g.info.TypeOf(sel.X)) {
		return nil, ""
	}
	return sel.X, sel.Sel.Name
}

// cellCall stores what a method of a cell gets.
func (g *graph) cellCall(call *ast.CallExpr, fn *function) {
	cell, method := g.inCell(call)
	if cell == nil || len(call.Args) == 0 {
		return
	}
	if optionalValue(g.info.TypeOf(cell)) != nil {
		g.optionalCall(cell, call, fn)
		return
	}
	if !cellCalls[method] {
		g.spoil(cell, fn)
		return
	}
	for _, arg := range call.Args {
		g.put(g.destination(cell, fn), g.info.TypeOf(arg), arg, Assignment, fn)
	}
}

// cellLit returns the node of what a composite literal puts into a cell.
func (g *graph) cellLit(lit *ast.CompositeLit, fn *function) *node {
	n := g.add(&node{constant: true}) // its zero value, if nothing else
	g.located[lit] = n
	beside, _ := boxOf(g.info.TypeOf(lit))
	put := func(value ast.Expr) {
		before := len(g.meetings)
		g.put(n, g.info.TypeOf(value), value, Element, fn)
		if len(g.meetings) > before {
			g.meetings[before].param = n // what the cell is stored in says what a constant is
		}
	}
	for i, elt := range lit.Elts {
		if kv, ok := elt.(*ast.KeyValueExpr); ok {
			if id, ok := kv.Key.(*ast.Ident); ok && !slices.Contains(beside, id.Name) {
				put(kv.Value)
			}
		} else if i == 0 {
			put(elt)
		}
	}
	return n
}
