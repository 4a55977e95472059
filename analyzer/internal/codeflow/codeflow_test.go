package codeflow_test

import (
	"go/ast"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/analysistest"

	"github.com/errcodelint/errcodelint/analyzer/internal/codeflow"
	"github.com/errcodelint/errcodelint/internal/testprograms"
)

// probe reports which codes the argument of a function called seen can be.
var probe = &analysis.Analyzer{
	Name:     "probe",
	Doc:      "report which codes the arguments of seen can be",
	Requires: []*analysis.Analyzer{codeflow.Analyzer},
	Run: func(pass *analysis.Pass) (any, error) {
		flow := pass.ResultOf[codeflow.Analyzer].(*codeflow.Result)
		for _, file := range pass.Files {
			ast.Inspect(file, func(n ast.Node) bool {
				call, ok := n.(*ast.CallExpr)
				if !ok || len(call.Args) != 1 {
					return true
				}
				if fun, ok := call.Fun.(*ast.Ident); !ok || !strings.HasPrefix(fun.Name, "seen") {
					return true
				}
				can, ok := flow.At(call.Args[0])
				if !ok {
					pass.Reportf(call.Pos(), "no code")
					return true
				}
				var texts []string
				for m := range can.All() {
					texts = append(texts, m.Text)
				}
				if can.Undocumented() {
					texts = append(texts, "undocumented")
				}
				pass.Reportf(call.Pos(), "%s", strings.Join(texts, " "))
				return true
			})
		}
		return nil, nil
	},
}

func TestClaims(t *testing.T) {
	analysistest.Run(t, testprograms.Dir(t), probe, "./codeflow/...")
}

// TestOtherModules is TestClaims for what other modules' functions tell.
func TestOtherModules(t *testing.T) {
	if testing.Short() {
		t.Skip("-short: this downloads and compiles other modules")
	}
	analysistest.Run(t, testprograms.Libraries(t, "asserts"), probe, "./...")
}
