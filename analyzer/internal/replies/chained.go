package replies

import (
	"go/ast"
	"go/types"
	"slices"

	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// chained are the methods of clients that are given what the reply is decoded into when the request is sent, at the
// end of the chain of calls: by their full name without the major version.
var chained = map[string]bool{
	"(*github.com/go-resty/resty.Request).SetResult":     true,
	"(*resty.dev.Request).SetResult":                     true,
	"(*github.com/imroc/req.Request).SetResult":          true,
	"(*github.com/imroc/req.Request).SetSuccessResult":   true,
	"(*github.com/carlmjohnson/requests.Builder).ToJSON": true,
	"(*github.com/dghubble/sling.Sling).ReceiveSuccess":  true,
}

// hooks are the methods by which a client has all its replies looked at.
var hooks = map[string]bool{
	"OnAfterResponse": true, "AddResponseMiddleware": true, "OnSuccess": true, "AddRetryCondition": true, "AddRetryConditions": true,
	"SetRetryCondition": true, "AddRetryHook": true, "AddValidator": true, "ResponseDecoder": true,
}

func isChained(fn *types.Func) bool { return chained[syntax.Unversioned(fn.FullName())] }

// chainedText is Text for what is decoded at the end of a chain: who has the response can look at it, too.
func (w *textWalk) chainedText(b *Body, call *ast.CallExpr) Text {
	if w.r.isHooked() {
		return Text{Read: true}
	}
	last := call
	for {
		sel, ok := b.Parent(last).(*ast.SelectorExpr)
		if !ok {
			break
		}
		next, ok := b.Parent(sel).(*ast.CallExpr)
		if !ok || ast.Unparen(next.Fun) != ast.Expr(sel) {
			return Text{Read: true}
		}
		if fn := w.r.callee(next); fn == nil || hooks[fn.Name()] {
			return Text{Read: true}
		}
		last = next
	}
	if _, result := syntax.LastResult(w.r.info.TypeOf(last)); !syntax.IsError(result) {
		return Text{Read: true} // it is sent by somebody else
	}
	switch p := b.Parent(last).(type) {
	case *ast.ExprStmt:
		return Text{}
	case *ast.AssignStmt:
		var t Text
		for _, lhs := range p.Lhs {
			id, ok := ast.Unparen(lhs).(*ast.Ident)
			if !ok {
				return Text{Read: true}
			}
			v, ok := w.r.info.ObjectOf(id).(*types.Var)
			if !ok || syntax.IsError(v.Type()) {
				continue
			}
			t = t.or(w.variable(b, v, 0))
		}
		return t
	}
	return Text{Read: true}
}

// isHooked reports whether the package has a client look at all replies.
func (r *Result) isHooked() bool {
	if r.hooked == unasked {
		r.hooked = no
		if r.findHook() {
			r.hooked = yes
		}
	}
	return r.hooked == yes
}

func (r *Result) findHook() bool {
	return slices.ContainsFunc(r.pass.Files, func(file *ast.File) bool {
		found := false
		ast.Inspect(file, func(n ast.Node) bool {
			if sel, ok := n.(*ast.SelectorExpr); ok && hooks[sel.Sel.Name] && r.info.Selections[sel] != nil {
				found = true
			}
			return !found
		})
		return found
	})
}
