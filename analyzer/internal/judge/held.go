package judge

import (
	"go/ast"
	"go/token"
	"go/types"

	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// HeldType returns the type of all that is stored in a function's own variable of an interface's type; nil if that is not to be
// seen, or there are several.
func (j *Judge) HeldType(e ast.Expr) types.Type {
	info := j.pass.TypesInfo
	id, ok := ast.Unparen(e).(*ast.Ident)
	if !ok {
		return nil
	}
	v, ok := info.Uses[id].(*types.Var)
	if !ok || v.IsField() || v.Parent() == j.pass.Pkg.Scope() {
		return nil
	}
	decl, ok := syntax.DeclIn(j.pass.Files, v.Pos()).(*ast.FuncDecl)
	if !ok {
		return nil
	}
	h := held{info: info, v: v}
	ast.Inspect(decl, h.visit)
	if h.other || h.typ == nil || types.IsInterface(h.typ) || syntax.IsTypeParam(h.typ) {
		return nil
	}
	return h.typ
}

// held finds out what is stored in a variable.
type held struct {
	info  *types.Info
	v     *types.Var
	typ   types.Type
	other bool // something else may be
}

func (h *held) visit(n ast.Node) bool {
	switch n := n.(type) {
	case *ast.AssignStmt:
		for i, lhs := range n.Lhs {
			switch {
			case !h.is(lhs):
			case len(n.Lhs) == len(n.Rhs):
				h.stores(n.Rhs[i])
			default:
				h.other = true
			}
		}
	case *ast.ValueSpec:
		for i, name := range n.Names {
			switch {
			case !h.is(name):
			case i < len(n.Values) && len(n.Names) == len(n.Values):
				h.stores(n.Values[i])
			default: // nil, for a start
				h.other = true
			}
		}
	case *ast.RangeStmt:
		h.other = h.other || h.is(n.Key) || h.is(n.Value)
	case *ast.UnaryExpr:
		h.other = h.other || n.Op == token.AND && h.is(n.X)
	case *ast.Field: // a parameter, or result
		for _, name := range n.Names {
			h.other = h.other || h.is(name)
		}
	}
	return !h.other
}

func (h *held) is(e ast.Expr) bool {
	id, ok := e.(*ast.Ident)
	return ok && h.info.ObjectOf(id) == types.Object(h.v)
}

// stores notes the type of what is stored.
func (h *held) stores(e ast.Expr) {
	t := h.info.TypeOf(e)
	if t == nil || h.typ != nil && !types.Identical(h.typ, t) {
		h.other = true
		return
	}
	h.typ = t
}
