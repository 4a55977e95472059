package wrongcode

import (
	"go/ast"
	"go/constant"
	"go/types"

	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

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
