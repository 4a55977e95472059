package codeflow

import (
	"go/ast"
	"go/constant"
	"go/types"
	"slices"
)

// Answers returns the state if there is an error, and a function that is asked about it says
// so: what a library, which is given a predicate, does with an operation's error. Of a call
// with several results the error is the last one. It fails if what the function says hangs
// on more than the error.
func (s State) Answers(predicate, err ast.Expr, want bool) (State, bool) {
	known := false
	after := s.step(func(f *flow, st *state) {
		sum := f.e.predicateOf(predicate)
		if sum == nil {
			return
		}
		for _, g := range sum.given {
			if g.outer != nil {
				return
			}
		}
		c := &call{CallExpr: &ast.CallExpr{Fun: predicate, Args: []ast.Expr{err}}}
		if several, ok := f.typeOf(err).(*types.Tuple); ok && several.Len() > 0 {
			c.args = f.evalMulti(st, err, several.Len())[several.Len()-1:]
		} else {
			c.args = []value{f.converted(f.eval(st, err), err, errorType)}
		}
		fails := slices.DeleteFunc(slices.Clone(c.args[0]), func(o outcome) bool { return o.kind == isNil })
		if len(fails) == 0 || st.dead {
			return
		}
		c.args[0] = fails
		if st.keep(fails); st.dead {
			known = true
			return
		}
		results := f.instantiate(st, sum, c)
		if st.dead || len(results) != 1 || len(results[0][""]) == 0 {
			return
		}
		var left []outcome
		for _, o := range results[0][""] {
			if o.kind != isConst || o.val.Kind() != constant.Bool {
				return
			}
			if constant.BoolVal(o.val) == want {
				left = append(left, o)
			}
		}
		known = true
		st.keep(left)
	})
	return after, known
}

// predicateOf returns the summary of a function that an expression is, which gets nothing
// but an error; nil if there is none.
func (e *engine) predicateOf(x ast.Expr) *summary {
	sig, ok := e.info.TypeOf(x).(*types.Signature)
	if !ok || sig.Params().Len() != 1 || !asksError(sig) {
		return nil
	}
	switch x := ast.Unparen(x).(type) {
	case *ast.FuncLit:
		return e.summary(x)
	case *ast.Ident:
		return e.predicateNamed(e.info.Uses[x])
	case *ast.SelectorExpr:
		if e.info.Selections[x] == nil {
			return e.predicateNamed(e.info.Uses[x.Sel])
		}
	}
	return nil
}

func (e *engine) predicateNamed(obj types.Object) *summary {
	switch obj := obj.(type) {
	case *types.Func:
		if decl := e.index.decls[obj.Origin()]; decl != nil {
			return e.summary(decl)
		}
		if obj.Pkg() != nil && obj.Pkg() != e.pass.Pkg {
			return e.importedSummary(obj.Origin())
		}
	case *types.Var:
		if lit := e.index.funcVars[obj]; lit != nil {
			return e.summary(lit)
		}
	}
	return nil
}

// AsksForCodes reports whether what a function of another package returns depends on codes
// that it asks for itself, and not only on the errors that were made of them.
func (r *Result) AsksForCodes(fn *types.Func) bool {
	if r.engine == nil {
		return false
	}
	r.engine.mu.Lock()
	defer r.engine.mu.Unlock()
	sum := r.engine.importedSummary(fn.Origin())
	if sum == nil {
		return !r.engine.isSieve(fn.Origin()) // who knows
	}
	for sym := range sum.possible {
		if sym.universe.domain != nil {
			return true
		}
	}
	return false
}
