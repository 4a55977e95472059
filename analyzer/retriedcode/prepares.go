package retriedcode

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"github.com/errcodelint/errcodelint/analyzer/internal/requests"
	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// This file is about functions beside an operation that see to it that its next attempt sends another request:
//
//	retry.OnRetry(func(uint, error) { renew() })

// prepares reports whether a function that a library gets beside an operation may change what that sends: it
// assigns a variable that the operation mentions, or calls a function in a variable, which is told nothing, or one of
// the package that stores to what the operation reads.
func (c *checker) prepares(body *ast.BlockStmt, call *ast.CallExpr, operation int) bool {
	if operation < 0 || operation >= len(call.Args) {
		return false
	}
	_, _, sends := c.operationOf(call.Args[operation])
	if sends == nil || sends == body {
		return false
	}
	info := c.pass.TypesInfo
	mentioned := make(map[types.Object]bool)
	var calls []*ast.CallExpr
	ast.Inspect(sends, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.Ident:
			mentioned[info.Uses[n]] = true
		case *ast.CallExpr:
			calls = append(calls, n)
		}
		return true
	})
	found := false
	ast.Inspect(body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.AssignStmt:
			for _, lhs := range n.Lhs {
				t := info.TypeOf(lhs)
				p, ok := requests.PlaceOf(info, lhs)
				found = found || ok && n.Tok == token.ASSIGN && mentioned[p.Root] && !requests.Exempt(t) && !syntax.ImplementsError(t) && !syntax.IsInteger(t)
			}
		case *ast.CallExpr:
			found = found || c.MayRenew(n) || slices.ContainsFunc(calls, func(fetch *ast.CallExpr) bool {
				return c.requests.Prepares(n, fetch, requests.Region{Node: sends, From: sends.Pos(), To: sends.End()})
			})
		}
		return !found
	})
	return found
}

// isPrepared reports whether the call that gets an option gets another one that sees to it that the next attempt
// sends another request.
func (c *checker) isPrepared(option *ast.CallExpr) bool {
	_, path := c.PathTo(option)
	if len(path) == 0 {
		return false
	}
	call, ok := path[0].(*ast.CallExpr)
	if !ok {
		return false
	}
	operation := slices.IndexFunc(call.Args, func(arg ast.Expr) bool { return isFailing(syntax.OrInvalid(c.pass.TypesInfo.TypeOf(arg))) })
	return slices.ContainsFunc(call.Args, func(arg ast.Expr) bool {
		beside, ok := ast.Unparen(arg).(*ast.CallExpr)
		return ok && beside != option && slices.ContainsFunc(beside.Args, func(arg ast.Expr) bool {
			_, _, body := c.operationOf(arg)
			return body != nil && c.prepares(body, call, operation)
		})
	})
}
