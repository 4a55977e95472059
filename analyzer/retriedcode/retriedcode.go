// The files, from what is asked to what is answered:
//
//   - rounds.go, nested.go, recursion.go, handedback.go: loops, gotos and recursion; requeued.go, keeps.go, later.go, taken.go, senton.go,
//     queues.go: what a loop puts back; parts.go: as a part of something else; many.go, manyagain.go: whom of a reply to many;
//     remaining.go: what it does not take out; beyond.go: what goroutines keep; noted.go: what is noted besides; ways.go, alone.go:
//     which of several ways back, and of several requests, counts
//   - match.go: what in a program is one of the libraries of package libraries; calls.go, operation.go, failing.go,
//     forever.go: calls of them; beside.go, options.go, listed.go, filters.go, questions.go, prepares.go: what goes with the
//     operation; marks.go, marking.go, told.go, pauses.go: how it is told what is final
//   - helpers.go, results.go, retriers.go, tries.go: the program's own helpers, which package repeats finds; decorated.go: made
//     of functions;
//     wrappers.go, wrapperfacts.go: those that hand on to a library
//   - handlers.go, limits.go, handed.go, redelivery.go, gives.go, settle.go, deferred.go, byaddress.go, abandoned.go: functions that queues and
//     schedulers call
//   - predicates.go, asked.go, answer.go, unrelated.go, sets.go, cause.go: what says which codes to send again
//   - polled.go: loops that go on after a success
//   - message.go: what is said; sentfrom.go: where the request is sent; endings.go: what a fix would leave undone; remove.go: which answers a fix takes away, the others are package fixes's
//
// Which codes get to a point is for package points to say, whether a request is the same each time for package requests,
// and why a way back is not reported, or for fewer codes, for package excuses.

package retriedcode

import (
	_ "embed"
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/analysis"

	"github.com/errcodelint/errcodelint/analyzer/internal/binding"
	"github.com/errcodelint/errcodelint/analyzer/internal/check"
	"github.com/errcodelint/errcodelint/analyzer/internal/codeflow"
	"github.com/errcodelint/errcodelint/analyzer/internal/doc"
	"github.com/errcodelint/errcodelint/analyzer/internal/domain"
	"github.com/errcodelint/errcodelint/analyzer/internal/excuses"
	"github.com/errcodelint/errcodelint/analyzer/internal/fixes"
	"github.com/errcodelint/errcodelint/analyzer/internal/points"
	"github.com/errcodelint/errcodelint/analyzer/internal/relays"
	"github.com/errcodelint/errcodelint/analyzer/internal/repeats"
	"github.com/errcodelint/errcodelint/analyzer/internal/requests"
	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
	"github.com/errcodelint/errcodelint/internal/guard"
)

//go:embed doc.go
var docFile string

// Settings configure the check. The zero value is the default.
type Settings = check.Options

// Analyzer is the check with default settings.
var Analyzer = New(Settings{})

// New returns the check with the given settings, which its flags can change.
func New(settings Settings) *analysis.Analyzer {
	a := &analysis.Analyzer{
		Name:             "retriedcode",
		Doc:              doc.MustExtract(docFile, "retriedcode"),
		URL:              doc.URL("retriedcode"),
		Requires:         slices.Concat(check.Requires, []*analysis.Analyzer{codeflow.Analyzer, relays.Analyzer, repeats.Analyzer, wrappersAnalyzer}),
		ResultType:       check.ResultType,
		RunDespiteErrors: true,
	}
	settings.Register(&a.Flags)
	a.Run = func(pass *analysis.Pass) (any, error) { return run(pass, &settings) }
	return guard.Guard(a)
}

func run(pass *analysis.Pass, settings *Settings) (any, error) {
	report := check.NewReporter(pass)
	if pass.ResultOf[codeflow.Analyzer].(*codeflow.Result).Empty() {
		return report.Result(), nil
	}
	c := newChecker(pass, report, settings, pass.ResultOf[wrappersAnalyzer].(*wrappers))
	for file := range settings.Files(pass) {
		c.Files = append(c.Files, file)
	}
	c.sets()
	c.predicates()
	for _, file := range c.Files {
		c.handed(file)
	}
	for _, file := range c.Files {
		c.functions(file, func(f points.Function) {
			all := c.roundsOf(f)
			c.rounds(f, all)
			c.calls(f)
			c.requeued(f)
			c.aloneIn(f, all)
			c.pollsIn(f, all)
			c.backlogsIn(f, all)
		})
	}
	return report.Result(), nil
}

// newChecker returns a checker that knows what the package declares, and what others tell of their functions.
func newChecker(pass *analysis.Pass, report *check.Reporter, settings *Settings, imported *wrappers) *checker {
	flow := pass.ResultOf[codeflow.Analyzer].(*codeflow.Result).Untroubled()
	p := points.Of(pass, flow)
	same := requests.New(pass, p.DeclOfFunc, p.LiteralCalled, p.OnceOf, p.FunctionHeld, flow.BringsCodes, imported.draws)
	c := &checker{
		Package:    p,
		Excuses:    excuses.Of(pass, p, same, imported),
		Writer:     fixes.Of(pass, p),
		requests:   same,
		pass:       pass,
		report:     report,
		settings:   settings,
		bindings:   check.Bindings(pass),
		reported:   make(map[token.Pos]bool),
		concerned:  make(map[*ast.File][]points.Function),
		causes:     make(map[ast.Node]causes),
		wrappers:   make(map[*ast.FuncDecl]*wrapper),
		looped:     make(map[*ast.CallExpr][]looped),
		done:       make(map[*ast.BlockStmt][]deed),
		telling:    make(map[*types.Var]bool),
		givenBacks: make(map[syntax.AtDepth]givenBack),
		imported:   imported,
		helpers:    pass.ResultOf[repeats.Analyzer].(*repeats.Result),
		relays:     pass.ResultOf[relays.Analyzer].(*relays.Result),
	}
	return c
}

// A checker checks one package.
type checker struct {
	*points.Package
	*excuses.Excuses
	*fixes.Writer

	pass      *analysis.Pass
	report    *check.Reporter
	settings  *Settings
	bindings  *binding.Result
	concerned map[*ast.File][]points.Function // see functions

	reported map[token.Pos]bool
	causes   map[ast.Node]causes // of predicates, by their declaration
	helpers  *repeats.Result
	relays   *relays.Result
	requests *requests.Comparer
	wrappers map[*ast.FuncDecl]*wrapper // nil for functions that are none, and under way
	imported *wrappers

	constants  map[ast.Expr]*domain.Domain  // see met
	metAt      []token.Pos                  // where they are
	handlers   map[ast.Node]taken           // see taken
	funcUses   map[types.Object]funcUses    // see usesOf
	looped     map[*ast.CallExpr][]looped   // by the request, see noteLoop
	done       map[*ast.BlockStmt][]deed    // see deeds
	givenBacks map[syntax.AtDepth]givenBack // see givenBackBy
	telling    map[*types.Var]bool          // see inSight
	marking    map[*types.Func]bool         // see markers
}

// functions calls visit with every function of a file that has a body, and has to
// do with codes.
func (c *checker) functions(file *ast.File, visit func(points.Function)) {
	all, ok := c.concerned[file]
	if !ok {
		all = c.functionsOf(file)
		c.concerned[file] = all
	}
	for _, f := range all {
		visit(f)
	}
}

func (c *checker) functionsOf(file *ast.File) []points.Function {
	var all []points.Function
	info := c.pass.TypesInfo
	names := make(map[*ast.FuncLit]types.Object)
	c.inspectConcerned(file, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.AssignStmt:
			for i, lhs := range n.Lhs {
				if i < len(n.Rhs) && len(n.Lhs) == len(n.Rhs) {
					if lit, ok := ast.Unparen(n.Rhs[i]).(*ast.FuncLit); ok {
						if id, ok := ast.Unparen(lhs).(*ast.Ident); ok {
							names[lit] = info.ObjectOf(id)
						}
					}
				}
			}
		case *ast.FuncDecl:
			if n.Body != nil && c.Flow.Concerns(n) {
				all = append(all, points.Function{Node: n, Obj: info.Defs[n.Name], Type: n.Type, Body: n.Body})
			}
		case *ast.FuncLit:
			if c.Flow.Concerns(n) {
				all = append(all, points.Function{Node: n, Obj: names[n], Type: n.Type, Body: n.Body})
			}
		}
		return true
	})
	return all
}

// inspectConcerned is ast.Inspect, but for the functions that have nothing to do
// with codes: those are most of them.
func (c *checker) inspectConcerned(file *ast.File, visit func(ast.Node) bool) {
	for _, decl := range file.Decls {
		if fn, ok := decl.(*ast.FuncDecl); !ok || c.Flow.Concerns(fn) {
			ast.Inspect(decl, visit)
		}
	}
}
