package effects

import (
	"go/ast"
	"go/types"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/types/typeutil"

	"github.com/errcodelint/errcodelint/analyzer/internal/foreign"
	"github.com/errcodelint/errcodelint/analyzer/internal/index"
)

// Effects are those of a package's code, found as they are asked for.
type Effects struct {
	pass    *analysis.Pass
	info    *types.Info
	index   *index.Index
	carries bool // the package has to do with codes

	nevers   map[*types.Func]bool
	ends     map[ast.Node]bool // see MayEnd
	quiets   map[*types.Func]bool
	lettings map[*types.Func]foreign.Letting
	loud     map[*ast.FuncDecl]bool // see isLoud
	bodies   map[ast.Node]*bodyEffect
	writes   map[ast.Node]*Writes // with all that is called; not of functions in the middle of a recursion
	launched *Writes              // see Launched
	calling  map[ast.Expr]bool    // see Calls

	passedGroups   map[*types.Package]*group // see passedOut
	functionValues []functionValue           // see values
	functionGroups *typeutil.Map             // by signature
	methodGroups   map[string]*group         // by name
	callbackGroups map[types.Type]*group     // see callbacks
	hiddenGroups   map[string]*group         // see hiddenGroup
	hiddenWrites   map[*group]*Writes        // see Hidden

	numbers    numbers
	reachables map[types.Type]reachable
}

// Of returns the effects of a package's code. Of one that carries no codes nobody asks what memory it changes.
func Of(pass *analysis.Pass, x *index.Index, carries bool) *Effects {
	return &Effects{
		pass: pass, info: pass.TypesInfo, index: x, carries: carries,
		nevers:   make(map[*types.Func]bool),
		ends:     make(map[ast.Node]bool),
		quiets:   make(map[*types.Func]bool),
		lettings: make(map[*types.Func]foreign.Letting),
		loud:     make(map[*ast.FuncDecl]bool),
		bodies:   make(map[ast.Node]*bodyEffect),
		writes:   make(map[ast.Node]*Writes),
		calling:  make(map[ast.Expr]bool),

		passedGroups:   make(map[*types.Package]*group),
		functionGroups: new(typeutil.Map),
		methodGroups:   make(map[string]*group),
		callbackGroups: make(map[types.Type]*group),
		hiddenGroups:   make(map[string]*group),
		hiddenWrites:   make(map[*group]*Writes),

		reachables: make(map[types.Type]reachable),
	}
}

// Export tells importers what a function does, and reports whether it may return at all.
func (e *Effects) Export(fn *types.Func, decl *ast.FuncDecl) bool {
	if e.index.Recovering[decl] {
		e.pass.ExportObjectFact(fn, new(recoversFact))
	}
	if e.never(fn) {
		e.pass.ExportObjectFact(fn, new(neverFact))
		return false
	}
	e.exportQuiet(fn, decl)
	e.exportLetting(fn, decl)
	return true
}

// Facts returns the facts that Export exports, of which the analyzer has to know.
func Facts() []analysis.Fact {
	return []analysis.Fact{new(recoversFact), new(neverFact), new(quietFact), new(lettingFact)}
}
