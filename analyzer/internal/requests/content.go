package requests

import (
	"go/ast"
	"go/types"
	"strings"

	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// This file knows what keeps a request's content, and what changes it there: form.Set("token",
// token) makes another request of the form, as form["token"] = token does.

// contents are the types that keep what a request is made of, by package path without versions.
var contents = map[string]map[string]bool{
	"net/url":                         {"Values": true, "URL": true},
	"net/http":                        {"Header": true, "Request": true},
	"net/textproto":                   {"MIMEHeader": true},
	"google.golang.org/grpc/metadata": {"MD": true},
	"github.com/go-resty/resty":       {"Request": true, "Client": true},
	"resty.dev":                       {"Request": true, "Client": true},
	"github.com/imroc/req":            {"Request": true, "Client": true},
	"github.com/valyala/fasthttp":     {"Request": true, "RequestHeader": true, "Args": true, "URI": true},
}

// settingName is what the methods of such a type are called that change its content.
var settingName = startsWith("Set", "Add", "Append", "Del")

// isContent reports whether a type is one of those, or a map.
func isContent(t types.Type) bool {
	if t == nil {
		return false
	}
	t = syntax.Pointee(t)
	if named, ok := types.Unalias(t).(*types.Named); ok && named.Obj().Pkg() != nil && contents[syntax.UnversionedPath(named.Obj().Pkg().Path())][named.Obj().Name()] {
		return true
	}
	_, isMap := t.Underlying().(*types.Map)
	return isMap
}

// keepsContent reports whether the elements of a map are what a request may be made of: no counts, marks, times or errors.
func keepsContent(t types.Type) bool {
	m, ok := t.Underlying().(*types.Map)
	return ok && !Exempt(m.Elem()) && !syntax.IsInteger(m.Elem()) && !syntax.IsBoolean(m.Elem()) && !syntax.ImplementsError(m.Elem())
}

// settled returns the contents that a call changes: its receiver, or what a function of the
// package is given and stores to.
func (c *Comparer) settled(call *ast.CallExpr) []ast.Expr {
	info := c.pass.TypesInfo
	fn, ok := syntax.Callee(info, call).(*types.Func)
	if !ok {
		return nil
	}
	decl := c.declOf(call)
	switch {
	case decl == nil:
		if recv := syntax.Receiver(info, call); recv != nil && isContent(info.TypeOf(recv)) && settingName().MatchString(fn.Name()) {
			return []ast.Expr{recv}
		}
		return nil
	case decl.Body == nil:
		return nil
	}
	var set []ast.Expr
	params := fn.Signature().Params()
	for i, arg := range call.Args {
		if i < params.Len() && isContent(params.At(i).Type()) && c.setsContentOf(decl, params.At(i)) {
			set = append(set, arg)
		}
	}
	return set
}

// setsContentOf reports whether a function changes the content that one of its parameters keeps.
func (c *Comparer) setsContentOf(decl *ast.FuncDecl, param *types.Var) bool {
	info := c.pass.TypesInfo
	is := func(e ast.Expr) bool {
		p, ok := PlaceOf(info, e)
		return ok && p.Root == types.Object(param)
	}
	found := false
	ast.Inspect(decl.Body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.AssignStmt:
			for _, lhs := range n.Lhs {
				if _, isName := ast.Unparen(lhs).(*ast.Ident); !isName && is(lhs) {
					found = true
				}
			}
		case *ast.CallExpr:
			if recv := syntax.Receiver(info, n); recv != nil && c.declOf(n) == nil && is(recv) {
				found = found || settingName().MatchString(syntax.CalleeName(n))
			}
		}
		return !found
	})
	return found
}

// grown returns what a call writes to that lives longer than a round, and is emptied in none: sb in sb.WriteString(word). Where it
// fills what a pointer leads to, it returns that: m in json.Unmarshal(data, m).
func (q *requester) grown(call *ast.CallExpr) ast.Expr {
	info := q.c.pass.TypesInfo
	fn, ok := syntax.Callee(info, call).(*types.Func)
	if !ok || fn.Pkg() == nil {
		return nil
	}
	if strings.HasPrefix(fn.Pkg().Path(), "encoding/") && (fn.Name() == "Unmarshal" || fn.Name() == "Decode") && len(call.Args) > 0 {
		into := call.Args[len(call.Args)-1]
		if p, ok := PlaceOf(info, into); ok && syntax.IsPointer(info.TypeOf(into)) && q.outlives(p.Root) {
			return &ast.StarExpr{X: into}
		}
		return nil
	}
	recv := syntax.Receiver(info, call)
	if !isWriter(info, call) || recv == nil {
		return nil
	}
	p, ok := PlaceOf(info, recv)
	if !ok || !q.outlives(p.Root) {
		return nil
	}
	emptied := false
	syntax.InspectFunc(q.reg.Node, func(n ast.Node) {
		other, ok := n.(*ast.CallExpr)
		if !ok || emptied {
			return
		}
		of, ok := PlaceOf(info, syntax.Receiver(info, other))
		emptied = ok && of == p && (syntax.CalleeName(other) == "Reset" || syntax.CalleeName(other) == "Truncate")
	})
	if emptied {
		return nil
	}
	return recv
}

// isWriter reports whether a call adds to a text that is being built.
func isWriter(info *types.Info, call *ast.CallExpr) bool {
	fn, ok := syntax.Callee(info, call).(*types.Func)
	if !ok || !strings.HasPrefix(fn.Name(), "Write") {
		return false
	}
	name := syntax.ObjectName(fn)
	return fn.Pkg().Path() == "strings" && strings.HasPrefix(name, "Builder.") || fn.Pkg().Path() == "bytes" && strings.HasPrefix(name, "Buffer.")
}
