package retriedcode

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"github.com/errcodelint/errcodelint/analyzer/internal/domain"
	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// This file is about predicates that say yes to errors of other packages, too:
// errors.Is(err, codes.ResponseSystemError) || errors.Is(err, io.ErrUnexpectedEOF). Nobody knows which code such an
// error holds, as it holds none.

// findsUnrelated reports whether a condition holds only of an error in which another package's is found.
func (c *checker) findsUnrelated(cond ast.Expr) bool {
	return slices.ContainsFunc(syntax.Conjuncts(cond), func(e ast.Expr) bool {
		switch x := ast.Unparen(e).(type) {
		case *ast.CallExpr:
			fn, _ := syntax.Callee(c.pass.TypesInfo, x).(*types.Func)
			if len(x.Args) != 2 {
				return false
			}
			switch syntax.ErrorsFunction(fn) {
			case "Is":
				return c.isUnrelated(x.Args[1])
			case "As":
				return c.isUnrelatedType(c.pass.TypesInfo.TypeOf(x.Args[1]))
			}
		case *ast.BinaryExpr:
			return x.Op == token.EQL && (c.isAnyError(x.X) && c.isUnrelated(x.Y) || c.isAnyError(x.Y) && c.isUnrelated(x.X))
		}
		return false
	})
}

// isUnrelated reports whether an expression is an error that is a variable of a package which has
// nothing to do with codes.
func (c *checker) isUnrelated(e ast.Expr) bool {
	sel, ok := ast.Unparen(e).(*ast.SelectorExpr)
	if !ok {
		return false
	}
	v, ok := c.pass.TypesInfo.Uses[sel.Sel].(*types.Var)
	return ok && !v.IsField() && c.isStranger(v.Pkg())
}

// isUnrelatedType reports whether a pointer, for errors.As, is for errors of a type of such a package. Of an
// interface's there may be one of this package, which holds a code.
func (c *checker) isUnrelatedType(t types.Type) bool {
	if t == nil {
		return false
	}
	named, ok := syntax.Pointee(syntax.Pointee(t)).(*types.Named)
	if !ok || !c.isStranger(named.Obj().Pkg()) {
		return false
	}
	face, ok := named.Underlying().(*types.Interface)
	if !ok {
		return true
	}
	scope := c.pass.Pkg.Scope()
	return !slices.ContainsFunc(scope.Names(), func(name string) bool {
		own, ok := scope.Lookup(name).(*types.TypeName)
		return ok && !types.IsInterface(own.Type()) && (types.Implements(own.Type(), face) || types.Implements(types.NewPointer(own.Type()), face))
	})
}

// isStranger reports whether a package is none of the module's, and has nothing to do with codes.
func (c *checker) isStranger(pkg *types.Package) bool {
	if pkg == nil || pkg.Path() == domain.CodesPath || syntax.InModule(c.pass, pkg) {
		return false
	}
	if c.pass.Module == nil && !syntax.IsStandard(pkg.Path()) {
		return false // who knows what the module is
	}
	return !slices.ContainsFunc(pkg.Imports(), func(p *types.Package) bool { return p.Path() == domain.CodesPath })
}

// straightTo returns the conditions any of which leads straight to a return: of the if, or of the case of a
// switch without a tag, that has nothing but the return. There are none for any other.
func straightTo(ret *ast.ReturnStmt, body *ast.BlockStmt) (conds []ast.Expr) {
	ast.PreorderStack(body, nil, func(n ast.Node, stack []ast.Node) bool {
		if n != ast.Node(ret) || len(stack) < 2 {
			return conds == nil
		}
		switch list := stack[len(stack)-1].(type) {
		case *ast.BlockStmt:
			if s, ok := stack[len(stack)-2].(*ast.IfStmt); ok && s.Body == list && len(list.List) == 1 {
				conds = syntax.Disjuncts(s.Cond)
			}
		case *ast.CaseClause:
			if len(stack) < 3 || len(list.Body) > 1 {
				break
			}
			if s, ok := stack[len(stack)-3].(*ast.SwitchStmt); ok && s.Tag == nil {
				for _, e := range list.List {
					conds = append(conds, syntax.Disjuncts(e)...)
				}
			}
		}
		return false
	})
	return conds
}

// searchAround returns the loop that searches a list by hand in which a return is, nil for none.
func (c *checker) searchAround(ret *ast.ReturnStmt, body *ast.BlockStmt) (loop *ast.RangeStmt) {
	syntax.InspectFunc(body, func(n ast.Node) {
		if r, ok := n.(*ast.RangeStmt); ok && within(ret, r) && c.Flow.ByHand(r) != nil {
			loop = r
		}
	})
	return loop
}
