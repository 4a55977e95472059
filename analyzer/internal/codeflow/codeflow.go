package codeflow

import (
	"go/ast"
	"go/token"
	"go/types"
	"iter"
	"reflect"

	"golang.org/x/tools/go/analysis"

	"github.com/errcodelint/errcodelint/analyzer/internal/binding"
	"github.com/errcodelint/errcodelint/analyzer/internal/domain"
	"github.com/errcodelint/errcodelint/analyzer/internal/effects"
	"github.com/errcodelint/errcodelint/analyzer/internal/relays"
	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
	"github.com/errcodelint/errcodelint/internal/guard"
)

// Analyzer follows the codes through a package. Checks require it and ask its
// [*Result].
var Analyzer = guard.Guard(&analysis.Analyzer{
	Name:             "errcodeflow",
	Doc:              "know which error codes can reach a line",
	URL:              "https://github.com/errcodelint/errcodelint/blob/main/docs/codeflow.md",
	Run:              runAnalyzer,
	RunDespiteErrors: true,
	Requires:         []*analysis.Analyzer{binding.Analyzer, relays.Analyzer},
	ResultType:       reflect.TypeFor[*Result](),
	FactTypes:        append(effects.Facts(), new(summaryFact), new(sentinelFact), new(calmFact), new(tableFact), new(sieveFact), new(unwrapFact), new(passesFact)),
})

func runAnalyzer(pass *analysis.Pass) (any, error) {
	bindings := pass.ResultOf[binding.Analyzer].(*binding.Result)
	if bindings.Empty() && !importsCodes(pass) {
		sentinels := anySentinels(pass)
		if !syntax.OfStandardLibrary(pass) && (sentinels || anyChecks(pass) || anySieves(pass) || anyAsksErrors(pass) || anyUnwraps(pass)) {
			e := newEngine(newProgram(pass, bindings, false))
			e.exportChecks()
			e.exportSieves()
			e.exportQuestions()
			e.exportUnwraps()
			if sentinels {
				e.exportSentinels()
			}
		}
		return &Result{bindings: bindings}, nil
	}
	e := newEngine(newProgram(pass, bindings, true))
	e.exportSummaries()
	return &Result{bindings: bindings, engine: e}, nil
}

// A Result answers questions about the functions of a package. What it answers
// is computed when it is first asked for. It is safe for concurrent use.
type Result struct {
	guard.Held
	bindings *binding.Result
	engine   *engine // nil in a package that has nothing to do with codes
}

// Empty reports whether the package has nothing to do with codes, be it by the functions of others that it can call.
func (r *Result) Empty() bool { return r.engine == nil }

// At returns the codes that e can hold where it is evaluated: none where it is
// never reached. It fails for an expression that is no code.
func (r *Result) At(e ast.Expr) (Codes, bool) {
	if r.engine == nil {
		return Codes{}, false
	}
	r.engine.mu.Lock()
	defer r.engine.mu.Unlock()
	u := r.engine.universeOf(e)
	if u == nil {
		return Codes{}, false
	}
	if v := r.engine.info.Types[e].Value; v != nil {
		return u.codes(single(u.of(v))), true
	}
	f := r.engine.flowOf(e)
	if f == nil {
		return u.codes(u.all), true
	}
	actual := r.engine.actualRun(f)
	s, ok := f.codesIn(actual)[e]
	if !ok {
		// Not evaluated by itself: the operand of a selector, an assignment's left
		// side; or never reached.
		if n, found := f.nodeOf(e); found {
			if st := f.replay(actual, n, nil); st != nil {
				s = st.codes(f.value(st, e), u, nil)
			}
		}
	}
	return u.codes(s), true
}

// Concerns reports whether a function, a declaration or a literal, has to do with
// codes: it mentions one, or another function that has to do with codes.
func (r *Result) Concerns(fn ast.Node) bool {
	return r.engine != nil && r.engine.relevant(fn)
}

// Calls returns the calls of a function of the package by its name.
func (r *Result) Calls(fn *types.Func) []*ast.CallExpr {
	if r.engine == nil {
		return nil
	}
	var calls []*ast.CallExpr
	for _, site := range r.engine.index.Calls[fn] {
		calls = append(calls, site.Call)
	}
	return calls
}

func (e *engine) flowAt(pos token.Pos) *flow {
	if n := e.index.Around(pos); n != nil {
		return e.flow(n)
	}
	return nil
}

// flowOf returns the flow of the function that executes a statement or expression. One that begins with a function literal,
// as func() { … }() does, is executed by the function around that.
func (e *engine) flowOf(n ast.Node) *flow {
	if lit, ok := e.index.Around(n.Pos()).(*ast.FuncLit); ok && lit.Pos() == n.Pos() {
		return e.flowAt(n.Pos() - 1)
	}
	return e.flowAt(n.Pos())
}

// Before returns what is known just before a statement, or an expression, of a
// function's body is executed.
func (r *Result) Before(n ast.Node) State {
	if r.engine == nil {
		return State{r: r}
	}
	r.engine.mu.Lock()
	defer r.engine.mu.Unlock()
	f := r.engine.flowOf(n)
	if f == nil {
		return State{r: r}
	}
	st := f.before(r.engine.actualRun(f), n)
	if st == nil {
		st = &state{dead: true}
	}
	return State{r, f, st}
}

// before returns the state before a statement or expression.
func (f *flow) before(r *run, n ast.Node) *state {
	if e, ok := n.(ast.Expr); ok {
		at, found := f.nodeOf(e)
		if !found {
			return nil
		}
		return f.beforeAt(r, at, e)
	}
	if jump, ok := n.(*ast.BranchStmt); ok {
		return f.beforeJump(r, jump)
	}
	// The first node of the statement that is executed.
	first, found := nodeAt{}, false
	for _, at := range f.ordered[f.firstFrom(n.Pos()):] {
		if at.node.Pos() >= n.End() {
			break
		}
		if at.node.End() <= n.End() && (!found || f.rank[at.block] >= 0 && f.rank[first.block] < 0) {
			first, found = at, true
			if f.rank[at.block] >= 0 {
				break
			}
		}
	}
	if !found {
		return nil
	}
	return f.replay(r, first, nil)
}

// beforeAt returns the state before an expression in a node of the graph.
func (f *flow) beforeAt(r *run, at nodeAt, e ast.Expr) *state {
	var st *state
	in := f.replay(r, at, func() {
		f.stop = func(x ast.Expr, s *state) {
			if x == e && st == nil {
				st = s.clone()
			}
		}
	})
	if st == nil {
		st = in
	}
	return st
}

// A State is what is known at one point of a function.
type State struct {
	r  *Result
	f  *flow
	st *state // nil: nothing is known
}

// Reachable reports whether the point can be reached at all.
func (s State) Reachable() bool { return s.st == nil || !s.st.dead }

// Codes returns the codes that e can hold if it is evaluated in this state. It
// fails for an expression that is no code. A field may be selected as nowhere in the program: of what stands here, by
// a name that stands elsewhere.
func (s State) Codes(e ast.Expr) (Codes, bool) {
	if s.r.engine == nil {
		return Codes{}, false
	}
	s.r.engine.mu.Lock()
	defer s.r.engine.mu.Unlock()
	u := s.r.engine.universeOf(e)
	if sel, ok := e.(*ast.SelectorExpr); ok && u == nil && s.f != nil && s.r.engine.info.Selections[sel] == nil {
		if l := s.f.locate(e); l != nil {
			u = l.code
		}
	}
	if u == nil {
		return Codes{}, false
	}
	switch {
	case s.st == nil:
		return u.codes(u.all), true
	case s.st.dead:
		return u.codes(set{}), true
	}
	st := s.st.clone()
	v := s.f.value(st, e)
	return u.codes(st.codes(v, u, nil)), true
}

// Assume returns the state after cond was evaluated and came out as outcome.
func (s State) Assume(cond ast.Expr, outcome bool) State {
	return s.step(func(f *flow, st *state) { f.assume(st, cond, outcome) })
}

// AssumeEqual returns the state after the two expressions were compared, as a
// switch compares its tag with a case.
func (s State) AssumeEqual(x, y ast.Expr, outcome bool) State {
	return s.step(func(f *flow, st *state) {
		equal, other := f.compare(st, x, f.eval(st, x), token.EQL, y)
		if outcome {
			st.become(equal)
		} else {
			st.become(other)
		}
	})
}

// After returns the state after a statement without control flow of its own
// (an assignment, a declaration, a call) was executed.
func (s State) After(stmt ast.Stmt) State {
	return s.step(func(f *flow, st *state) {
		if decl, ok := stmt.(*ast.DeclStmt); ok {
			if g, ok := decl.Decl.(*ast.GenDecl); ok {
				for _, spec := range g.Specs {
					f.execute(st, spec)
				}
			}
			return
		}
		f.execute(st, stmt)
	})
}

func (s State) step(do func(*flow, *state)) State {
	if s.st == nil || s.st.dead {
		return s
	}
	s.r.engine.mu.Lock()
	defer s.r.engine.mu.Unlock()
	st := s.st.clone()
	do(s.f, st)
	return State{s.r, s.f, st}
}

// Codes is a set of codes of one domain: of its members, and the one element
// that stands for every undocumented value.
type Codes struct {
	Domain *domain.Domain
	u      *universe
	set    set
}

func (u *universe) codes(s set) Codes { return Codes{u.domain, u, s.intersect(u.all)} }

// Has reports whether the documented code with that text is in the set.
func (c Codes) Has(text string) bool {
	i, ok := c.Domain.Index(text)
	return ok && c.set.has(i)
}

// Undocumented reports whether an undocumented code is in the set.
func (c Codes) Undocumented() bool { return c.set.has(c.u.undocumented()) }

// Members returns the documented codes in the set, in the domain's order.
func (c Codes) Members() []domain.Member {
	var ms []domain.Member
	for m := range c.All() {
		ms = append(ms, m)
	}
	return ms
}

// All yields the documented codes in the set, in the domain's order.
func (c Codes) All() iter.Seq[domain.Member] {
	return func(yield func(domain.Member) bool) {
		for i, m := range c.Domain.Members() {
			if c.set.has(i) && !yield(m) {
				return
			}
		}
	}
}

// Empty reports whether no code at all is in the set.
func (c Codes) Empty() bool { return c.set.empty() }

// MayReturn reports whether a call may return.
func (r *Result) MayReturn(call *ast.CallExpr) bool {
	if r.engine == nil {
		return true
	}
	r.engine.mu.Lock()
	defer r.engine.mu.Unlock()
	return r.engine.effects.MayReturn(call)
}
