package binding

import (
	"go/ast"
	"go/types"
	"reflect"
	"slices"

	"golang.org/x/tools/go/analysis"

	"github.com/errcodelint/errcodelint/analyzer/internal/declared"
	"github.com/errcodelint/errcodelint/analyzer/internal/directive"
	"github.com/errcodelint/errcodelint/analyzer/internal/domain"
	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
	"github.com/errcodelint/errcodelint/internal/guard"
)

// Analyzer binds the values of a package to domains. Checks require it and ask
// its [*Result].
var Analyzer = guard.Guard(&analysis.Analyzer{
	Name:             "errcodebinding",
	Doc:              "decide which values are error codes, and of which domain",
	URL:              "https://github.com/errcodelint/errcodelint/blob/main/docs/binding.md",
	Run:              run,
	RunDespiteErrors: true,
	ResultType:       reflect.TypeFor[*Result](),
	Requires:         []*analysis.Analyzer{directive.Analyzer},
	FactTypes: append(declared.Facts(),
		new(declFact), new(ownerFact), new(resultsFact), new(helperFact), new(getterFact), new(keyFact), new(encoderFact), new(constFact), new(negativeFact)),
})

// A Grade says how strong the evidence is that a value is a code.
type Grade int

const (
	Stated Grade = iota + 1 // its type says so
	Keyed                   // it came under the exact wire key
	Named                   // its name says so
)

func (g Grade) String() string {
	return [...]string{"unbound", "stated", "keyed", "named"}[g]
}

// A Value says what an expression is bound to.
type Value struct {
	Domain *domain.Domain
	Grade  Grade
	Vendor bool   // the package under analysis shows that it uses the vendor's API
	Why    string // the deciding evidence, for tests and for messages
}

// Evident reports whether the value stays under -require-evidence.
func (v Value) Evident() bool { return v.Grade == Stated || v.Vendor }

// A Result answers which expressions of a package are codes. It is complete
// when the analyzer's Run returns, and safe for concurrent use.
type Result struct {
	guard.Held
	graph *graph // nil in a package without codes
	view  *declared.View
}

// Problems returns what is wrong with the meaning of the package's directives.
func (r *Result) Problems() []directive.Problem {
	if r.view == nil {
		return nil
	}
	return r.view.Problems
}

// Of returns the binding of an expression, looking through parentheses,
// conversions and all else that leaves a code what it is. A constant is bound
// only by its type.
func (r *Result) Of(e ast.Expr) (Value, bool) {
	if r.graph == nil {
		return Value{}, false
	}
	return r.graph.valueOf(e)
}

// Constants returns the constants that stand for a code in this package and in
// those that it imports, by their own package's use of them: this package's
// first.
func (r *Result) Constants(d *domain.Domain, text string) []*types.Const {
	if r.graph == nil {
		return nil
	}
	return r.graph.constantsFor(d, text)
}

// Empty reports whether the package holds no code at all, so that a check can
// return at once.
func (r *Result) Empty() bool { return r.graph == nil }

// FromWire reports whether e holds only what came from the API, which has no
// negative codes: the program itself stores none, for "no code", and a parse
// function of package codes, which returns one beside an error, is not used.
func (r *Result) FromWire(e ast.Expr) bool {
	return r.graph != nil && r.graph.fromWire(e)
}

// FromJSON reports whether e holds what encoding/json put in a map or an
// interface: its dynamic type is then a float64, a string or a bool, never an
// int.
func (r *Result) FromJSON(e ast.Expr) bool {
	return r.graph != nil && r.graph.fromJSON(e)
}

func run(pass *analysis.Pass) (any, error) {
	directives := pass.ResultOf[directive.Analyzer].(*directive.Result)
	if len(directives.All) == 0 && !mentionsCodes(pass) {
		return &Result{}, nil
	}
	view := declared.Read(pass, directives)
	g := newGraph(pass, view)
	g.walkPackage()
	g.bindDirectives()
	g.propagate()
	g.decide()
	if len(directives.All) == 0 && g.isElsewhere() {
		return &Result{}, nil
	}
	g.exportFacts()
	return &Result{graph: g, view: view}, nil
}

// isElsewhere reports whether nothing is bound in the package, nor can be by its importers: it is one
// of another module, or of none, as the standard library's are, and has a word that a seed needs, but no
// more. Were there facts of it, all packages that import it would have to be looked at: crypto/x509 knows
// of a ReasonCode, and most programs import net/http.
func (g *graph) isElsewhere() bool {
	if g.vendor || syntax.InMainModule(g.pass) || len(g.pass.AllObjectFacts()) > 0 {
		return false
	}
	binds := func(s *seed) bool {
		if s.decided {
			return s.decision.Domain != ""
		}
		return s.grade != Named // of which importers in another module know nothing
	}
	for _, n := range g.nodes {
		if n.seed != nil && binds(n.seed) {
			return false
		}
	}
	for _, s := range g.decls {
		if s != nil && (binds(s) || s.grade == Keyed) {
			return false // importers that are not told decide by its key
		}
	}
	return true
}

// mentionsCodes is the early way out: without a word that a seed needs, and
// without facts from an import, a package cannot hold a code.
func mentionsCodes(pass *analysis.Pass) bool {
	if len(pass.Files) == 0 {
		return false // a driver has only its types
	}
	if len(pass.AllObjectFacts()) > 0 {
		return true
	}
	for _, imp := range pass.Pkg.Imports() {
		if pass.ImportPackageFact(imp, new(declared.PackageFact)) {
			return true
		}
	}
	for _, imp := range pass.Pkg.Imports() {
		if imp.Path() == domain.CodesPath {
			return true
		}
	}
	return mentionsKeys(pass)
}

// mentionsKeys reports whether a file has to do with a seed. To search its text is
// much cheaper than to look at each name, literal and tag in it.
func mentionsKeys(pass *analysis.Pass) bool {
	return slices.ContainsFunc(pass.Files, func(file *ast.File) bool {
		text, err := pass.ReadFile(pass.Fset.File(file.FileStart).Name())
		return err != nil || mentionsKey(text)
	})
}

// object returns the object that an identifier or selector denotes.
func object(info *types.Info, e ast.Expr) types.Object {
	if id := syntax.Name(e); id != nil {
		return info.ObjectOf(id)
	}
	return nil
}

// IsLookup reports whether a call looks a wire key up, as
// r.FormValue("reasonCode") does: it gives the same value each time.
func (r *Result) IsLookup(call *ast.CallExpr) bool {
	if r.graph == nil {
		return false
	}
	r.graph.mu.Lock()
	defer r.graph.mu.Unlock()
	_, ok := r.graph.lookupOf(call)
	return ok
}

// PassedThrough returns the operand of a call whose first result is that same
// code, nil for any other call.
func (r *Result) PassedThrough(call *ast.CallExpr) ast.Expr {
	if r.graph == nil {
		return nil
	}
	r.graph.mu.Lock()
	defer r.graph.mu.Unlock()
	if cell, _ := r.graph.inCell(call); cell != nil {
		return nil // others may store something there at any time
	}
	return r.graph.passedThrough(call)
}

// InsteadOf returns what a call that passes a code through, and gives a number, gives of what is none.
func (r *Result) InsteadOf(call *ast.CallExpr) Instead {
	r.graph.mu.Lock()
	defer r.graph.mu.Unlock()
	return r.graph.instead(call)
}

// OfType returns the domain that a type states, or nil.
func (r *Result) OfType(t types.Type) *domain.Domain {
	if r.graph == nil {
		return nil
	}
	r.graph.mu.Lock()
	defer r.graph.mu.Unlock()
	return r.graph.statedDomain(t)
}

// DomainByID returns a domain as this package sees it, nil if it knows none of
// that ID.
func (r *Result) DomainByID(id string) *domain.Domain {
	if r.view == nil {
		return domain.ByName(id)
	}
	r.graph.mu.Lock()
	defer r.graph.mu.Unlock()
	return r.view.ByID(id)
}
