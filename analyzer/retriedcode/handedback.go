package retriedcode

import (
	"go/ast"
	"go/types"

	"github.com/errcodelint/errcodelint/analyzer/internal/points"
	"github.com/errcodelint/errcodelint/analyzer/internal/repeats"
	"github.com/errcodelint/errcodelint/analyzer/internal/requests"
	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// This file is about functions that call the one which calls them, and do nothing else than to wait and count:
//
//	func (c *client) later(m message, attempt int) {
//		time.AfterFunc(c.pause, func() { c.deliver(m, attempt+1) })
//	}

// handedBack returns the call of a function by itself that a call of another one comes to, as if it stood there; nil if it
// comes to none, or if the other one asks for anything else than a number or a time.
func (c *checker) handedBack(f points.Function, call *ast.CallExpr) *ast.CallExpr {
	decl := c.DeclOf(call)
	if decl == nil || decl.Body == nil || ast.Node(decl) == f.Node || call.Ellipsis.IsValid() {
		return nil
	}
	fn, ok := c.pass.TypesInfo.Defs[decl.Name].(*types.Func)
	if !ok || fn.Signature().Variadic() || len(call.Args) != fn.Signature().Params().Len() {
		return nil
	}
	back := c.callsBack(decl, syntax.Origin(f.Obj))
	if back == nil {
		return nil
	}
	given := func(e ast.Expr) ast.Expr {
		v := c.Variable(e)
		if recv := fn.Signature().Recv(); v != nil && recv != nil && syntax.ReceiverName(decl) != nil && c.pass.TypesInfo.Defs[syntax.ReceiverName(decl)] == types.Object(v) {
			return syntax.Receiver(c.pass.TypesInfo, call)
		}
		i := 0
		for p := range fn.Signature().Params().Variables() {
			switch {
			case p != v:
			case !requests.MakesNone(p) && !syntax.OnlyRead(c.pass.TypesInfo, decl.Body, p, ast.Unparen(e).(*ast.Ident)):
				return e // it may have been set
			default:
				return call.Args[i]
			}
			i++
		}
		return e
	}
	as := &ast.CallExpr{Fun: back.Fun, Lparen: call.Lparen, Rparen: call.Rparen}
	if sel, ok := ast.Unparen(back.Fun).(*ast.SelectorExpr); ok && c.Variable(sel.X) != nil {
		as.Fun = &ast.SelectorExpr{X: given(sel.X), Sel: sel.Sel}
	}
	for _, arg := range back.Args {
		as.Args = append(as.Args, given(arg))
	}
	return as
}

// callsBack returns the one place at which a function calls another one, whatever else is so than counts and times; nil if
// there is none, or if the function does something besides that may make the next try another one.
func (c *checker) callsBack(decl *ast.FuncDecl, obj types.Object) *ast.CallExpr {
	var back *ast.CallExpr
	only := true
	ast.Inspect(decl.Body, func(n ast.Node) bool {
		if call, ok := n.(*ast.CallExpr); ok && syntax.Callee(c.pass.TypesInfo, call) == obj {
			only = only && back == nil
			back = call
		}
		return only
	})
	if back == nil || !only {
		return nil
	}
	ast.Inspect(decl.Body, func(n ast.Node) bool {
		switch n := n.(type) {
		case nil:
			return only
		case *ast.IfStmt:
			only = only && c.asksNumbers(n.Cond)
		case *ast.CommClause:
			only = only && (n.Comm == nil || syntax.IsClock(c.pass.TypesInfo.TypeOf(receivedIn(n))))
		case *ast.ForStmt, *ast.RangeStmt, *ast.SwitchStmt, *ast.TypeSwitchStmt, *ast.BranchStmt:
			only = false
		}
		if n.Pos() > back.Pos() || n.End() < back.End() { // what is around it waits
			only = only && !c.Acts(n, back)
		}
		return only
	})
	if !only {
		return nil
	}
	return back
}

// asksNumbers reports whether a condition asks for nothing but counts, times, and whether a context is over.
func (c *checker) asksNumbers(cond ast.Expr) bool {
	only := true
	var look func(e ast.Node) bool
	look = func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.SelectorExpr:
			look(n.Sel)
			return c.Variable(n.X) == nil && only
		case *ast.Ident:
			switch obj := c.pass.TypesInfo.Uses[n].(type) {
			case *types.Var:
				_, isCode := c.bindings.Of(n)
				counts := syntax.IsInteger(obj.Type()) && !isCode && (obj.Kind() == types.ParamVar || repeats.IsLimit(obj))
				only = only && (counts || requests.Exempt(obj.Type()))
			case *types.Func:
				only = only && obj.Pkg() != nil && (obj.Pkg().Path() == "time" || obj.Pkg().Path() == "context")
			}
		}
		return only
	}
	ast.Inspect(cond, look)
	return only
}

// receivedIn returns the channel from which a clause receives, nil if it does something else.
func receivedIn(clause *ast.CommClause) ast.Expr {
	switch s := clause.Comm.(type) {
	case *ast.ExprStmt:
		return receivedFrom(s.X)
	case *ast.AssignStmt:
		return receivedFrom(s.Rhs[0])
	}
	return nil
}
