package repeats

import (
	"go/ast"
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
	result *types.Var    // that holds the error; nil if it is only compared
	value  *types.Var    // that holds what comes with it; nil for none
	passed int           // index of the argument that it is; -1 if it is called
}

// useOf returns the place at which a parameter is used, if there is only one, and
// it gets the same there each time: a context, the attempt, what the function itself got. Besides, the function may
// hand it on to itself.
func (r *Result) useOf(decl *ast.FuncDecl, p *types.Var, at int) (use, bool) {
	f := &finder{Result: r, decl: decl, param: p, at: at, found: use{passed: -1}}
	ast.PreorderStack(decl.Body, nil, func(n ast.Node, stack []ast.Node) bool {
		if id, ok := n.(*ast.Ident); ok && r.pass.TypesInfo.Uses[id] == types.Object(p) {
			f.mention(id, stack)
		}
		return true
	})
	return f.end()
}

// A finder looks for the use of a parameter.
type finder struct {
	*Result
	decl  *ast.FuncDecl
	param *types.Var
	at    int // the parameter's index

	found  use
	uses   int             // how many there are
	lost   bool            // there is one that tells nothing
	first  *types.Var      // that holds the error of a call before the loop
	test   *ast.BinaryExpr // that compares the error with nil at once
	around []ast.Node      // that
}

// mention looks at a place that mentions the parameter.
func (f *finder) mention(id *ast.Ident, stack []ast.Node) {
	info := f.pass.TypesInfo
	call, isCall := parentOf(stack).(*ast.CallExpr)
	switch {
	case !isCall:
		f.lost = f.lost || f.nilTest(parentOf(stack)) == nil // if fn == nil { … }
	case f.found.itself == nil && f.at < len(call.Args) && ast.Unparen(call.Args[f.at]) == ast.Expr(id) && isItself(info, call, f.decl):
		f.found.itself = call
	case ast.Unparen(call.Fun) != ast.Expr(id):
		f.uses++
		f.found.call = call
		for i, arg := range call.Args {
			if ast.Unparen(arg) == ast.Expr(id) {
				f.found.passed = i
			}
		}
	default:
		f.called(call, stack)
	}
}

// called looks at a call of the parameter.
func (f *finder) called(call *ast.CallExpr, stack []ast.Node) {
	info := f.pass.TypesInfo
	for _, arg := range call.Args {
		if t := info.TypeOf(arg); !syntax.IsContext(t) && !syntax.IsInteger(t) && !f.untouched(f.decl, arg, stack) {
			f.lost = true
		}
	}
	f.found.call = call
	if outer, at := onlyCalls(call, stack); outer != nil {
		f.uses++
		f.found.call, f.found.passed = outer, at
		return
	}
	if value, err := f.before(call, stack); err != nil && f.first == nil && f.uses == 0 {
		f.first, f.found.value = err, value
		return
	}
	f.uses++
	loops := 0
	for _, outer := range stack {
		switch s := outer.(type) {
		case *ast.ForStmt:
			f.found.loop, f.found.body, loops = s, s.Body, loops+1
		case *ast.RangeStmt:
			f.found.loop, f.found.body, loops = s, s.Body, loops+1
			f.lost = f.lost || !syntax.IsInteger(info.TypeOf(s.X)) && !syntax.IsClock(info.TypeOf(s.X)) // it is for each of something
		case *ast.FuncLit:
			f.lost = f.lost || loops > 0 || !f.returned(f.decl, s)
		case *ast.AssignStmt:
			f.found.value, f.found.result = f.held(s)
		}
	}
	f.lost = f.lost || loops > 1
	if f.test = f.nilTest(parentOf(stack[:slices.Index(stack, ast.Node(call))])); f.test != nil {
		f.around = slices.Clone(stack)
	}
}

// end returns what was found. Where the function calls itself, that is its loop.
func (f *finder) end() (use, bool) {
	if f.found.itself != nil {
		f.lost = f.lost || f.found.loop != nil || f.found.passed >= 0
		f.found.loop, f.found.body = f.decl, f.decl.Body
		if f.first != nil && f.uses == 0 {
			f.found.result, f.first, f.uses = f.first, nil, 1
		}
	}
	f.found.ends = f.test != nil && f.found.loop != nil && f.found.leaves(f.test, f.around)
	return f.found, !f.lost && f.uses == 1 && (f.first == nil || f.first == f.found.result)
}

// nilTest returns the comparison with nil that a node is, or nil.
func (f *finder) nilTest(n ast.Node) *ast.BinaryExpr {
	b, ok := n.(*ast.BinaryExpr)
	if !ok || !f.pass.TypesInfo.Types[b.X].IsNil() && !f.pass.TypesInfo.Types[b.Y].IsNil() {
		return nil
	}
	return b
}

// isItself reports whether a call calls the function that it is in.
func isItself(info *types.Info, call *ast.CallExpr, decl *ast.FuncDecl) bool {
	fn, ok := typeutil.Callee(info, call).(*types.Func)
	return ok && types.Object(fn.Origin()) == info.Defs[decl.Name]
}

// returned reports whether a function does nothing but return a literal, as it is or converted, or one that returns it:
//
//	func withRetry(send Sender) Sender {
//		return func(ctx context.Context, m Message) error { … }
//	}
func (r *Result) returned(decl *ast.FuncDecl, lit *ast.FuncLit) bool {
	for body := decl.Body; ; {
		returned := syntax.LiteralReturned(r.pass.TypesInfo, body)
		if returned == nil || returned == lit {
			return returned != nil
		}
		body = returned.Body
	}
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
