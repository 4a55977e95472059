package wrongcode

import (
	"go/ast"
	"go/types"
	"iter"

	"golang.org/x/tools/go/types/typeutil"

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
	compared := make(map[ast.Expr]bool) // or shown: not on its way to anybody
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
			if c.onlyShows(n) {
				for _, e := range n.Args {
					compared[ast.Unparen(e)] = true // slog.Any("err", error(code))
				}
			}
			if !compared[n] || !info.Types[n.Fun].IsType() { // err == error(codes.ResponseSuccess)
				c.handed(n, to)
			}
		}
		return going
	})
	return going
}

// onlyShows reports whether a call shows its arguments to people, as a log does, and makes no error of them.
func (c *checker) onlyShows(call *ast.CallExpr) bool {
	fn, _ := typeutil.Callee(c.pass.TypesInfo, call).(*types.Func)
	return syntax.Shows(fn) && fn.Pkg().Path() != "errors" && fn.FullName() != "fmt.Errorf"
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
	if n, ok := syntax.Wraps(callee); ok {
		for i, e := range call.Args {
			if i < n || n == syntax.AllArguments {
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
