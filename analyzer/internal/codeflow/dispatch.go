package codeflow

import (
	"go/ast"
	"go/types"
	"reflect"

	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// What is behind an interface nobody knows for sure. But where only one type of the module
// asks the API, and others hand on what another one answers, or ask nobody, an execution in which
// it is that one is as good as any to say what codes are enough for; see untroubled.

// dispatched returns the summary of the implementation of an interface's method that asks the
// API, nil if there are several that do not answer alike.
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
		if decl := e.index.decls[impl]; decl != nil {
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
			return nil
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
			fn, ok := calleeOf(p.info, call)
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
		if g.param != receiver || g.outer != nil {
			any.given[sym] = g
		}
	}
	return &any
}

// alike reports whether two functions say the same of every code.
func alike(s, t *summary) bool {
	facts := make([]*summaryFact, 2)
	for i, s := range []*summary{s, t} {
		x := &exporter{fact: new(summaryFact), index: make(map[*symbol]int)}
		if !x.summary(s) {
			return false
		}
		facts[i] = x.fact
	}
	return reflect.DeepEqual(facts[0], facts[1])
}
