package retriedcode

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"github.com/errcodelint/errcodelint/analyzer/internal/domain"
	"github.com/errcodelint/errcodelint/analyzer/internal/points"
	"github.com/errcodelint/errcodelint/analyzer/internal/requests"
	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
	"github.com/errcodelint/errcodelint/codes"
)

// This file is about requests for many, of whom those that failed are kept for the next one:
//
//	for range 3 {
//		reply, err := sendBatch(batch{To: pending})
//		…
//		var failed []string
//		for _, r := range reply.Recipients {
//			if r.Code != codes.ResponseSuccess {
//				failed = append(failed, r.To)
//			}
//		}
//		pending = failed
//	}

// A fate is what a loop through a reply to many does for each of them: it keeps some in a list.
type fate struct {
	site  *ast.AssignStmt
	loop  *ast.RangeStmt
	reply *types.Var // that the loop goes through, or what it got that from
	kept  requests.Place
	code  ast.Expr // of one of them
	dom   *domain.Domain
}

// keptOfMany reports a statement that keeps one of many for the next request, for codes that cannot succeed.
func (c *checker) keptOfMany(f points.Function, s ast.Stmt, loops []ast.Stmt) {
	x, ok := c.fateIn(s, loops)
	if !ok || c.reported[s.Pos()] {
		return
	}
	at := points.Source{ID: points.Several, Domain: x.dom}
	if at.Codes, ok = c.codesAt(s, x); !ok {
		return
	}
	never, _, ok := c.refused(at)
	if !ok || len(never) == 0 || c.blursOne(x) {
		return
	}
	fetch, reg := c.sentToKept(f, keep{fate: x, at: x.loop}, loops[:len(loops)-1])
	if fetch == nil {
		return
	}
	at.Call = fetch
	never = points.Without(never, c.dealtWith(x, fetch))
	never = c.notSaidElsewhere(regionOf(x.loop), at, never)
	if len(never) > 0 && !c.Opaque(reg, fetch) && !c.AsksPeople(reg, fetch) {
		c.reportBack(s, fetch, at, never)
	}
}

// fateIn returns what a statement keeps of the element of a reply that the innermost loop around it is at: failed =
// append(failed, r.To), or append(failed, pending[i]).
func (c *checker) fateIn(s ast.Stmt, loops []ast.Stmt) (fate, bool) {
	info := c.pass.TypesInfo
	assign, ok := s.(*ast.AssignStmt)
	loop, isRange := loops[len(loops)-1].(*ast.RangeStmt)
	if !ok || !isRange || len(assign.Lhs) != 1 || len(assign.Rhs) != 1 || loop.Tok != token.DEFINE || !syntax.IsSlice(info.TypeOf(loop.X)) {
		return fate{}, false
	}
	call, ok := ast.Unparen(assign.Rhs[0]).(*ast.CallExpr)
	if !ok || len(call.Args) != 2 || call.Ellipsis.IsValid() || !syntax.IsBuiltin(info, call, "append") {
		return fate{}, false
	}
	x := fate{site: assign, loop: loop}
	var isPlace bool
	x.kept, isPlace = requests.PlaceOf(info, call.Args[0])
	of, isOf := requests.PlaceOf(info, loop.X)
	x.reply, _ = of.Root.(*types.Var)
	if !isPlace || !isOf || x.reply == nil || !points.IsPlace(info, assign.Lhs[0], x.kept) || !points.IsPlace(info, call.Args[0], x.kept) {
		return fate{}, false
	}
	var element []requests.Place
	for _, e := range []ast.Expr{loop.Key, loop.Value} {
		if id := syntax.Name(e); id != nil && info.Defs[id] != nil {
			element = append(element, requests.Place{Root: info.Defs[id]})
		}
	}
	if _, same := requests.PlaceOf(info, call.Args[1]); !same || !mentionsAny(info, call.Args[1], element) {
		return fate{}, false
	}
	x.code, x.dom = c.codeOfElement(loop)
	return x, x.code != nil
}

// mentionsAny reports whether an expression mentions variables, or parts of them.
func mentionsAny(info *types.Info, e ast.Expr, places []requests.Place) bool {
	found := false
	ast.Inspect(e, func(n ast.Node) bool {
		if id, ok := n.(*ast.Ident); ok && !found {
			found = slices.ContainsFunc(places, func(p requests.Place) bool { return p.Root == info.Uses[id] })
		}
		return !found
	})
	return found
}

// codeOfElement returns the one code in the element that a loop is at, as the loop names that: r.Code, reply.Recipients[i].Code.
func (c *checker) codeOfElement(loop *ast.RangeStmt) (ast.Expr, *domain.Domain) {
	info := c.pass.TypesInfo
	if id := syntax.Name(loop.Value); id != nil && info.Defs[id] != nil {
		fields := c.bindings.CodeFields(info.Defs[id].Type())
		if len(fields) != 1 || fields[0].Value.Domain == nil {
			return nil, nil
		}
		var e ast.Expr = id
		syntax.InspectFunc(loop.Body, func(n ast.Node) {
			if use, ok := n.(*ast.Ident); ok && info.Uses[use] == info.Defs[id] && e == ast.Expr(id) {
				e = use
			}
		})
		for _, field := range fields[0].Path {
			name := mentionOf(info, field)
			if name == nil {
				return nil, nil
			}
			e = &ast.SelectorExpr{X: e, Sel: name}
		}
		return e, fields[0].Value.Domain
	}
	var code ast.Expr
	var dom *domain.Domain
	key := info.Defs[syntax.Name(loop.Key)]
	list, _ := requests.PlaceOf(info, loop.X)
	syntax.InspectFunc(loop.Body, func(n ast.Node) {
		e, ok := n.(ast.Expr)
		if !ok || code != nil {
			return
		}
		v, isCode := c.bindings.Of(e)
		for of := e; isCode && of != nil; of = partOf(of) {
			if i, ok := ast.Unparen(of).(*ast.IndexExpr); ok && key != nil && info.Uses[syntax.Name(i.Index)] == key && points.IsPlace(info, i.X, list) {
				code, dom = e, v.Domain
			}
		}
	})
	return code, dom
}

// mentionOf returns where the package names a field, nil if it does nowhere.
func mentionOf(info *types.Info, field *types.Var) *ast.Ident {
	for _, names := range []map[*ast.Ident]types.Object{info.Defs, info.Uses} {
		for id, obj := range names {
			if obj == types.Object(field) {
				return id
			}
		}
	}
	return nil
}

// partOf returns what a field is selected of; nil for anything else.
func partOf(e ast.Expr) ast.Expr {
	if sel, ok := ast.Unparen(e).(*ast.SelectorExpr); ok {
		return sel.X
	}
	return nil
}

// codesAt returns the codes that the element can have at a node.
func (c *checker) codesAt(n ast.Node, x fate) (points.CodeSet, bool) {
	at := c.Before(n)
	held, ok := at.Codes(x.code)
	return held, ok && at.Reachable()
}

// failingAt counts the documented codes that fail which the element can have at a point.
func (c *checker) failingAt(at points.Point, x fate) int {
	held, ok := at.Codes(x.code)
	if !ok || !at.Reachable() {
		return 0
	}
	return points.Source{Domain: x.dom, Codes: held}.Failing()
}

// blursOne reports whether a loop asks something about an element that does not part the codes that fail: nobody knows then
// for which of them it is kept.
func (c *checker) blursOne(x fate) bool {
	info := c.pass.TypesInfo
	blurs := false
	ask := func(before, yes, no points.Point) {
		blurs = blurs || c.failingAt(yes, x)+c.failingAt(no, x) > c.failingAt(before, x)
	}
	isAbout := func(e ast.Expr) bool {
		about := false
		ast.Inspect(e, func(n ast.Node) bool {
			if id, ok := n.(*ast.Ident); ok {
				v, _ := info.Uses[id].(*types.Var)
				about = about || v != nil && !v.IsField() && x.loop.Pos() <= v.Pos() && v.Pos() < x.loop.End()
			}
			return !about
		})
		return about
	}
	syntax.InspectFunc(x.loop.Body, func(n ast.Node) {
		switch n := n.(type) {
		case *ast.IfStmt:
			for _, e := range leaves(n.Cond) {
				if before := c.Before(e); isAbout(e) && before.Reachable() {
					ask(before, before.Assume(e, true), before.Assume(e, false))
				}
			}
		case *ast.SwitchStmt:
			for _, clause := range n.Body.List {
				for _, e := range clause.(*ast.CaseClause).List {
					before := c.Before(e)
					switch {
					case !before.Reachable():
					case n.Tag != nil && (isAbout(n.Tag) || isAbout(e)):
						ask(before, before.Equals(n.Tag, e, true), before.Equals(n.Tag, e, false))
					case n.Tag == nil && isAbout(e):
						ask(before, before.Assume(e, true), before.Assume(e, false))
					}
				}
			}
		}
	})
	return blurs
}

// leaves returns the conditions that a condition is made of.
func leaves(e ast.Expr) []ast.Expr {
	switch x := ast.Unparen(e).(type) {
	case *ast.BinaryExpr:
		if x.Op == token.LAND || x.Op == token.LOR {
			return append(leaves(x.X), leaves(x.Y)...)
		}
	case *ast.UnaryExpr:
		if x.Op == token.NOT {
			return leaves(x.X)
		}
	}
	return []ast.Expr{e}
}

// dealtWith tells the codes for which the loop does something else about an element, on a way that none takes that passes.
func (c *checker) dealtWith(x fate, fetch *ast.CallExpr) func(code string) bool {
	dealt := make(map[string]bool)
	syntax.InspectFunc(x.loop.Body, func(n ast.Node) {
		if n.Pos() <= x.site.Pos() && x.site.End() <= n.End() || !c.Acts(n, fetch) {
			return
		}
		held, ok := c.codesAt(n, x)
		if !ok || !(points.Source{Domain: x.dom, Codes: held}).Without(codes.RetryWithBackoff) {
			return
		}
		for _, m := range x.dom.Members() {
			dealt[m.Text] = dealt[m.Text] || held.Has(m.Text)
		}
	})
	return func(code string) bool { return dealt[code] }
}

// empties reports whether an expression is an empty list: nil, pending[:0], make([]string, 0, n).
func (c *checker) empties(e ast.Expr) bool {
	info := c.pass.TypesInfo
	switch e := ast.Unparen(e).(type) {
	case *ast.SliceExpr:
		return e.Low == nil && e.High != nil && info.Types[e.High].Value != nil && info.Types[e.High].Value.ExactString() == "0"
	case *ast.CallExpr:
		return syntax.IsBuiltin(info, e, "make") || syntax.IsBuiltin(info, e, "clear")
	case *ast.CompositeLit:
		return len(e.Elts) == 0
	}
	return info.Types[e].IsNil()
}
