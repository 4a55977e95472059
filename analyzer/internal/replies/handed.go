package replies

import (
	"go/ast"
	"go/types"

	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// This file has the texts that a function returns beside what it decoded from them: the HTTP response of
// generated clients, with its body put back, or the bytes.

// handsText reports whether a call returns the text that it decodes a reply from, too.
func (r *Result) handsText(call *ast.CallExpr) bool {
	fn := r.callee(call)
	if fn == nil {
		return false
	}
	sig := fn.Signature()
	texts := false
	for i := range sig.Results().Len() {
		texts = texts || isText(sig.Results().At(i).Type())
	}
	if !texts {
		return false
	}
	for i := range sig.Results().Len() {
		if r.originBy(fn, i).Handed {
			return true
		}
	}
	if sig.Recv() != nil && r.Effect(fn, receiver).Handed {
		return true
	}
	for i := range call.Args {
		if r.Effect(fn, i).Handed {
			return true
		}
	}
	return false
}

// handed returns what becomes of the text that a call returns beside a reply.
func (w *textWalk) handed(b *Body, call *ast.CallExpr) Text {
	results, ok := w.r.info.TypeOf(call).(*types.Tuple)
	if !ok {
		return Text{Read: true}
	}
	switch p := b.Parent(call).(type) {
	case *ast.ExprStmt, *ast.GoStmt, *ast.DeferStmt:
		return Text{}
	case *ast.ReturnStmt:
		return Text{Handed: true}
	case *ast.AssignStmt:
		var t Text
		for i, lhs := range p.Lhs {
			if i >= results.Len() || !isText(results.At(i).Type()) || syntax.IsBlank(lhs) {
				continue
			}
			t = t.or(w.handedTo(b, lhs))
		}
		return t
	}
	return Text{Read: true}
}

// handedTo returns what becomes of a text that is stored in a place.
func (w *textWalk) handedTo(b *Body, lhs ast.Expr) Text {
	id, ok := ast.Unparen(lhs).(*ast.Ident)
	if !ok {
		return Text{Read: true}
	}
	v, ok := w.r.info.ObjectOf(id).(*types.Var)
	switch {
	case !ok:
		return Text{Read: true}
	case b.isResult(v):
		return Text{Handed: true}
	case !b.Local(v):
		return Text{Read: true}
	}
	var t Text
	t.Read, t.Handed = w.r.readsText(b, v, w.target, w.decode)
	return t
}

// handedBack returns the operand of a call that gives back what it is given, or a part of it, and nothing
// else: sent of sent.GetPayload().
func (r *Result) handedBack(call *ast.CallExpr) ast.Expr {
	fn := r.callee(call)
	if fn == nil {
		return nil
	}
	if sel, ok := r.fun(call).(*ast.SelectorExpr); ok && r.info.Selections[sel] != nil && fn.Signature().Recv() != nil {
		if r.Effect(fn, receiver).Only {
			return sel.X
		}
	}
	for i, arg := range call.Args {
		if r.Holds(r.info.TypeOf(arg)) && r.Effect(fn, i).Only {
			return arg
		}
	}
	return nil
}

// returnsOnly reports whether a function returns, as its first result, nothing but a part of a parameter, or nil.
func (b *Body) returnsOnly(v *types.Var) bool {
	only := true
	ast.Inspect(b.Decl.Body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit:
			return false
		case *ast.ReturnStmt:
			only = only && len(n.Results) > 0 && (b.r.isNil(n.Results[0]) || b.r.partOf(n.Results[0], v))
		}
		return only
	})
	return only
}

// partOf reports whether an expression is a variable, or selects a field of it.
func (r *Result) partOf(e ast.Expr, v *types.Var) bool {
	for {
		switch x := ast.Unparen(e).(type) {
		case *ast.Ident:
			return r.info.ObjectOf(x) == types.Object(v)
		case *ast.SelectorExpr:
			if sel := r.info.Selections[x]; sel == nil || sel.Kind() != types.FieldVal {
				return false
			}
			e = x.X
		case *ast.UnaryExpr:
			e = x.X
		default:
			return false
		}
	}
}
