package codeflow

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/cfg"

	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// A list of constants may be searched by hand:
//
//	for _, c := range final {
//		if c == code {
//			return true
//		}
//	}
//	return false
//
// or one of structs, by a field of theirs. Whoever comes to the end of such a loop has compared the code with every element,
// and whoever leaves it has found one.

// A handSearch is a range over a list that does nothing but compare its elements with something, and is left where one fits.
type handSearch struct {
	loop  *ast.RangeStmt
	elem  ast.Expr   // as it is named there: c, or final[i]
	field *types.Var // of the element that is compared; nil for the element itself
	cond  ast.Expr
}

// handSearches finds such loops, by their conditions.
func (s *shape) handSearches() map[ast.Expr]*handSearch {
	all := make(map[ast.Expr]*handSearch)
	for _, b := range s.blocks {
		if loop, ok := b.Stmt.(*ast.RangeStmt); ok && b.Kind == cfg.KindRangeLoop && len(b.Succs) == 2 {
			if h := s.handSearch(loop); h != nil && s.isLeft(b, h) {
				all[h.cond] = h
			}
		}
	}
	return all
}

func (s *shape) handSearch(loop *ast.RangeStmt) *handSearch {
	if loop.Tok != token.DEFINE || len(loop.Body.List) != 1 {
		return nil
	}
	test, ok := loop.Body.List[0].(*ast.IfStmt)
	if !ok || test.Init != nil || test.Else != nil {
		return nil
	}
	h := &handSearch{loop: loop, cond: test.Cond}
	switch x := test.Cond.(type) {
	case *ast.BinaryExpr:
		if x.Op != token.EQL || s.p.effects.Calls(x) || !h.compares(s.p.info, x.X, x.Y) {
			return nil
		}
	case *ast.CallExpr:
		fn, ok := syntax.StaticCallee(s.p.info, x)
		if !ok || len(x.Args) != 2 || slices.ContainsFunc(x.Args, func(arg ast.Expr) bool { return s.p.effects.Calls(arg) }) || !h.compares(s.p.info, x.Args[0], x.Args[1]) {
			return nil
		}
		if _, ok := s.p.rule(fn); !ok {
			return nil
		}
	default:
		return nil
	}
	return h
}

// compares reports whether one of two expressions is the element, or a field of it.
func (h *handSearch) compares(info *types.Info, x, y ast.Expr) bool {
	is := func(e ast.Expr) bool {
		field := syntax.Field(info, e)
		if field != nil {
			e = ast.Unparen(e).(*ast.SelectorExpr).X
		}
		if !isElementOf(info, h.loop, e) || syntax.IsPointer(info.TypeOf(e)) {
			return false
		}
		h.elem, h.field = ast.Unparen(e), field
		return true
	}
	return is(x) != is(y)
}

// isElementOf reports whether an expression is the element that a loop is at, by its name or its index.
func isElementOf(info *types.Info, loop *ast.RangeStmt, e ast.Expr) bool {
	defines := func(by ast.Expr, use ast.Expr) bool {
		id, ok := ast.Unparen(use).(*ast.Ident)
		def, isName := by.(*ast.Ident)
		return ok && isName && info.Uses[id] != nil && info.Uses[id] == info.Defs[def]
	}
	x, ok := ast.Unparen(e).(*ast.IndexExpr)
	if !ok {
		return defines(loop.Value, e)
	}
	list, named := ast.Unparen(x.X).(*ast.Ident)
	of, ok := ast.Unparen(loop.X).(*ast.Ident)
	return ok && named && info.Uses[list] != nil && info.Uses[list] == info.Uses[of] && defines(loop.Key, x.Index)
}

// isLeft reports whether nobody who has found an element looks at the next one.
func (s *shape) isLeft(head *cfg.Block, h *handSearch) bool {
	found := h.loop.Body.List[0].(*ast.IfStmt).Body
	for _, b := range s.blocks {
		inside := b.Stmt != nil && found.Pos() <= b.Stmt.Pos() && b.Stmt.Pos() < found.End() ||
			b.Kind == cfg.KindIfThen && b.Stmt == h.loop.Body.List[0] ||
			len(b.Nodes) > 0 && found.Pos() <= b.Nodes[0].Pos() && b.Nodes[0].Pos() < found.End()
		for _, to := range b.Succs {
			if inside && (to == head || to.Kind == cfg.KindIfDone && to.Stmt == h.loop.Body.List[0]) {
				return false
			}
		}
	}
	return true
}

// searchAt returns the search that a block is the head of, or nil.
func (f *flow) searchAt(b *cfg.Block) *handSearch {
	if b.Kind != cfg.KindRangeLoop {
		return nil
	}
	for _, h := range f.byHand {
		if ast.Stmt(h.loop) == b.Stmt {
			return h
		}
	}
	return nil
}

// eachElement calls visit with the state in which the element is one of the list, for each; with none if it is not known
// which there are. What is evaluated on the way has been, or will be, where it stands.
func (f *flow) eachElement(h *handSearch, st func() *state, visit func(*state)) bool {
	rows := f.e.rowsOf(h)
	l := f.locate(h.elem)
	if rows == nil || l == nil || len(rows) > maxOutcomes {
		return false
	}
	watch, stop, entered := f.watch, f.stop, f.entered
	f.watch, f.stop, f.entered = nil, nil, nil
	defer func() { f.watch, f.stop, f.entered = watch, stop, entered }()
	for _, row := range rows {
		at := st().clone()
		if at.dead {
			break
		}
		for field, held := range row {
			if field != nil {
				f.set(at, f.below(l, "."+field.Name(), field.Type(), field), constantValue(held))
			} else {
				f.set(at, l, constantValue(held))
			}
		}
		f.begin(at, h.cond)
		visit(at)
	}
	return true
}

// rowsOf returns what the elements of the list that is searched hold, in their fields or themselves; nil if that is not known of
// what is compared.
func (e *engine) rowsOf(h *handSearch) []map[*types.Var]constant.Value {
	if h.field == nil {
		t := e.tableOf(h.loop.X)
		if t == nil || t.elem != nil {
			return nil
		}
		rows := make([]map[*types.Var]constant.Value, len(t.keys))
		for i, key := range t.keys {
			rows[i] = map[*types.Var]constant.Value{nil: key}
		}
		return rows
	}
	lit := e.tables.listed(h.loop.X, e.isCalm)
	if lit == nil {
		return nil
	}
	rows := make([]map[*types.Var]constant.Value, 0, len(lit.Elts))
	for _, elt := range lit.Elts {
		row := e.tables.row(elt)
		if row[h.field.Origin()] == nil {
			return nil
		}
		rows = append(rows, row)
	}
	return rows
}

// nothingFound returns what is left of a state behind a search, where no element has fitted.
func (f *flow) nothingFound(st *state, h *handSearch) *state {
	f.eachElement(h, func() *state { return st }, func(at *state) { _, st = f.decide(at, h.cond) })
	return st
}

// somethingFound returns what is left of a state in which an element is compared, where that fits; otherwise yes.
func (f *flow) somethingFound(st, yes *state, h *handSearch) *state {
	var found []*state
	known := f.eachElement(h, func() *state { return st }, func(at *state) {
		fits, _ := f.decide(at, h.cond)
		found = append(found, fits)
	})
	if !known || yes.dead {
		return yes
	}
	return f.join(h.loop.Body, found)
}

// ByHand returns the loop that searches a list of constants by hand which n is, or what it asks of each element; nil for any
// other node.
func (r *Result) ByHand(n ast.Node) *ast.RangeStmt {
	if r.engine == nil {
		return nil
	}
	r.engine.mu.Lock()
	defer r.engine.mu.Unlock()
	f := r.engine.flowAt(n.Pos())
	if f == nil {
		return nil
	}
	for cond, h := range f.byHand {
		if n == ast.Node(cond) || n == ast.Node(h.loop) {
			if f.e.rowsOf(h) != nil {
				return h.loop
			}
		}
	}
	return nil
}
