package binding

import (
	"go/ast"
	"go/token"
	"go/types"

	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// This file is the table of what stores something somewhere: assignments,
// returns, literals, loops.

// spoil notes that something unknown is stored in what e denotes.
func (g *graph) spoil(e ast.Expr, fn *function) {
	if n := g.destination(e, fn); n != nil && (!fn.test || n.test) {
		n.opaque = n.opaque || !n.typed
		n.altered = true
	}
}

// destination returns the node that an assignment to e stores in.
func (g *graph) destination(e ast.Expr, fn *function) *node {
	if id, ok := ast.Unparen(e).(*ast.Ident); ok {
		v, ok := g.info.ObjectOf(id).(*types.Var)
		if !ok || id.Name == "_" || !carries(v.Type()) || g.statedDomain(v.Type()) != nil {
			return nil
		}
		return g.varNode(v)
	}
	if t := g.info.TypeOf(e); t == nil || g.statedDomain(t) != nil {
		return nil
	}
	return g.locate(e, fn)
}

func (g *graph) assignStmt(s *ast.AssignStmt, fn *function) {
	for _, lhs := range s.Lhs {
		g.writeKey(lhs, fn)
	}
	switch {
	case s.Tok != token.ASSIGN && s.Tok != token.DEFINE:
		g.spoil(s.Lhs[0], fn)
	case len(s.Lhs) == len(s.Rhs):
		for i, lhs := range s.Lhs {
			g.assign(lhs, s.Rhs[i], fn)
		}
	case len(s.Rhs) == 1:
		g.assignTuple(s.Lhs, s.Rhs[0], fn)
	}
}

func (g *graph) assign(lhs, rhs ast.Expr, fn *function) {
	if index, ok := ast.Unparen(lhs).(*ast.IndexExpr); ok {
		g.storeKey(index, fn)
	}
	if c := g.containerOf(lhs); c != nil {
		g.alias(c, rhs, fn)
	}
	if lit, ok := ast.Unparen(rhs).(*ast.CompositeLit); ok || isMake(g.info, rhs) {
		v := object(g.info, lhs)
		g.builtMaps[v] = true
		g.ownRecords[v] = ok && g.setsWireKey(lit)
	}
	g.noteAssertion(lhs, rhs)
	if call, ok := ast.Unparen(rhs).(*ast.CallExpr); ok {
		g.noteResult(lhs, call, 0)
	}
	t := g.info.TypeOf(lhs)
	if id, ok := lhs.(*ast.Ident); ok && id.Name == "_" {
		return
	}
	g.put(g.destination(lhs, fn), t, rhs, Assignment, fn)
}

// setsWireKey reports whether a map literal has a constant under a wire key.
func (g *graph) setsWireKey(lit *ast.CompositeLit) bool {
	for _, elt := range lit.Elts {
		if kv, ok := elt.(*ast.KeyValueExpr); ok && g.isConstant(kv.Value) {
			if _, wire := g.wireKey(kv.Key); wire {
				return true
			}
		}
	}
	return false
}

// assignTuple stores a call's results, or a comma-ok expression's value.
func (g *graph) assignTuple(lhs []ast.Expr, rhs ast.Expr, fn *function) {
	call, isCall := ast.Unparen(rhs).(*ast.CallExpr)
	g.noteAssertion(lhs[0], rhs)
	if c := g.containerOf(lhs[0]); c != nil && (!isCall || g.containerOf(rhs) != nil) {
		g.alias(c, rhs, fn)
	}
	for i, l := range lhs {
		dst := g.destination(l, fn)
		if isCall {
			g.noteResult(l, call, i)
		}
		switch {
		case dst == nil:
		case isCall:
			g.storeNode(dst, g.locateResult(call, i, fn), fn)
		case i == 0:
			g.storeNode(dst, g.locate(rhs, fn), fn)
		}
	}
}

func (g *graph) valueSpec(s *ast.ValueSpec, fn *function) {
	lhs := make([]ast.Expr, len(s.Names))
	for i, name := range s.Names {
		if _, ok := g.info.Defs[name].(*types.Var); !ok {
			return // constants
		}
		lhs[i] = name
	}
	switch {
	case len(s.Values) == len(s.Names):
		for i := range lhs {
			g.assign(lhs[i], s.Values[i], fn)
		}
	case len(s.Values) == 1:
		g.assignTuple(lhs, s.Values[0], fn)
	}
}

// rangeStmt stores a container's keys and elements in the loop's variables.
func (g *graph) rangeStmt(s *ast.RangeStmt, fn *function) {
	t := g.info.TypeOf(s.X)
	if t == nil {
		return
	}
	value := s.Value
	_, iterator := t.Underlying().(*types.Signature)
	if _, ok := syntax.Pointee(t).Underlying().(*types.Chan); ok || iterator && g.gathered(s.X, fn) != nil {
		value = s.Key
	} else if s.Key != nil {
		if dst := g.destination(s.Key, fn); dst != nil {
			if syntax.IsMap(syntax.Pointee(t)) {
				g.storeNode(dst, g.listedKeys(s.X), fn)
			} else {
				g.spoil(s.Key, fn)
			}
		}
	}
	if value != nil {
		g.aliasElement(value, s.X, fn)
		if dst := g.destination(value, fn); dst != nil {
			dst.part = true
			g.storeNode(dst, g.elementNode(s.X, fn), fn)
		}
	}
}

func (g *graph) returnStmt(s *ast.ReturnStmt, fn *function) {
	g.noteReturned(s, fn)
	switch {
	case len(fn.results) == 0:
	case len(s.Results) == 0:
		for i, v := range fn.named {
			if dst := fn.results[i].node; dst != nil {
				g.edge(g.varNode(v), dst)
			}
		}
	case len(s.Results) == len(fn.results):
		absent := g.returnsNothing(s)
		for i, e := range s.Results {
			if absent && g.isZero(e) {
				continue // beside an error or false, zero is no code
			}
			if lit, ok := ast.Unparen(e).(*ast.CompositeLit); ok && absent {
				g.blank[lit] = true
			}
			g.put(fn.results[i].node, fn.results[i].typ, e, Return, fn)
		}
		g.returnContainer(s.Results[0], fn)
	default: // return f()
		if call, ok := ast.Unparen(s.Results[0]).(*ast.CallExpr); ok {
			for i, r := range fn.results {
				if r.node != nil {
					g.storeNode(r.node, g.locateResult(call, i, fn), fn)
				}
			}
		}
	}
}

// returnContainer notes which list a function returns as its first result.
func (g *graph) returnContainer(e ast.Expr, fn *function) {
	if fn.self != nil && elementType(fn.results[0].typ) != nil {
		g.alias(resultOf{fn.self, 0}, e, fn)
	}
}

// compositeLit stores the elements of a literal.
func (g *graph) compositeLit(lit *ast.CompositeLit, fn *function) {
	t := g.info.TypeOf(lit)
	switch {
	case t == nil:
		return
	case isCell(t):
		g.locate(lit, fn)
		return
	}
	g.labelElements(lit)
	switch u := syntax.Pointee(t).Underlying().(type) {
	case *types.Struct:
		g.structLit(lit, syntax.Pointee(t), u, fn)
	case *types.Map, *types.Slice, *types.Array:
		g.listLit(lit, t, fn)
	}
}

func (g *graph) structLit(lit *ast.CompositeLit, t types.Type, st *types.Struct, fn *function) {
	absent := g.holdsError(lit) || g.blank[lit]
	for i, elt := range lit.Elts {
		value := elt
		var field *types.Var
		if kv, ok := elt.(*ast.KeyValueExpr); ok {
			value = kv.Value
			if id, ok := kv.Key.(*ast.Ident); ok {
				field, _ = g.info.ObjectOf(id).(*types.Var)
			}
		} else if i < st.NumFields() {
			field = st.Field(i)
		}
		if field == nil {
			continue
		}
		if absent && g.isZero(value) {
			continue // beside an error, zero is no code
		}
		typ := field.Type()
		field = field.Origin()
		g.alias(field, value, fn)
		if !carries(typ) || g.statedDomain(typ) != nil {
			g.put(nil, typ, value, Element, fn)
			continue
		}
		class := fieldClass{field: field}
		if named, ok := t.(*types.Named); ok {
			class.owner, class.path = named.Origin().Obj(), field.Name()
		}
		g.put(g.classNode([]fieldClass{class}, st, fn), typ, value, Element, fn)
	}
}

// listLit stores the elements and keys of a map, slice or array literal.
func (g *graph) listLit(lit *ast.CompositeLit, t types.Type, fn *function) {
	elem, key := elementType(t), keyType(t)
	var elements *node
	if holdsAlike(elem) {
		elements = g.elementOf(lit)
	}
	for _, elt := range lit.Elts {
		value, into := elt, elements
		if kv, ok := elt.(*ast.KeyValueExpr); ok {
			value = kv.Value
			if g.canHold(key) {
				keys := g.partOf(g.keys, lit)
				keys.keyed = true
				g.put(keys, key, kv.Key, Key, fn)
			}
			if g.isRecord(t, kv.Key) {
				into = nil
			}
		}
		g.alias(inner{lit}, value, fn)
		if _, nested := value.(*ast.CompositeLit); !nested {
			g.put(into, elem, value, Element, fn)
		}
	}
}

// isRecord reports whether a key names one field of a map that is used as a
// record, as "page" does: its value has nothing to do with the other keys'.
func (g *graph) isRecord(t types.Type, key ast.Expr) bool {
	return syntax.IsMap(syntax.Pointee(t)) && isKind(keyType(t), types.IsString) && g.isConstant(key)
}

// typeSwitch stores the switched value in each clause's variable.
func (g *graph) typeSwitch(s *ast.TypeSwitchStmt, fn *function) {
	assign, ok := s.Assign.(*ast.AssignStmt)
	if !ok {
		return
	}
	assert, ok := assign.Rhs[0].(*ast.TypeAssertExpr)
	if !ok {
		return
	}
	for _, clause := range s.Body.List {
		if v, ok := g.info.Implicits[clause].(*types.Var); ok && carries(v.Type()) && g.statedDomain(v.Type()) == nil {
			g.storeNode(g.varNode(v), g.locate(assert.X, fn), fn)
		}
	}
}

// appendCall stores what is appended in the list's elements.
func (g *graph) appendCall(call *ast.CallExpr, fn *function) {
	t := elementType(g.info.TypeOf(call))
	elements := g.elementNode(call.Args[0], fn)
	if call.Ellipsis.IsValid() {
		if c := g.containerOf(call.Args[0]); c != nil && len(call.Args) == 2 {
			g.alias(c, call.Args[1], fn)
		}
		return
	}
	for _, arg := range call.Args[1:] {
		g.put(elements, t, arg, Element, fn)
	}
}
