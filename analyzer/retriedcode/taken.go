package retriedcode

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"github.com/errcodelint/errcodelint/analyzer/internal/points"
	"github.com/errcodelint/errcodelint/analyzer/internal/requests"
	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// This file is about functions that put back into a channel what others have taken from there, and handed to them:
//
//	for job := range q.jobs {
//		q.handle(job)
//	}
//
//	func (q *queue) handle(j job) {
//		if r := send(j.message); r.Code != codes.ResponseSuccess {
//			time.AfterFunc(pause, func() { q.jobs <- j })
//		}
//	}

// putsBackHanded returns what a statement puts back that the function has been handed, at once or later.
func (c *checker) putsBackHanded(f points.Function, s ast.Stmt, stack []ast.Node) (putBack, bool) {
	send, isSend := s.(*ast.SendStmt)
	decl, isDecl := f.Node.(*ast.FuncDecl)
	stored, ok := c.putOf(s)
	if !isSend || !isDecl || !ok {
		return putBack{}, false
	}
	taken, _ := c.pass.TypesInfo.Uses[stored.what].(*types.Var)
	channel := c.channelOf(send.Chan)
	if taken == nil || channel == nil || taken.Pos() > f.Body.Pos() || !c.isHandedFrom(decl, taken, channel) {
		return putBack{}, false
	}
	p := putBack{
		put: stored, site: s, at: s, loop: f.Body, taken: taken, from: stored.queue,
		again: requests.Region{Node: f.Body, From: f.Body.Pos(), To: f.Body.End()},
	}
	launch, _, _ := c.launchIn(f.Body, stack)
	if launch != nil {
		p.at = launch
	}
	later := slices.ContainsFunc(stack, func(n ast.Node) bool {
		_, ok := n.(*ast.FuncLit)
		return ok
	})
	return p, !later || launch != nil
}

// channelOf returns the field or the package's variable that holds a channel, nil for others.
func (c *checker) channelOf(e ast.Expr) *types.Var {
	if f := syntax.Field(c.pass.TypesInfo, e); f != nil {
		return f
	}
	return syntax.PackageVariable(c.pass.TypesInfo, e)
}

// isHandedFrom reports whether the package hands what it takes from a channel to a function for a parameter.
func (c *checker) isHandedFrom(decl *ast.FuncDecl, param, channel *types.Var) bool {
	info := c.pass.TypesInfo
	fn, ok := info.Defs[decl.Name].(*types.Func)
	if !ok {
		return false
	}
	taken := make(map[types.Object]bool)
	handed := false
	for _, file := range c.Files {
		ast.Inspect(file, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.RangeStmt:
				if n.Key != nil && n.Tok == token.DEFINE && c.channelOf(n.X) == channel {
					taken[info.ObjectOf(syntax.Name(n.Key))] = true
				}
			case *ast.AssignStmt:
				if u, ok := ast.Unparen(n.Rhs[0]).(*ast.UnaryExpr); ok && u.Op == token.ARROW && n.Tok == token.DEFINE && c.channelOf(u.X) == channel {
					taken[info.ObjectOf(syntax.Name(n.Lhs[0]))] = true
				}
			case *ast.CallExpr:
				if callee, ok := syntax.Callee(info, n).(*types.Func); !ok || callee.Origin() != fn {
					break
				}
				for i, arg := range n.Args {
					id, ok := ast.Unparen(arg).(*ast.Ident)
					handed = handed || ok && taken[info.Uses[id]] && syntax.Parameter(fn.Signature(), i) == param
				}
			}
			return true
		})
	}
	return handed
}
