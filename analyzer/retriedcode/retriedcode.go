// The files, from what is asked to what is answered:
//
//   - points.go: all that the check asks of the code flow: which codes can get to a point
//   - rounds.go, nested.go, recursion.go: loops, gotos and recursion; requeued.go, queues.go: what a loop puts back; ways.go, alone.go:
//     which of several ways back, and of several requests, counts
//   - libraries.go: the table of retry libraries; match.go: what in a program is one of them; calls.go,
//     operation.go, forever.go: calls of them; beside.go, options.go, filters.go, questions.go: what goes with the operation;
//     marks.go, marking.go, told.go, pauses.go: how it is told what is final
//   - helpers.go, judge.go, retriers.go, tries.go: the program's own helpers, which package repeats finds;
//     wrappers.go, wrapperfacts.go: those that hand on to a library
//   - handlers.go, limits.go, handed.go, redelivery.go, gives.go, deferred.go, abandoned.go: functions that queues and schedulers call
//   - predicates.go, answer.go, sets.go, cause.go, names.go: what says which codes to send again
//   - opaque.go, verdict.go, elsewhere.go, people.go, acts.go, passive.go, ended.go, kept.go, unchanged.go, polled.go: why a
//     way back is not reported, or for fewer codes
//   - path.go: where a node stands
//   - message.go: what is said; fix.go, leave.go, leaving.go, place.go, stop.go, remove.go, element.go: the fixes
//
// Whether a request is the same each time is for package requests to say.

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
	"github.com/errcodelint/errcodelint/analyzer/internal/edit"
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
		Requires:         slices.Concat(check.Requires, []*analysis.Analyzer{codeflow.Analyzer, repeats.Analyzer, wrappersAnalyzer}),
		ResultType:       check.ResultType,
		RunDespiteErrors: true,
	}
	settings.Register(&a.Flags)
	a.Run = func(pass *analysis.Pass) (any, error) { return run(pass, &settings) }
	return guard.Guard(a)
}

func run(pass *analysis.Pass, settings *Settings) (any, error) {
	report := check.NewReporter(pass)
	if check.Bindings(pass).Empty() {
		return report.Result(), nil
	}
	c := newChecker(pass, report, settings)
	c.imported = pass.ResultOf[wrappersAnalyzer].(*wrappers)
	for file := range settings.Files(pass) {
		c.files = append(c.files, file)
	}
	c.sets()
	c.predicates()
	for _, file := range c.files {
		c.handed(file)
	}
	for _, file := range c.files {
		c.functions(file, func(f function) {
			c.rounds(f)
			c.calls(f)
			c.requeued(f)
			c.aloneIn(f)
			c.pollsIn(f)
		})
	}
	return report.Result(), nil
}

// newChecker returns a checker that knows what the package declares.
func newChecker(pass *analysis.Pass, report *check.Reporter, settings *Settings) *checker {
	c := &checker{
		pass:       pass,
		report:     report,
		settings:   settings,
		bindings:   check.Bindings(pass),
		flow:       pass.ResultOf[codeflow.Analyzer].(*codeflow.Result).Untroubled(),
		decls:      make(map[*types.Func]*ast.FuncDecl),
		assigned:   make(map[*types.Var][]ast.Expr),
		found:      make(map[*types.Var]*ast.IndexExpr),
		computed:   make(map[*types.Var]*ast.CallExpr),
		asserted:   make(map[*types.Var]bool),
		passives:   make(map[*ast.FuncDecl]bool),
		reported:   make(map[token.Pos]bool),
		causes:     make(map[ast.Node]causes),
		namers:     make(map[*ast.File]*edit.Namer),
		wrappers:   make(map[*ast.FuncDecl]*wrapper),
		telling:    make(map[*types.Var]bool),
		givenBacks: make(map[atDepth]givenBack),
		typed:      make(map[atDepth]bool),
		helpers:    pass.ResultOf[repeats.Analyzer].(*repeats.Result),
	}
	c.requests = requests.New(pass, c.declOfFunc, c.literalOf, c.onceOf)
	c.index()
	return c
}

// A checker checks one package.
type checker struct {
	pass     *analysis.Pass
	report   *check.Reporter
	settings *Settings
	bindings *binding.Result
	flow     *codeflow.Result
	files    []*ast.File

	decls    map[*types.Func]*ast.FuncDecl
	assigned map[*types.Var][]ast.Expr     // what a variable is assigned, nil for anything that is no expression
	found    map[*types.Var]*ast.IndexExpr // what was looked up in a map, if the variable holds what was found, or whether
	computed map[*types.Var]*ast.CallExpr  // what has returned what the variable holds
	asserted map[*types.Var]bool           // variables that hold what was found in an error
	passives map[*ast.FuncDecl]bool        // see passiveBody
	reported map[token.Pos]bool
	causes   map[ast.Node]causes // of predicates, by their declaration
	helpers  *repeats.Result
	requests *requests.Comparer
	wrappers map[*ast.FuncDecl]*wrapper // nil for functions that are none, and under way
	imported *wrappers

	constants  map[ast.Expr]*domain.Domain // see met
	namers     map[*ast.File]*edit.Namer
	handlers   map[ast.Node]taken        // see taken
	funcUses   map[types.Object]funcUses // see usesOf
	looped     []looped                  // see noteLoop
	givenBacks map[atDepth]givenBack     // see givenBackBy
	typed      map[atDepth]bool          // see isTyped
	telling    map[*types.Var]bool       // see told
	marking    map[*types.Func]bool      // see markers
}

// index notes where functions are declared, and what variables are assigned.
func (c *checker) index() {
	info := c.pass.TypesInfo
	assign := func(lhs, rhs ast.Expr) {
		switch x := ast.Unparen(lhs).(type) {
		case *ast.Ident:
			if v, ok := info.ObjectOf(x).(*types.Var); ok {
				c.assigned[v.Origin()] = append(c.assigned[v.Origin()], rhs)
			}
		case *ast.SelectorExpr:
			if v, ok := info.ObjectOf(x.Sel).(*types.Var); ok {
				c.assigned[v.Origin()] = append(c.assigned[v.Origin()], rhs)
			}
		}
	}
	for _, file := range c.pass.Files {
		ast.Inspect(file, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.FuncDecl:
				if fn, ok := info.Defs[n.Name].(*types.Func); ok {
					c.decls[fn] = n
				}
			case *ast.AssignStmt:
				if x, ok := ast.Unparen(n.Rhs[0]).(*ast.TypeAssertExpr); ok && c.tells(info.TypeOf(x.X)) {
					c.noteAsserted(n.Lhs[0])
				}
				for i, lhs := range n.Lhs {
					if id, ok := lhs.(*ast.Ident); ok && len(n.Rhs) == 1 {
						if v, ok := info.ObjectOf(id).(*types.Var); ok {
							c.found[v] = c.lookedUp(n.Rhs[0])
							c.computed[v], _ = ast.Unparen(n.Rhs[0]).(*ast.CallExpr)
						}
					}
					if len(n.Rhs) == len(n.Lhs) {
						assign(lhs, n.Rhs[i])
					} else {
						assign(lhs, nil)
					}
				}
			case *ast.CaseClause:
				if v, ok := info.Implicits[n].(*types.Var); ok { // of a type switch
					c.asserted[v] = true
				}
			case *ast.ValueSpec:
				for i, name := range n.Names {
					if i < len(n.Values) && len(n.Values) == len(n.Names) {
						assign(name, n.Values[i])
					} else if len(n.Values) > 0 {
						assign(name, nil)
					}
				}
			case *ast.KeyValueExpr:
				if id, ok := n.Key.(*ast.Ident); ok {
					assign(id, n.Value)
				}
			case *ast.CompositeLit:
				c.assignInOrder(n)
			case *ast.RangeStmt:
				if n.Tok == token.ASSIGN {
					assign(n.Key, nil)
					if n.Value != nil {
						assign(n.Value, nil)
					}
				}
			case *ast.UnaryExpr:
				if n.Op == token.AND {
					assign(n.X, nil)
				}
			case *ast.CallExpr:
				if fn, ok := syntax.Callee(info, n).(*types.Func); ok && syntax.ErrorsFunction(fn) == "As" && len(n.Args) == 2 {
					if u, ok := ast.Unparen(n.Args[1]).(*ast.UnaryExpr); ok {
						c.noteAsserted(u.X)
					}
				}
			}
			return true
		})
	}
}

// assignInOrder notes what the fields of a struct get that is written without their names.
func (c *checker) assignInOrder(lit *ast.CompositeLit) {
	t := c.pass.TypesInfo.TypeOf(lit)
	if t == nil {
		return
	}
	if p, ok := types.Unalias(t).Underlying().(*types.Pointer); ok { // an element of a []*T
		t = p.Elem()
	}
	st, ok := t.Underlying().(*types.Struct)
	if !ok {
		return
	}
	for i, e := range lit.Elts {
		if _, keyed := e.(*ast.KeyValueExpr); !keyed && i < st.NumFields() {
			field := st.Field(i).Origin()
			c.assigned[field] = append(c.assigned[field], e)
		}
	}
}

func (c *checker) noteAsserted(e ast.Expr) {
	if id, ok := ast.Unparen(e).(*ast.Ident); ok {
		if v, ok := c.pass.TypesInfo.ObjectOf(id).(*types.Var); ok {
			c.asserted[v] = true
		}
	}
}

// A function is a declared function or a function literal.
type function struct {
	node ast.Node // *ast.FuncDecl or *ast.FuncLit
	obj  types.Object
	typ  *ast.FuncType
	body *ast.BlockStmt
}

// functions calls visit with every function of a file that has a body, and has to
// do with codes.
func (c *checker) functions(file *ast.File, visit func(function)) {
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
			if n.Body != nil && c.flow.Concerns(n) {
				visit(function{n, info.Defs[n.Name], n.Type, n.Body})
			}
		case *ast.FuncLit:
			if c.flow.Concerns(n) {
				visit(function{n, names[n], n.Type, n.Body})
			}
		}
		return true
	})
}

// inspectConcerned is ast.Inspect, but for the functions that have nothing to do
// with codes: those are most of them.
func (c *checker) inspectConcerned(file *ast.File, visit func(ast.Node) bool) {
	for _, decl := range file.Decls {
		if fn, ok := decl.(*ast.FuncDecl); !ok || c.flow.Concerns(fn) {
			ast.Inspect(decl, visit)
		}
	}
}

func (c *checker) declOf(call *ast.CallExpr) *ast.FuncDecl {
	fn, _ := syntax.Callee(c.pass.TypesInfo, call).(*types.Func)
	return c.declOfFunc(fn)
}

func (c *checker) declOfFunc(fn *types.Func) *ast.FuncDecl {
	if fn == nil {
		return nil
	}
	return c.decls[fn.Origin()]
}

// literalOf returns the function literal that an expression is, directly or
// through a variable that is assigned once.
func (c *checker) literalOf(e ast.Expr) *ast.FuncLit {
	switch x := ast.Unparen(e).(type) {
	case *ast.FuncLit:
		return x
	case *ast.Ident, *ast.SelectorExpr:
		if v := c.once(x); v != nil {
			lit, _ := ast.Unparen(v).(*ast.FuncLit)
			return lit
		}
	}
	return nil
}

// once returns what a variable or field holds that is assigned only once.
func (c *checker) once(e ast.Expr) ast.Expr {
	id := syntax.Name(e)
	if id == nil {
		return nil
	}
	v, _ := c.pass.TypesInfo.ObjectOf(id).(*types.Var)
	return c.onceOf(v)
}

// onceOf is once for a variable.
func (c *checker) onceOf(v *types.Var) ast.Expr {
	if v == nil || len(c.assigned[v.Origin()]) != 1 {
		return nil
	}
	return c.assigned[v.Origin()][0]
}
