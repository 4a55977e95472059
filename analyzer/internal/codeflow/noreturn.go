package codeflow

import (
	"go/ast"
	"go/types"

	"golang.org/x/tools/go/types/typeutil"

	"github.com/errcodelint/errcodelint/analyzer/internal/foreign"
	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// mayReturn reports whether a call may return.
func (p *program) mayReturn(call *ast.CallExpr) bool {
	switch fn := typeutil.Callee(p.info, call).(type) {
	case *types.Builtin:
		return fn.Name() != "panic"
	case *types.Func:
		if p.never(fn) {
			return false
		}
		return !foreign.IsFatalEvent(p.info, call)
	}
	return true
}

// never reports whether a function never returns: the table's, and those of the
// package whose every way ends in such a call.
func (p *program) never(fn *types.Func) bool {
	fn = fn.Origin()
	if n, ok := p.nevers[fn]; ok {
		return n
	}
	p.nevers[fn] = false // in a recursion
	n := false
	if decl := p.index.Decls[fn]; decl != nil {
		n = decl.Body != nil && p.neverReturns(decl.Body)
	} else if fn.Pkg() != nil && fn.Pkg() != p.pass.Pkg {
		n = foreign.NeverReturns(fn) || p.pass.ImportObjectFact(fn, new(neverFact))
	}
	p.nevers[fn] = n
	return n
}

// neverReturns reports whether a body ends in a call that never returns. It
// looks at straight bodies only: helpers like fatalf, which is what there is.
func (p *program) neverReturns(body *ast.BlockStmt) bool {
	for _, stmt := range body.List {
		switch s := stmt.(type) {
		case *ast.ExprStmt:
			if call, ok := s.X.(*ast.CallExpr); ok && !p.mayReturn(call) {
				return true
			}
		case *ast.AssignStmt, *ast.DeclStmt:
		default:
			return false
		}
	}
	return false
}

// mayEnd is a quick look: whether a function can end the program, or panic, instead of
// returning. Then it matters for what it returns.
func (p *program) mayEnd(fn ast.Node) bool {
	if end, ok := p.ends[fn]; ok {
		return end
	}
	p.ends[fn] = false // in a recursion
	end := false
	ast.Inspect(fn, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit:
			return n == fn
		case *ast.DeferStmt, *ast.GoStmt:
			return false
		case *ast.CallExpr:
			end = end || !p.mayReturn(n) || p.calleeMayEnd(n)
		}
		return !end
	})
	p.ends[fn] = end
	return end
}

func (p *program) calleeMayEnd(call *ast.CallExpr) bool {
	fn, ok := syntax.StaticCallee(p.info, call)
	if !ok {
		return false
	}
	decl := p.index.Decls[fn.Origin()]
	return decl != nil && decl.Body != nil && p.mayEnd(decl)
}

// MayReturn reports whether a call may return.
func (r *Result) MayReturn(call *ast.CallExpr) bool {
	if r.engine == nil {
		return true
	}
	r.engine.mu.Lock()
	defer r.engine.mu.Unlock()
	return r.engine.mayReturn(call)
}
