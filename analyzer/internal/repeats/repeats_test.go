package repeats_test

import (
	"fmt"
	"go/ast"
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/analysistest"

	"github.com/errcodelint/errcodelint/analyzer/internal/repeats"
	"github.com/errcodelint/errcodelint/internal/testprograms"
)

// probe reports at each call of a helper what that calls again.
var probe = &analysis.Analyzer{
	Name:     "probe",
	Doc:      "report what calls of helpers call again",
	Requires: []*analysis.Analyzer{repeats.Analyzer},
	Run: func(pass *analysis.Pass) (any, error) {
		result := pass.ResultOf[repeats.Analyzer].(*repeats.Result)
		for _, file := range pass.Files {
			ast.Inspect(file, func(n ast.Node) bool {
				if call, ok := n.(*ast.CallExpr); ok {
					if h := result.Of(call); h != nil {
						pass.Reportf(call.Pos(), "%s", describe(h))
					}
				}
				return true
			})
		}
		return nil, nil
	},
}

func describe(h *repeats.Helper) string {
	text := fmt.Sprintf("argument %d again while ", h.Param)
	switch {
	case h.Result >= 0:
		text += fmt.Sprintf("its result has argument %d say %t", h.Result, !h.Leaves)
		text += [...]string{repeats.Asked: ", errors are asked about", repeats.Again: ", errors too", repeats.Leave: ", errors leave"}[h.Errors]
	case h.Verdict == repeats.TrueWithError:
		text += "it says true and fails"
	case h.Verdict == repeats.FalseWithoutError:
		text += "it says false and does not fail"
	case h.Predicate >= 0 && h.Halts:
		text += fmt.Sprintf("it fails until argument %d says yes", h.Predicate)
	case h.Predicate >= 0:
		text += fmt.Sprintf("it fails and argument %d says yes", h.Predicate)
	default:
		text += "it fails"
	}
	if h.Field != "" {
		text += fmt.Sprintf(" and field %s says %t", h.Field, h.Again)
	}
	for _, stop := range h.Stops {
		text += " but for " + stop.Name()
	}
	return text
}

func Test(t *testing.T) {
	analysistest.Run(t, testprograms.Dir(t), probe, "./repeats/...")
}
