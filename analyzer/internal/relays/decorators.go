package relays

import (
	"go/ast"
	"go/types"
	"slices"

	"golang.org/x/tools/go/types/typeutil"

	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// This file is about functions that return one which hands on what another one returns that they get, as middlewares do:
//
//	func Logged(next Sender) Sender {
//		return func(ctx context.Context, m Message) error {
//			err := next(ctx, m)
//			log.Print(err)
//			return err
//		}
//	}
//
// So are those that return such a function: Timed("sms")(send).

// A decoratorFact is on such a function.
type decoratorFact struct {
	Param int   // index of what is decorated, of what is called at last
	Made  bool  // the function makes a decorator of its settings
	Error Error // what the error of the one has of the other's
}

func (*decoratorFact) AFact()         {}
func (*decoratorFact) String() string { return "decorates" }

// Decorated returns the function that a call decorates, and what the error that the result returns has of that one's. It
// fails if it does nothing of the kind. Where a variable is called, made is the call that has made what is in it.
func (r *Result) Decorated(call, made *ast.CallExpr) (of ast.Expr, err Error, ok bool) {
	if r.pass == nil || call.Ellipsis.IsValid() {
		return nil, 0, false
	}
	by := call
	if made != nil {
		by = made
	}
	fn, _ := typeutil.Callee(r.pass.TypesInfo, by).(*types.Func)
	if fn == nil {
		return nil, 0, false
	}
	d := r.decorator(fn.Origin())
	if d == nil || d.Made != (made != nil) || d.Param >= len(call.Args) {
		return nil, 0, false
	}
	return call.Args[d.Param], d.Error, true
}

// decorator returns what a function decorates, nil if that is nothing.
func (r *Result) decorator(fn *types.Func) *decoratorFact {
	if fn.Pkg() == r.pass.Pkg {
		return r.decorators[fn]
	}
	var fact decoratorFact
	if !mayDecorate(fn.Signature()) || !r.pass.ImportObjectFact(fn, &fact) {
		return nil
	}
	return &fact
}

// mayReturnFunction is a quick look at what a function returns.
func mayReturnFunction(typ *ast.FuncType) bool {
	return typ.Results.NumFields() == 1 && mayBeFunction(typ.Results.List[0].Type)
}

// decorate notes what a function of the package decorates.
func (r *Result) decorate(decl *ast.FuncDecl) {
	fn, ok := r.pass.TypesInfo.Defs[decl.Name].(*types.Func)
	if !ok {
		return
	}
	if mayDecorate(fn.Signature()) {
		if d := r.decorates(decl, fn.Signature()); d != nil {
			r.decorators[fn] = d
			if fn.Exported() {
				r.pass.ExportObjectFact(fn, d)
			}
		}
	}
	if mayChain(fn.Signature()) {
		if c := r.chainsBy(decl, fn.Signature()); c != nil {
			r.chains[fn] = c
			if fn.Exported() {
				r.pass.ExportObjectFact(fn, c)
			}
		}
	}
}

// mayDecorate reports whether a function may be a decorator, or make one.
func mayDecorate(sig *types.Signature) bool {
	made := returnedBy(sig)
	if made == nil {
		return false
	}
	return TakesOperation(sig) && isOperation(made) || TakesOperation(made) && returnedBy(made) != nil
}

// returnedBy returns the signature of what a function returns, if that is a function, and nothing else.
func returnedBy(sig *types.Signature) *types.Signature {
	if sig.Results().Len() != 1 {
		return nil
	}
	made, _ := sig.Results().At(0).Type().Underlying().(*types.Signature)
	return made
}

func isOperation(sig *types.Signature) bool {
	n := sig.Results().Len()
	return n > 0 && syntax.IsError(sig.Results().At(n-1).Type())
}

// decorates looks at a function of the package.
func (r *Result) decorates(decl *ast.FuncDecl, sig *types.Signature) *decoratorFact {
	made := syntax.LiteralReturned(r.pass.TypesInfo, decl.Body)
	if made == nil {
		return nil
	}
	if d := r.decoratesBy(decl.Body, sig, made); d != nil {
		return d
	}
	within := syntax.LiteralReturned(r.pass.TypesInfo, made.Body)
	outer, ok := r.pass.TypesInfo.TypeOf(made).(*types.Signature)
	if within == nil || !ok {
		return nil
	}
	d := r.decoratesBy(made.Body, outer, within)
	if d != nil {
		d.Made = true
	}
	return d
}

// decoratesBy looks at a function that returns a literal.
func (r *Result) decoratesBy(body *ast.BlockStmt, sig *types.Signature, lit *ast.FuncLit) *decoratorFact {
	litSig, ok := r.pass.TypesInfo.TypeOf(lit).(*types.Signature)
	if !ok || !isOperation(litSig) {
		return nil
	}
	returns := 0
	syntax.InspectFunc(body, func(n ast.Node) {
		if _, ok := n.(*ast.ReturnStmt); ok {
			returns++
		}
	})
	if returns != 1 {
		return nil
	}
	for i := range sig.Params().Len() {
		op := operation(sig.Params().At(i).Type())
		if op == nil || op.Results().Len() != litSig.Results().Len() || sig.Variadic() && i == sig.Params().Len()-1 {
			continue
		}
		id, stack := r.onlyUse(body, sig.Params().At(i))
		if id == nil {
			continue
		}
		if call, ok := unparenthesized(stack).(*ast.CallExpr); !ok || ast.Unparen(call.Fun) != ast.Expr(id) || !r.handsItsOwn(lit, litSig, call) {
			continue
		}
		relay := r.relayedWithin(lit.Body, litSig, id, stack, op, lit)
		if relay != nil && relay.Results[len(relay.Results)-1] == op.Results().Len()-1 {
			return &decoratorFact{Param: i, Error: relay.Error}
		}
	}
	return nil
}

// handsItsOwn reports whether a call in a function gets what the function has got itself, and a context, and it sets nothing
// else that might be sent: so what is sent is the function's request.
func (r *Result) handsItsOwn(lit *ast.FuncLit, sig *types.Signature, call *ast.CallExpr) bool {
	info := r.pass.TypesInfo
	brings, sets := false, false // something along with a context; something of others
	set := func(e ast.Expr) {
		v := r.variable(e)
		sets = sets || v == nil && !syntax.IsBlank(e) || v != nil && (v.Pos() < lit.Pos() || lit.End() < v.Pos())
	}
	ast.Inspect(lit.Body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.CallExpr:
			fn, _ := typeutil.Callee(info, n).(*types.Func)
			brings = brings || syntax.IsFunction(fn, "context", "WithValue")
		case *ast.AssignStmt:
			for _, lhs := range n.Lhs {
				set(lhs)
			}
		case *ast.IncDecStmt:
			set(n.X)
		}
		return true
	})
	return !sets && !slices.ContainsFunc(call.Args, func(arg ast.Expr) bool {
		if t := info.TypeOf(arg); t != nil && syntax.IsContext(t) && !brings {
			return false
		}
		id, _ := ast.Unparen(arg).(*ast.Ident)
		v := r.variable(arg)
		return v == nil || !isParameter(sig, v) || !syntax.OnlyRead(info, lit.Body, v, id)
	})
}

func isParameter(sig *types.Signature, v *types.Var) bool {
	return slices.Contains(slices.Collect(sig.Params().Variables()), v)
}
