// Package check holds what every check does alike: the flags they share, and
// which files and values they speak about.
package check

import (
	"flag"
	"go/ast"
	"go/types"
	"iter"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/passes/inspect"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/errcodelint/errcodelint/analyzer/internal/binding"
)

// Options are the settings that all checks share.
type Options struct {
	Tests           bool // report in _test.go files too
	RequireEvidence bool // only typed codes, and packages that show they use the vendor's API
}

// Register makes the options flags, with their present values as defaults.
func (o *Options) Register(flags *flag.FlagSet) {
	flags.BoolVar(&o.Tests, "tests", o.Tests, "report in _test.go files too")
	flags.BoolVar(&o.RequireEvidence, "require-evidence", o.RequireEvidence,
		"report only values whose type is one of package codes' or a declared domain's, and packages that name the vendor's host or import package codes")
}

// Requires are the analyzers that [Files] and every check need.
var Requires = []*analysis.Analyzer{inspect.Analyzer, binding.Analyzer}

// Bindings returns the package's bindings.
func Bindings(pass *analysis.Pass) *binding.Result {
	return pass.ResultOf[binding.Analyzer].(*binding.Result)
}

// Files yields the files that a check reports in: those that people write, and
// tests only on demand.
func (o *Options) Files(pass *analysis.Pass) iter.Seq2[*ast.File, inspector.Cursor] {
	return func(yield func(*ast.File, inspector.Cursor) bool) {
		for cur := range pass.ResultOf[inspect.Analyzer].(*inspector.Inspector).Root().Children() {
			file := cur.Node().(*ast.File)
			if ast.IsGenerated(file) || !o.Tests && isTest(pass, file) {
				continue
			}
			if !yield(file, cur) {
				return
			}
		}
	}
}

func isTest(pass *analysis.Pass, file *ast.File) bool {
	return strings.HasSuffix(pass.Fset.Position(file.FileStart).Filename, "_test.go")
}

// Speaks reports whether the options let a check speak about a value.
func (o *Options) Speaks(v binding.Value) bool {
	return !o.RequireEvidence || v.Evident()
}

// IsInterface reports whether an expression's value has a dynamic type.
func IsInterface(pass *analysis.Pass, e ast.Expr) bool {
	t := pass.TypesInfo.TypeOf(e)
	return t != nil && types.IsInterface(t)
}

// IsInteger reports whether an expression has an integer type.
func IsInteger(pass *analysis.Pass, e ast.Expr) bool {
	t := pass.TypesInfo.TypeOf(e)
	if t == nil {
		return false
	}
	basic, ok := t.Underlying().(*types.Basic)
	return ok && basic.Info()&types.IsInteger != 0
}
