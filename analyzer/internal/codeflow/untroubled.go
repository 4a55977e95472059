package codeflow

import (
	"cmp"
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/cfg"

	"github.com/errcodelint/errcodelint/internal/lazyregexp"
)

// Untroubled returns answers for executions in which nothing fails but by a code:
// an error of which nothing is known, such as the transport's, is nil. They
// tell what a code alone is enough for.
func (r *Result) Untroubled() *Result {
	if r.engine == nil {
		return r
	}
	r.engine.mu.Lock()
	defer r.engine.mu.Unlock()
	return &Result{bindings: r.bindings, engine: r.engine.untroubled()}
}

// untroubled returns the engine for the executions without other trouble.
func (e *engine) untroubled() *engine {
	if e.calm == nil {
		e.calm = newEngine(e.program)
		e.calm.isCalm = true
	}
	return e.calm
}

// A calmFact is on a function: its summary for executions without other trouble.
type calmFact summaryFact

func (*calmFact) AFact()         {}
func (*calmFact) String() string { return "untroubled summary" }

// exportCalm tells importers what a function does in such executions.
func (e *engine) exportCalm(fn *types.Func, decl *ast.FuncDecl) {
	s := e.untroubled().summary(decl)
	if s == nil || !e.relevant(decl) && !s.saysAnything() {
		return
	}
	x := &exporter{fact: new(summaryFact), index: make(map[*symbol]int)}
	if x.summary(s) {
		e.pass.ExportObjectFact(fn, (*calmFact)(x.fact))
	}
}

// calmResults replaces the errors of a call of which nothing is known by nil, or
// by an error where the call makes one.
func (f *flow) calmResults(call *ast.CallExpr, fn *types.Func, vals []value) []value {
	sig, ok := f.typeOf(call.Fun).(*types.Signature)
	if !ok {
		return vals
	}
	n := sig.Results().Len()
	for i := range n {
		if !isErrorInterface(sig.Results().At(i).Type()) {
			continue
		}
		for len(vals) <= i {
			vals = append(vals, nil)
		}
		if len(vals[i]) > 0 {
			if f.e.hasNoCodes(fn) && slices.ContainsFunc(vals[i], func(o outcome) bool { return o.kind == isNil }) {
				vals[i] = known(out{kind: isNil}) // it fails, if it does, by other trouble
			}
			continue
		}
		switch {
		case n == 1 && fn != nil && makesError().MatchString(fn.Name()):
			vals[i] = known(out{kind: isError, err: &failure{open: true}})
		case fn == nil || fn.Pkg() == nil || f.e.index.decls[fn.Origin()] == nil:
			vals[i] = known(out{kind: isNil})
		}
	}
	return vals
}

// asksForReply reports whether a comparison asks if there is a reply at all that a function was
// given: there is.
func (f *flow) asksForReply(x *ast.BinaryExpr) bool {
	if x.Op != token.EQL && x.Op != token.NEQ || !f.e.info.Types[x.Y].IsNil() {
		return false
	}
	id, ok := ast.Unparen(x.X).(*ast.Ident)
	if !ok {
		return false
	}
	v, ok := f.e.info.Uses[id].(*types.Var)
	if !ok {
		return false
	}
	pointer, ok := v.Type().Underlying().(*types.Pointer)
	if !ok || len(f.e.bindings.CodeFields(pointer.Elem())) == 0 {
		return false
	}
	_, given := f.parameter(v)
	known := f.e.index.vars[v]
	return given && (known == nil || known.stores == 0 && !known.pointed)
}

// hasNoCodes reports whether a function of the package has nothing to do with
// codes.
func (p *program) hasNoCodes(fn *types.Func) bool {
	if fn == nil {
		return false
	}
	decl := p.index.decls[fn.Origin()]
	return decl != nil && !p.relevant(decl)
}

// makesError is what functions are called that return an error for good.
var makesError = lazyregexp.New(`^(New|Newf|Errorf?|Wrapf?|With[A-Z].*|Mark.*|Permanent|Unrecoverable|RetryableError|NonRetryableError|Join|Append|Trace|.*Error|.*Errorf|JobCancel|JobSnooze|RetryAfter)$`)

// A Source is a reply, and the codes that it can hold at some point.
type Source struct {
	ID   int           // the same in all states of a function
	Call *ast.CallExpr // that brought it; nil for what came in from outside
	Codes
}

// Sources returns the replies of which something is known, by position.
func (s State) Sources() []Source {
	if s.st == nil || s.st.dead {
		return nil
	}
	s.r.engine.mu.Lock()
	defer s.r.engine.mu.Unlock()
	var syms []*symbol
	for sym := range s.st.syms {
		if sym.universe.domain != nil {
			syms = append(syms, sym)
		}
	}
	slices.SortFunc(syms, func(a, b *symbol) int { return cmp.Compare(a.id, b.id) })
	var all []Source
	for _, sym := range syms {
		x := Source{ID: sym.id, Codes: sym.universe.codes(s.st.possible(sym))}
		if sym.site != nil {
			if x.Call = asked(sym.site); x.Call == nil || s.r.engine.looksInto(x.Call) {
				continue // where ways meet, and other places that ask nobody
			}
		}
		all = append(all, x)
	}
	return all
}

// From returns the call that brought the code which an expression holds, if that
// is one reply's for sure.
func (s State) From(e ast.Expr) *ast.CallExpr {
	if s.st == nil || s.st.dead {
		return nil
	}
	s.r.engine.mu.Lock()
	defer s.r.engine.mu.Unlock()
	v := s.f.value(s.st.clone(), e)
	if sym := v.symbol(); sym != nil && sym.site != nil {
		return asked(sym.site)
	}
	return nil
}

// looksInto reports whether a call brings no reply, but tells something of an
// error that it is given: errors.As, a predicate.
func (e *engine) looksInto(call *ast.CallExpr) bool {
	if fn, ok := calleeOf(e.info, call); ok && fn.Pkg() != nil && fn.Pkg().Path() == "errors" {
		return true
	}
	t := e.info.TypeOf(call)
	return t != nil && isBoolean(t) && e.getsFailure(call)
}

// getsFailure reports whether a call is given something that may be a failure, or hold one: an
// error, a code, a reply.
func (e *engine) getsFailure(call *ast.CallExpr) bool {
	if sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr); ok && e.info.Selections[sel] != nil && e.holdsFailure(sel.X) {
		return true
	}
	return slices.ContainsFunc(call.Args, e.holdsFailure)
}

func (e *engine) holdsFailure(x ast.Expr) bool {
	t := e.info.TypeOf(x)
	if t == nil || e.universeOf(x) != nil || isErrorType(t) || len(e.bindings.CodeFields(t)) > 0 {
		return true
	}
	if p, ok := t.Underlying().(*types.Pointer); ok {
		t = p.Elem()
	}
	switch u := t.Underlying().(type) {
	case *types.Interface:
		return u.Empty()
	case *types.Struct:
		for f := range u.Fields() {
			if isErrorInterface(f.Type()) {
				return true
			}
		}
	}
	return false
}

// Depends reports whether what an expression holds depends on the reply that a
// call has brought.
func (s State) Depends(e ast.Expr, call *ast.CallExpr) bool {
	if s.st == nil || s.st.dead {
		return false
	}
	s.r.engine.mu.Lock()
	defer s.r.engine.mu.Unlock()
	depends := false
	s.f.value(s.st.clone(), e).symbols(func(sym *symbol) {
		depends = depends || sym.site != nil && asked(sym.site) == call
	})
	return depends
}

// asked returns the call that brought what became known at a site: the call
// itself, or the one whose results a statement stores.
func asked(site ast.Node) *ast.CallExpr {
	var from ast.Expr
	switch s := site.(type) {
	case *ast.CallExpr:
		return s
	case *ast.AssignStmt:
		if len(s.Rhs) == 1 {
			from = s.Rhs[0]
		}
	case *ast.ValueSpec:
		if len(s.Values) == 1 {
			from = s.Values[0]
		}
	}
	if from == nil {
		return nil
	}
	if x, ok := ast.Unparen(from).(*ast.TypeAssertExpr); ok {
		from = x.X
	}
	call, _ := ast.Unparen(from).(*ast.CallExpr)
	return call
}

// Fails returns the state if an error is not nil, or if it is, by outcome. Of a
// call with several results that is the last one.
func (s State) Fails(e ast.Expr, fails bool) State {
	return s.step(func(f *flow, st *state) {
		var v value
		if several, ok := f.typeOf(e).(*types.Tuple); ok && several.Len() > 0 {
			v = f.evalMulti(st, e, several.Len())[several.Len()-1]
		} else {
			v = f.converted(f.eval(st, e), e, errorType)
		}
		if len(v) == 0 {
			return
		}
		var left []outcome
		for _, o := range v {
			if o.kind == anything || (o.kind == isNil) != fails {
				left = append(left, o)
			}
		}
		st.keep(left)
	})
}

// Again returns the state on the way back: at the end of a round of a loop that
// another one follows, or where a goto, or a continue, jumps back.
func (r *Result) Again(back ast.Stmt) State { return r.wayBack(back, true) }

// Asked returns the state at the end of a loop's round, before its condition is asked
// whether another one follows.
func (r *Result) Asked(loop ast.Stmt) State { return r.wayBack(loop, false) }

func (r *Result) wayBack(back ast.Stmt, goesOn bool) State {
	if r.engine == nil {
		return State{r: r}
	}
	r.engine.mu.Lock()
	defer r.engine.mu.Unlock()
	f := r.engine.flowAt(back.Pos())
	if f == nil {
		return State{r: r}
	}
	st := f.again(r.engine.actualRun(f), back, goesOn)
	if st == nil {
		st = &state{dead: true}
	}
	return State{r, f, st}
}

func (f *flow) again(r *run, back ast.Stmt, goesOn bool) *state {
	if jump, ok := back.(*ast.BranchStmt); ok {
		return f.jump(r, jump)
	}
	head, _ := f.heads(back)
	if head == nil {
		return nil
	}
	var in []*state
	for _, b := range f.blocks {
		for i, s := range b.Succs {
			if s == head && f.rank[b.Index] >= f.rank[head.Index] && r.out[b.Index] != nil {
				in = append(in, r.out[b.Index][i].clone())
			}
		}
	}
	st := f.join(blockSite{head}, in)
	loop, ok := back.(*ast.ForStmt)
	if st.dead || !ok || loop.Cond == nil || !goesOn {
		return st
	}
	st = st.clone()
	outer := f.running
	f.running = &run{lits: make(map[*ast.FuncLit]*state)}
	defer func() { f.running = outer }()
	f.assume(st, f.e.later(loop, loop.Cond), true)
	return st
}

// jump returns the state at a goto or continue that jumps back: of the block that
// ends with it.
func (f *flow) jump(r *run, jump *ast.BranchStmt) *state {
	var loop ast.Stmt
	if jump.Tok == token.CONTINUE {
		loop = f.continued(jump)
	}
	leads := func(to *cfg.Block) bool {
		switch to.Kind {
		case cfg.KindLabel:
			l, ok := to.Stmt.(*ast.LabeledStmt)
			return ok && loop == nil && l.Label.Name == jump.Label.Name
		case cfg.KindForPost, cfg.KindForLoop, cfg.KindForBody, cfg.KindRangeLoop:
			return loop != nil && to.Stmt == loop
		}
		return false
	}
	var st *state
	var best token.Pos
	for _, b := range f.blocks {
		for i, s := range b.Succs {
			if r.out[b.Index] == nil || !leads(s) {
				continue
			}
			if at := endOf(b); at <= jump.Pos() && at > best {
				best, st = at, r.out[b.Index][i]
			}
		}
	}
	return st
}

// continued returns the loop that a continue goes on with: the one that its label
// is put to, or the innermost around it.
func (f *flow) continued(jump *ast.BranchStmt) ast.Stmt {
	var loop ast.Stmt
	for _, b := range f.blocks {
		s := b.Stmt
		if l, ok := s.(*ast.LabeledStmt); ok && jump.Label != nil {
			if l.Label.Name == jump.Label.Name {
				return l.Stmt
			}
			continue
		}
		switch s.(type) {
		case *ast.ForStmt, *ast.RangeStmt:
			if jump.Label == nil && s.Pos() < jump.Pos() && jump.End() <= s.End() && (loop == nil || s.Pos() > loop.Pos()) {
				loop = s
			}
		}
	}
	return loop
}

// endOf returns a position at the end of a block.
func endOf(b *cfg.Block) token.Pos {
	if n := len(b.Nodes); n > 0 {
		return b.Nodes[n-1].End()
	}
	switch s := b.Stmt.(type) {
	case *ast.IfStmt:
		switch b.Kind {
		case cfg.KindIfThen:
			return s.Body.Pos()
		case cfg.KindIfElse:
			return s.Else.Pos()
		}
		return s.End()
	case *ast.CaseClause:
		return s.Colon
	case *ast.CommClause:
		return s.Colon
	}
	return blockSite{b}.Pos()
}
