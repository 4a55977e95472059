package repeats

import (
	"go/ast"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/types/typeutil"

	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// A use is the one place at which a function uses a parameter.
type use struct {
	call   *ast.CallExpr // that calls it, or gets it
	loop   ast.Node      // around the call; nil for none
	body   *ast.BlockStmt
	result *types.Var // that holds the error
	value  *types.Var // that holds what comes with it; nil for none
	passed int        // index of the argument that it is; -1 if it is called
}

// repeated returns the helper that a function is if it calls a parameter again,
// or nil.
func (r *Result) repeated(decl *ast.FuncDecl, params *types.Tuple, p *types.Var, at int) *Helper {
	u, ok := r.useOf(decl, p)
	switch {
	case !ok:
		return nil
	case u.passed >= 0:
		return r.handedOn(u, params, at)
	case u.loop == nil || u.result == nil:
		return nil
	}
	h := r.judged(decl, u, params, at)
	if h == nil {
		h = &Helper{Param: at, Predicate: -1, Result: -1}
		if !r.decides(decl, u, params, h) {
			return nil
		}
	}
	r.limited(decl, u, params, h)
	return h
}

// useOf returns the place at which a parameter is used, if there is only one, and
// it gets the same there each time: a context, the attempt, what the function itself got.
func (r *Result) useOf(decl *ast.FuncDecl, p *types.Var) (use, bool) {
	info := r.pass.TypesInfo
	u := use{passed: -1}
	uses, ok := 0, true
	var first *types.Var // that holds the error of a call before the loop
	ast.PreorderStack(decl.Body, nil, func(n ast.Node, stack []ast.Node) bool {
		id, isIdent := n.(*ast.Ident)
		if !isIdent || info.Uses[id] != types.Object(p) {
			return true
		}
		uses++
		call, isCall := parentOf(stack).(*ast.CallExpr)
		if !isCall {
			// if fn == nil { … }
			if b, isTest := parentOf(stack).(*ast.BinaryExpr); isTest && (info.Types[b.X].IsNil() || info.Types[b.Y].IsNil()) {
				uses--
				return true
			}
			ok = false
			return true
		}
		u.call = call
		if ast.Unparen(call.Fun) != ast.Expr(id) {
			for i, arg := range call.Args {
				if ast.Unparen(arg) == ast.Expr(id) {
					u.passed = i
				}
			}
			return true
		}
		for _, arg := range call.Args {
			if t := info.TypeOf(arg); !syntax.IsContext(t) && !syntax.IsInteger(t) && !r.untouched(decl, arg) {
				ok = false
			}
		}
		loops := 0
		if v := r.before(call, stack); v != nil && first == nil && uses == 1 {
			first = v
			uses--
			return true
		}
		for _, outer := range stack {
			switch s := outer.(type) {
			case *ast.ForStmt:
				u.loop, u.body, loops = s, s.Body, loops+1
			case *ast.RangeStmt:
				u.loop, u.body, loops = s, s.Body, loops+1
				ok = ok && (syntax.IsInteger(info.TypeOf(s.X)) || syntax.IsClock(info.TypeOf(s.X))) // else it is for each of something
			case *ast.FuncLit:
				ok = false
			case *ast.AssignStmt:
				if id, isIdent := ast.Unparen(s.Lhs[len(s.Lhs)-1]).(*ast.Ident); isIdent {
					u.result, _ = info.ObjectOf(id).(*types.Var)
				}
				if id, isIdent := ast.Unparen(s.Lhs[0]).(*ast.Ident); isIdent && len(s.Lhs) == 2 {
					u.value, _ = info.ObjectOf(id).(*types.Var)
				}
			}
		}
		ok = ok && loops <= 1
		return true
	})
	return u, ok && uses == 1 && (first == nil || first == u.result)
}

// untouched reports whether an expression is a parameter that the function uses nowhere else, so that it is the same
// each time.
func (r *Result) untouched(decl *ast.FuncDecl, e ast.Expr) bool {
	info := r.pass.TypesInfo
	fn, _ := info.Defs[decl.Name].(*types.Func)
	id, ok := ast.Unparen(e).(*ast.Ident)
	if !ok || fn == nil || indexOf(fn.Signature().Params(), info.Uses[id]) < 0 {
		return false
	}
	uses := 0
	ast.Inspect(decl.Body, func(n ast.Node) bool {
		if other, ok := n.(*ast.Ident); ok && info.Uses[other] == info.Uses[id] {
			uses++
		}
		return true
	})
	return uses == 1
}

// before returns the variable that holds the error of a call outside all loops:
// err := f(), before a loop that calls f again while it is not nil.
func (r *Result) before(call *ast.CallExpr, stack []ast.Node) *types.Var {
	for _, outer := range stack {
		switch outer.(type) {
		case *ast.ForStmt, *ast.RangeStmt, *ast.FuncLit:
			return nil
		}
	}
	s, ok := parentOf(stack[:len(stack)-1]).(*ast.AssignStmt)
	if !ok {
		return nil
	}
	id, ok := ast.Unparen(s.Lhs[len(s.Lhs)-1]).(*ast.Ident)
	if !ok {
		return nil
	}
	v, _ := r.pass.TypesInfo.ObjectOf(id).(*types.Var)
	return v
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
	h := *inner
	h.Param = at
	h.Config = r.configOfCall(inner.Config, u.call, params)
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

func indexOf(params *types.Tuple, obj types.Object) int {
	for i := range params.Len() {
		if types.Object(params.At(i)) == obj {
			return i
		}
	}
	return -1
}

// decides reports whether a nil error leaves the loop, and nothing else looks at
// the error than a parameter, or what leaves the loop for its answer, which is noted.
func (r *Result) decides(decl *ast.FuncDecl, u use, params *types.Tuple, h *Helper) bool {
	info := r.pass.TypesInfo
	ends, other := false, false
	ast.PreorderStack(decl.Body, nil, func(n ast.Node, stack []ast.Node) bool {
		id, ok := n.(*ast.Ident)
		if !ok || info.Uses[id] != types.Object(u.result) || len(stack) == 0 {
			return true
		}
		switch parent := parentOf(stack).(type) {
		case *ast.BinaryExpr:
			if !info.Types[parent.Y].IsNil() && !info.Types[parent.X].IsNil() {
				other = other || !r.asksIdentity(parent, stack, h)
			} else if leaves(parent, stack, u) {
				ends = true
			}
		case *ast.CallExpr:
			if asked := indexOf(params, typeutil.Callee(info, parent)); asked >= 0 && syntax.IsBoolean(info.TypeOf(parent)) {
				halts, known := u.halts(info, parent, stack)
				other = other || !known || h.Predicate >= 0 && (h.Predicate != asked || h.Halts != halts)
				h.Predicate, h.Halts = asked, halts
			} else if !r.asks(parent, stack, h) && !r.asksField(decl, params, parent, stack, h) {
				other = other || looksAt(info, parent)
			}
		case *ast.ReturnStmt, *ast.AssignStmt, *ast.ValueSpec:
		case *ast.SelectorExpr:
			// err.Error()
			other = other || parent.Sel.Name != "Error"
		default:
			other = true
		}
		return true
	})
	return ends && !other
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

// leaves reports whether a comparison with nil decides about the loop: nil leaves
// it.
func leaves(test *ast.BinaryExpr, stack []ast.Node, u use) bool {
	if test.Op != token.EQL && test.Op != token.NEQ {
		return false
	}
	for i := len(stack) - 1; i >= 0; i-- {
		switch s := stack[i].(type) {
		case *ast.ForStmt:
			return ast.Node(s) == u.loop && s.Cond != nil && test.Op == token.NEQ
		case *ast.CaseClause:
			return test.Op == token.EQL && returns(s.Body)
		case *ast.IfStmt:
			if s.Cond.Pos() > test.Pos() || s.Cond.End() < test.End() {
				return false
			}
			if test.Op == token.EQL {
				return exits(s.Body.List)
			}
			// if err != nil { …; continue }; return
			if s.Else != nil {
				b, ok := s.Else.(*ast.BlockStmt)
				return ok && exits(b.List)
			}
			return exits(u.body.List)
		}
	}
	return false
}

func exits(list []ast.Stmt) bool {
	if len(list) == 0 {
		return false
	}
	s, ok := list[len(list)-1].(*ast.BranchStmt)
	return returns(list) || ok && s.Tok == token.BREAK
}

func returns(list []ast.Stmt) bool {
	if len(list) == 0 {
		return false
	}
	_, ok := list[len(list)-1].(*ast.ReturnStmt)
	return ok
}

// parentOf returns what is right around a node, but for parentheses.
func parentOf(stack []ast.Node) ast.Node {
	for i := len(stack) - 1; i >= 0; i-- {
		if _, ok := stack[i].(*ast.ParenExpr); !ok {
			return stack[i]
		}
	}
	return nil
}
