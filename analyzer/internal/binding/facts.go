package binding

import (
	"cmp"
	"fmt"
	"go/types"
	"slices"
	"strings"

	"github.com/errcodelint/errcodelint/analyzer/internal/domain"
)

// Facts sit on objects, never on packages: objects travel with the types that
// show them, package facts only as far as the driver carries them.

// A declFact is on a field, a package's variable, a function's parameter or a
// type: what its package decided.
type declFact struct{ Decision }

// An ownerFact is on a type name: the classes of the fields that are selected
// through it, sorted by path ("base.ResponseCode").
type ownerFact struct{ Fields []pathDecision }

type pathDecision struct {
	Path string
	Decision
}

// A resultsFact is on a function: its results that are codes, by index.
type resultsFact struct{ Results []resultDecision }

type resultDecision struct {
	Index int
	Decision
}

// A constFact is on a constant that its package compares with codes, and on the
// types of package codes.
type constFact struct{ Domain string }

func (*declFact) AFact()    {}
func (*ownerFact) AFact()   {}
func (*resultsFact) AFact() {}
func (*constFact) AFact()   {}

func (f *declFact) String() string  { return f.Decision.String() }
func (f *constFact) String() string { return f.Domain }

func (f *ownerFact) String() string {
	var parts []string
	for _, d := range f.Fields {
		parts = append(parts, d.Path+": "+d.Decision.String())
	}
	return strings.Join(parts, ", ")
}

func (f *resultsFact) String() string {
	var parts []string
	for _, d := range f.Results {
		parts = append(parts, fmt.Sprintf("%d: %s", d.Index, d.Decision))
	}
	return strings.Join(parts, ", ")
}

func (d Decision) String() string {
	if d.Domain == "" {
		return "not ours"
	}
	return d.Domain
}

// usable reports whether another package's decision holds here: a named one
// only within its module.
func (g *graph) usable(d Decision) bool {
	return d.Grade != Named || d.Module != "" && d.Module == g.modulePath()
}

// importedSeed returns the seed of another package's variable, field or type
// that the package has decided on, or nil.
func (g *graph) importedSeed(v types.Object) *seed {
	var f declFact
	if v.Pkg() == nil || !g.pass.ImportObjectFact(v, &f) || !g.usable(f.Decision) {
		return nil
	}
	return &seed{grade: f.Grade, decided: true, decision: f.Decision}
}

// importedResult is importedSeed for a function's result.
func (g *graph) importedResult(fn *types.Func, i int) *seed {
	var f resultsFact
	if fn.Pkg() == nil || !g.pass.ImportObjectFact(fn, &f) {
		return nil
	}
	for _, d := range f.Results {
		if d.Index == i && g.usable(d.Decision) {
			return &seed{grade: d.Grade, decided: true, decision: d.Decision}
		}
	}
	return nil
}

// takeImported has the class of a field be what the package of its owner, or of the field, decided.
// Of a type inside it may be decided otherwise: see [graph.decidesOtherwise].
func (g *graph) takeImported(s *seed, classes []fieldClass, holder *types.Struct) {
	d, inner, ok := g.importedClass(classes)
	if !ok {
		return
	}
	if inner && d.Grade == Keyed && d.Domain != "" {
		s.key, _ = g.keyOfField(classes[0].field, holder)
		s.imported = &d
		return
	}
	s.decided, s.decision = true, d
}

// importedClass returns what the package of a class's owner, or of its field,
// decided: of the outermost class that is another package's, and whether that is of a type inside.
func (g *graph) importedClass(classes []fieldClass) (d Decision, inner, ok bool) {
	for i, class := range classes {
		var f ownerFact
		if class.owner == nil || class.owner.Pkg() == g.pass.Pkg || !g.pass.ImportObjectFact(class.owner, &f) {
			continue
		}
		for _, d := range f.Fields {
			if d.Path == class.path && g.usable(d.Decision) {
				return d.Decision, i > 0, true
			}
		}
	}
	if field := classes[0].field; field.Pkg() != g.pass.Pkg {
		if s := g.importedSeed(field); s != nil {
			return s.decision, len(classes) > 1, true
		}
	}
	return Decision{}, false, false
}

// importsDoubt reports whether another package asks a field for constants, and could not decide by them.
func (g *graph) importsDoubt(field *types.Var) bool {
	var f keyFact
	return field.Pkg() != nil && field.Pkg() != g.pass.Pkg && g.pass.ImportObjectFact(field, &f) && f.Asked
}

// importedConstant reports whether another package's constant is one that it
// compares with codes: no evidence against.
func (g *graph) importedConstant(c *types.Const) bool {
	return g.pass.ImportObjectFact(c, new(constFact))
}

// exportFacts tells importers what this package decided.
func (g *graph) exportFacts() {
	pkg := g.pass.Pkg
	if pkg.Path() == domain.CodesPath {
		// So that a package which shows these types has a fact to pass on.
		for _, d := range domain.Builtin {
			if obj := pkg.Scope().Lookup(d.Type); obj != nil {
				g.pass.ExportObjectFact(obj, &constFact{Domain: d.ID})
			}
		}
	}
	g.exportFields(pkg)
	for v, n := range g.vars {
		fn, param := g.paramOf[v].(*types.Func)
		if v.Pkg() == pkg && (v.IsField() || v.Parent() == pkg.Scope() || param && fn.Exported()) {
			if val := g.valueOfNode(n); val != nil {
				g.pass.ExportObjectFact(v, &declFact{g.decisionOf(val)})
			}
		}
	}
	for name, n := range g.types {
		if n != nil && name.Pkg() == pkg {
			if val := g.valueOfNode(n); val != nil {
				g.pass.ExportObjectFact(name, &declFact{g.decisionOf(val)})
			}
		}
	}
	for param := range g.encoders {
		if param.Pkg() == pkg && g.paramOf[param] != nil {
			g.pass.ExportObjectFact(param, new(encoderFact))
		}
	}
	results := make(map[*types.Func]*resultsFact)
	for r, n := range g.results {
		fn, ok := r.fn.(*types.Func)
		if !ok || fn.Pkg() != pkg {
			continue
		}
		if val := g.valueOfNode(n); val != nil {
			if results[fn] == nil {
				results[fn] = new(resultsFact)
			}
			results[fn].Results = append(results[fn].Results, resultDecision{r.index, g.decisionOf(val)})
		}
	}
	for fn, f := range results {
		slices.SortFunc(f.Results, func(a, b resultDecision) int { return a.Index - b.Index })
		g.pass.ExportObjectFact(fn, f)
	}
	g.exportGetters()
	for fn, f := range g.helpers {
		slices.SortFunc(f.Results, func(a, b helperResult) int {
			return cmp.Or(a.Result-b.Result, a.Param-b.Param)
		})
		g.pass.ExportObjectFact(fn, f)
	}
	g.exportNegative()
	g.view.Export()
	for c, d := range g.constants {
		if g.view.IsDeclared(c) {
			continue // importers know from its declaration
		}
		g.pass.ExportObjectFact(c, &constFact{Domain: d.ID})
	}
}

// A keyFact is on a keyed field that its package has not decided on: importers
// do, by their own constants. Asked says that it compares the field with some.
type keyFact struct {
	Key   string
	Asked bool
}

func (*keyFact) AFact()           {}
func (f *keyFact) String() string { return "undecided " + f.Key }

// An encoderFact is on a parameter that its function writes out.
type encoderFact struct{}

func (*encoderFact) AFact()         {}
func (*encoderFact) String() string { return "encoded" }

func (g *graph) importsEncoder(fn *types.Func, param *types.Var) bool {
	return fn.Pkg() != g.pass.Pkg && param.Pkg() != nil && g.pass.ImportObjectFact(param, new(encoderFact))
}

// A helperFact is on a function whose results are its arguments handed back, or
// lookups by them.
type helperFact struct{ Results []helperResult }

type helperResult struct {
	Result, Param int
	Lookup        bool
}

func (*helperFact) AFact() {}

func (f *helperFact) String() string { return fmt.Sprintf("helper %+v", f.Results) }

// findHelpers notes which functions are helpers, while the graph still shows
// what a result comes from.
func (g *graph) findHelpers() {
	for r, n := range g.results {
		fn, ok := r.fn.(*types.Func)
		if !ok || fn.Pkg() != g.pass.Pkg || n.typed || n.seed != nil {
			continue
		}
		from := g.comesFrom(n, fn)
		if len(from.rest) > 0 {
			continue
		}
		for _, p := range from.params {
			if p.element || p.keys {
				continue
			}
			if g.helpers[fn] == nil {
				g.helpers[fn] = new(helperFact)
			}
			g.helpers[fn].Results = append(g.helpers[fn].Results, helperResult{r.index, p.index, p.key})
		}
	}
}

// exportFields exports the declarations of keyed and named fields, and their
// classes on the types that they are selected through.
func (g *graph) exportFields(pkg *types.Package) {
	for field, s := range g.decls {
		if s != nil && field.Pkg() == pkg {
			g.decideSeed(s)
			switch {
			case s.decided:
				g.pass.ExportObjectFact(field, &declFact{s.decision})
			case s.grade == Keyed:
				// A package that imports nothing but this one must not pass as
				// one that has nothing to do with codes.
				g.pass.ExportObjectFact(field, &keyFact{s.key, len(usesOf(s)) > 0})
			}
		}
	}
	owners := make(map[*types.TypeName]*ownerFact)
	for class, n := range g.fields {
		if s := n.seed; class.owner != nil && class.owner.Pkg() == pkg && s.decided {
			if owners[class.owner] == nil {
				owners[class.owner] = new(ownerFact)
			}
			owners[class.owner].Fields = append(owners[class.owner].Fields, pathDecision{class.path, s.decision})
		}
	}
	for owner, f := range owners {
		slices.SortFunc(f.Fields, func(a, b pathDecision) int { return strings.Compare(a.Path, b.Path) })
		g.pass.ExportObjectFact(owner, f)
	}
}

// decisionOf turns a value that flowed somewhere into a decision about it.
func (g *graph) decisionOf(v *Value) Decision {
	return Decision{Domain: v.Domain.ID, Def: g.view.Definition(v.Domain), Grade: v.Grade, Module: g.modulePath(), Vendor: v.Vendor, Why: v.Why}
}
