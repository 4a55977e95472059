package repeats

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/types/typeutil"

	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// repeated returns the helper that a function is if it calls a parameter again,
// or nil.
func (r *Result) repeated(decl *ast.FuncDecl, params *types.Tuple, p *types.Var, at int) *Helper {
	u, ok := r.useOf(decl, p, at)
	switch {
	case !ok:
		return nil
	case u.passed >= 0:
		return r.handedOn(u, params, at)
	case u.loop == nil || u.result == nil && !u.ends:
		return nil
	}
	h := r.judged(decl, u, params, at)
	if h == nil {
		h = &Helper{Param: at, Predicate: -1, Result: -1}
		if !r.decides(decl, u, params, h) {
			return nil
		}
	}
	h.Counter = r.counter(u, params)
	r.limited(decl, u, params, h)
	return h
}

// counter returns the index of the parameter of which a function that calls itself hands on one more each time, -1
// for none: retry(n+1, fn).
func (r *Result) counter(u use, params *types.Tuple) int {
	if u.itself == nil {
		return -1
	}
	info := r.pass.TypesInfo
	return slices.IndexFunc(u.itself.Args, func(arg ast.Expr) bool {
		sum, ok := ast.Unparen(arg).(*ast.BinaryExpr)
		if !ok || sum.Op != token.ADD || info.Types[sum.Y].Value == nil {
			return false
		}
		id, ok := ast.Unparen(sum.X).(*ast.Ident)
		i := slices.Index(u.itself.Args, arg)
		return ok && syntax.IsInteger(info.TypeOf(id)) && !syntax.IsTime(info.TypeOf(id)) && indexOf(params, info.Uses[id]) == i
	})
}

// handedOn returns the helper that a function is if it hands its parameter on to
// one.
func (r *Result) handedOn(u use, params *types.Tuple, at int) *Helper {
	info := r.pass.TypesInfo
	fn, ok := typeutil.Callee(info, u.call).(*types.Func)
	if !ok {
		return nil
	}
	if r.decls[fn.Origin()] != nil {
		r.find(fn.Origin())
	}
	inner := r.Of(u.call)
	if inner == nil || inner.Param != u.passed {
		return nil
	}
	for i, arg := range u.call.Args {
		if i != inner.Counter && IsOneOrNone(info, arg) {
			return nil // that may mean one try
		}
	}
	h := *inner
	h.Param = at
	h.Config = r.configOfCall(inner.Config, u.call, params)
	h.Counter = -1
	if h.Field != "" && h.Config == nil {
		return nil
	}
	for _, asked := range []*int{&h.Predicate, &h.Result} {
		if *asked < 0 {
			continue
		}
		id := argumentName(u.call, *asked)
		if id == nil {
			return nil
		}
		if *asked = indexOf(params, info.Uses[id]); *asked < 0 {
			return nil // it asks a predicate of its own
		}
	}
	return &h
}

// IsOneOrNone reports whether an expression is a number that is no time, and not more than one: a helper that is told so
// may try only once.
func IsOneOrNone(info *types.Info, e ast.Expr) bool {
	tv := info.Types[e]
	if tv.Value == nil || !syntax.IsInteger(tv.Type) || syntax.IsTime(tv.Type) {
		return false
	}
	n, ok := constant.Int64Val(constant.ToInt(tv.Value))
	return ok && n <= 1
}

func indexOf(params *types.Tuple, obj types.Object) int {
	for i := range params.Len() {
		if types.Object(params.At(i)) == obj {
			return i
		}
	}
	return -1
}

// decides reports whether a nil error leaves the loop, and nothing else looks at
// the error than a parameter, or what leaves the loop for its answer, which is noted. So is the verdict that the function
// itself gives beside the error.
func (r *Result) decides(decl *ast.FuncDecl, u use, params *types.Tuple, h *Helper) bool {
	info := r.pass.TypesInfo
	if u.result == nil {
		return u.ends
	}
	ends, other := false, false
	ast.PreorderStack(decl.Body, nil, func(n ast.Node, stack []ast.Node) bool {
		id, ok := n.(*ast.Ident)
		if !ok || info.Uses[id] != types.Object(u.result) || len(stack) == 0 {
			return true
		}
		switch parent := parentOf(stack).(type) {
		case *ast.BinaryExpr:
			if !info.Types[parent.Y].IsNil() && !info.Types[parent.X].IsNil() {
				other = other || !r.asksIdentity(u, parent, stack, h)
			} else if u.leaves(parent, stack) {
				ends = true
			}
		case *ast.CallExpr:
			if asked := indexOf(params, typeutil.Callee(info, parent)); asked >= 0 && syntax.IsBoolean(info.TypeOf(parent)) {
				halts, known := u.halts(info, parent, stack)
				other = other || !known || h.Predicate >= 0 && (h.Predicate != asked || h.Halts != halts)
				h.Predicate, h.Halts = asked, halts
			} else if !r.asks(u, parent, stack, h) && !r.asksField(u, decl, params, parent, stack, h) {
				other = other || looksAt(info, parent)
			}
		case *ast.TypeAssertExpr:
			if parent.Type != nil {
				other = other || !r.asksType(u, parent, stack, h)
				break
			}
			nilEnds, ok := r.asksTypes(u, stack, h)
			ends, other = ends || nilEnds, other || !ok
		case *ast.ReturnStmt, *ast.AssignStmt, *ast.ValueSpec:
		case *ast.SelectorExpr:
			// err.Error()
			other = other || parent.Sel.Name != "Error"
		default:
			other = true
		}
		return true
	})
	switch {
	case other:
		return false
	case u.value == nil:
		return ends
	case syntax.IsBoolean(u.value.Type()):
		verdict, ok := r.verdict(u)
		h.Verdict = verdict
		return ok
	}
	return ends && !r.asksValue(decl, u)
}

// saysAgain reports whether a predicate's no leaves, and not its yes: !again(err).
func saysAgain(call *ast.CallExpr, stack []ast.Node) bool {
	if len(stack) < 2 {
		return false
	}
	not, ok := stack[len(stack)-2].(*ast.UnaryExpr)
	return ok && not.Op == token.NOT
}

// halts reports whether it is the yes of a predicate for which a loop is left, and not its no; it fails if neither is.
func (u use) halts(info *types.Info, call *ast.CallExpr, stack []ast.Node) (yes, ok bool) {
	if saysAgain(call, stack) {
		return false, true
	}
	t := u.testOf(info, call, stack)
	return t.yes, t.leaves
}

// looksAt reports whether a call that gets an error may say something of it by its
// results: all that is not only told of it, or wraps it.
func looksAt(info *types.Info, call *ast.CallExpr) bool {
	if info.Types[call.Fun].IsBuiltin() || info.Types[call.Fun].IsType() {
		return false
	}
	t := info.TypeOf(call)
	if t == nil {
		return true
	}
	if tuple, ok := t.(*types.Tuple); ok && tuple.Len() == 0 {
		return false // a logger
	}
	if syntax.IsError(t) {
		fn, ok := typeutil.Callee(info, call).(*types.Func)
		return !ok || fn.Pkg() == nil || fn.Pkg().Path() != "fmt" && !syntax.IsFunction(fn, "errors", "Join") && fn.Pkg().Path() != "github.com/pkg/errors"
	}
	fn, ok := typeutil.Callee(info, call).(*types.Func)
	if !ok || fn.Pkg() == nil {
		return true
	}
	path := fn.Pkg().Path()
	return path != "fmt" && path != "log" && path != "log/slog" && !chained[path]
}

// chained are loggers whose methods return what the next method is called on.
var chained = map[string]bool{
	"github.com/rs/zerolog": true, "github.com/sirupsen/logrus": true, "go.uber.org/zap": true,
}
