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

// A use is the one place at which a function uses a parameter.
type use struct {
	call   *ast.CallExpr // that calls it, or gets it
	loop   ast.Node      // around the call, or the function, if that calls itself; nil for none
	body   *ast.BlockStmt
	itself *ast.CallExpr // of the function by itself, which goes on as a loop does; nil for none
	ends   bool          // without a result: a nil error leaves the loop
	result *types.Var    // that holds the error
	value  *types.Var    // that holds what comes with it; nil for none
	passed int           // index of the argument that it is; -1 if it is called
}

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

// useOf returns the place at which a parameter is used, if there is only one, and
// it gets the same there each time: a context, the attempt, what the function itself got. Besides, the function may
// hand it on to itself.
func (r *Result) useOf(decl *ast.FuncDecl, p *types.Var, at int) (use, bool) {
	info := r.pass.TypesInfo
	u := use{passed: -1}
	uses, ok := 0, true
	var first *types.Var     // that holds the error of a call before the loop
	var test *ast.BinaryExpr // that compares the error with nil at once
	var around []ast.Node
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
		if u.itself == nil && at < len(call.Args) && ast.Unparen(call.Args[at]) == ast.Expr(id) && isItself(info, call, decl) {
			u.itself = call
			uses--
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
			if t := info.TypeOf(arg); !syntax.IsContext(t) && !syntax.IsInteger(t) && !r.untouched(decl, arg, stack) {
				ok = false
			}
		}
		if outer, at := onlyCalls(call, stack); outer != nil {
			u.call, u.passed = outer, at
			return true
		}
		loops := 0
		if value, v := r.before(call, stack); v != nil && first == nil && uses == 1 {
			first, u.value = v, value
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
				ok = ok && loops == 0 && r.returned(decl, s)
			case *ast.AssignStmt:
				u.value, u.result = r.held(s)
			}
		}
		ok = ok && loops <= 1
		if b, isTest := parentOf(stack[:slices.Index(stack, ast.Node(call))]).(*ast.BinaryExpr); isTest && (info.Types[b.X].IsNil() || info.Types[b.Y].IsNil()) {
			test, around = b, slices.Clone(stack)
		}
		return true
	})
	if u.itself != nil {
		if first != nil && uses == 0 {
			u.result, first, uses = first, nil, 1
		}
		ok = ok && u.loop == nil && u.passed < 0
		u.loop, u.body = decl, decl.Body
	}
	u.ends = test != nil && u.loop != nil && u.leaves(test, around)
	return u, ok && uses == 1 && (first == nil || first == u.result)
}

// isItself reports whether a call calls the function that it is in.
func isItself(info *types.Info, call *ast.CallExpr, decl *ast.FuncDecl) bool {
	fn, ok := typeutil.Callee(info, call).(*types.Func)
	return ok && types.Object(fn.Origin()) == info.Defs[decl.Name]
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

// returned reports whether a function does nothing but return a literal, as it is or converted:
//
//	func withRetry(send Sender) Sender {
//		return func(ctx context.Context, m Message) error { … }
//	}
func (r *Result) returned(decl *ast.FuncDecl, lit *ast.FuncLit) bool {
	ret, ok := decl.Body.List[len(decl.Body.List)-1].(*ast.ReturnStmt)
	if !ok || len(ret.Results) != 1 {
		return false
	}
	e := ast.Unparen(ret.Results[0])
	if call, ok := e.(*ast.CallExpr); ok && len(call.Args) == 1 && r.pass.TypesInfo.Types[call.Fun].IsType() {
		e = ast.Unparen(call.Args[0])
	}
	return e == ast.Expr(lit)
}

// untouched reports whether an expression is a parameter of the function, or of a literal around it, that is only
// read elsewhere, so that it is the same each time.
func (r *Result) untouched(decl *ast.FuncDecl, e ast.Expr, stack []ast.Node) bool {
	info := r.pass.TypesInfo
	id, ok := ast.Unparen(e).(*ast.Ident)
	if !ok {
		return false
	}
	isParam := declares(info, decl.Type, id)
	for _, outer := range stack {
		lit, ok := outer.(*ast.FuncLit)
		isParam = isParam || ok && declares(info, lit.Type, id)
	}
	v, _ := info.Uses[id].(*types.Var)
	return isParam && v != nil && syntax.OnlyRead(info, decl.Body, v, id)
}

// onlyCalls returns the call that gets a literal which does nothing but return what another call does, and the literal's
// place among its arguments; nil where there is none.
func onlyCalls(call *ast.CallExpr, stack []ast.Node) (outer *ast.CallExpr, at int) {
	for i := len(stack) - 1; i > 0; i-- {
		lit, ok := stack[i].(*ast.FuncLit)
		if !ok {
			continue
		}
		outer, ok := stack[i-1].(*ast.CallExpr)
		if !ok || len(lit.Body.List) != 1 {
			return nil, 0
		}
		ret, ok := lit.Body.List[0].(*ast.ReturnStmt)
		if !ok || len(ret.Results) == 0 || ast.Unparen(ret.Results[len(ret.Results)-1]) != ast.Expr(call) {
			return nil, 0
		}
		at := slices.Index(outer.Args, ast.Expr(lit))
		if at < 0 {
			return nil, 0
		}
		return outer, at
	}
	return nil, 0
}

// declares reports whether one of a function's parameters is what a name denotes.
func declares(info *types.Info, t *ast.FuncType, id *ast.Ident) bool {
	for _, field := range t.Params.List {
		for _, name := range field.Names {
			if info.Defs[name] == info.Uses[id] {
				return true
			}
		}
	}
	return false
}

// before returns the variables that hold what a call outside all loops brings, and its error:
// err := f(), before a loop that calls f again while it is not nil.
func (r *Result) before(call *ast.CallExpr, stack []ast.Node) (value, err *types.Var) {
	for _, outer := range stack {
		switch s := outer.(type) {
		case *ast.ForStmt:
			if s.Init == nil || s.Init.End() < call.End() {
				return nil, nil
			}
		case *ast.RangeStmt, *ast.FuncLit:
			return nil, nil
		}
	}
	s, ok := parentOf(stack[:len(stack)-1]).(*ast.AssignStmt)
	if !ok {
		return nil, nil
	}
	return r.held(s)
}

// held returns the variables that an assignment of a call's results stores to: the first one's, if it has two, and the error's.
func (r *Result) held(s *ast.AssignStmt) (value, err *types.Var) {
	at := func(i int) *types.Var {
		id, _ := ast.Unparen(s.Lhs[i]).(*ast.Ident)
		v, _ := r.pass.TypesInfo.ObjectOf(id).(*types.Var)
		return v
	}
	if len(s.Lhs) == 2 {
		value = at(0)
	}
	return value, at(len(s.Lhs) - 1)
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

// leaves reports whether a comparison with nil decides about the loop: nil leaves
// it.
func (u use) leaves(test *ast.BinaryExpr, stack []ast.Node) bool {
	if test.Op != token.EQL && test.Op != token.NEQ {
		return false
	}
	for i := len(stack) - 1; i >= 0; i-- {
		switch s := stack[i].(type) {
		case *ast.ForStmt:
			return ast.Node(s) == u.loop && s.Cond != nil && test.Op == token.NEQ
		case *ast.CaseClause:
			return test.Op == token.EQL && u.returns(s.Body)
		case *ast.IfStmt:
			if s.Cond.Pos() > test.Pos() || s.Cond.End() < test.End() {
				return false
			}
			if test.Op == token.EQL {
				return u.exits(s.Body.List)
			}
			// if err != nil { …; continue }; return
			if !u.mayGoOn(s.Body) {
				return false
			}
			if s.Else != nil {
				b, ok := s.Else.(*ast.BlockStmt)
				return ok && u.exits(b.List)
			}
			return u.exits(u.body.List)
		}
	}
	return false
}

// exits reports whether statements end with one that leaves the loop.
func (u use) exits(list []ast.Stmt) bool {
	if len(list) == 0 {
		return false
	}
	s, ok := list[len(list)-1].(*ast.BranchStmt)
	return u.returns(list) || ok && s.Tok == token.BREAK
}

func (u use) returns(list []ast.Stmt) bool {
	if len(list) == 0 {
		return false
	}
	s, ok := list[len(list)-1].(*ast.ReturnStmt)
	return ok && !u.callsItself(s)
}

// goesOn reports whether statements end with one that goes on: a continue, or a return of what the function's call
// of itself returns.
func (u use) goesOn(list []ast.Stmt) bool {
	if len(list) == 0 {
		return false
	}
	switch s := list[len(list)-1].(type) {
	case *ast.BranchStmt:
		return s.Tok == token.CONTINUE && s.Label == nil
	case *ast.ReturnStmt:
		return u.callsItself(s)
	}
	return false
}

// mayGoOn reports whether the loop can go on behind a block, or by a statement in it.
func (u use) mayGoOn(b *ast.BlockStmt) bool {
	if u.itself != nil {
		return u.callsItself(b)
	}
	goes := !u.exits(b.List)
	ast.Inspect(b, func(n ast.Node) bool {
		s, ok := n.(*ast.BranchStmt)
		goes = goes || ok && s.Tok == token.CONTINUE
		return !goes
	})
	return goes
}

// callsItself reports whether the function's call of itself is in a node.
func (u use) callsItself(n ast.Node) bool {
	return u.itself != nil && n.Pos() <= u.itself.Pos() && u.itself.End() <= n.End()
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
