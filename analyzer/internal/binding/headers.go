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
		return !g.vendor && g.isHeaderField(x)
	case *ast.BinaryExpr:
		return x.Op == token.AND && (g.isOfBytes(x.X) || g.isOfBytes(x.Y))
	case *ast.CallExpr:
		callee := g.callee(x)
		return callee != nil && callee.Name() == "Uint16" && callee.Pkg() != nil && callee.Pkg().Path() == "encoding/binary"
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
