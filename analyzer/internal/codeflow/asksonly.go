package codeflow

import (
	"go/ast"
	"go/constant"
	"go/types"
	"slices"
	"strings"

	"github.com/errcodelint/errcodelint/analyzer/internal/foreign"
	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// asksOnly reports whether a function asks an error that it gets nothing but what a search tells: if
// there is another question, the answer may hang on that one.
func (f *flow) asksOnly(err *location) bool {
	ok := true
	ast.PreorderStack(f.body, nil, func(n ast.Node, stack []ast.Node) bool {
		e, isExpr := n.(ast.Expr)
		if !isExpr || len(stack) == 0 {
			return ok
		}
		l := f.locate(e)
		if l != err {
			ok = ok && (!err.isWithin(l) || f.selects(e, stack))
			return ok
		}
		switch p := stack[len(stack)-1].(type) {
		case *ast.BinaryExpr:
			ok = ok && (f.e.info.Types[p.X].IsNil() || f.e.info.Types[p.Y].IsNil() || f.comparesSentinel(p))
		case *ast.ReturnStmt:
		case *ast.TypeAssertExpr: // by the type that it names, or those that the clauses of a switch name
		case *ast.SelectorExpr:
			ok = ok && f.textMarked(p, stack[:len(stack)-1])
		case *ast.CallExpr:
			ok = ok && (f.asksAlike(p, e) || f.returnsMarked(p, stack[:len(stack)-1]))
		default:
			ok = false
		}
		return ok
	})
	return ok
}

// AsksOnly reports whether a call is of a function of the package that gets an error, and asks of that, and of any other outcome,
// nothing but what a search tells, of which it is known in the state what that comes to: what else its answer hangs on has
// nothing to do with codes.
func (s State) AsksOnly(call *ast.CallExpr) bool {
	if s.st == nil || s.st.dead {
		return false
	}
	e := s.r.engine
	e.mu.Lock()
	defer e.mu.Unlock()
	var node ast.Node
	if lit := e.index.LiteralOf(call); lit != nil {
		node = lit
	} else if fn, ok := syntax.StaticCallee(e.info, call); ok && e.index.Decls[fn.Origin()] != nil {
		node = e.index.Decls[fn.Origin()]
	}
	if node == nil || e.flow(node) == nil || slices.ContainsFunc(call.Args, func(arg ast.Expr) bool { return e.universeOf(arg) != nil }) {
		return false
	}
	f := e.flow(node)
	gets := false
	for p := range f.sig.Params().Variables() {
		if syntax.IsErrorInterface(p.Type()) {
			gets = true
			if f.untouchedAt(f.variable(p)) == nil {
				return false
			}
		}
	}
	return gets && !f.asksElsewhere() && s.f.findsAll(s.st.clone(), call, e.summary(node))
}

// Known reports whether a yes or no is known to hang on what a field says of an error that has been searched for, and on nothing
// but what was found.
func (s State) Known(e ast.Expr) bool {
	if s.st == nil || s.st.dead {
		return false
	}
	s.r.engine.mu.Lock()
	defer s.r.engine.mu.Unlock()
	st := s.st.clone()
	v := st.held(s.f.value(st, e))
	isSearched := func(x constraint) bool { return x.sym.isSearched() }
	return slices.ContainsFunc(v, func(o outcome) bool { return o.cond.hasAnswer() }) && !slices.ContainsFunc(v, func(o outcome) bool {
		return o.kind != isConst || o.val.Kind() != constant.Bool || !slices.ContainsFunc(o.cond, isSearched)
	})
}

// findsAll reports whether it is known what a call's callee finds in the errors that it gets.
func (f *flow) findsAll(st *state, e *ast.CallExpr, s *summary) bool {
	if s == nil {
		return false
	}
	c := &call{CallExpr: e}
	for _, arg := range e.Args {
		c.args = append(c.args, f.value(st, arg))
	}
	for _, g := range s.given {
		if !isSearch(g.path) {
			continue
		}
		v := f.givenValue(st, c, g)
		if len(v) == 0 || slices.ContainsFunc(v, func(o outcome) bool { return o.kind == anything }) {
			return false
		}
	}
	return true
}

// asksElsewhere reports whether a function mentions an error, or a code, that it has from somewhere else than a parameter.
func (f *flow) asksElsewhere() bool {
	found := false
	ast.Inspect(f.body, func(n ast.Node) bool {
		e, ok := n.(ast.Expr)
		if !ok || found {
			return !found
		}
		if l := f.locate(e); l != nil {
			v, _ := l.root.(*types.Var)
			outcome := f.e.universeOf(e) != nil || syntax.ImplementsError(f.typeOf(e))
			found = outcome && v != nil && (v == f.sig.Recv() || f.foreign(v) && v.Parent() != v.Pkg().Scope())
		}
		return !found
	})
	return found
}

// selects reports whether of an expression, with this around it, only a field is taken, or a method of the program called.
func (f *flow) selects(e ast.Expr, stack []ast.Node) bool {
	switch p := stack[len(stack)-1].(type) {
	case *ast.StarExpr, *ast.ParenExpr:
		return f.selects(p.(ast.Expr), stack[:len(stack)-1])
	case *ast.SelectorExpr:
		if s := f.e.info.Selections[p]; s == nil || s.Kind() == types.FieldVal {
			return true
		}
		if len(stack) < 2 {
			return false
		}
		call, ok := stack[len(stack)-2].(*ast.CallExpr)
		return ok && call.Fun == ast.Expr(p) && f.e.summaryOfCall(call) != nil
	}
	return false
}

// asksAlike reports whether a call that gets an error is a search, or asks it nothing.
func (f *flow) asksAlike(call *ast.CallExpr, err ast.Expr) bool {
	fn, ok := syntax.StaticCallee(f.e.info, call)
	if !ok {
		return false
	}
	switch syntax.FullName(fn) {
	case "errors.As", "errors.AsType":
		return true
	case "errors.Is":
		return len(call.Args) == 2 && (f.e.info.Types[call.Args[1]].Value != nil || f.sentinel(call.Args[1]) != nil)
	}
	if t := f.typeOf(call); t == nil || !syntax.IsBoolean(t) && foreign.IsHarmless(fn) {
		return t == nil || !syntax.IsErrorInterface(t) || strings.HasPrefix(fn.FullName(), "fmt.") || strings.HasPrefix(fn.FullName(), "errors.")
	}
	s := f.e.summaryOfCall(call)
	if s == nil {
		return false
	}
	for i, arg := range call.Args {
		if ast.Unparen(arg) != err {
			continue
		}
		for _, g := range s.given {
			if at, how := cutSearch(g.path); g.param == i && g.outer == nil && at == "" && how != "" && how != errorIn {
				return true
			}
		}
	}
	return false
}
