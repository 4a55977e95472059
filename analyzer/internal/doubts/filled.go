package doubts

import (
	"go/ast"
	"go/token"
	"go/types"

	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// This file is about lists and maps in fields, into which the package only puts codes that fail:
//
//	if code != codes.ResponseSuccess {
//		t.counts[code]++
//	}

// A level is a field's list or map, or, for more than one, those that are its elements, and so on.
type level struct {
	field *types.Var
	depth int
}

// A filling is what is put in a list or map.
type filling struct {
	keys, elements []ast.Expr
}

// fieldOf returns the field that an expression is, or is an element of, and how deep: t.m[to] is 1 deep.
func (u *stores) fieldOf(e ast.Expr) (field *types.Var, depth int) {
	for {
		index, ok := ast.Unparen(e).(*ast.IndexExpr)
		if !ok {
			return u.field(e), depth
		}
		e, depth = index.X, depth+1
	}
}

// fill notes a store of an element, whose value is nil where it is counted.
func (u *stores) fill(place, value ast.Expr) {
	index, ok := ast.Unparen(place).(*ast.IndexExpr)
	if !ok {
		return
	}
	if field, depth := u.fieldOf(index); field != nil {
		f := u.filling(level{field, depth})
		f.keys = append(f.keys, index.Index)
		if value != nil {
			f.elements = append(f.elements, value)
		}
	}
}

func (u *stores) filling(at level) *filling {
	f := u.filled[at]
	if f == nil {
		f = &filling{}
		u.filled[at] = f
	}
	return f
}

// appendTo notes what is appended to a field's list. It reports whether what is stored in the field is nothing else than that, or
// empty.
func (u *stores) appendTo(field *types.Var, value ast.Expr) bool {
	switch x := ast.Unparen(value).(type) {
	case *ast.CompositeLit:
		return len(x.Elts) == 0
	case *ast.Ident:
		return u.info.Types[x].IsNil()
	case *ast.SliceExpr:
		of, _ := u.fieldOf(x.X)
		return of == field
	case *ast.CallExpr:
		if syntax.IsBuiltin(u.info, x, "make") {
			return true
		}
		if !syntax.IsBuiltin(u.info, x, "append") || x.Ellipsis.IsValid() || len(x.Args) == 0 || u.field(x.Args[0]) != field {
			return false
		}
		f := u.filling(level{field, 1})
		f.elements = append(f.elements, x.Args[1:]...)
		return true
	}
	return false
}

// ranged reports whether a variable goes over what a field's list or map has in it, and that leads to no success.
func (m made) ranged(root ast.Node, v *types.Var, fields []*ast.Ident, depth int) bool {
	info := m.d.pass.TypesInfo
	is := func(e ast.Expr) bool {
		id, ok := e.(*ast.Ident)
		return ok && info.Defs[id] == types.Object(v)
	}
	var loop *ast.RangeStmt
	m.d.mentions.Inspect(root, func(n ast.Node) bool {
		if s, ok := n.(*ast.RangeStmt); ok && s.Tok == token.DEFINE && (is(s.Key) || is(s.Value)) {
			loop = s
		}
		return loop == nil
	}, v)
	if loop == nil {
		return false
	}
	over, keys := walked(info, loop.X)
	keys = keys || is(loop.Key) && over == ast.Unparen(loop.X)
	s := m.d.storesOf()
	field, at := s.fieldOf(over)
	if field == nil || field.Pkg() != m.d.pass.Pkg || s.otherwise[field] || s.unlike[field] || keys && !syntax.IsMap(info.TypeOf(over)) {
		return false
	}
	f := s.filled[level{field, at + 1}]
	switch {
	case f == nil:
		return false
	case keys:
		return m.all(f.keys, false, fields, depth)
	}
	return m.all(f.elements, false, fields, depth)
}

// walked returns what a loop goes over, and whether it is the keys of that: of slices.Sorted(maps.Keys(m)) it is m.
func walked(info *types.Info, e ast.Expr) (over ast.Expr, keys bool) {
	for {
		call, ok := ast.Unparen(e).(*ast.CallExpr)
		if !ok || len(call.Args) == 0 {
			return ast.Unparen(e), keys
		}
		fn, ok := syntax.Callee(info, call).(*types.Func)
		if !ok || fn.Pkg() == nil || fn.Pkg().Path() != "maps" && fn.Pkg().Path() != "slices" {
			return call, keys
		}
		keys = keys || fn.Name() == "Keys"
		e = call.Args[0]
	}
}
