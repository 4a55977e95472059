package wrongcode

import (
	"go/ast"
	"go/constant"
	"go/types"
	"iter"
	"slices"

	"golang.org/x/tools/go/types/typeutil"

	"github.com/errcodelint/errcodelint/analyzer/internal/domain"
	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// A way is how a value becomes an error.
type way int

const (
	itself  way = iota // it is the error
	wrapped            // another error wraps it, so that is not nil in any case
)

// errorsIn yields the expressions below a node whose values become errors: what
// is returned, assigned, sent or put in a field as an error, wrapped by %w or
// errors.Join, or handed to a function of this package that does one of these.
// An error that is only looked at, or kept in a table of errors, is not on its
// way to anybody.
func (c *checker) errorsIn(root ast.Node) iter.Seq2[ast.Expr, way] {
	return func(yield func(ast.Expr, way) bool) { c.errors(root, nil, yield) }
}

func (c *checker) errors(root ast.Node, sig *types.Signature, yield func(ast.Expr, way) bool) bool {
	info := c.pass.TypesInfo
	going := true
	compared := make(map[ast.Expr]bool)
	to := func(t types.Type, e ast.Expr, w way) {
		if going && syntax.IsError(t) {
			going = yield(ast.Unparen(e), w)
		}
	}
	ast.Inspect(root, func(n ast.Node) bool {
		if !going || n == nil {
			return false
		}
		switch n := n.(type) {
		case *ast.FuncDecl:
			if fn, ok := info.Defs[n.Name].(*types.Func); ok && n.Body != nil {
				going = c.errors(n.Body, fn.Signature(), yield)
			}
			return false
		case *ast.FuncLit:
			s, _ := info.TypeOf(n).(*types.Signature)
			going = c.errors(n.Body, s, yield)
			return false
		case *ast.ReturnStmt:
			if sig != nil && len(n.Results) == sig.Results().Len() {
				for i, e := range n.Results {
					to(sig.Results().At(i).Type(), e, itself)
				}
			}
		case *ast.AssignStmt:
			if len(n.Lhs) == len(n.Rhs) {
				for i, e := range n.Rhs {
					if c.looksFor(n.Lhs[i], root) {
						compared[ast.Unparen(e)] = true
					} else if !syntax.IsBlank(n.Lhs[i]) && !c.inTable(n.Lhs[i]) {
						to(info.TypeOf(n.Lhs[i]), e, itself)
					}
				}
			}
		case *ast.ValueSpec:
			for i, e := range n.Values {
				if len(n.Values) != len(n.Names) || n.Names[i].Name == "_" {
					continue
				}
				if c.looksFor(n.Names[i], root) {
					compared[ast.Unparen(e)] = true
				} else {
					to(info.TypeOf(n.Names[i]), e, itself)
				}
			}
		case *ast.SendStmt:
			if ch, ok := syntax.Pointee(info.TypeOf(n.Chan)).Underlying().(*types.Chan); ok {
				to(ch.Elem(), n.Value, itself)
			}
		case *ast.CompositeLit:
			if st, ok := syntax.Pointee(info.TypeOf(n)).Underlying().(*types.Struct); ok {
				c.fields(n, st, to)
			}
		case *ast.BinaryExpr:
			compared[ast.Unparen(n.X)], compared[ast.Unparen(n.Y)] = true, true
		case *ast.CaseClause:
			for _, e := range n.List {
				compared[ast.Unparen(e)] = true
			}
		case *ast.CallExpr:
			if isTarget(info, n) {
				compared[ast.Unparen(n.Args[1])] = true
			}
			if !compared[n] || !info.Types[n.Fun].IsType() { // err == error(codes.ResponseSuccess)
				c.handed(n, to)
			}
		}
		return going
	})
	return going
}

// looksFor reports whether a function asks an error which a variable of it holds for a code
// that is a success: it knows that there may be one, and what it is.
func (c *checker) looksFor(lhs ast.Expr, root ast.Node) bool {
	id, ok := lhs.(*ast.Ident)
	if !ok {
		return false
	}
	v := c.pass.TypesInfo.ObjectOf(id)
	if v == nil || v.Parent() == c.pass.Pkg.Scope() {
		return false
	}
	if c.asked.root != root {
		c.asked = asked{root: root, success: c.askedForSuccess(root)}
	}
	return c.asked.success[v]
}

// asked is which variables the declaration root asks for a code that is a success.
type asked struct {
	root    ast.Node
	success map[types.Object]bool
}

func (c *checker) askedForSuccess(root ast.Node) map[types.Object]bool {
	all := make(map[types.Object]bool)
	ask := func(e ast.Expr) {
		if id, ok := ast.Unparen(e).(*ast.Ident); ok {
			if v := c.pass.TypesInfo.Uses[id]; v != nil {
				all[v] = true
			}
		}
	}
	ast.Inspect(root, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.BinaryExpr:
			if c.isSuccess(n.Y) {
				ask(n.X)
			}
			if c.isSuccess(n.X) {
				ask(n.Y)
			}
		case *ast.CallExpr:
			if isTarget(c.pass.TypesInfo, n) && c.isSuccess(n.Args[1]) {
				ask(n.Args[0])
			}
		case *ast.SwitchStmt:
			if n.Tag == nil {
				break
			}
			for _, s := range n.Body.List {
				if clause, ok := s.(*ast.CaseClause); ok && slices.ContainsFunc(clause.List, c.isSuccess) {
					ask(n.Tag)
				}
			}
		}
		return true
	})
	return all
}

// isSuccess reports whether an expression is a constant for a success code, as an error too.
func (c *checker) isSuccess(e ast.Expr) bool {
	e = ast.Unparen(e)
	if call, ok := e.(*ast.CallExpr); ok && len(call.Args) == 1 && syntax.IsError(c.pass.TypesInfo.TypeOf(call)) {
		e = call.Args[0]
	}
	says, ok := c.bindings.Says(e)
	if !ok {
		return false
	}
	v, ok := c.bindings.Of(e)
	return ok && slices.ContainsFunc(v.Domain.Members(), func(m domain.Member) bool {
		return m.Text == says.Text && m.IsSuccess()
	})
}

// isTarget reports whether a call is errors.Is, which looks for an error in another one.
func isTarget(info *types.Info, call *ast.CallExpr) bool {
	fn, _ := typeutil.Callee(info, call).(*types.Func)
	return syntax.ErrorsFunction(fn) == "Is" && len(call.Args) == 2
}

// inTable reports whether an expression is the entry of a table of errors by
// their codes.
func (c *checker) inTable(e ast.Expr) bool {
	index, ok := e.(*ast.IndexExpr)
	if !ok {
		return false
	}
	_, ok = c.bindings.Of(index.Index)
	return ok
}

// fields looks at what a struct literal holds. If that is an error itself, it wraps them.
func (c *checker) fields(lit *ast.CompositeLit, st *types.Struct, to func(types.Type, ast.Expr, way)) {
	how := itself
	if t := c.pass.TypesInfo.TypeOf(lit); syntax.ImplementsError(t) || syntax.ImplementsError(types.NewPointer(t)) {
		how = wrapped
	}
	for i, elt := range lit.Elts {
		if kv, ok := elt.(*ast.KeyValueExpr); ok {
			if id, ok := kv.Key.(*ast.Ident); ok {
				if field, ok := c.pass.TypesInfo.Uses[id].(*types.Var); ok {
					to(field.Type(), kv.Value, how)
				}
			}
		} else if i < st.NumFields() {
			to(st.Field(i).Type(), elt, how)
		}
	}
}

// handed looks at what a call does with its arguments.
func (c *checker) handed(call *ast.CallExpr, to func(types.Type, ast.Expr, way)) {
	info := c.pass.TypesInfo
	if tv := info.Types[call.Fun]; tv.IsType() {
		if len(call.Args) == 1 {
			to(tv.Type, call.Args[0], itself)
		}
		return
	}
	if syntax.IsBuiltin(info, call, "append") && len(call.Args) > 1 && !call.Ellipsis.IsValid() {
		if list, ok := syntax.Pointee(info.TypeOf(call)).Underlying().(*types.Slice); ok {
			for _, e := range call.Args[1:] {
				to(list.Elem(), e, itself)
			}
		}
		return
	}
	callee, _ := typeutil.Callee(info, call).(*types.Func)
	if callee == nil {
		return
	}
	name := callee.FullName()
	switch name {
	case "fmt.Errorf":
		for _, e := range wrappedArgs(info, call) {
			to(syntax.ErrorType, e, wrapped)
		}
		return
	case "errors.Join":
		for _, e := range call.Args {
			to(syntax.ErrorType, e, itself)
		}
		return
	}
	if n, ok := wrappers[name]; ok {
		for i, e := range call.Args {
			if i < n || n == all {
				to(syntax.ErrorType, e, itself)
			}
		}
		return
	}
	params := callee.Origin().Signature().Params()
	for i, e := range call.Args {
		if at := min(i, params.Len()-1); at >= 0 {
			if w, ok := c.keeps(callee.Origin(), at); ok {
				to(syntax.ErrorType, e, w)
			}
		}
	}
}

// wrappers are other modules' functions that make an error of the errors that
// they are given, and nil of nil, with how many of the arguments those are. Keyed
// by (*types.Func).FullName.
var wrappers = map[string]int{
	"github.com/pkg/errors.Wrap":                1,
	"github.com/pkg/errors.Wrapf":               1,
	"github.com/pkg/errors.WithMessage":         1,
	"github.com/pkg/errors.WithMessagef":        1,
	"github.com/pkg/errors.WithStack":           1,
	"github.com/cockroachdb/errors.Wrap":        1,
	"github.com/cockroachdb/errors.Wrapf":       1,
	"github.com/cockroachdb/errors.WithStack":   1,
	"github.com/hashicorp/go-multierror.Append": all,
	"go.uber.org/multierr.Append":               all,
	"go.uber.org/multierr.Combine":              all,
}

const all = -1

// keeps reports whether a function of this package makes an error of what it is
// given as a parameter, which is one: whether it returns, wraps or stores it.
func (c *checker) keeps(fn *types.Func, param int) (way, bool) {
	if fn.Pkg() != c.pass.Pkg || !syntax.IsError(paramType(fn, param)) {
		return 0, false
	}
	if c.bodies == nil {
		c.bodies = make(map[any]*ast.FuncDecl)
		for _, file := range c.pass.Files {
			for _, decl := range file.Decls {
				if decl, ok := decl.(*ast.FuncDecl); ok && decl.Body != nil {
					c.bodies[c.pass.TypesInfo.Defs[decl.Name]] = decl
				}
			}
		}
	}
	decl := c.bodies[fn]
	if decl == nil {
		return 0, false
	}
	delete(c.bodies, fn) // a function that calls itself asks only once
	defer func() { c.bodies[fn] = decl }()
	v := fn.Signature().Params().At(param)
	found, how := false, itself
	for e, w := range c.errorsIn(decl) {
		if id, ok := e.(*ast.Ident); ok && c.pass.TypesInfo.Uses[id] == v {
			found, how = true, max(how, w)
		}
	}
	if found && c.testsNil(decl, v) {
		how = itself
	}
	return how, found
}

// testsNil reports whether a function compares a parameter with nil.
func (c *checker) testsNil(decl *ast.FuncDecl, param *types.Var) bool {
	found := false
	ast.Inspect(decl, func(n ast.Node) bool {
		if b, ok := n.(*ast.BinaryExpr); ok {
			id, ok := ast.Unparen(b.X).(*ast.Ident)
			found = found || ok && c.pass.TypesInfo.Uses[id] == param && c.pass.TypesInfo.Types[b.Y].IsNil()
		}
		return !found
	})
	return found
}

func paramType(fn *types.Func, i int) types.Type {
	sig := fn.Signature()
	t := sig.Params().At(i).Type()
	if list, ok := t.(*types.Slice); ok && sig.Variadic() && i == sig.Params().Len()-1 {
		return list.Elem()
	}
	return t
}

// wrappedArgs returns the arguments that fmt.Errorf wraps: those of %w.
func wrappedArgs(info *types.Info, call *ast.CallExpr) (args []ast.Expr) {
	if len(call.Args) < 2 || call.Ellipsis.IsValid() {
		return nil
	}
	format := info.Types[call.Args[0]].Value
	if format == nil || format.Kind() != constant.String {
		return nil
	}
	wraps, _ := syntax.WrappedBy(constant.StringVal(format))
	for _, i := range wraps {
		if i+1 < len(call.Args) {
			args = append(args, call.Args[i+1])
		}
	}
	return args
}
