package codeflow

import (
	"go/ast"
	"go/constant"
	"go/types"
	"slices"

	"golang.org/x/tools/go/analysis"

	"github.com/errcodelint/errcodelint/analyzer/internal/index"
	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// A Failure is an error that is not nil, as it is in some state, and in those that follow from what is asked of it.
type Failure struct {
	err ast.Expr
	v   value
}

// Failure returns the state if an error is not nil, and that error; of a call with several results it is the last
// one. It fails if nothing is known of it.
func (s State) Failure(err ast.Expr) (State, Failure, bool) {
	x := Failure{err: err}
	known := false
	after := s.step(func(f *flow, st *state) {
		var v value
		if several, ok := f.typeOf(err).(*types.Tuple); ok && several.Len() > 0 {
			v = f.evalMulti(st, err, several.Len())[several.Len()-1]
		} else {
			v = f.converted(st, f.eval(st, err), err, syntax.ErrorType)
		}
		x.v = slices.DeleteFunc(slices.Clone(v), func(o outcome) bool { return o.kind == isNil })
		if len(x.v) > 0 {
			known = true
			st.keep(x.v)
		}
	})
	return after, x, known
}

// Answers returns the state if a function that is asked about an error says so: what a library, which is given a
// predicate, does with an operation's error. The error is the last of the function's arguments. It fails if what the
// function says hangs on more than that.
func (s State) Answers(predicate ast.Expr, x Failure, want bool) (State, bool) {
	known := false
	after := s.step(func(f *flow, st *state) {
		sum := f.e.predicateOf(predicate)
		if sum == nil || sum.hangsOnMore() {
			return
		}
		c := &call{CallExpr: &ast.CallExpr{Fun: predicate}}
		for range syntax.CalledSignature(f.e.info, predicate).Params().Len() - 1 {
			c.Args, c.args = append(c.Args, new(ast.BadExpr)), append(c.args, nil)
		}
		c.Args, c.args = append(c.Args, x.err), append(c.args, x.v)
		known = st.keepAnswers(f.instantiate(st, sum, c), want)
	})
	return after, known
}

// Finds returns the state if errors.Is finds something in an error, or does not. It fails if that is not known.
func (s State) Finds(x Failure, target ast.Expr, want bool) (State, bool) {
	known := false
	after := s.step(func(f *flow, st *state) {
		c := &call{CallExpr: &ast.CallExpr{Args: []ast.Expr{x.err, target}}, args: []value{x.v, f.eval(st, target)}}
		if is, ok := errorsIs(f, st, c); ok && len(is) == 1 && is[0] != nil {
			known = st.keepAnswers([]map[string]value{{"": is[0]}}, want)
		}
	})
	return after, known
}

// AnswersAbout returns the state after a function was asked about what an operation returns, and has
// said so: about its first results, or those of the one call that gives them all; if there is no error
// with them, or whatever that is. It fails if what the function says hangs on more than that.
func (s State) AnswersAbout(predicate ast.Expr, results []ast.Expr, noError, want bool) (State, bool) {
	known := false
	after := s.step(func(f *flow, st *state) {
		sig := syntax.CalledSignature(f.e.info, predicate)
		sum := f.e.functionOf(predicate)
		if sig == nil || sum == nil || sig.Variadic() {
			return
		}
		if sum.hangsOnMore() {
			return
		}
		c := &call{CallExpr: &ast.CallExpr{Fun: predicate, Args: results}}
		if n := f.resultsOf(results); n > 1 {
			c.args = f.evalMulti(st, results[0], n)
		} else {
			for _, x := range results {
				c.args = append(c.args, f.converted(st, f.eval(st, x), x, f.typeOf(x)))
			}
		}
		if len(c.args) < sig.Params().Len() || st.dead {
			return
		}
		if noError {
			err := c.args[len(c.args)-1]
			st.keep(slices.DeleteFunc(slices.Clone(orUnknown(err)), func(o outcome) bool { return o.kind == isError }))
			if st.dead {
				known = true
				return
			}
		}
		if len(c.args) == len(c.Args) {
			c.Args, c.args = c.Args[:sig.Params().Len()], c.args[:sig.Params().Len()]
		}
		known = st.keepAnswers(f.instantiate(st, sum, c), want)
	})
	return after, known
}

// hangsOnMore reports whether what a function says hangs on more than its parameters: variables around it,
// its receiver.
func (s *summary) hangsOnMore() bool {
	for _, g := range s.given {
		if g.outer != nil || g.param < 0 {
			return true
		}
	}
	return false
}

// Heed has the codes followed in a function which another one is going to be asked about, in what the
// function returns.
func (r *Result) Heed(predicate ast.Expr, results []ast.Expr) {
	if r.engine == nil || len(results) == 0 {
		return
	}
	r.engine.mu.Lock()
	defer r.engine.mu.Unlock()
	f, sum := r.engine.flowOf(results[0]), r.engine.functionOf(predicate)
	if f == nil || sum == nil {
		return
	}
	known := len(f.order)
	c := &call{CallExpr: &ast.CallExpr{Fun: predicate, Args: results}}
	for _, g := range sum.given {
		if g.isCode() && g.path != "" && g.param >= 0 && g.param < len(results) {
			f.givenValue(newState(), c, g)
		}
	}
	if slices.ContainsFunc(f.order[known:], (*location).isLooked) {
		delete(r.engine.actual, f.node)
		delete(r.engine.whole, f.node)
	}
}

// keepAnswers leaves what is possible if the one result of a call is want. It fails where that is not
// known.
func (st *state) keepAnswers(results []map[string]value, want bool) bool {
	if st.dead || len(results) != 1 || len(results[0][""]) == 0 {
		return false
	}
	var left []outcome
	for _, o := range results[0][""] {
		if o.kind != isConst || o.val.Kind() != constant.Bool {
			return false
		}
		if constant.BoolVal(o.val) == want {
			left = append(left, o)
		}
	}
	st.keep(left)
	return true
}

// predicateOf returns the summary of a function that an expression is, which gets an error, perhaps behind other
// things; nil if there is none.
func (e *engine) predicateOf(x ast.Expr) *summary {
	sig := syntax.CalledSignature(e.info, x)
	if sig == nil || sig.Params().Len() == 0 || sig.Variadic() || !syntax.IsErrorInterface(sig.Params().At(sig.Params().Len()-1).Type()) ||
		sig.Results().Len() != 1 || !syntax.IsBoolean(sig.Results().At(0).Type()) {
		return nil
	}
	return e.functionOf(x)
}

// functionOf returns the summary of the function that an expression is, nil if that is not known.
func (e *engine) functionOf(x ast.Expr) *summary {
	switch x := ast.Unparen(x).(type) {
	case *ast.FuncLit:
		return e.summary(x)
	case *ast.Ident:
		return e.functionNamed(e.info.Uses[x])
	case *ast.SelectorExpr:
		// A function of another package, or a method of a value.
		switch s := e.info.Selections[x]; {
		case s == nil || s.Kind() == types.MethodVal:
			return e.functionNamed(e.info.Uses[x.Sel])
		case s.Kind() == types.MethodExpr && len(s.Index()) == 1: // else of a struct in it
			return e.functionNamed(e.info.Uses[x.Sel]).withReceiver()
		}
	}
	return nil
}

// withReceiver returns the summary of a method as that of a function that gets the receiver first: reply.OK.
func (s *summary) withReceiver() *summary {
	if s == nil {
		return nil
	}
	f := *s
	f.given = make(map[*symbol]given, len(s.given))
	for sym, g := range s.given {
		if g.outer == nil {
			g.param -= index.Receiver
		}
		f.given[sym] = g
	}
	f.handed = make(map[int]handedBack, len(s.handed))
	for result, of := range s.handed {
		of.Param -= index.Receiver
		f.handed[result] = of
	}
	return &f
}

func (e *engine) functionNamed(obj types.Object) *summary {
	switch obj := obj.(type) {
	case *types.Func:
		if decl := e.index.Decls[obj.Origin()]; decl != nil {
			return e.summary(decl)
		}
		if obj.Pkg() != nil && obj.Pkg() != e.pass.Pkg {
			return e.importedSummary(obj.Origin())
		}
	case *types.Var:
		if lit := e.index.FuncVars[obj]; lit != nil {
			return e.summary(lit)
		}
	}
	return nil
}

// AsksForCodes reports whether what a function of another package returns depends on codes
// that it asks for itself, and not only on the errors that were made of them.
func (r *Result) AsksForCodes(fn *types.Func) bool {
	brings, known := r.brings(fn)
	return brings || !known
}

// BringsCodes reports whether it is known of a function of another package that it does.
func (r *Result) BringsCodes(fn *types.Func) bool {
	brings, known := r.brings(fn)
	return brings && known
}

func (r *Result) brings(fn *types.Func) (brings, known bool) {
	if r.engine == nil {
		return false, true
	}
	r.engine.mu.Lock()
	defer r.engine.mu.Unlock()
	sum := r.engine.importedSummary(fn.Origin())
	if sum == nil {
		return false, r.engine.isSieve(fn.Origin()) // who knows
	}
	return sum.brings(), true
}

// MayBring reports whether what a function of the package returns may depend on codes that it asks for itself.
func (r *Result) MayBring(decl *ast.FuncDecl) bool {
	if r.engine == nil {
		return false
	}
	r.engine.mu.Lock()
	defer r.engine.mu.Unlock()
	sum := r.engine.summary(decl)
	return sum == nil || sum.brings()
}

// brings reports whether a function's results depend on a code that it asks for itself.
func (s *summary) brings() bool {
	for sym := range s.possible {
		if sym.universe.domain != nil {
			return true
		}
	}
	return false
}

// anyAsksErrors is a quick look at a package without codes: whether one of its functions is asked
// about an error that it searches, which may be made of a code, or makes an error of it.
func anyAsksErrors(pass *analysis.Pass) bool {
	for _, file := range pass.Files {
		for _, decl := range file.Decls {
			fn, ok := decl.(*ast.FuncDecl)
			if !ok || !fn.Name.IsExported() || fn.Body == nil || !takes(fn.Type, "error") {
				continue
			}
			if obj, ok := pass.TypesInfo.Defs[fn.Name].(*types.Func); ok && isTold(pass, obj.Signature()) {
				return true
			}
		}
	}
	return false
}

// exportQuestions tells importers of a package without codes what its functions say of an error
// that they get, or make of it.
func (e *engine) exportQuestions() {
	for fn, decl := range e.declared() {
		if fn.Exported() && decl.Body != nil && isTold(e.pass, fn.Signature()) {
			e.exportCalm(fn, decl)
		}
	}
}

// isTold reports whether importers of a package without codes are told of a function: it says yes or no of an error that it gets,
// or makes one of it. Where another module does that it is a mark, see isMark.
func isTold(pass *analysis.Pass, sig *types.Signature) bool {
	return asksError(sig) || syntax.InMainModule(pass) && handsOn(sig)
}
