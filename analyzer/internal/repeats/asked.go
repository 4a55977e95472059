package repeats

import (
	"go/ast"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/types/typeutil"

	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// asks notes what a helper asks about the error if the answer leaves the loop:
//
//	if isPermanent(err) || errors.Is(err, context.Canceled) {
//		return err
//	}
//
// It reports whether it is such a question.
func (r *Result) asks(call *ast.CallExpr, stack []ast.Node, h *Helper) bool {
	fn, ok := typeutil.Callee(r.pass.TypesInfo, call).(*types.Func)
	if !ok || fn.Pkg() == nil || fn.Signature().Recv() != nil || !syntax.IsBoolean(r.pass.TypesInfo.TypeOf(call)) {
		return false
	}
	yes, ok := leavesFor(call, stack)
	if !ok || len(call.Args) != fn.Signature().Params().Len() {
		return false // code that does not compile, or f(g())
	}
	switch {
	case syntax.ErrorsFunction(fn) == "Is" && yes:
		sentinel := syntax.PackageVariable(r.pass.TypesInfo, call.Args[1])
		if sentinel == nil {
			return false
		}
		h.Stops = append(h.Stops, sentinel)
	case syntax.ErrorsFunction(fn) == "As" && yes:
		named := soughtType(r.pass.TypesInfo.TypeOf(call.Args[1]))
		if named == nil {
			return false
		}
		h.Stops = append(h.Stops, named.Obj())
	case len(call.Args) == 1 && syntax.ErrorsFunction(fn) == "":
		h.Asks = append(h.Asks, Question{Fun: call.Fun, Again: !yes})
	default:
		return false
	}
	return true
}

// asksIdentity notes that a helper leaves for an error which is a sentinel: err == context.Canceled.
func (r *Result) asksIdentity(test *ast.BinaryExpr, stack []ast.Node, h *Helper) bool {
	sentinel := syntax.PackageVariable(r.pass.TypesInfo, test.Y)
	if sentinel == nil {
		sentinel = syntax.PackageVariable(r.pass.TypesInfo, test.X)
	}
	yes, ok := leavesFor(test, stack)
	if sentinel == nil || !ok || yes != (test.Op == token.EQL) || test.Op != token.EQL && test.Op != token.NEQ {
		return false
	}
	h.Stops = append(h.Stops, sentinel)
	return true
}

// leavesFor returns the answer for which a question leaves the loop: it is in the
// condition of an if whose body exits, or of a clause that returns, by itself or beside
// others.
func leavesFor(call ast.Expr, stack []ast.Node) (yes, ok bool) {
	yes = true
	for i := len(stack) - 2; i >= 0; i-- { // above the error, and the call
		switch p := stack[i].(type) {
		case *ast.ParenExpr:
		case *ast.UnaryExpr:
			if p.Op != token.NOT || !yes {
				return false, false
			}
			yes = false
		case *ast.BinaryExpr:
			if p.Op != token.LOR {
				return false, false
			}
		case *ast.IfStmt:
			return yes, p.Cond.Pos() <= call.Pos() && call.End() <= p.Cond.End() && exits(p.Body.List)
		case *ast.CaseClause:
			s, isSwitch := outside(stack[:i]).(*ast.SwitchStmt)
			return yes, isSwitch && s.Tag == nil && returns(p.Body)
		default:
			return false, false
		}
	}
	return false, false
}

// outside returns what a clause is in.
func outside(stack []ast.Node) ast.Node {
	if len(stack) < 2 {
		return nil
	}
	return stack[len(stack)-2]
}
