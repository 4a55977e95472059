package excuses

import (
	"go/ast"
	"go/token"

	"github.com/errcodelint/errcodelint/analyzer/internal/points"
	"github.com/errcodelint/errcodelint/analyzer/internal/requests"
	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// This file is about who cancels a context for what a round tells them.

// mayCancel reports whether a function of the package may cancel a context that it has not made itself.
func (ex *Excuses) mayCancel(decl *ast.FuncDecl, depth int) bool {
	if decl == nil || decl.Body == nil || depth > points.Deepest {
		return false
	}
	key := syntax.AtDepth{Decl: decl, Depth: depth}
	cancels, known := ex.cancelling[key]
	if !known {
		cancels = ex.Cancels(decl.Body, depth)
		ex.cancelling[key] = cancels
	}
	return cancels
}

// Cancels reports whether a function's body, by so many calls, may cancel a context that it has not made.
func (ex *Excuses) Cancels(body ast.Node, depth int) bool {
	info := ex.pass.TypesInfo
	found := false
	ast.Inspect(body, func(n ast.Node) bool {
		call, ok := n.(*ast.CallExpr)
		if !ok || found {
			return !found
		}
		if isCancel(info.TypeOf(call.Fun)) {
			p, ok := requests.PlaceOf(info, call.Fun)
			found = ok && (p.Path != "" || p.Root.Pos() < body.Pos() || p.Root.Pos() >= body.End())
		} else {
			found = ex.mayCancel(ex.DeclOf(call), depth+1)
		}
		return !found
	})
	return found
}

// tellsCanceller reports whether a function of the package, or a literal, receives from a channel and may cancel a context.
func (ex *Excuses) tellsCanceller(channel ast.Expr) bool {
	info := ex.pass.TypesInfo
	id := syntax.Name(channel)
	if id == nil {
		return false
	}
	is := func(e ast.Expr) bool {
		other := syntax.Name(e)
		return other != nil && info.ObjectOf(other) != nil && info.ObjectOf(other) == info.ObjectOf(id)
	}
	found := false
	for _, file := range ex.pass.Files {
		ast.PreorderStack(file, nil, func(n ast.Node, stack []ast.Node) bool {
			switch n := n.(type) {
			case *ast.UnaryExpr:
				found = found || n.Op == token.ARROW && is(n.X) && ex.Cancels(functionAround(stack), 0)
			case *ast.RangeStmt:
				found = found || is(n.X) && ex.Cancels(functionAround(stack), 0)
			}
			return !found
		})
	}
	return found
}

// functionAround returns the body of the innermost of some functions.
func functionAround(stack []ast.Node) ast.Node {
	var body ast.Node
	for _, n := range stack {
		switch n := n.(type) {
		case *ast.FuncDecl:
			body = n.Body
		case *ast.FuncLit:
			body = n.Body
		}
	}
	return body
}
