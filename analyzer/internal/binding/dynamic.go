package binding

import (
	"go/ast"
	"go/types"

	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// This file is about what encoding/json makes: whatever a code's value, its dynamic type is a
// float64, a string or a bool.

// fromJSON: see [Result.FromJSON].
func (g *graph) fromJSON(e ast.Expr) bool {
	g.mu.Lock()
	defer g.mu.Unlock()
	n := g.locate(e, nil)
	if n == nil {
		return false
	}
	clear(g.askedJSON)
	for origin := range n.origins {
		if s := origin.seed; s == nil || s.container == nil || !g.fromJSONVar(s.container) {
			return false
		}
		if origin.constant || len(origin.in) > 0 {
			return false // the program stores there, too
		}
	}
	return len(n.origins) > 0
}

// noteAssertion notes that a variable holds a part of what another one does:
// d := m["details"].(map[string]any).
func (g *graph) noteAssertion(lhs, rhs ast.Expr) {
	assert, ok := ast.Unparen(rhs).(*ast.TypeAssertExpr)
	if !ok {
		return
	}
	if v, ok := object(g.info, lhs).(*types.Var); ok {
		if whole, _ := g.decodedValue(assert.X); whole != v {
			g.partsOf[v] = whole
		}
	}
}

// fromJSONVar reports whether a variable holds what encoding/json made, or a part of
// that and nothing else.
func (g *graph) fromJSONVar(v types.Object) bool {
	for range 10 { // as deep as any reply
		if v == nil || g.fromDecoder[v] {
			return v != nil
		}
		local, ok := v.(*types.Var)
		if !ok || g.stores[local] != 1 {
			return false
		}
		if from, ok := g.resultsIn[local]; ok {
			return g.returnsJSON(from)
		}
		v = g.partsOf[v]
	}
	return false
}

// noteResult notes that a variable holds a map that a function of the package returns.
func (g *graph) noteResult(lhs ast.Expr, call *ast.CallExpr, index int) {
	v, ok := object(g.info, lhs).(*types.Var)
	if !ok || !syntax.IsMap(syntax.Pointee(v.Type())) {
		return
	}
	if target := g.target(call); target != nil && g.ownFunction(target) {
		g.resultsIn[v] = resultOf{target, index}
	}
}

// A returnedMap is what a function returns in one place: what a variable holds, or another
// function returns; neither for what is unknown.
type returnedMap struct {
	v    types.Object
	from resultOf
}

// noteReturned notes the maps that a function returns.
func (g *graph) noteReturned(s *ast.ReturnStmt, fn *function) {
	for i, r := range fn.results {
		if !syntax.IsMap(syntax.Pointee(r.typ)) {
			continue
		}
		var m returnedMap
		var call *ast.CallExpr
		at := 0
		switch {
		case len(s.Results) == len(fn.results):
			if g.isConstant(s.Results[i]) {
				continue // nil
			}
			m.v = object(g.info, s.Results[i])
			call, _ = ast.Unparen(s.Results[i]).(*ast.CallExpr)
		case len(s.Results) == 1:
			call, _ = ast.Unparen(s.Results[0]).(*ast.CallExpr)
			at = i
		case len(fn.named) == len(fn.results):
			m.v = fn.named[i]
		}
		if call != nil {
			if target := g.target(call); target != nil && g.ownFunction(target) {
				m.from = resultOf{target, at}
			}
		}
		from := resultOf{fn.self, i}
		g.returnedMaps[from] = append(g.returnedMaps[from], m)
	}
}

// returnsJSON reports whether a function returns only maps that encoding/json made, and in which
// the program stores nothing under a wire key.
func (g *graph) returnsJSON(from resultOf) bool {
	if g.askedJSON[from] {
		return true // or the answer is no already; a recursion adds nothing
	}
	g.askedJSON[from] = true
	for _, m := range g.returnedMaps[from] {
		switch {
		case m.from.fn != nil && g.returnsJSON(m.from):
		case m.v == nil || !g.fromJSONVar(m.v) || g.storesLookup(m.v):
			return false
		}
	}
	return len(g.returnedMaps[from]) > 0
}

// storesLookup reports whether the program stores something under a wire key of a variable.
func (g *graph) storesLookup(v types.Object) bool {
	for class, n := range g.lookups {
		if class.container == v && (n.constant || n.opaque || len(n.in) > 0) {
			return true
		}
	}
	return false
}
