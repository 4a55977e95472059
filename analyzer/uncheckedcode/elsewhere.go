package uncheckedcode

import (
	"go/ast"
	"go/token"
	"go/types"

	"github.com/errcodelint/errcodelint/analyzer/internal/replies"
	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// This file is about conditions that are written elsewhere than where they are asked: in a variable, or in a function of the package
// that does nothing but ask them.
//
//	failed := err != nil
//	if failed {
//
//	func isOK(status int) bool { return status == http.StatusOK }

// kept returns the condition that a variable keeps from its declaration on, if an expression is such a variable; else nil.
func (c *checker) kept(b *replies.Body, e ast.Expr) ast.Expr {
	id, ok := ast.Unparen(e).(*ast.Ident)
	if !ok || !syntax.IsBoolean(c.info.TypeOf(id)) {
		return nil
	}
	v, ok := c.info.ObjectOf(id).(*types.Var)
	if !ok || !b.Local(v) || b.Stores(v) != 1 || len(b.Values(v)) != 1 {
		return nil
	}
	value := b.Values(v)[0]
	switch p := b.Parent(value).(type) {
	case *ast.AssignStmt:
		if p.Tok != token.DEFINE || len(p.Lhs) != len(p.Rhs) {
			return nil
		}
	case *ast.ValueSpec:
		if len(p.Names) != len(p.Values) {
			return nil
		}
	default:
		return nil
	}
	return value
}

// asked has a function look at the condition that a function of the package returns and does nothing else, where a call asks
// that. Meanwhile given knows what its parameters are. It reports whether there is one.
func (c *checker) asked(call *ast.CallExpr, look func(cond ast.Expr)) bool {
	fn := c.replies.Callee(call)
	if fn == nil || fn.Signature().Variadic() || fn.Signature().Params().Len() != len(call.Args) || c.asking[fn] {
		return false
	}
	decl := c.replies.Declaration(fn)
	if decl == nil || !syntax.IsBoolean(c.info.TypeOf(call)) {
		return false
	}
	answer := c.answer(decl)
	if answer == nil {
		return false
	}
	c.asking[fn] = true
	defer delete(c.asking, fn)
	for i, arg := range call.Args {
		c.given[fn.Signature().Params().At(i)] = c.argument(arg)
	}
	if sel, ok := c.replies.Fun(call).(*ast.SelectorExpr); ok && fn.Signature().Recv() != nil {
		c.given[fn.Signature().Recv()] = c.argument(sel.X)
	}
	look(answer)
	return true
}

// answer returns what a function returns that does nothing else, but to keep it in a variable before; nil for any other.
func (c *checker) answer(decl *ast.FuncDecl) ast.Expr {
	if ret := syntax.OnlyReturn(decl.Body); ret != nil {
		return ret.Results[0]
	}
	if len(decl.Body.List) != 2 {
		return nil
	}
	ret, ok := decl.Body.List[1].(*ast.ReturnStmt)
	if !ok || len(ret.Results) != 1 {
		return nil
	}
	return c.kept(c.replies.Body(decl), ret.Results[0])
}

// argument returns what an expression is, but for parentheses: of a parameter, what is given for it.
func (c *checker) argument(e ast.Expr) ast.Expr {
	e = syntax.Plain(e)
	if id, ok := e.(*ast.Ident); ok {
		if v, ok := c.info.Uses[id].(*types.Var); ok && c.given[v] != nil {
			return c.given[v]
		}
	}
	return e
}
