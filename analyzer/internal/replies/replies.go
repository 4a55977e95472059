package replies

import (
	"go/ast"
	"go/types"
	"reflect"
	"slices"
	"sync"

	"golang.org/x/tools/go/analysis"

	"github.com/errcodelint/errcodelint/analyzer/internal/binding"
	"github.com/errcodelint/errcodelint/analyzer/internal/codeflow"
	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
	"github.com/errcodelint/errcodelint/internal/guard"
)

// Analyzer finds the replies of a package. Checks require it and ask its
// [*Result].
var Analyzer = guard.Guard(&analysis.Analyzer{
	Name:             "errcodereplies",
	Doc:              "know which calls bring a reply, and what becomes of it",
	URL:              "https://github.com/errcodelint/errcodelint/blob/main/docs/uncheckedcode.md",
	Run:              run,
	RunDespiteErrors: true,
	Requires:         []*analysis.Analyzer{binding.Analyzer, codeflow.Analyzer},
	ResultType:       reflect.TypeFor[*Result](),
	FactTypes:        []analysis.Fact{new(functionFact)},
})

func run(pass *analysis.Pass) (any, error) {
	bindings := pass.ResultOf[binding.Analyzer].(*binding.Result)
	if bindings.Empty() && (pass.Module == nil || !importsDecoder(pass.Pkg)) {
		return &Result{}, nil
	}
	r := newResult(pass, bindings)
	r.exportFacts()
	return r, nil
}

// A Result answers questions about the replies of a package. What it answers is
// computed when it is first asked for. It is safe for concurrent use.
type Result struct {
	guard.Held
	mu       sync.Mutex
	pass     *analysis.Pass
	info     *types.Info
	bindings *binding.Result
	flow     *codeflow.Result

	decls    map[*types.Func]*ast.FuncDecl
	declared []*types.Func          // those functions, in the order of the files: what is found in a recursion hangs on it
	sites    map[*types.Func][]site // the calls of the package's functions
	bodies   map[*ast.FuncDecl]*Body
	empty    syntax.Assumption[types.Type] // see Holds
	effects  map[param]Effect
	under    map[any]bool // what is being computed: a recursion knows nothing
	asking   []param      // the effects among it, the innermost last
	results  map[result]Origin
	looking  map[*types.Func]bool
	imported map[*types.Func]*functionFact
	local    map[*types.Func][]*types.Func // the implementations of an interface's method

	lookedUp map[result]Lookup // in what functions return, see LookedUp

	handedOut map[*types.Func]bool // used other than by calling them
	transport answer               // see checksTransport
	hooked    answer               // see isHooked
}

// A site is a call of a function of the package.
type site struct {
	call *ast.CallExpr
	in   *ast.FuncDecl
}

type param struct {
	fn *types.Func
	at int // receiver or index
}

type result struct {
	fn *types.Func
	at int
}

const receiver = -1

func newResult(pass *analysis.Pass, bindings *binding.Result) *Result {
	r := &Result{
		pass:     pass,
		info:     pass.TypesInfo,
		bindings: bindings,
		flow:     pass.ResultOf[codeflow.Analyzer].(*codeflow.Result),
		decls:    make(map[*types.Func]*ast.FuncDecl),
		bodies:   make(map[*ast.FuncDecl]*Body),
		effects:  make(map[param]Effect),
		under:    make(map[any]bool),
		results:  make(map[result]Origin),
		imported: make(map[*types.Func]*functionFact),
		local:    make(map[*types.Func][]*types.Func),
		lookedUp: make(map[result]Lookup),
	}
	for _, file := range pass.Files {
		for _, d := range file.Decls {
			if decl, ok := d.(*ast.FuncDecl); ok && decl.Body != nil {
				if fn, ok := r.info.Defs[decl.Name].(*types.Func); ok {
					r.decls[fn] = decl
					r.declared = append(r.declared, fn)
				}
			}
		}
	}
	return r
}

// Holds reports whether there is a code anywhere in the values of a type, in its
// lists and maps, too.
func (r *Result) Holds(t types.Type) bool {
	if t == nil {
		return false
	}
	t = types.Unalias(t)
	return !r.empty.Of(t, func() bool { return !r.holds(t) })
}

func (r *Result) holds(t types.Type) bool {
	if _, ok := t.(*types.TypeParam); ok {
		return true // for all that is known
	}
	switch u := t.Underlying().(type) {
	case *types.Pointer:
		return r.Holds(u.Elem())
	case *types.Slice:
		return r.Holds(u.Elem())
	case *types.Array:
		return r.Holds(u.Elem())
	case *types.Map:
		return r.Holds(u.Elem())
	case *types.Struct:
		if len(r.bindings.CodeFields(t)) > 0 {
			return true
		}
		for f := range u.Fields() {
			if r.bindings.Undecided(f) || r.Holds(f.Type()) {
				return true
			}
		}
	}
	return false
}

// callsOf returns the calls of a function in its package, outside of tests; of a method, those by an
// interface, too.
func (r *Result) callsOf(fn *types.Func) []site {
	if r.sites == nil {
		r.sites = make(map[*types.Func][]site)
		r.handedOut = make(map[*types.Func]bool)
		called := make(map[*ast.Ident]bool)
		for _, caller := range r.declared {
			if r.isTest(caller.Pos()) {
				continue
			}
			decl := r.decls[caller]
			ast.Inspect(decl.Body, func(n ast.Node) bool {
				if call, ok := n.(*ast.CallExpr); ok {
					for _, fn := range r.calledBy(call) {
						r.sites[fn] = append(r.sites[fn], site{call, decl})
						called[syntax.CalledName(r.fun(call))] = true
					}
				}
				return true
			})
		}
		for id, obj := range r.info.Uses {
			if fn, ok := obj.(*types.Func); ok && !called[id] && r.decls[fn.Origin()] != nil {
				r.handedOut[fn.Origin()] = true
			}
		}
	}
	return r.sites[fn]
}

// calledBy returns the functions of the package that a call may be of.
func (r *Result) calledBy(call *ast.CallExpr) []*types.Func {
	fn := r.callee(call)
	switch {
	case fn == nil:
		return nil
	case r.decls[fn] != nil:
		return []*types.Func{fn}
	case !isInterfaceMethod(fn) || !r.inModule(fn.Pkg()):
		return nil
	}
	return slices.DeleteFunc(slices.Clone(r.Implementations(fn)), func(impl *types.Func) bool { return r.decls[impl] == nil })
}

func isInterfaceMethod(fn *types.Func) bool {
	return fn != nil && fn.Signature().Recv() != nil && types.IsInterface(fn.Signature().Recv().Type())
}

// Do runs a function that asks several questions, by itself.
func (r *Result) Do(ask func()) {
	r.mu.Lock()
	defer r.mu.Unlock()
	ask()
}

// Declaration returns the declaration of a function of the package, or nil.
func (r *Result) Declaration(fn *types.Func) *ast.FuncDecl { return r.decls[fn.Origin()] }

// Empty reports whether the package has no replies to ask for.
func (r *Result) Empty() bool { return r.decls == nil || r.bindings.Empty() }

// Callee returns the function that a call names, or that a variable holds which it names, of a generic one the origin; nil
// for a literal, a conversion, any other variable.
func (r *Result) Callee(call *ast.CallExpr) *types.Func { return r.callee(call) }

// Fun returns what a call calls: what a local variable holds that it names, if that is always the same function or method of a
// value.
func (r *Result) Fun(call *ast.CallExpr) ast.Expr { return r.fun(call) }
