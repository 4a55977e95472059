package fixes

import (
	"go/ast"

	"golang.org/x/tools/go/analysis"

	"github.com/errcodelint/errcodelint/analyzer/internal/binding"
	"github.com/errcodelint/errcodelint/analyzer/internal/check"
	"github.com/errcodelint/errcodelint/analyzer/internal/edit"
	"github.com/errcodelint/errcodelint/analyzer/internal/points"
)

// A Writer writes a package's fixes.
type Writer struct {
	*points.Package
	pass     *analysis.Pass
	bindings *binding.Result
	namers   map[*ast.File]*edit.Namer
}

// Of returns what writes the fixes of a package.
func Of(pass *analysis.Pass, p *points.Package) *Writer {
	return &Writer{Package: p, pass: pass, bindings: check.Bindings(pass), namers: make(map[*ast.File]*edit.Namer)}
}

// Following returns the fixes as another code flow sees the package.
func (w *Writer) Following(p *points.Package) *Writer {
	other := *w
	other.Package = p
	return &other
}
