package retriedcode

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"github.com/errcodelint/errcodelint/analyzer/internal/libraries"
	"github.com/errcodelint/errcodelint/analyzer/internal/points"
	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// marksAgain reports whether a call is of a function of the package that marks every error which it
// gets as one to try again:
//
//	func retryable(err error) error {
//		return retry.RetryableError(fmt.Errorf("sms: %w", err))
//	}
func (c *checker) marksAgain(call *ast.CallExpr, depth int) bool {
	decl := c.DeclOf(call)
	if decl == nil || decl.Body == nil || len(decl.Body.List) == 0 || depth > points.Deepest || call.Ellipsis.IsValid() {
		return false
	}
	list := decl.Body.List
	ret, ok := list[len(list)-1].(*ast.ReturnStmt)
	if !ok || len(ret.Results) != 1 {
		return false
	}
	mark, ok := ast.Unparen(ret.Results[0]).(*ast.CallExpr)
	if !ok || !c.isMark(mark) && !c.marksAgain(mark, depth+1) || !c.mentionsParameter(decl, mark) {
		return false
	}
	return !slices.ContainsFunc(list[:len(list)-1], func(s ast.Stmt) bool {
		switch s := s.(type) {
		case *ast.ExprStmt:
			return false // a note in the log
		case *ast.IfStmt:
			return !c.leavesNil(s)
		}
		return true
	})
}

// isMark reports whether a call is one of a library's marks.
func (c *checker) isMark(call *ast.CallExpr) bool {
	obj := syntax.Callee(c.pass.TypesInfo, call)
	if obj == nil {
		return false
	}
	lib := libraries.Of(obj.Pkg())
	return lib != nil && slices.Contains(lib.Marks, syntax.ObjectName(obj))
}

// leavesNil reports whether a statement is that a function which gets no error returns none.
func (c *checker) leavesNil(s *ast.IfStmt) bool {
	info := c.pass.TypesInfo
	test, ok := ast.Unparen(s.Cond).(*ast.BinaryExpr)
	if !ok || s.Init != nil || s.Else != nil || test.Op != token.EQL || !info.Types[test.Y].IsNil() || !syntax.ImplementsError(info.TypeOf(test.X)) || len(s.Body.List) != 1 {
		return false
	}
	ret, ok := s.Body.List[0].(*ast.ReturnStmt)
	return ok && len(ret.Results) == 1 && info.Types[ret.Results[0]].IsNil()
}

// mentionsParameter reports whether an expression mentions an error that a function gets.
func (c *checker) mentionsParameter(decl *ast.FuncDecl, e ast.Expr) bool {
	found := false
	ast.Inspect(e, func(n ast.Node) bool {
		id, ok := n.(*ast.Ident)
		if !ok {
			return !found
		}
		v, ok := c.pass.TypesInfo.Uses[id].(*types.Var)
		found = found || ok && syntax.ImplementsError(v.Type()) && v.Pos() >= decl.Type.Pos() && v.Pos() < decl.Body.Pos()
		return !found
	})
	return found
}
