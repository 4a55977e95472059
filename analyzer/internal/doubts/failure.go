package doubts

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/types/typeutil"

	"github.com/errcodelint/errcodelint/analyzer/internal/binding"
	"github.com/errcodelint/errcodelint/analyzer/internal/mentions"
	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// OfFailure reports whether a code is part of an error that a program makes of what failed,
// and that comes as an error to the declaration root: nobody makes one of a success. A reply
// may be an error type, too, but is decoded. So it is of what else is called a failure, and if root is
// called so and is given the code.
func (d *Doubts) OfFailure(root ast.Node, code ast.Expr) bool {
	return d.ofAny(root, code, func(code ast.Expr) bool { return d.ofFailure(root, code) })
}

func (d *Doubts) ofFailure(root ast.Node, code ast.Expr) bool {
	f := failure{d.pass.TypesInfo, d.bindings, d.mentions, root}
	e := d.bindings.Core(code)
	if f.isAmongFailures(e, 3) {
		return true
	}
	if f.isTold(e) {
		return true
	}
	if id, ok := e.(*ast.Ident); ok {
		if f.isRecovered(id) {
			return true
		}
		e = f.definition(id)
	}
	for e != nil {
		if e = f.ownerOf(e); e == nil {
			break
		}
		if f.isFailure(f.info.TypeOf(e)) || f.isInterface(e) {
			return f.comesAsError(e)
		}
		if saysFailure(f.info.TypeOf(e)) || f.isFilledByFailures(e) || f.comesAsError(e) {
			return true
		}
	}
	return false
}

// failure is one question to [Doubts.OfFailure].
type failure struct {
	info     *types.Info
	bindings *binding.Result
	mentions *mentions.Index
	root     ast.Node
}

// definition returns the expression that a variable is declared with, or that it goes over, if nothing
// else is assigned to it.
func (f failure) definition(id *ast.Ident) ast.Expr {
	if values := f.valuesOf(f.info.ObjectOf(id)); len(values) == 1 {
		return f.bindings.Core(values[0])
	}
	return nil
}

// ownerOf returns what a field is selected from, or a method without arguments
// called on, nil for anything else.
func (f failure) ownerOf(e ast.Expr) ast.Expr {
	switch x := ast.Unparen(e).(type) {
	case *ast.SelectorExpr:
		return x.X
	case *ast.StarExpr:
		return x.X
	case *ast.CallExpr:
		if sel, ok := ast.Unparen(x.Fun).(*ast.SelectorExpr); ok && len(x.Args) == 0 {
			return sel.X
		}
	}
	return nil
}

// isFailure reports whether a type is an interface, or a struct, with an Error
// method of its own: not that of a code in it.
func (f failure) isFailure(t types.Type) bool {
	if t == nil {
		return false
	}
	obj, _, _ := types.LookupFieldOrMethod(t, true, nil, "Error")
	method, ok := obj.(*types.Func)
	if !ok || !types.Identical(method.Signature().Results(), errorResults) || method.Signature().Params().Len() > 0 {
		return false
	}
	of := syntax.Pointee(method.Signature().Recv().Type())
	switch of.Underlying().(type) {
	case *types.Struct, *types.Interface:
		return f.bindings.OfType(of) == nil
	}
	return false
}

// failureWords are what the names of types and functions say that are no errors, but are of what failed alone: an
// event, a row, one of the replies that a specification tells apart. A type with Error in its name is often that
// of every reply.
var failureWords = []string{"failed", "failure", "refus", "reject", "undeliver"}

// saysFailure reports whether a struct's name says that it is about a failure.
func saysFailure(t types.Type) bool {
	if t == nil {
		return false
	}
	named, ok := syntax.Pointee(t).(*types.Named)
	if !ok {
		return false
	}
	_, ok = named.Underlying().(*types.Struct)
	return ok && isCalledFailure(named.Obj().Name())
}

// isCalledFailure reports whether a name is that of a failure, or of what is done about one.
func isCalledFailure(name string) bool {
	name = strings.ToLower(name)
	return slices.ContainsFunc(failureWords, func(word string) bool { return strings.Contains(name, word) })
}

// isTold reports whether a code is what a function is told of a failure, or what the program keeps of one, as the function's name
// says: func failureText(code int) string. One that answers by a boolean or an error may be asked of any code, and so may one
// that is given a reply.
func (f failure) isTold(code ast.Expr) bool {
	decl, ok := f.root.(*ast.FuncDecl)
	if !ok || !isCalledFailure(decl.Name.Name) {
		return false
	}
	fn, ok := f.info.Defs[decl.Name].(*types.Func)
	if !ok {
		return false
	}
	for result := range fn.Signature().Results().Variables() {
		if syntax.IsBoolean(result.Type()) || syntax.IsError(result.Type()) {
			return false
		}
	}
	root := Root(f.info, f.bindings, code)
	if _, part := code.(*ast.SelectorExpr); part && (root == nil || hasTags(root.Type())) {
		return false
	}
	for param := range fn.Signature().Params().Variables() {
		if param == root {
			return true
		}
	}
	return false
}

// isRecovered reports whether a code is what somebody has panicked with.
func (f failure) isRecovered(id *ast.Ident) bool {
	v := f.info.ObjectOf(id)
	found := false
	ast.Inspect(f.root, func(n ast.Node) bool {
		s, ok := n.(*ast.TypeSwitchStmt)
		if !ok || found {
			return !found
		}
		assign, ok := s.Assign.(*ast.AssignStmt)
		if !ok || v == nil || !slices.ContainsFunc(s.Body.List, func(clause ast.Stmt) bool { return f.info.Implicits[clause] == v }) {
			return true
		}
		asserted, ok := ast.Unparen(assign.Rhs[0]).(*ast.TypeAssertExpr)
		found = ok && f.recovers(asserted.X)
		return !found
	})
	if found {
		return true
	}
	e := f.definition(id)
	if asserted, ok := e.(*ast.TypeAssertExpr); ok {
		e = asserted.X
	}
	return e != nil && f.recovers(e)
}

// recovers reports whether an expression is a call of recover, or a variable that holds what one gave.
func (f failure) recovers(e ast.Expr) bool {
	e = ast.Unparen(e)
	if id, ok := e.(*ast.Ident); ok {
		if e = f.definition(id); e == nil {
			return false
		}
	}
	call, ok := ast.Unparen(e).(*ast.CallExpr)
	if !ok {
		return false
	}
	b, ok := syntax.Callee(f.info, call).(*types.Builtin)
	return ok && b.Name() == "recover"
}

// isInterface reports whether an expression is of an interface type, of which nobody knows what
// else it is.
func (f failure) isInterface(e ast.Expr) bool {
	t := f.info.TypeOf(e)
	return t != nil && types.IsInterface(t)
}

// errorResults are the results of an error's method.
var errorResults = types.NewTuple(types.NewVar(token.NoPos, nil, "", types.Typ[types.String]))

// comesAsError reports whether a value was found in an error, or, if it is a failure by its type, in a list of them, or given to
// the function, or brought by another one: but a type that is decoded may come as a reply there.
func (f failure) comesAsError(e ast.Expr) bool {
	v := Root(f.info, f.bindings, e)
	if v == nil {
		return false
	}
	found, is := false, f.isFailure(f.info.TypeOf(e))
	isVariable := func(e ast.Expr) bool {
		id, ok := e.(*ast.Ident)
		return ok && f.info.ObjectOf(id) == v
	}
	f.mentions.Inspect(f.root, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncDecl:
			found = found || is && n.Body != nil && n.Pos() <= v.Pos() && v.Pos() < n.Body.Pos() && !hasTags(v.Type())
		case *ast.FuncLit:
			found = found || is && n.Pos() <= v.Pos() && v.Pos() < n.Body.Pos() && !hasTags(v.Type())
		case *ast.CaseClause:
			found = found || is && f.info.Implicits[n] == v // of a type switch
		case *ast.AssignStmt:
			if len(n.Rhs) == 1 && Root(f.info, f.bindings, n.Lhs[0]) == v {
				found = found || f.looksInError(n.Rhs[0])
			}
			found = found || is && len(n.Rhs) == 1 && slices.ContainsFunc(n.Lhs, isVariable) && !hasTags(v.Type()) && f.brings(n.Rhs[0])
		case *ast.RangeStmt:
			found = found || is && isVariable(n.Value) && !hasTags(v.Type())
		case *ast.CallExpr:
			fn, _ := typeutil.Callee(f.info, n).(*types.Func)
			found = found || syntax.ErrorsFunction(fn) == "As" && len(n.Args) == 2 && Root(f.info, f.bindings, n.Args[1]) == v
		}
		return !found
	}, v)
	return found
}

// brings reports whether an expression is the call of a function that returns an error which it has
// from somewhere: it is given no code, nor a reply, to make one of.
func (f failure) brings(e ast.Expr) bool {
	call, ok := ast.Unparen(e).(*ast.CallExpr)
	if !ok || f.info.Types[call.Fun].IsType() {
		return false
	}
	return !slices.ContainsFunc(syntax.Given(f.info, call), func(arg ast.Expr) bool {
		t := f.info.TypeOf(arg)
		if _, code := f.bindings.Of(arg); code || t == nil {
			return true
		}
		return !f.isFailure(t) && len(f.bindings.CodeFields(syntax.Pointee(t))) > 0
	})
}

// hasTags reports whether a type is a struct with tags, or points to one.
func hasTags(t types.Type) bool {
	s, ok := syntax.Pointee(t).Underlying().(*types.Struct)
	for i := 0; ok && i < s.NumFields(); i++ {
		if s.Tag(i) != "" {
			return true
		}
	}
	return false
}

// looksInError reports whether an expression is an error as one type, as
// err.(*APIError) is.
func (f failure) looksInError(e ast.Expr) bool {
	switch x := ast.Unparen(e).(type) {
	case *ast.TypeAssertExpr:
		return syntax.IsError(f.info.TypeOf(x.X))
	case *ast.CallExpr:
		id := syntax.CalledName(x.Fun)
		if id == nil {
			return false
		}
		fn, ok := f.info.Uses[id].(*types.Func)
		return ok && syntax.IsFunction(fn, "errors", "AsType")
	}
	return false
}

// Root returns the variable that an expression starts from, nil if there is
// none.
func Root(info *types.Info, bindings *binding.Result, e ast.Expr) types.Object {
	for {
		switch x := bindings.Core(e).(type) {
		case *ast.Ident:
			if v, ok := info.ObjectOf(x).(*types.Var); ok {
				return v
			}
			return nil
		case *ast.SelectorExpr:
			e = x.X
		case *ast.StarExpr:
			e = x.X
		case *ast.IndexExpr:
			e = x.X
		case *ast.TypeAssertExpr:
			e = x.X
		case *ast.UnaryExpr:
			if x.Op != token.AND {
				return nil
			}
			e = x.X
		case *ast.CallExpr:
			sel, ok := ast.Unparen(x.Fun).(*ast.SelectorExpr)
			if !ok || len(x.Args) > 0 {
				return nil
			}
			e = sel.X
		default:
			return nil
		}
	}
}
