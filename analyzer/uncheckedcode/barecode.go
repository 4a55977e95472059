package uncheckedcode

import (
	"fmt"
	"go/ast"
	"go/types"

	"github.com/errcodelint/errcodelint/analyzer/internal/binding"
	"github.com/errcodelint/errcodelint/analyzer/internal/codeflow"
	"github.com/errcodelint/errcodelint/analyzer/internal/replies"
	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// bareCode checks a call of a function of the package that returns the code of a reply by itself, and does nothing else
// about it.
func (c *checker) bareCode(in *ast.FuncDecl, call *ast.CallExpr) {
	fn := c.replies.Callee(call)
	if fn == nil {
		return
	}
	decl := c.replies.Declaration(fn)
	if decl == nil {
		return
	}
	results := fn.Signature().Results()
	for i := range results.Len() {
		d := c.bindings.OfType(results.At(i).Type())
		if d == nil || !c.settings.Speaks(binding.Value{Domain: d, Grade: binding.Stated}) {
			continue
		}
		if stmt, lhs := c.at(c.replies.Body(in), call, i); stmt == nil || lhs != nil && !syntax.IsBlank(lhs) {
			continue
		}
		named := results.At(i) // which what is deferred may look at
		if len(c.replies.Body(decl).Uses(named)) > 0 || c.flow.Settles(fn, i) == codeflow.Settled || !c.onlyHandsOut(decl, i) {
			continue
		}
		but := ""
		if results.Len() > 1 && syntax.IsError(results.At(results.Len()-1).Type()) {
			but = ", and the error beside it does not tell of every failure"
		}
		c.report(call, "discarded", fmt.Sprintf("the code that %s is thrown away%s: %s; keep the code and test it", c.returnedBy(fn), but, passing(d)))
		return
	}
}

// onlyHandsOut reports whether one of a function's results is the code of a reply that the function decodes, or a
// constant, and the code is read for nothing else there.
func (c *checker) onlyHandsOut(decl *ast.FuncDecl, at int) bool {
	b := c.replies.Body(decl)
	handed := make(map[*types.Var][]ast.Expr)
	only := true
	syntax.InspectFunc(decl.Body, func(n ast.Node) {
		ret, ok := n.(*ast.ReturnStmt)
		switch {
		case !ok:
		case at >= len(ret.Results):
			only = false
		case c.info.Types[ret.Results[at]].Value == nil:
			sel, ok := ast.Unparen(ret.Results[at]).(*ast.SelectorExpr)
			if !ok {
				only = false
				return
			}
			v := b.Variable(sel.X)
			handed[v] = append(handed[v], sel)
		}
	})
	for v, reads := range handed {
		only = only && v != nil && b.Local(v) && b.Owned(v) && c.decodedFor(b, v, reads)
	}
	return only && len(handed) > 0
}

// decodedFor reports whether a variable is a reply that just came in, and whose code is only read in some expressions.
func (c *checker) decodedFor(b *replies.Body, v *types.Var, reads []ast.Expr) bool {
	trace := b.Trace(v)
	if trace.Aliases {
		return false
	}
	fresh := false
	for _, u := range trace.Uses {
		switch u.Kind {
		case replies.Filled:
			if u.Call == nil || c.elsewhere(b, u.Call, v) {
				return false
			}
			fresh = true
		case replies.Read, replies.Returned, replies.Gone, replies.Written:
			if !within(u.Ident, reads) {
				return false
			}
		}
	}
	return fresh
}

func within(id *ast.Ident, exprs []ast.Expr) bool {
	for _, e := range exprs {
		if e.Pos() <= id.Pos() && id.End() <= e.End() {
			return true
		}
	}
	return false
}
