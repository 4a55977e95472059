package excuses

import (
	"go/ast"
	"go/types"

	"github.com/errcodelint/errcodelint/analyzer/internal/points"
	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// asksOnly reports whether a question is one to a function of the package that asks nothing of an error, nor of what is found
// in it, but what is known.
func (ex *Excuses) asksOnly(e ast.Expr, depth int) bool {
	if v := ex.Variable(e); v != nil {
		e = ex.Computed(v)
	}
	call, ok := ast.Unparen(e).(*ast.CallExpr)
	if !ok || call == nil || depth > points.Deepest || !ex.Before(call).AsksOnly(call) {
		return false
	}
	var body ast.Node
	if lit := ex.LiteralOf(call.Fun); lit != nil {
		body = lit.Body
	} else if decl := ex.DeclOf(call); decl != nil {
		body = decl.Body
	}
	if body == nil {
		return false
	}
	nobody, only := new(ast.CallExpr), true
	syntax.InspectFunc(body, func(n ast.Node) {
		if s, ok := n.(*ast.SwitchStmt); ok && s.Tag != nil {
			only = only && !ex.isVerdict(s.Tag, s.Tag, nobody) && !ex.isOfError(s.Tag)
		}
		asked, ok := n.(ast.Expr)
		if ok && only && (ex.Asks(asked, nobody) || ex.comparesError(asked)) && !ex.asksOnly(asked, depth+1) {
			before := ex.Before(asked)
			only = !before.Reachable() || before.Known(asked) || parts(before, before.Assume(asked, true), before.Assume(asked, false), nil)
		}
	})
	return only
}

// comparesError reports whether an expression compares an error of a type of its own, or a field of one, that is not known to
// be a code.
func (ex *Excuses) comparesError(e ast.Expr) bool {
	x, ok := e.(*ast.BinaryExpr)
	info := ex.pass.TypesInfo
	return ok && syntax.IsBoolean(info.TypeOf(x)) && !info.Types[x.X].IsNil() && !info.Types[x.Y].IsNil() && (ex.isOfError(x.X) || ex.isOfError(x.Y))
}

// isOfError reports whether an expression is an error of a type of its own, perhaps as a number, or a field of one, and not
// known to be a code.
func (ex *Excuses) isOfError(e ast.Expr) bool {
	info := ex.pass.TypesInfo
	if _, isCode := ex.bindings.Of(e); isCode || info.Types[e].Value != nil {
		return false
	}
	switch x := ast.Unparen(e).(type) {
	case *ast.SelectorExpr:
		if s := info.Selections[x]; s != nil && s.Kind() == types.FieldVal && !syntax.ImplementsError(info.TypeOf(x)) {
			return ex.isOfError(x.X)
		}
	case *ast.CallExpr:
		if info.Types[x.Fun].IsType() && len(x.Args) == 1 {
			return ex.isOfError(x.Args[0])
		}
		return false
	}
	t := info.TypeOf(e)
	return t != nil && !types.IsInterface(t) && syntax.ImplementsError(t)
}
