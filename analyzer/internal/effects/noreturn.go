package effects

import (
	"go/ast"
	"go/types"

	"golang.org/x/tools/go/types/typeutil"

	"github.com/errcodelint/errcodelint/analyzer/internal/foreign"
	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// A neverFact is on a function that never returns.
type neverFact struct{}

func (*neverFact) AFact()         {}
func (*neverFact) String() string { return "never returns" }

// MayReturn reports whether a call may return.
func (e *Effects) MayReturn(call *ast.CallExpr) bool {
	switch fn := typeutil.Callee(e.info, call).(type) {
	case *types.Builtin:
		return fn.Name() != "panic"
	case *types.Func:
		if e.never(fn) {
			return false
		}
		return !foreign.IsFatalEvent(e.info, call)
	}
	return true
}

// never reports whether a function never returns: the table's, and those of the
// package whose every way ends in such a call.
func (e *Effects) never(fn *types.Func) bool {
	fn = fn.Origin()
	if n, ok := e.nevers[fn]; ok {
		return n
	}
	e.nevers[fn] = false // in a recursion
	n := false
	if decl := e.index.Decls[fn]; decl != nil {
		n = decl.Body != nil && e.neverReturns(decl.Body)
	} else if fn.Pkg() != nil && fn.Pkg() != e.index.Pkg {
		n = foreign.NeverReturns(fn) || e.pass.ImportObjectFact(fn, new(neverFact))
	}
	e.nevers[fn] = n
	return n
}

// neverReturns reports whether a body ends in a call that never returns. It
// looks at straight bodies only: helpers like fatalf, which is what there is.
func (e *Effects) neverReturns(body *ast.BlockStmt) bool {
	for _, stmt := range body.List {
		switch s := stmt.(type) {
		case *ast.ExprStmt:
			if call, ok := s.X.(*ast.CallExpr); ok && !e.MayReturn(call) {
				return true
			}
		case *ast.AssignStmt, *ast.DeclStmt:
		default:
			return false
		}
	}
	return false
}

// MayEnd is a quick look: whether a function can end the program, or panic, instead of
// returning. Then it matters for what it returns.
func (e *Effects) MayEnd(fn ast.Node) bool {
	if end, ok := e.ends[fn]; ok {
		return end
	}
	e.ends[fn] = false // in a recursion
	end := false
	ast.Inspect(fn, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit:
			return n == fn
		case *ast.DeferStmt, *ast.GoStmt:
			return false
		case *ast.CallExpr:
			end = end || !e.MayReturn(n) || e.calleeMayEnd(n)
		}
		return !end
	})
	e.ends[fn] = end
	return end
}

func (e *Effects) calleeMayEnd(call *ast.CallExpr) bool {
	fn, ok := syntax.StaticCallee(e.info, call)
	if !ok {
		return false
	}
	decl := e.index.Decls[fn.Origin()]
	return decl != nil && decl.Body != nil && e.MayEnd(decl)
}
