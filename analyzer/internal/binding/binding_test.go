package binding_test

import (
	"go/ast"
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/analysistest"

	"github.com/errcodelint/errcodelint/analyzer/internal/binding"
	"github.com/errcodelint/errcodelint/internal/testprograms"
)

// probe reports what each argument of a function called probe is bound to, and
// by which evidence.
var probe = &analysis.Analyzer{
	Name:     "probe",
	Doc:      "report what the arguments of probe are bound to",
	Requires: []*analysis.Analyzer{binding.Analyzer},
	Run: func(pass *analysis.Pass) (any, error) {
		bindings := pass.ResultOf[binding.Analyzer].(*binding.Result)
		for _, file := range pass.Files {
			ast.Inspect(file, func(n ast.Node) bool {
				call, ok := n.(*ast.CallExpr)
				if !ok {
					return true
				}
				if fun, ok := call.Fun.(*ast.Ident); !ok || fun.Name != "probe" {
					return true
				}
				for _, arg := range call.Args {
					v, ok := bindings.Of(arg)
					switch {
					case !ok:
						pass.Reportf(arg.Pos(), "not bound")
					case v.Vendor:
						pass.Reportf(arg.Pos(), "%s %s: %s (vendor)", v.Domain.Name, v.Grade, v.Why)
					default:
						pass.Reportf(arg.Pos(), "%s %s: %s", v.Domain.Name, v.Grade, v.Why)
					}
				}
				return true
			})
		}
		return nil, nil
	},
}

func Test(t *testing.T) {
	analysistest.Run(t, testprograms.Dir(t), probe, "./binding/...")
}
