package excuses

import (
	"go/ast"
	"go/types"

	"golang.org/x/tools/go/analysis"

	"github.com/errcodelint/errcodelint/analyzer/internal/binding"
	"github.com/errcodelint/errcodelint/analyzer/internal/check"
	"github.com/errcodelint/errcodelint/analyzer/internal/points"
	"github.com/errcodelint/errcodelint/analyzer/internal/requests"
	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// Excuses are those of a package's ways back.
type Excuses struct {
	*points.Package
	pass     *analysis.Pass
	bindings *binding.Result
	requests *requests.Comparer

	elsewhere Elsewhere

	passives   syntax.Assumption[*ast.FuncDecl] // see passiveBody
	arrivals   map[arrival]points.CodeSet       // see ComesTo
	typed      map[syntax.AtDepth]bool          // see isTyped
	sends      map[*types.Var][]sending         // see sendsTo
	pacing     map[ast.Node][]requests.Place    // see pacers
	cancelling map[syntax.AtDepth]bool          // see mayCancel

	remembering  map[*ast.CallExpr]bool        // see Remembers
	forgetful    map[ast.Node]bool             // bodies that remember nothing, nor does what is called there
	implementing map[*types.Func][]*types.Func // see implementations
	renewing     map[*ast.CallExpr]Renewed     // see unlessRenewed
}

// Elsewhere is what is known of the functions of other packages.
type Elsewhere interface {
	Remembers(*types.Func) bool // it sends no more for some outcomes
	Renews(*types.Func) Renewed // it changes what the next request is made of
}

// Of returns the excuses of a package, whose requests are compared by same.
func Of(pass *analysis.Pass, p *points.Package, same *requests.Comparer, elsewhere Elsewhere) *Excuses {
	return &Excuses{
		elsewhere: elsewhere,

		Package: p, pass: pass, bindings: check.Bindings(pass), requests: same,
		arrivals:   make(map[arrival]points.CodeSet),
		typed:      make(map[syntax.AtDepth]bool),
		pacing:     make(map[ast.Node][]requests.Place),
		cancelling: make(map[syntax.AtDepth]bool),

		remembering:  make(map[*ast.CallExpr]bool),
		forgetful:    make(map[ast.Node]bool),
		implementing: make(map[*types.Func][]*types.Func),
		renewing:     make(map[*ast.CallExpr]Renewed),
	}
}

// Following returns the excuses as another code flow sees them.
func (ex *Excuses) Following(p *points.Package) *Excuses {
	other := *ex
	other.Package = p
	other.arrivals = make(map[arrival]points.CodeSet)
	return &other
}
