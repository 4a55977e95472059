package retriedcode

import (
	"go/ast"
	"go/types"
	"path"
	"reflect"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/errcodelint/errcodelint/analyzer/internal/check"
	"github.com/errcodelint/errcodelint/analyzer/internal/codeflow"
	"github.com/errcodelint/errcodelint/analyzer/internal/excuses"
	"github.com/errcodelint/errcodelint/analyzer/internal/libraries"
	"github.com/errcodelint/errcodelint/analyzer/internal/relays"
	"github.com/errcodelint/errcodelint/analyzer/internal/repeats"
	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
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
	Requires:         slices.Concat(check.Requires, []*analysis.Analyzer{codeflow.Analyzer, relays.Analyzer, repeats.Analyzer}),
	ResultType:       reflect.TypeFor[*wrappers](),
	FactTypes:        []analysis.Fact{new(wrapperFact), new(marksFact), new(drawsFact), new(remembersFact), new(renewsFact)},
})

// A wrapperFact is on a function that hands a parameter to a library, and leaves it to that what is
// called again.
type wrapperFact struct {
	Param     int    // its index
	Library   string // the path of the library's package
	Name      string // of what calls it again there
	Replaced  bool   // the library's stops mean nothing
	Predicate int    // index, plus one, of a parameter that is asked about the error; 0 for none
}

func (*wrapperFact) AFact()         {}
func (*wrapperFact) String() string { return "hands on to a retry library" }

// A drawsFact is on a function that has to do with codes and takes the next of something, so that it sends another request each
// time.
type drawsFact struct{}

func (*drawsFact) AFact()         {}
func (*drawsFact) String() string { return "takes the next of something" }

// A remembersFact is on a function that sends a message, and sends no more for some outcomes, which it remembers.
type remembersFact struct{}

func (*remembersFact) AFact()         {}
func (*remembersFact) String() string { return "remembers what came of it" }

// A renewsFact is on a function that sends a message, and has the next request be another one for some codes.
type renewsFact struct{ Codes []string } // domain and code, with a space between them

func (*renewsFact) AFact()         {}
func (*renewsFact) String() string { return "changes what it sends" }

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

// draws reports whether a function of another package takes the next of something.
func (w *wrappers) draws(fn *types.Func) bool {
	return w.pass != nil && fn.Pkg() != w.pass.Pkg && w.pass.ImportObjectFact(fn.Origin(), new(drawsFact))
}

// Remembers reports whether a function of another package remembers for which outcomes it sends no more.
func (w *wrappers) Remembers(fn *types.Func) bool {
	return w.pass != nil && fn.Pkg() != nil && fn.Pkg() != w.pass.Pkg && w.pass.ImportObjectFact(fn.Origin(), new(remembersFact))
}

// Renews returns for which codes a function of another package has the next request be another one.
func (w *wrappers) Renews(fn *types.Func) excuses.Renewed {
	var fact renewsFact
	if w.pass != nil && fn.Pkg() != nil && fn.Pkg() != w.pass.Pkg {
		w.pass.ImportObjectFact(fn.Origin(), &fact)
	}
	renewed := make(excuses.Renewed)
	for _, c := range fact.Codes {
		d, text, _ := strings.Cut(c, " ")
		renewed.Add(d, text)
	}
	return renewed
}

// exportSender tells importers of a function how it sends when it is called again.
func (c *checker) exportSender(fn *types.Func, decl *ast.FuncDecl) {
	if c.requests.Draws(decl) {
		c.pass.ExportObjectFact(fn, new(drawsFact))
	}
	if !c.Flow.MayBring(decl) {
		return
	}
	if c.RemembersBy(decl) {
		c.pass.ExportObjectFact(fn, new(remembersFact))
	}
	var all []string
	for d, texts := range c.RenewedBy(decl) {
		for text := range texts {
			all = append(all, d+" "+text)
		}
	}
	if slices.Sort(all); len(all) > 0 {
		c.pass.ExportObjectFact(fn, &renewsFact{all})
	}
}

func exportWrappers(pass *analysis.Pass) (any, error) {
	imported := &wrappers{pass: pass}
	if !slices.ContainsFunc(pass.Pkg.Imports(), func(p *types.Package) bool { return libraries.Of(p) != nil }) && len(pass.AllObjectFacts()) == 0 &&
		pass.ResultOf[codeflow.Analyzer].(*codeflow.Result).Empty() {
		return imported, nil
	}
	silent := *pass
	silent.Report = func(analysis.Diagnostic) {} // that is the check's to do
	c := newChecker(&silent, check.NewReporter(&silent), new(Settings), imported)
	c.Files = pass.Files
	c.exportMarks()
	for fn, decl := range c.Decls {
		if !fn.Exported() || decl.Body == nil {
			continue
		}
		if c.Flow.Concerns(decl) {
			c.exportSender(fn, decl)
		}
		if !takesFailing(fn.Signature()) {
			continue
		}
		w := c.declaredWrapper(decl, 0)
		if w == nil {
			continue
		}
		fact := &wrapperFact{Param: w.param, Library: w.library.Path(), Name: w.runner.Name, Replaced: w.replaced, Predicate: w.predicate}
		if w.call != nil {
			by, ok := c.leftToCaller(w, fn)
			if !ok {
				continue
			}
			fact.Replaced, fact.Predicate = by.replaced, by.predicate
		}
		pass.ExportObjectFact(fn, fact)
	}
	return imported, nil
}

// leftToCaller returns what a function that hands a parameter to a library says of the errors that are
// tried again. It fails if it says something for which it does not take a predicate.
func (c *checker) leftToCaller(w *wrapper, fn *types.Func) (left wrapper, ok bool) {
	lib := libraries.Of(w.library)
	if c.endedBeside(w.call, w.runner, lib) {
		return left, false
	}
	by := c.filtered(w.call, w.runner, lib)
	if by.decided || len(by.asks) > 1 {
		return left, false
	}
	left.replaced = by.replaced
	for _, q := range by.asks {
		i := c.parameterIn(fn, q.Fun)
		if i < 0 || !q.Again {
			return left, false
		}
		left.predicate = i + 1
	}
	return left, true
}

// parameterIn returns the index of the parameter of a function that an expression is, -1 if it is none, or if
// something else is assigned to it.
func (c *checker) parameterIn(fn *types.Func, e ast.Expr) int {
	id, ok := ast.Unparen(e).(*ast.Ident)
	if !ok {
		return -1
	}
	for i := range fn.Signature().Params().Len() {
		if p := fn.Signature().Params().At(i); c.pass.TypesInfo.Uses[id] == types.Object(p) && len(c.Assigned(p)) == 0 {
			return i
		}
	}
	return -1
}

// takesFailing reports whether a function takes one whose last result is an error, or returns a function that does.
func takesFailing(sig *types.Signature) bool {
	takes := func(sig *types.Signature) bool {
		return slices.ContainsFunc(slices.Collect(sig.Params().Variables()), func(p *types.Var) bool { return isFailing(p.Type()) })
	}
	if takes(sig) || sig.Results().Len() != 1 {
		return takes(sig)
	}
	made, ok := sig.Results().At(0).Type().Underlying().(*types.Signature)
	return ok && takes(made)
}

// importedWrapper returns what a function of another package hands to a library, or nil.
func (c *checker) importedWrapper(call *ast.CallExpr) *wrapper {
	fn, _ := syntax.Callee(c.pass.TypesInfo, call).(*types.Func)
	if fn == nil || fn.Pkg() == nil || fn.Pkg() == c.pass.Pkg || call.Ellipsis.IsValid() {
		return nil
	}
	fact, ok := c.imported.of(fn)
	if !ok || fact.Param >= len(call.Args) {
		return nil
	}
	isLibrary := func(p *types.Package) bool { return p.Path() == fact.Library }
	library := types.NewPackage(fact.Library, path.Base(syntax.UnversionedPath(fact.Library))) // which neither knows by itself
	for _, imports := range [][]*types.Package{c.pass.Pkg.Imports(), fn.Pkg().Imports()} {
		if i := slices.IndexFunc(imports, isLibrary); i >= 0 {
			library = imports[i]
			break
		}
	}
	lib := libraries.Of(library)
	if lib == nil {
		return nil
	}
	for _, r := range lib.Runs {
		if r.Name == fact.Name {
			return &wrapper{param: fact.Param, library: library, runner: r, replaced: fact.Replaced, predicate: fact.Predicate}
		}
	}
	return nil
}
