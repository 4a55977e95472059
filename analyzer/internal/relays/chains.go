package relays

import (
	"go/ast"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/types/typeutil"

	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// This file is about functions that have each of a list decorate what they get:
//
//	func Chain(all ...Middleware) Middleware {
//		return func(s Sender) Sender {
//			for _, m := range slices.Backward(all) {
//				s = m(s)
//			}
//			return s
//		}
//	}

// A chainFact is on such a function.
type chainFact struct {
	Param int  // index of what is decorated, of what is called at last
	List  int  // of the list, which comes last, of the function
	Made  bool // the function returns one that is called with what is decorated
}

func (*chainFact) AFact()         {}
func (*chainFact) String() string { return "has each of a list decorate" }

// Chained returns what a call decorates, and by which functions, in whatever order. It fails if it does nothing of the
// kind. Where what a function returns is called, made is the call of that.
func (r *Result) Chained(call, made *ast.CallExpr) (of ast.Expr, by []ast.Expr, ok bool) {
	if r.pass == nil {
		return nil, nil, false
	}
	from := call
	if made != nil {
		from = made
	}
	fn, _ := typeutil.Callee(r.pass.TypesInfo, from).(*types.Func)
	if fn == nil || from.Ellipsis.IsValid() {
		return nil, nil, false
	}
	c := r.chain(fn.Origin())
	if c == nil || c.Made != (made != nil) || c.Param >= len(call.Args) || c.List >= len(from.Args) {
		return nil, nil, false
	}
	return call.Args[c.Param], from.Args[c.List:], true
}

// Decoration returns the call of one of a chain's decorators, where the chain is called.
func Decoration(call *ast.CallExpr, by, of ast.Expr) *ast.CallExpr {
	fun := &ast.ParenExpr{Lparen: call.Pos(), X: by, Rparen: call.Lparen}
	return &ast.CallExpr{Fun: fun, Lparen: call.Lparen, Args: []ast.Expr{of}, Rparen: call.Rparen}
}

// Undecorated returns the function whose outcome another one hands on as it is, which a call makes of it: also by a chain;
// nil if it does anything else. Held says what a variable holds for good.
func (r *Result) Undecorated(call *ast.CallExpr, held func(ast.Expr) ast.Expr) ast.Expr {
	made := MadeBefore(call, held)
	if of, err, ok := r.Decorated(call, made); ok && err == Itself {
		return of
	}
	of, by, ok := r.Chained(call, made)
	if !ok {
		return nil
	}
	for _, decorator := range by {
		one := Decoration(call, decorator, of)
		if _, err, ok := r.Decorated(one, MadeBefore(one, held)); !ok || err != Itself {
			return nil
		}
	}
	return of
}

// MadeBefore returns the call by which the function is made that a call calls: at once, or where a variable is set that holds
// it for good; nil if a function that is declared is called.
func MadeBefore(call *ast.CallExpr, held func(ast.Expr) ast.Expr) *ast.CallExpr {
	fun := ast.Unparen(call.Fun)
	if once := held(fun); once != nil {
		fun = ast.Unparen(once)
	}
	made, _ := fun.(*ast.CallExpr)
	return made
}

// chain returns what a function does with a list, nil if that is nothing.
func (r *Result) chain(fn *types.Func) *chainFact {
	if fn.Pkg() == r.pass.Pkg {
		return r.chains[fn]
	}
	var fact chainFact
	if !mayChain(fn.Signature()) || !r.pass.ImportObjectFact(fn, &fact) {
		return nil
	}
	return &fact
}

// mayChain reports whether a function gets decorators, and returns a function.
func mayChain(sig *types.Signature) bool {
	if !sig.Variadic() || returnedBy(sig) == nil {
		return false
	}
	list, ok := sig.Params().At(sig.Params().Len() - 1).Type().(*types.Slice)
	if !ok {
		return false
	}
	each, ok := list.Elem().Underlying().(*types.Signature)
	return ok && each.Params().Len() == 1 && returnedBy(each) != nil && TakesOperation(each)
}

// chainsBy returns what a function does with a list.
func (r *Result) chainsBy(decl *ast.FuncDecl, sig *types.Signature) *chainFact {
	last := sig.Params().Len() - 1
	list := sig.Params().At(last)
	if at := r.decoratedByAll(decl.Body, sig, list); at >= 0 {
		return &chainFact{Param: at, List: last}
	}
	lit := syntax.LiteralReturned(r.pass.TypesInfo, decl.Body)
	if lit == nil || len(decl.Body.List) != 1 {
		return nil
	}
	if litSig, ok := r.pass.TypesInfo.TypeOf(lit).(*types.Signature); ok {
		if at := r.decoratedByAll(lit.Body, litSig, list); at >= 0 {
			return &chainFact{Param: at, List: last, Made: true}
		}
	}
	return nil
}

// decoratedByAll returns the index of the parameter that a function returns as each of a list has decorated it, -1 if it
// does anything else.
func (r *Result) decoratedByAll(body *ast.BlockStmt, sig *types.Signature, list *types.Var) int {
	if len(body.List) != 2 {
		return -1
	}
	ret, ok := body.List[1].(*ast.ReturnStmt)
	if !ok || len(ret.Results) != 1 {
		return -1
	}
	v := r.variable(ret.Results[0])
	var within *ast.BlockStmt
	var all []ast.Node // what says which elements have their turn
	switch s := body.List[0].(type) {
	case *ast.RangeStmt:
		within, all = s.Body, []ast.Node{s.X}
	case *ast.ForStmt:
		within, all = s.Body, []ast.Node{s.Init, s.Cond}
	}
	if v == nil || within == nil || len(within.List) != 1 || !r.mentions(all, list) {
		return -1
	}
	s, ok := within.List[0].(*ast.AssignStmt)
	if !ok || s.Tok != token.ASSIGN || len(s.Lhs) != 1 || len(s.Rhs) != 1 || r.variable(s.Lhs[0]) != v {
		return -1
	}
	call, ok := ast.Unparen(s.Rhs[0]).(*ast.CallExpr)
	if !ok || len(call.Args) != 1 || r.variable(call.Args[0]) != v {
		return -1
	}
	switch fun := ast.Unparen(call.Fun).(type) {
	case *ast.Ident: // m(s), of what it goes through
		loop, ok := body.List[0].(*ast.RangeStmt)
		if !ok || loop.Value == nil || r.variable(loop.Value) != r.variable(fun) {
			return -1
		}
	case *ast.IndexExpr: // all[i](s)
		if r.variable(fun.X) != list {
			return -1
		}
	default:
		return -1
	}
	for i := range sig.Params().Len() {
		if sig.Params().At(i) == v {
			return i
		}
	}
	return -1
}

// mentions reports whether some nodes mention a variable.
func (r *Result) mentions(nodes []ast.Node, v *types.Var) bool {
	found := false
	for _, n := range nodes {
		if n == nil {
			continue
		}
		ast.Inspect(n, func(n ast.Node) bool {
			if id, ok := n.(*ast.Ident); ok {
				found = found || r.pass.TypesInfo.Uses[id] == types.Object(v)
			}
			return !found
		})
	}
	return found
}
