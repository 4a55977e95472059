package binding

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// This file is about the codes of other protocols, which come in a byte or two of a message's header. This API's come as
// decimal text.

// isWireByte recognises a conversion of a byte, or of two, out of a message: another protocol's code.
func (g *graph) isWireByte(call *ast.CallExpr) bool {
	return len(call.Args) == 1 && g.info.Types[call.Fun].IsType() && g.isOfBytes(call.Args[0])
}

func (g *graph) isOfBytes(e ast.Expr) bool {
	switch x := ast.Unparen(e).(type) {
	case *ast.IndexExpr:
		basic, ok := types.Unalias(g.info.TypeOf(x)).(*types.Basic)
		return ok && basic.Kind() == types.Uint8
	case *ast.SelectorExpr:
		return g.isHeaderField(x) && (!g.vendor || g.isOthersField(x))
	case *ast.BinaryExpr:
		return x.Op == token.AND && (g.isOfBytes(x.X) || g.isOfBytes(x.Y))
	case *ast.CallExpr:
		callee := g.callee(x)
		return callee != nil && callee.Name() == "Uint16" && callee.Pkg() != nil && callee.Pkg().Path() == "encoding/binary"
	}
	return false
}

// isOfWire recognises a number that is put together of bytes out of a message: int(b[0])<<8 | int(b[1]).
func (g *graph) isOfWire(e ast.Expr) bool {
	switch x := ast.Unparen(e).(type) {
	case *ast.CallExpr:
		return g.isWireByte(x)
	case *ast.BinaryExpr:
		switch x.Op {
		case token.OR, token.ADD, token.XOR:
			return g.isOfWire(x.X) && g.isOfWire(x.Y)
		case token.SHL:
			return g.isOfWire(x.X)
		}
	}
	return false
}

// isHeaderField reports whether a field without a tag has the type of a header's. A package that uses the API may keep
// codes in one, to save memory.
func (g *graph) isHeaderField(e *ast.SelectorExpr) bool {
	sel := g.info.Selections[e]
	if sel == nil || sel.Kind() != types.FieldVal || !isOfHeaders(sel.Type()) {
		return false
	}
	holder := structOf(sel)
	for i := 0; holder != nil && i < holder.NumFields(); i++ {
		if holder.Field(i) == sel.Obj() {
			return holder.Tag(i) == ""
		}
	}
	return false
}

// isOthersField reports whether a field for bytes holds no codes of the package, although it uses the API: it is one
// of another module's type, or the package converts nothing to what it stores in it.
func (g *graph) isOthersField(e *ast.SelectorExpr) bool {
	field, ok := g.info.Selections[e].Obj().(*types.Var)
	if !ok {
		return false
	}
	field = field.Origin()
	if field.Pkg() != g.pass.Pkg {
		return !g.inModule(field.Pkg())
	}
	if g.narrowed == nil {
		g.narrowed = g.findNarrowed()
	}
	return !g.narrowed[field]
}

// findNarrowed returns the fields for bytes in which the package stores what it converts, or what it has from
// somewhere else.
func (g *graph) findNarrowed() map[*types.Var]bool {
	all := make(map[*types.Var]bool)
	store := func(to ast.Expr, field *types.Var, value ast.Expr) {
		if field == nil {
			field = syntax.Field(g.info, to)
		}
		if field == nil || !isOfHeaders(field.Type()) || value != nil && (g.isConstant(value) || g.isOfBytes(value)) {
			return
		}
		all[field.Origin()] = true
	}
	for _, file := range g.pass.Files {
		ast.Inspect(file, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.AssignStmt:
				for i, lhs := range n.Lhs {
					if len(n.Lhs) == len(n.Rhs) {
						store(lhs, nil, n.Rhs[i])
					} else {
						store(lhs, nil, nil)
					}
				}
			case *ast.UnaryExpr:
				if n.Op == token.AND {
					store(n.X, nil, nil)
				}
			case *ast.CompositeLit:
				t := g.info.TypeOf(n)
				if t == nil {
					return true
				}
				st, ok := syntax.Pointee(t).Underlying().(*types.Struct)
				if !ok {
					return true
				}
				for i, elt := range n.Elts {
					if kv, ok := elt.(*ast.KeyValueExpr); ok {
						field, _ := object(g.info, kv.Key).(*types.Var)
						store(nil, field, kv.Value)
					} else if i < st.NumFields() {
						store(nil, st.Field(i), elt)
					}
				}
			}
			return true
		})
	}
	return all
}

// isOfHeaders reports whether a type is one of a header's fields. A smallint is an int16.
func isOfHeaders(t types.Type) bool {
	basic, ok := types.Unalias(syntax.Pointee(t)).(*types.Basic)
	return ok && (basic.Kind() == types.Uint8 || basic.Kind() == types.Uint16)
}

// noteHeader notes a constant that is compared with a header's field: it is the protocol's, whatever else the program
// compares with it.
func (g *graph) noteHeader(value ast.Expr, u use) {
	if t := g.info.TypeOf(value); u.obj != nil && t != nil && isOfHeaders(t) {
		g.ofHeaders[u.obj] = true
	}
}

// headerConstant returns the name of a constant among uses that is a protocol's, "" if there is none.
func (g *graph) headerConstant(uses []use) string {
	i := slices.IndexFunc(uses, func(u use) bool { return u.obj != nil && g.ofHeaders[u.obj] })
	if i < 0 {
		return ""
	}
	return uses[i].obj.Name()
}
