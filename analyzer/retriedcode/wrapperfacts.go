package retriedcode

import (
	"go/ast"
	"go/types"
	"reflect"
	"slices"

	"golang.org/x/tools/go/analysis"

	"github.com/errcodelint/errcodelint/analyzer/internal/check"
	"github.com/errcodelint/errcodelint/analyzer/internal/codeflow"
	"github.com/errcodelint/errcodelint/analyzer/internal/repeats"
	"github.com/errcodelint/errcodelint/internal/guard"
)

// wrappersAnalyzer tells importers which functions of a package hand a parameter to a library: such
// a package seldom has to do with codes, so that the check itself has nothing to look at in it.
var wrappersAnalyzer = guard.Guard(&analysis.Analyzer{
	Name:             "errcodewrappers",
	Doc:              "know which functions hand an operation to a retry library",
	URL:              "https://github.com/errcodelint/errcodelint/blob/main/docs/retriedcode.md",
	Run:              exportWrappers,
	RunDespiteErrors: true,
	Requires:         slices.Concat(check.Requires, []*analysis.Analyzer{codeflow.Analyzer, repeats.Analyzer}),
	ResultType:       reflect.TypeFor[*wrappers](),
	FactTypes:        []analysis.Fact{new(wrapperFact)},
})

// A wrapperFact is on a function that hands a parameter to a library, and leaves it to that what is
// called again.
type wrapperFact struct {
	Param    int    // its index
	Library  string // the path of the library's package
	Name     string // of what calls it again there
	Replaced bool   // the library's stops mean nothing
}

func (*wrapperFact) AFact()         {}
func (*wrapperFact) String() string { return "hands on to a retry library" }

// wrappers knows those of the packages that a package imports.
type wrappers struct {
	guard.Held
	pass *analysis.Pass
}

// of returns what a function of another package hands on; it fails if it is no wrapper.
func (w *wrappers) of(fn *types.Func) (fact wrapperFact, ok bool) {
	ok = w.pass != nil && w.pass.ImportObjectFact(fn, &fact)
	return fact, ok
}

func exportWrappers(pass *analysis.Pass) (any, error) {
	imported := &wrappers{pass: pass}
	if !slices.ContainsFunc(pass.Pkg.Imports(), callsAgain) {
		return imported, nil
	}
	silent := *pass
	silent.Report = func(analysis.Diagnostic) {} // that is the check's to do
	c := newChecker(&silent, check.NewReporter(&silent), new(Settings))
	c.files, c.imported = pass.Files, imported
	for fn, decl := range c.decls {
		if !fn.Exported() || decl.Body == nil {
			continue
		}
		w := c.declaredWrapper(decl, 0)
		if w == nil || w.call == nil || c.endedBeside(w.call, w.runner, libraryOf(w.library)) {
			continue
		}
		if by := c.filtered(w.call, w.runner, libraryOf(w.library)); !by.decided && len(by.asks) == 0 {
			pass.ExportObjectFact(fn, &wrapperFact{w.param, w.library.Path(), w.runner.name, by.replaced})
		}
	}
	return imported, nil
}

// callsAgain reports whether a package is that of a library with functions that call an operation
// again.
func callsAgain(p *types.Package) bool {
	lib := libraryOf(p)
	return lib != nil && len(lib.runs) > 0
}

// importedWrapper returns what a function of another package hands to a library, or nil.
func (c *checker) importedWrapper(call *ast.CallExpr) *wrapper {
	fn, _ := callee(c.pass.TypesInfo, call).(*types.Func)
	if fn == nil || fn.Pkg() == nil || fn.Pkg() == c.pass.Pkg || call.Ellipsis.IsValid() {
		return nil
	}
	fact, ok := c.imported.of(fn)
	if !ok || fact.Param >= len(call.Args) {
		return nil
	}
	isLibrary := func(p *types.Package) bool { return p.Path() == fact.Library }
	for _, imports := range [][]*types.Package{c.pass.Pkg.Imports(), fn.Pkg().Imports()} {
		i := slices.IndexFunc(imports, isLibrary)
		if i < 0 {
			continue
		}
		for _, r := range libraryOf(imports[i]).runs {
			if r.name == fact.Name {
				return &wrapper{param: fact.Param, library: imports[i], runner: r, replaced: fact.Replaced}
			}
		}
	}
	return nil
}
