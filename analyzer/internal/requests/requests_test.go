package requests_test

import (
	"go/ast"
	"go/types"
	"slices"
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/analysistest"

	"github.com/errcodelint/errcodelint/analyzer/internal/requests"
	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
	"github.com/errcodelint/errcodelint/internal/testprograms"
)

// probe reports at each call of a function called send whether it sends the same in every round, of each loop
// that it is in, from the inner one to the outer one.
var probe = &analysis.Analyzer{
	Name: "probe",
	Doc:  "report whether calls of send send the same each time",
	Run: func(pass *analysis.Pass) (any, error) {
		decls := make(map[*types.Func]*ast.FuncDecl)
		for _, file := range pass.Files {
			for _, d := range file.Decls {
				if decl, ok := d.(*ast.FuncDecl); ok {
					decls[pass.TypesInfo.Defs[decl.Name].(*types.Func)] = decl
				}
			}
		}
		comparer := requests.New(pass,
			func(fn *types.Func) *ast.FuncDecl { return decls[fn] },
			func(e ast.Expr) *ast.FuncLit { lit, _ := ast.Unparen(e).(*ast.FuncLit); return lit },
			func(*types.Var) ast.Expr { return nil },
			func(ast.Expr) *types.Func { return nil },
			func(*types.Func) bool { return false },
			func(*types.Func) bool { return false })
		for _, file := range pass.Files {
			ast.PreorderStack(file, nil, func(n ast.Node, stack []ast.Node) bool {
				call, ok := n.(*ast.CallExpr)
				if !ok {
					return true
				}
				if fun := syntax.Name(call.Fun); fun == nil || fun.Name != "send" {
					return true
				}
				for _, loop := range slices.Backward(stack) {
					switch loop.(type) {
					case *ast.ForStmt, *ast.RangeStmt:
						if comparer.Same(call, requests.Region{Node: loop, From: loop.Pos(), To: loop.End()}) {
							pass.Reportf(call.Pos(), "the same")
						} else {
							pass.Reportf(call.Pos(), "another")
						}
					}
				}
				return true
			})
		}
		return nil, nil
	},
}

func Test(t *testing.T) {
	analysistest.Run(t, testprograms.Dir(t), probe, "./requests/...")
}
