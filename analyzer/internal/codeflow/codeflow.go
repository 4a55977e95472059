package codeflow

import (
	"go/ast"
	"reflect"

	"golang.org/x/tools/go/analysis"

	"github.com/errcodelint/errcodelint/analyzer/internal/binding"
	"github.com/errcodelint/errcodelint/analyzer/internal/domain"
	"github.com/errcodelint/errcodelint/internal/guard"
)

// Analyzer follows the codes through a package. Checks require it and ask its
// [*Result].
var Analyzer = guard.Guard(&analysis.Analyzer{
	Name:             "errcodeflow",
	Doc:              "know which error codes can reach a line",
	URL:              "https://github.com/errcodelint/errcodelint/blob/main/docs/codeflow.md",
	Run:              run,
	RunDespiteErrors: true,
	Requires:         []*analysis.Analyzer{binding.Analyzer},
	ResultType:       reflect.TypeFor[*Result](),
})

func run(pass *analysis.Pass) (any, error) {
	return &Result{bindings: pass.ResultOf[binding.Analyzer].(*binding.Result)}, nil
}

// A Result answers questions about the functions of a package. What it answers
// is computed when it is first asked for. It is safe for concurrent use.
type Result struct {
	guard.Held
	bindings *binding.Result
}

// At returns the codes that e can hold where it is evaluated: none where it is
// never reached. It fails for an expression that is no code.
func (r *Result) At(e ast.Expr) (Codes, bool) {
	v, ok := r.bindings.Of(e)
	if !ok {
		return Codes{}, false
	}
	return Codes{Domain: v.Domain, set: 0}, true
}

// Before returns what is known just before a statement, or an expression, of a
// function's body is executed.
func (r *Result) Before(n ast.Node) State { return State{r: r} }

// A State is what is known at one point of a function.
type State struct{ r *Result }

// Reachable reports whether the point can be reached at all.
func (s State) Reachable() bool { return true }

// Codes returns the codes that e can hold if it is evaluated in this state.
func (s State) Codes(e ast.Expr) (Codes, bool) { return s.r.At(e) }

// Assume returns the state after cond was evaluated and came out as outcome.
func (s State) Assume(cond ast.Expr, outcome bool) State { return s }

// After returns the state after a statement without control flow of its own
// (an assignment, a declaration, a call) was executed.
func (s State) After(stmt ast.Stmt) State { return s }

// Codes is a set of codes of one domain: of its members, and the one element
// that stands for every undocumented value.
type Codes struct {
	Domain *domain.Domain
	set    int
}

// Has reports whether the documented code with that text is in the set.
func (c Codes) Has(text string) bool { return true }

// Undocumented reports whether an undocumented code is in the set.
func (c Codes) Undocumented() bool { return true }

// Members returns the documented codes in the set, in numeric order.
func (c Codes) Members() []domain.Member { return c.Domain.Members() }

// Empty reports whether no code at all is in the set.
func (c Codes) Empty() bool { return false }
