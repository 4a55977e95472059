package repeats

import (
	"go/ast"
	"go/types"
	"reflect"
	"slices"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/types/typeutil"

	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
	"github.com/errcodelint/errcodelint/internal/guard"
)

// Analyzer finds the helpers of a package.
var Analyzer = guard.Guard(&analysis.Analyzer{
	Name:             "errcoderepeats",
	Doc:              "know which functions call a function again while it fails",
	URL:              "https://github.com/errcodelint/errcodelint/blob/main/docs/retriedcode.md",
	Run:              run,
	RunDespiteErrors: true,
	ResultType:       reflect.TypeFor[*Result](),
	FactTypes:        []analysis.Fact{new(helperFact), new(makerFact), new(optionFact)},
})

// A Helper says what a function calls again.
type Helper struct {
	Param     int  // index of the parameter that is called again while its error is not nil
	Predicate int  // index of the one that is asked about the error; -1 for none
	Halts     bool // it says by a yes that it is over, and not that it goes on

	// Where it is not for the error to decide, but for what the function brought.
	Result int    // index of the parameter that is asked about that; -1 for none
	Leaves bool   // the answer that leaves the loop
	Errors Errors // what it does about an error

	Verdict Verdict // what it says itself
	Counter int     // index of the parameter that counts its calls of itself; -1 for none

	Config *Config // nil for none, or if it is not known

	// The field of the config that holds another predicate, "" for none, and the answer that has it go on.
	Field string
	Again bool

	field *types.Var // where it is known

	Asks  []Question     // what a helper of the package itself asks about the error, and leaves for
	Stops []types.Object // sentinels, and types that errors.As looks for, for which it leaves
}

// Errors is what a helper that asks about what a function brought does about an error.
type Errors int

// A helper goes on or leaves for any error, or asks as it does without one.
const (
	Asked Errors = iota
	Again
	Leave
)

// A Question is a function that a helper asks about the error, or what it looks for there.
type Question struct {
	Fun   ast.Expr
	Again bool       // the answer that has it go on
	Among []ast.Expr // what errors.Is looks for, without a function: one of them is enough for a yes
}

// A helperFact is on a helper that asks nothing by itself, for importers.
type helperFact struct {
	Param, Predicate, Result int
	Halts, Leaves            bool
	Errors                   Errors
	Verdict                  Verdict
	Counter                  int
	Field                    string
	Again                    bool

	Stops []objectFact

	Config bool // it has some; then
	From   From
	At     int
	Maker  makerFact
}

func (*helperFact) AFact()         {}
func (*helperFact) String() string { return "calls again" }

// A Result knows the helpers of a package, and of those it imports.
type Result struct {
	guard.Held
	pass    *analysis.Pass
	helpers map[*types.Func]*Helper       // nil for functions that are none, and under way
	decls   map[*types.Func]*ast.FuncDecl // that take a function, or return one that does
	all     map[*types.Func]*ast.FuncDecl
	stores  stores
}

func run(pass *analysis.Pass) (any, error) {
	r := &Result{
		pass: pass, helpers: make(map[*types.Func]*Helper),
		decls: make(map[*types.Func]*ast.FuncDecl), all: make(map[*types.Func]*ast.FuncDecl),
	}
	if syntax.OfStandardLibrary(pass) {
		return r, nil
	}
	for _, file := range pass.Files {
		for _, decl := range file.Decls {
			d, ok := decl.(*ast.FuncDecl)
			if !ok || d.Body == nil {
				continue
			}
			if fn, ok := pass.TypesInfo.Defs[d.Name].(*types.Func); ok {
				r.all[fn] = d
				if takes(fn.Signature()) || makesRepeating(fn) {
					r.decls[fn] = d
				}
			}
		}
	}
	exported := false
	for fn := range r.decls {
		h := r.find(fn)
		if h == nil || !fn.Exported() {
			continue
		}
		stops, ok := r.excepted(h.Asks)
		if !ok {
			continue
		}
		fact := &helperFact{Param: h.Param, Predicate: h.Predicate, Halts: h.Halts, Result: h.Result, Leaves: h.Leaves, Errors: h.Errors, Verdict: h.Verdict, Counter: h.Counter}
		if h.Field != "" {
			if !r.Fixed(h, false) {
				continue // what importers put there may not be all
			}
			fact.Field, fact.Again = h.Field, h.Again
		}
		if s := h.Config; s != nil {
			fact.Config, fact.From, fact.At, fact.Maker = true, s.From, s.Param, factOf(s.Maker)
		}
		for _, obj := range slices.Concat(h.Stops, stops) {
			fact.Stops = append(fact.Stops, objectFact{obj.Pkg().Path(), obj.Name()})
		}
		pass.ExportObjectFact(fn, fact)
		exported = true
	}
	if exported {
		r.exportConfigs()
	}
	return r, nil
}

// Of returns the helper that a call calls, nil if it calls none. Of one that a function makes, see Uncurried.
func (r *Result) Of(call *ast.CallExpr) *Helper {
	if r.pass == nil {
		return nil
	}
	fn, ok := typeutil.Callee(r.pass.TypesInfo, call).(*types.Func)
	if !ok || !takes(fn.Signature()) && !makesRepeating(fn) {
		return nil
	}
	fn = fn.Origin()
	if fn.Pkg() == r.pass.Pkg {
		return r.helpers[fn]
	}
	var h helperFact
	if !r.pass.ImportObjectFact(fn, &h) {
		return nil
	}
	helper := &Helper{Param: h.Param, Predicate: h.Predicate, Halts: h.Halts, Result: h.Result, Leaves: h.Leaves, Errors: h.Errors, Verdict: h.Verdict, Counter: h.Counter, Field: h.Field, Again: h.Again}
	if h.Config {
		helper.Config = &Config{From: h.From, Param: h.At, Maker: h.Maker.maker()}
	}
	for _, stop := range h.Stops {
		switch obj := stop.object(fn.Pkg()); {
		case obj != nil:
			helper.Stops = append(helper.Stops, obj)
		case !syntax.IsStandard(stop.Package): // not in sight, where export data is all that there is
			return nil
		}
	}
	helper.field = helper.Config.fieldOf(fn, h.Field)
	return helper
}

// find looks at a function of the package.
func (r *Result) find(fn *types.Func) *Helper {
	if h, ok := r.helpers[fn]; ok {
		return h
	}
	r.helpers[fn] = nil // in a recursion
	decl := r.decls[fn]
	params := fn.Signature().Params()
	for i := range params.Len() {
		p := params.At(i)
		if !fails(p.Type()) {
			continue
		}
		if h := r.repeated(decl, params, p, i); h != nil {
			r.helpers[fn] = h
			return h
		}
	}
	if makesRepeating(fn) {
		r.helpers[fn] = r.made(fn, decl)
	}
	return r.helpers[fn]
}

// takes reports whether a function takes a function that returns an error.
func takes(sig *types.Signature) bool {
	params := sig.Params()
	for i := range params.Len() {
		if fails(params.At(i).Type()) {
			return true
		}
	}
	return false
}

// fails reports whether values of a type are functions whose last result is an
// error.
func fails(t types.Type) bool {
	sig, ok := t.Underlying().(*types.Signature)
	if !ok || sig.Results().Len() == 0 || sig.Results().Len() > 2 {
		return false
	}
	return syntax.IsError(sig.Results().At(sig.Results().Len() - 1).Type())
}
