package codeflow

import (
	"go/ast"
	"go/types"
	"strings"

	"github.com/errcodelint/errcodelint/analyzer/internal/index"
	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// What is behind an interface nobody knows for sure. But where only one type of the module
// asks the API, and others hand on what another one answers, or ask nobody, an execution in which
// it is that one is as good as any to say what codes are enough for; see untroubled.

// saidByError returns what a method of an interface returns that is called on an error of which it is
// known what type it has.
func (f *flow) saidByError(st *state, c *call) (all value) {
	if c.callee == nil || c.recv == nil || !types.IsInterface(f.typeOf(c.recv)) || c.callee.Signature().Results().Len() != 1 {
		return nil
	}
	some := false
	for _, o := range st.held(f.value(st, c.recv)) {
		if o.kind == isNil {
			continue // it panics
		}
		said := value{{}}
		if o.kind == isError && len(o.err.links) > 0 && o.err.links[0].direct {
			if v := f.saidBy(st, c.callee, &o.err.links[0]); len(v) > 0 {
				said, some = v, true
			}
		}
		for _, p := range said.conditioned(o.cond) {
			all = all.add(p)
		}
	}
	if !some || len(all) > maxOutcomes {
		return nil
	}
	return all
}

// method returns the method of an error that an interface's is, nil if that is not known.
func (l *link) method(asked *types.Func) *types.Func {
	if l.typ == nil || types.IsInterface(l.typ) {
		return nil
	}
	obj, index, _ := types.LookupFieldOrMethod(l.typ, true, asked.Pkg(), asked.Name())
	if method, ok := obj.(*types.Func); ok && len(index) == 1 {
		return method.Origin()
	}
	return nil
}

// saidBy is saidByError for one such error, of whose code alone the method may tell.
func (f *flow) saidBy(st *state, asked *types.Func, l *link) value {
	if l.typ != nil && types.IsInterface(l.typ) {
		if method, _ := f.e.saying(l.typ); method == nil || method.Name() != asked.Name() {
			return l.said(asked.Name() + called)
		}
		return l.code
	}
	method := l.method(asked)
	if method == nil {
		return nil
	}
	var s *summary
	if decl := f.e.index.Decls[method]; decl != nil {
		s = f.e.summary(decl)
	} else {
		s = f.e.importedSummary(method)
	}
	if s == nil || len(s.results) != 1 {
		return nil
	}
	path := ""
	if l.field != "" {
		path = "." + l.field
	}
	if syntax.IsPointer(method.Signature().Recv().Type()) {
		path = "*" + path
	}
	in := &instance{f: f, st: st, s: s, own: make(map[*symbol]*symbol), given: make(map[*symbol]value)}
	for sym := range s.possible {
		g, ok := s.given[sym]
		if ok && g.param == index.Receiver && isSearch(g.path) {
			if _, how := cutSearch(g.path); strings.HasPrefix(how, saysIn) && g.typ != nil {
				in.given[sym] = f.e.saidBySelf(l, g)
			}
			continue // of another error in it nothing is known
		}
		if !ok || g.param != index.Receiver || g.outer != nil || g.path != path {
			return nil
		}
		in.given[sym] = l.code
	}
	return in.value(s.results[0][""])
}

// saying returns the method of an interface that says a code, if it has just one: of which domain
// the result's type tells.
func (p *program) saying(t types.Type) (method *types.Func, u *universe) {
	face, ok := t.Underlying().(*types.Interface)
	if !ok || syntax.IsTypeParam(t) {
		return nil, nil
	}
	for m := range face.Methods() {
		results := m.Signature().Results()
		if m.Signature().Params().Len() > 0 || results.Len() != 1 {
			continue
		}
		if of := p.universeOfType(results.At(0).Type()); of != nil {
			if method != nil {
				return nil, nil
			}
			method, u = m, of
		}
	}
	return method, u
}

// dispatched returns the summary of the implementation of an interface's method that asks the
// API; of several, what they agree on; nil if that is nothing.
func (e *engine) dispatched(method *types.Func) *summary {
	if s, ok := e.behind[method]; ok {
		return s
	}
	if e.behind == nil {
		e.behind = make(map[*types.Func]*summary)
	}
	e.behind[method] = nil // while it is asked for itself
	var found *summary
	for _, impl := range e.implementations(method) {
		var s *summary
		if decl := e.index.Decls[impl]; decl != nil {
			if !e.relevant(decl) || e.forwards(decl, method) {
				continue
			}
			if s = e.summary(decl); s == nil {
				return nil // it asks, and nobody knows what it says
			}
		} else if s = e.importedSummary(impl); s == nil {
			continue
		}
		if found != nil && !alike(found, s) {
			if s = agreed(found, s); s == nil {
				return nil
			}
		}
		found = s
	}
	if found != nil {
		found = found.ofAny()
	}
	e.behind[method] = found
	return found
}

func (p *program) implementations(method *types.Func) []*types.Func {
	recv := method.Signature().Recv()
	if recv == nil || !types.IsInterface(recv.Type()) || !syntax.InModule(p.pass, method.Pkg()) {
		return nil
	}
	impls, ok := p.implementing[method]
	if !ok {
		for _, fn := range syntax.Implementations(p.pass, method) {
			if recv := fn.Signature().Recv(); recv != nil && !types.IsInterface(recv.Type()) {
				impls = append(impls, fn)
			}
		}
		p.implementing[method] = impls
	}
	return impls
}

// forwards reports whether a method calls the same one of another: a wrapper's.
func (p *program) forwards(decl *ast.FuncDecl, method *types.Func) bool {
	found := false
	ast.Inspect(decl.Body, func(n ast.Node) bool {
		if call, ok := n.(*ast.CallExpr); ok && !found {
			fn, ok := syntax.StaticCallee(p.info, call)
			found = ok && fn.Origin() == method
		}
		return !found
	})
	return found
}

// ofAny returns a summary for whatever receiver: what it took from that is anything.
func (s *summary) ofAny() *summary {
	any := *s
	any.given = make(map[*symbol]given)
	for sym, g := range s.given {
		if g.param != index.Receiver || g.outer != nil {
			any.given[sym] = g
		}
	}
	return &any
}
