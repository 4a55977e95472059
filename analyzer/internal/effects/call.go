package effects

import (
	"go/ast"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/types/typeutil"

	"github.com/errcodelint/errcodelint/analyzer/internal/foreign"
	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// Call returns what a call may change, with all that it calls, nil if it changes nothing; and how it lets
// other goroutines in.
func (e *Effects) Call(call *ast.CallExpr) (*Writes, foreign.Letting) {
	if fn, ok := typeutil.Callee(e.info, call).(*types.Func); ok && e.index.Decls[fn.Origin()] == nil {
		_, calm := foreign.LetsIn(fn)
		calm = calm || e.isQuiet(fn.Origin()) && !foreign.Fills(fn) && !looksFor(e.info, call)
		if calm && !e.handsFunction(call) && e.Hidden(call) == nil {
			return nil, e.letting(fn)
		}
	}
	w := e.All(call)
	return w, w.Letting
}

// All returns what some calls may change, with all that they call.
func (e *Effects) All(calls ...*ast.CallExpr) *Writes {
	w := e.New()
	for _, call := range calls {
		e.tally().call(w, call)
	}
	return w
}

// handsFunction reports whether a call hands over a function, or something with a method that its
// callee may call and the package knows.
func (e *Effects) handsFunction(call *ast.CallExpr) bool {
	for _, arg := range call.Args {
		if syntax.IsFunc(e.info.TypeOf(arg)) {
			return true
		}
	}
	sig := syntax.CalledSignature(e.info, call.Fun)
	if sig == nil {
		return false
	}
	for v := range sig.Params().Variables() {
		if e.callbacksOf(v.Type()) != nil {
			return true
		}
	}
	return false
}

// Calls reports whether the evaluation of an expression calls a function, or waits.
func (e *Effects) Calls(x ast.Expr) bool {
	switch x.(type) {
	case *ast.Ident, *ast.BasicLit:
		return false
	}
	if calls, ok := e.calling[x]; ok {
		return calls
	}
	calls := false
	ast.Inspect(x, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit:
			return false
		case *ast.UnaryExpr:
			calls = calls || n.Op == token.ARROW
		case *ast.CallExpr:
			_, builtin := typeutil.Callee(e.info, n).(*types.Builtin)
			calls = calls || !builtin && !e.info.Types[n.Fun].IsType()
		}
		return !calls
	})
	e.calling[x] = calls
	return calls
}
