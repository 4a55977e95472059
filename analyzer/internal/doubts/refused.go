package doubts

import (
	"go/ast"
	"go/types"

	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// refusing are the methods of HTTP clients that are given what a reply is decoded into whose status tells of a failure: by
// their full name without the major version.
var refusing = map[string]bool{
	"(*github.com/go-resty/resty.Request).SetError":     true,
	"(*resty.dev.Request).SetError":                     true,
	"(*resty.dev.Request).SetResultError":               true,
	"(*github.com/imroc/req.Request).SetError":          true,
	"(*github.com/imroc/req.Request).SetErrorResult":    true,
	"(*github.com/dghubble/sling.Sling).ReceiveFailure": true,
}

// isFilledByFailures reports whether a value is a variable that a client fills for replies with an HTTP status that tells of a
// failure alone.
func (f failure) isFilledByFailures(e ast.Expr) bool {
	id, ok := ast.Unparen(e).(*ast.Ident)
	if !ok {
		return false
	}
	v, ok := f.info.ObjectOf(id).(*types.Var)
	if !ok {
		return false
	}
	found := false
	f.mentions.Inspect(f.root, func(n ast.Node) bool {
		call, ok := n.(*ast.CallExpr)
		if !ok || found || len(call.Args) == 0 {
			return !found
		}
		fn, ok := syntax.Callee(f.info, call).(*types.Func)
		if !ok || !refusing[syntax.Unversioned(fn.FullName())] {
			return true
		}
		arg := ast.Unparen(call.Args[len(call.Args)-1])
		if addr, ok := arg.(*ast.UnaryExpr); ok {
			arg = ast.Unparen(addr.X)
		}
		name, ok := arg.(*ast.Ident)
		found = ok && f.info.ObjectOf(name) == types.Object(v)
		return !found
	}, v)
	return found
}
