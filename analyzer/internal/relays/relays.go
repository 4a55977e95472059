package relays

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

// Analyzer finds the relays of a package.
var Analyzer = guard.Guard(&analysis.Analyzer{
	Name:             "errcoderelays",
	Doc:              "know which functions hand on what a function returns that they get",
	URL:              "https://github.com/errcodelint/errcodelint/blob/main/docs/codeflow.md",
	Run:              run,
	RunDespiteErrors: true,
	ResultType:       reflect.TypeFor[*Result](),
	FactTypes:        []analysis.Fact{new(relayFact), new(decoratorFact), new(chainFact), new(runFact)},
})

// A Relay says what a function hands on.
type Relay struct {
	Param   int   // index of the parameter that it calls
	Results []int // which result of that each of its own is; -1 for one that is something else
	Error   Error
}

// Error is what the error that a relay returns has of the one that it hands on.
type Error int

// It is that error, wraps it and nothing else, or tells only that there was one.
const (
	Itself Error = iota
	Wrapped
	Another
)

type relayFact Relay

func (*relayFact) AFact()         {}
func (*relayFact) String() string { return "hands on" }

// A Result knows the relays of a package, and of those it imports.
type Result struct {
	guard.Held
	pass  *analysis.Pass
	decls map[*types.Func]*ast.FuncDecl // that take a function which may fail, and may fail
	known map[*types.Func]*Relay        // nil for functions that are none, and under way

	decorators map[*types.Func]*decoratorFact
	chains     map[*types.Func]*chainFact

	takers  map[*types.Func]*ast.FuncDecl // that take a function
	runners map[*types.Func]int           // see runner
}

func run(pass *analysis.Pass) (any, error) {
	r := &Result{
		pass: pass, decls: make(map[*types.Func]*ast.FuncDecl), known: make(map[*types.Func]*Relay),
		decorators: make(map[*types.Func]*decoratorFact), chains: make(map[*types.Func]*chainFact),
		takers: make(map[*types.Func]*ast.FuncDecl), runners: make(map[*types.Func]int),
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
			if d.Type.Results.NumFields() > 0 && mayReturnFunction(d.Type) {
				r.decorate(d)
			}
			if !mayTakeFunction(d.Type) {
				continue
			}
			if fn, ok := pass.TypesInfo.Defs[d.Name].(*types.Func); ok && takesFunction(fn.Signature()) {
				r.takers[fn] = d
				if mayRelay(fn.Signature()) {
					r.decls[fn] = d
				}
			}
		}
	}
	for fn := range r.decls {
		if relay := r.find(fn); relay != nil && fn.Exported() {
			pass.ExportObjectFact(fn, (*relayFact)(relay))
		}
	}
	for fn := range r.takers {
		if param := r.runner(fn); param >= 0 && fn.Exported() && r.known[fn] == nil {
			pass.ExportObjectFact(fn, &runFact{param})
		}
	}
	return r, nil
}

// takesFunction reports whether a function takes one.
func takesFunction(sig *types.Signature) bool {
	for p := range sig.Params().Variables() {
		if syntax.IsFunc(p.Type()) {
			return true
		}
	}
	return false
}

// mayTakeFunction is a quick look at what a function takes.
func mayTakeFunction(typ *ast.FuncType) bool {
	return slices.ContainsFunc(typ.Params.List, func(field *ast.Field) bool { return mayBeFunction(field.Type) })
}

func mayBeFunction(typ ast.Expr) bool {
	switch typ.(type) {
	case *ast.FuncType, *ast.Ident, *ast.SelectorExpr, *ast.IndexExpr, *ast.IndexListExpr:
		return true
	}
	return false
}

// mayRelay reports whether the last result of a function is an error, and that of a function that it takes.
func mayRelay(sig *types.Signature) bool {
	return sig.Results().Len() > 0 && syntax.IsError(sig.Results().At(sig.Results().Len()-1).Type()) && TakesOperation(sig)
}

// TakesOperation reports whether a function takes one whose last result is an error.
func TakesOperation(sig *types.Signature) bool {
	for p := range sig.Params().Variables() {
		if operation(p.Type()) != nil {
			return true
		}
	}
	return false
}

// operation returns the signature of a type of functions whose last result is an error; nil for any other type.
func operation(t types.Type) *types.Signature {
	sig, ok := t.Underlying().(*types.Signature)
	if !ok || sig.Results().Len() == 0 || !syntax.IsError(sig.Results().At(sig.Results().Len()-1).Type()) {
		return nil
	}
	return sig
}

// Of returns what the function that a call calls hands on, nil if it is no relay.
func (r *Result) Of(call *ast.CallExpr) *Relay {
	if r.pass == nil || call.Ellipsis.IsValid() {
		return nil
	}
	fn, ok := typeutil.Callee(r.pass.TypesInfo, call).(*types.Func)
	if !ok || fn.Pkg() == nil {
		return nil
	}
	relay := r.of(fn.Origin(), call)
	if relay == nil || relay.Param >= len(call.Args) {
		return nil
	}
	return relay
}

// of returns what a function that a call calls hands on.
func (r *Result) of(fn *types.Func, call *ast.CallExpr) *Relay {
	if fn.Pkg() == r.pass.Pkg {
		return r.find(fn)
	}
	if !TakesOperation(fn.Signature()) {
		return nil
	}
	if lib, ok := libraryOf(fn); ok {
		if lib.without > 0 && (lib.without > len(call.Args) || !r.pass.TypesInfo.Types[call.Args[lib.without-1]].IsNil()) {
			return nil
		}
		return &lib.Relay
	}
	var fact relayFact
	if !r.pass.ImportObjectFact(fn, &fact) {
		return nil
	}
	return (*Relay)(&fact)
}

// find looks at a function of the package.
func (r *Result) find(fn *types.Func) *Relay {
	if relay, ok := r.known[fn]; ok {
		return relay
	}
	r.known[fn] = nil // in a recursion
	decl := r.decls[fn]
	if decl == nil {
		return nil
	}
	params := fn.Signature().Params()
	for i := range params.Len() {
		p := params.At(i)
		op := operation(p.Type())
		if op == nil || fn.Signature().Variadic() && i == params.Len()-1 {
			continue
		}
		if relay := r.relayed(decl, fn.Signature(), p, op); relay != nil {
			relay.Param = i
			r.known[fn] = relay
			break
		}
	}
	return r.known[fn]
}
