package retriedcode

import (
	"go/ast"
	"go/token"
	"go/types"
	"iter"
	"maps"
	"slices"

	"github.com/errcodelint/errcodelint/analyzer/internal/foreign"
	"github.com/errcodelint/errcodelint/analyzer/internal/points"
	"github.com/errcodelint/errcodelint/analyzer/internal/requests"
	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// This file knows queues: what takes something from one, and what puts something into it.

// A put is what a statement puts into a queue.
type put struct {
	queue requests.Place
	what  *ast.Ident
	call  *ast.CallExpr // that puts it there; nil for none
	in    *wrapping     // that it is put there in; nil for none
}

// queueFuncs are the functions of other packages that put something into a queue, by what takes it from there.
var queueFuncs = map[string]string{"container/heap.Push": "container/heap.Pop"}

// lists are the methods by which something is put into a list, and those by which what it holds is come by.
var (
	listPuts  = map[string]bool{"(*container/list.List).PushBack": true, "(*container/list.List).PushFront": true}
	listTakes = map[string]bool{"(*container/list.List).Remove": true}
	listEnds  = map[string]bool{"(*container/list.List).Front": true, "(*container/list.List).Back": true}
)

// putOf returns what a statement puts into a queue.
func (c *checker) putOf(s ast.Stmt) (put, bool) {
	info := c.pass.TypesInfo
	var to, what ast.Expr
	var by *ast.CallExpr
	switch s := s.(type) {
	case *ast.SendStmt:
		to, what = s.Chan, s.Value
	case *ast.AssignStmt:
		if len(s.Lhs) != 1 || len(s.Rhs) != 1 {
			return put{}, false
		}
		call, ok := ast.Unparen(s.Rhs[0]).(*ast.CallExpr)
		if !ok || len(call.Args) != 2 || call.Ellipsis.IsValid() || !syntax.IsBuiltin(info, call, "append") {
			return put{}, false
		}
		to, what = s.Lhs[0], call.Args[1]
		if from, ok := requests.PlaceOf(info, call.Args[0]); !ok || !points.IsPlace(info, to, from) {
			return put{}, false
		}
	case *ast.ExprStmt:
		call, ok := s.X.(*ast.CallExpr)
		if !ok || len(call.Args) == 0 || call.Ellipsis.IsValid() {
			return put{}, false
		}
		fn, _ := syntax.Callee(info, call).(*types.Func)
		switch recv := syntax.Receiver(info, call); {
		case fn == nil:
			return put{}, false
		case queueFuncs[fn.FullName()] != "" && len(call.Args) == 2:
			to, what = call.Args[0], call.Args[1]
		case recv != nil && (listPuts[fn.FullName()] || c.storedIn(fn, false) != nil) && len(call.Args) == 1:
			to, what = recv, call.Args[0]
		default:
			return put{}, false
		}
		by = call
	default:
		return put{}, false
	}
	queue, ok := requests.PlaceOf(info, syntax.WithoutAddress(to))
	id, named := ast.Unparen(what).(*ast.Ident)
	var in *wrapping
	if !named {
		in, id = c.wrappingOf(what)
	}
	return put{queue, id, by, in}, ok && id != nil && info.Uses[id] != nil
}

// drawnFrom reports whether an expression takes the next from the queue that something is put into:
// <-jobs, heap.Pop(jobs).(*job), jobs.next(), list.Front().Value.
func (c *checker) drawnFrom(e ast.Expr, p put) bool {
	info := c.pass.TypesInfo
	if x, ok := ast.Unparen(e).(*ast.TypeAssertExpr); ok {
		e = x.X
	}
	switch x := ast.Unparen(e).(type) {
	case *ast.UnaryExpr:
		return x.Op == token.ARROW && p.call == nil && points.IsPlace(info, x.X, p.queue)
	case *ast.SelectorExpr: // e.Value
		if p.call == nil {
			return false
		}
		to, _ := syntax.Callee(info, p.call).(*types.Func)
		return to != nil && listPuts[to.FullName()] && c.isListEnd(x.X, p.queue)
	case *ast.CallExpr:
		if p.call == nil {
			return false
		}
		to, _ := syntax.Callee(info, p.call).(*types.Func)
		from, _ := syntax.Callee(info, x).(*types.Func)
		if to == nil || from == nil {
			return false
		}
		if recv := syntax.Receiver(info, x); recv != nil && listPuts[to.FullName()] {
			return listTakes[from.FullName()] && points.IsPlace(info, recv, p.queue)
		} else if recv != nil {
			field := c.storedIn(to, false)
			return field != nil && points.IsPlace(info, recv, p.queue) && c.storedIn(from, true) == field
		}
		return queueFuncs[to.FullName()] == from.FullName() && len(x.Args) == 1 && points.IsPlace(info, syntax.WithoutAddress(x.Args[0]), p.queue)
	}
	return false
}

// isListEnd reports whether a variable holds nothing but the first or last element of a list.
func (c *checker) isListEnd(e ast.Expr, list requests.Place) bool {
	id, ok := ast.Unparen(e).(*ast.Ident)
	if !ok {
		return false
	}
	v, ok := c.pass.TypesInfo.Uses[id].(*types.Var)
	if !ok || len(c.Assigned(v)) == 0 {
		return false
	}
	return !slices.ContainsFunc(c.Assigned(v), func(by ast.Expr) bool {
		call, ok := ast.Unparen(by).(*ast.CallExpr)
		if !ok {
			return true
		}
		fn, _ := syntax.Callee(c.pass.TypesInfo, call).(*types.Func)
		recv := syntax.Receiver(c.pass.TypesInfo, call)
		return fn == nil || recv == nil || !listEnds[fn.FullName()] || !points.IsPlace(c.pass.TypesInfo, recv, list)
	})
}

// storedIn returns the field of its receiver to which a method of the package adds the one thing that it gets,
// or from which it takes what it returns; nil for none.
func (c *checker) storedIn(fn *types.Func, taken bool) *types.Var {
	decl := c.DeclOfFunc(fn)
	if decl == nil || decl.Body == nil || syntax.ReceiverName(decl) == nil {
		return nil
	}
	info := c.pass.TypesInfo
	recv := info.Defs[syntax.ReceiverName(decl)]
	fieldOf := func(e ast.Expr) *types.Var {
		sel, ok := ast.Unparen(e).(*ast.SelectorExpr)
		if !ok {
			return nil
		}
		if id, ok := ast.Unparen(sel.X).(*ast.Ident); !ok || recv == nil || info.Uses[id] != recv {
			return nil
		}
		return syntax.Field(info, sel)
	}
	isParam := func(e ast.Expr) bool {
		id, ok := ast.Unparen(e).(*ast.Ident)
		return ok && fn.Signature().Params().Len() == 1 && info.Uses[id] == types.Object(fn.Origin().Signature().Params().At(0))
	}
	isOf := func(call *ast.CallExpr, names iter.Seq[string]) bool {
		fn, _ := syntax.Callee(info, call).(*types.Func)
		return fn != nil && slices.Contains(slices.Collect(names), fn.FullName())
	}
	var field *types.Var
	ast.Inspect(decl.Body, func(n ast.Node) bool {
		var e ast.Expr
		switch n := n.(type) {
		case *ast.IndexExpr:
			if taken {
				e = n.X
			}
		case *ast.UnaryExpr:
			if taken && n.Op == token.ARROW {
				e = n.X
			}
		case *ast.SendStmt:
			if !taken && isParam(n.Value) {
				e = n.Chan
			}
		case *ast.CallExpr:
			if !taken && len(n.Args) == 2 && isParam(n.Args[1]) && (syntax.IsBuiltin(info, n, "append") || isOf(n, maps.Keys(queueFuncs))) ||
				taken && len(n.Args) == 1 && isOf(n, maps.Values(queueFuncs)) {
				e = syntax.WithoutAddress(n.Args[0])
			}
		}
		if e != nil && field == nil {
			field = fieldOf(e)
		}
		return true
	})
	return field
}

// launchIn returns the statement in a loop by which something in it is done later, or beside it, the function
// that does it, and what that is handed for its parameters; nil for none.
func (c *checker) launchIn(loop ast.Stmt, stack []ast.Node) (launch ast.Stmt, lit *ast.FuncLit, args []ast.Expr) {
	for i, n := range stack {
		if n.Pos() <= loop.Pos() || i+2 >= len(stack) {
			continue
		}
		call, ok := stack[i+1].(*ast.CallExpr)
		if !ok {
			continue
		}
		of, _ := stack[i+2].(*ast.FuncLit)
		switch s := n.(type) {
		case *ast.GoStmt:
			if of != nil && call.Fun == ast.Expr(of) {
				return s, of, call.Args
			}
		case *ast.ExprStmt:
			if fn, ok := syntax.Callee(c.pass.TypesInfo, call).(*types.Func); ok && of != nil && foreign.Launches(fn) {
				return s, of, nil
			}
		}
	}
	return nil, nil, nil
}

// handedAs returns the variable that a function literal is handed for one of its parameters, nil if that is no variable.
func (c *checker) handedAs(v *types.Var, lit *ast.FuncLit, args []ast.Expr) types.Object {
	i := 0
	for _, field := range lit.Type.Params.List {
		for _, name := range field.Names {
			if c.pass.TypesInfo.Defs[name] == types.Object(v) && i < len(args) {
				if id, ok := ast.Unparen(args[i]).(*ast.Ident); ok {
					return c.pass.TypesInfo.Uses[id]
				}
			}
			i++
		}
	}
	return nil
}

// drains reports whether each round of a loop takes what is put back from the queue.
func (c *checker) drains(loop *ast.ForStmt, p putBack, isTaken func(ast.Expr) bool) bool {
	took := false
	syntax.InspectFunc(loop.Body, func(n ast.Node) {
		def, ok := n.(*ast.AssignStmt)
		if ok && def.Tok == token.DEFINE && len(def.Rhs) == 1 && isTaken(def.Lhs[0]) {
			took = took || c.drawnFrom(def.Rhs[0], p.put)
		}
	})
	return took
}
