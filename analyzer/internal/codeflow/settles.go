package codeflow

import (
	"go/ast"
	"go/types"

	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
	"github.com/errcodelint/errcodelint/codes"
)

// A Settlement says what a function's error tells of the codes that the function
// fetches.
type Settlement int

const (
	Unknown Settlement = iota // nothing is known of the error
	Settled                   // it is not nil for every code that fails
	Silent                    // it is nil whatever the code, as far as is known
	Passes                    // it is nil for some codes that fail, not for others
)

// Settles says whether the error of a function is not nil for every code that
// fails, of the reply that is one of its results, if it fetched that itself.
func (r *Result) Settles(fn *types.Func, reply int) Settlement {
	if r.engine == nil {
		return Unknown
	}
	r.engine.mu.Lock()
	defer r.engine.mu.Unlock()
	fn = fn.Origin()
	results := fn.Signature().Results()
	at := results.Len() - 1
	if at < 0 || !syntax.IsErrorInterface(results.At(at).Type()) || syntax.IsTypeParam(results.At(reply).Type()) {
		return Unknown
	}
	decl := r.engine.index.Decls[fn]
	s := r.engine.summaryOf(fn)
	if s == nil && decl != nil {
		return r.engine.returnsNil(decl, reply, at)
	}
	if s == nil || at >= len(s.results) {
		return Unknown
	}
	if s.never {
		return Settled
	}
	// The codes of the reply itself, if it still holds them; else all that the function
	// fetched.
	own, mixed := make(map[*symbol]bool), false
	for _, v := range s.results[reply] {
		for _, o := range v {
			if o.kind == isSymbol {
				own[o.sym] = true
			}
			mixed = mixed || o.kind == isOneOf // a code whose name is lost where ways met
		}
	}
	answer := Unknown
	if len(own) > 0 || !mixed {
		answer = s.settles(s.results[at][""], own)
	}
	if answer == Unknown && decl != nil {
		answer = r.engine.returnsNil(decl, reply, at)
	}
	return answer
}

// summaryOf returns the summary of a function of this package or another, or nil.
func (e *engine) summaryOf(fn *types.Func) *summary {
	if decl := e.index.Decls[fn]; decl != nil {
		return e.summary(decl)
	}
	if fn.Pkg() == nil || fn.Pkg() == e.pass.Pkg {
		return nil
	}
	return e.importedSummary(fn)
}

// Summarizes reports whether anything is known of what a function does.
func (r *Result) Summarizes(fn *types.Func) bool {
	if r.engine == nil {
		return false
	}
	r.engine.mu.Lock()
	defer r.engine.mu.Unlock()
	return r.engine.summaryOf(fn.Origin()) != nil
}

// returnsNil looks at the returns of a function that say nil for its error: with
// which codes in the reply beside it they are reached.
func (e *engine) returnsNil(decl *ast.FuncDecl, reply, at int) Settlement {
	f := e.flow(decl)
	if f == nil {
		return Unknown
	}
	r := e.wholeRun(f)
	if r == nil {
		return Unknown
	}
	answer := Unknown
	ast.Inspect(decl.Body, func(n ast.Node) bool {
		if _, ok := n.(*ast.FuncLit); ok {
			return false
		}
		ret, ok := n.(*ast.ReturnStmt)
		if !ok || at >= len(ret.Results) || !e.info.Types[ret.Results[at]].IsNil() {
			return true
		}
		v := variableIn(e.info, ret.Results[reply])
		where, found := f.nodeOf(ret)
		if v == nil || !found {
			return true
		}
		st := f.replay(r, where, nil)
		if st == nil || st.dead {
			return true
		}
		for _, l := range f.byRoot[v] {
			if l.code == nil || l.code.domain == nil {
				continue
			}
			failing := l.code.failing(l.code.all)
			here := st.codes(f.readValue(st, l), l.code, nil)
			switch {
			case here.intersect(failing).empty():
			case failing.within(here):
				answer = max(answer, Silent)
			default:
				answer = max(answer, Passes)
			}
		}
		return true
	})
	return answer
}

// variableIn returns the variable that a returned reply is in, or nil.
func variableIn(info *types.Info, e ast.Expr) *types.Var {
	for {
		switch x := ast.Unparen(e).(type) {
		case *ast.UnaryExpr:
			e = x.X
		case *ast.StarExpr:
			e = x.X
		case *ast.Ident:
			v, _ := info.ObjectOf(x).(*types.Var)
			return v
		default:
			return nil
		}
	}
}

// failing returns the documented codes of a set that fail.
func (u *universe) failing(s set) set {
	return s.intersect(u.all).minus(u.class(codes.RetryNotNeeded)).minus(single(u.undocumented()))
}

// settles is Settles for the error result's value.
func (s *summary) settles(err value, own map[*symbol]bool) Settlement {
	answer := Unknown
	for _, sym := range s.symbols() {
		possible := s.possible[sym]
		if _, ok := s.given[sym]; ok || sym.universe.domain == nil || len(own) > 0 && !own[sym] {
			continue
		}
		failing := sym.universe.failing(possible)
		switch {
		case failing.empty():
			return Settled // it returns for a success only
		case len(err) == 0:
			continue
		}
		var null, maybe set
		for _, o := range err {
			on, ok := o.cond.on(sym)
			if !ok {
				on = possible
			}
			switch o.kind {
			case isNil:
				null = null.union(on)
			case isError:
			default:
				maybe = maybe.union(on)
			}
		}
		switch {
		case failing.intersect(null.union(maybe)).empty():
			return Settled
		case !failing.intersect(null).empty():
			answer = Silent
			if !failing.within(null) {
				return Passes
			}
		}
	}
	return answer
}
