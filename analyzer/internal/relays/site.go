package relays

import (
	"go/ast"
	"go/types"

	"golang.org/x/tools/go/types/typeutil"

	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// A site is a call whose results are those of the parameter.
type site struct {
	call    *ast.CallExpr
	results []int // which result of the parameter each is; -1 for none
	failed  int   // the index of the error
	error   Error
}

// relayed returns the relay that a function is if it calls a parameter once, by itself, by another relay, or in a
// function literal that is one.
func (r *Result) relayed(decl *ast.FuncDecl, sig *types.Signature, p *types.Var, op *types.Signature) *Relay {
	id, stack := r.onlyUse(decl.Body, p)
	if id == nil {
		return nil
	}
	return r.relayedWithin(decl.Body, sig, id, stack, op, nil)
}

// relayedWithin is relayed for a place within a function: a declaration, or a literal.
func (r *Result) relayedWithin(body *ast.BlockStmt, sig *types.Signature, id *ast.Ident, stack []ast.Node, op *types.Signature, within *ast.FuncLit) *Relay {
	s := r.siteOf(id, stack, op.Results().Len())
	for s != nil {
		lit, outer := literalAround(stack)
		if lit == within {
			results, err, ok := r.handsOn(body, sig, s)
			if !ok {
				return nil
			}
			return &Relay{Results: results, Error: max(s.error, err)}
		}
		if lit == nil {
			return nil
		}
		litSig, ok := r.pass.TypesInfo.TypeOf(lit).(*types.Signature)
		if !ok {
			return nil
		}
		results, err, ok := r.handsOn(lit.Body, litSig, s)
		if !ok {
			return nil
		}
		before := s
		if s = r.siteOf(lit, outer, litSig.Results().Len()); s == nil || before.call == s.call {
			return nil
		}
		for i, of := range s.results {
			if of >= 0 {
				s.results[i] = results[of]
			}
		}
		s.error = max(s.error, before.error, err)
		stack = outer
	}
	return nil
}

// onlyUse returns the place at which a function uses a variable, but to compare it with nil, and what is around it, if
// there is only one.
func (r *Result) onlyUse(body *ast.BlockStmt, v *types.Var) (found *ast.Ident, around []ast.Node) {
	uses := 0
	ast.PreorderStack(body, nil, func(n ast.Node, stack []ast.Node) bool {
		id, ok := n.(*ast.Ident)
		if !ok || r.pass.TypesInfo.Uses[id] != types.Object(v) {
			return true
		}
		if b, ok := stack[len(stack)-1].(*ast.BinaryExpr); ok && (r.pass.TypesInfo.Types[b.X].IsNil() || r.pass.TypesInfo.Types[b.Y].IsNil()) {
			return true
		}
		uses++
		found, around = id, append([]ast.Node(nil), stack...)
		return true
	})
	if uses != 1 {
		return nil, nil
	}
	return found, around
}

// siteOf returns the call that calls a function with so many results, or hands it to a relay; nil if neither is so.
func (r *Result) siteOf(fun ast.Expr, stack []ast.Node, n int) *site {
	call, ok := unparenthesized(stack).(*ast.CallExpr)
	if !ok {
		return nil
	}
	s := &site{call: call}
	if ast.Unparen(call.Fun) == fun {
		for i := range n {
			s.results = append(s.results, i)
		}
		s.failed = n - 1
		return s
	}
	relay := r.Of(call)
	if relay == nil || ast.Unparen(call.Args[relay.Param]) != fun {
		return nil
	}
	s.results, s.error, s.failed = append(s.results, relay.Results...), relay.Error, -1
	for i, of := range relay.Results {
		if of == n-1 {
			s.failed = i
		}
	}
	if s.failed < 0 {
		return nil
	}
	return s
}

// unparenthesized returns what is right around a node, but for parentheses.
func unparenthesized(stack []ast.Node) ast.Node {
	for i := len(stack) - 1; i >= 0; i-- {
		if _, ok := stack[i].(*ast.ParenExpr); !ok {
			return stack[i]
		}
	}
	return nil
}

// literalAround returns the innermost function literal of a stack, and what is around that.
func literalAround(stack []ast.Node) (*ast.FuncLit, []ast.Node) {
	for i := len(stack) - 1; i >= 0; i-- {
		if lit, ok := stack[i].(*ast.FuncLit); ok {
			return lit, stack[:i]
		}
	}
	return nil, nil
}

// variable returns the variable that an expression is, or nil.
func (r *Result) variable(e ast.Expr) *types.Var {
	id, ok := ast.Unparen(e).(*ast.Ident)
	if !ok {
		return nil
	}
	v, _ := r.pass.TypesInfo.ObjectOf(id).(*types.Var)
	return v
}

// wrapping returns what an error has of another one that it is made of; it fails if that is not known. By nil, it says
// whether it is nil without one.
func (r *Result) wrapping(e ast.Expr, of func(ast.Expr) bool) (err Error, nils, ok bool) {
	call, isCall := ast.Unparen(e).(*ast.CallExpr)
	if !isCall {
		return 0, false, false
	}
	fn, _ := typeutil.Callee(r.pass.TypesInfo, call).(*types.Func)
	if fn == nil || fn.Pkg() == nil {
		return 0, false, false
	}
	at := -1
	for i, arg := range call.Args {
		if of(arg) {
			at = i
		}
	}
	if at < 0 {
		return 0, false, false
	}
	switch path := fn.Pkg().Path(); {
	case syntax.IsFunction(fn, "fmt", "Errorf"):
		return r.byFormat(call, at), false, true
	case syntax.IsFunction(fn, "errors", "Join") && len(call.Args) == 1:
		return Wrapped, true, true
	case syntax.IsFunction(fn, "errors", "Join"):
		return Another, false, true
	case path == "github.com/pkg/errors" && at == 0:
		return Wrapped, true, true
	}
	return 0, false, false
}
