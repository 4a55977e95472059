package retriedcode

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"github.com/errcodelint/errcodelint/analyzer/internal/points"
	"github.com/errcodelint/errcodelint/analyzer/internal/requests"
	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// This file is about what a loop notes beside those whom it keeps, and whether that says who is kept, or whether there is another
// round at all:
//
//	for _, m := range pending {
//		if code := send(m); code != codes.ResponseSuccess {
//			if !code.Retryable() {
//				refused = true
//			}
//			failed = append(failed, m)
//		}
//	}
//	if refused {
//		return errRefused
//	}

// asksNoted reports whether a region asks, outside of a loop in it, or before the request that the loop makes, if it makes one,
// about something that the loop notes; kept is what it keeps at a site, and may be asked for.
func (c *checker) asksNoted(loop ast.Node, fetch *ast.CallExpr, site ast.Stmt, kept []requests.Place, reg requests.Region) bool {
	noted := c.notedIn(loop, site, kept)
	if len(noted) == 0 {
		return false
	}
	info := c.pass.TypesInfo
	asks := false
	mentioned := func(e ast.Expr) { asks = asks || e != nil && c.mentionsNoted(e, noted) }
	syntax.InspectFunc(reg.Node, func(n ast.Node) {
		if asks || n.Pos() < reg.From && !points.InHead(reg, n) || n.End() > reg.To || points.Within(n, regionOf(loop)) && (fetch == nil || n.Pos() > fetch.Pos()) {
			return
		}
		switch n := n.(type) {
		case *ast.IfStmt:
			if !(leavesOrBreaks(n.Body.List) && c.isUnset(n.Cond, noted)) {
				mentioned(n.Cond)
			}
		case *ast.ForStmt:
			if n.Cond != nil && !c.isSet(n.Cond, noted) {
				mentioned(n.Cond)
			}
		case *ast.RangeStmt:
			if decidesAnything(n.Body) {
				mentioned(n.X)
			}
		case *ast.SwitchStmt:
			mentioned(n.Tag)
		case *ast.CaseClause:
			for _, e := range n.List {
				mentioned(e)
			}
		case *ast.AssignStmt:
			for _, e := range n.Rhs {
				call, ok := ast.Unparen(e).(*ast.CallExpr)
				if !ok || !c.Passive(syntax.Callee(info, call)) || slices.ContainsFunc(n.Lhs, c.TellsOutcome) {
					mentioned(e)
				}
			}
		}
	})
	return asks
}

// A note is what a loop stores to, and whether it does so wherever it keeps something, too.
type note struct {
	place  requests.Place
	beside bool
}

// notedIn returns what a loop stores to that is there when it is over, but for counts, times, and what it keeps.
func (c *checker) notedIn(loop ast.Node, site ast.Stmt, kept []requests.Place) []note {
	info := c.pass.TypesInfo
	_, path := c.PathTo(site)
	var all []note
	for _, ch := range c.requests.Changes(nil, regionOf(loop)) {
		s, isStmt := ch.Site.(ast.Stmt)
		v, isVar := ch.Place.Root.(*types.Var)
		if ch.Place.Root == nil || !isVar || ch.Place.Root.Pos() >= loop.Pos() && ch.Place.Root.Pos() < loop.End() || ch.IsIdle(info, v) ||
			slices.Contains(kept, ch.Place) || c.isCount(ch) {
			continue
		}
		beside := isStmt && len(path) > 0 && slices.Contains(syntax.Statements(path[0]), s)
		if i := slices.IndexFunc(all, func(n note) bool { return n.place == ch.Place }); i >= 0 {
			all[i].beside = all[i].beside && beside
			continue
		}
		all = append(all, note{ch.Place, beside})
	}
	return all
}

// isCount reports whether a change counts something, and not for each code: sent++, total += n.
func (c *checker) isCount(ch requests.Change) bool {
	switch s := ch.Site.(type) {
	case *ast.IncDecStmt:
		return syntax.Name(s.X) != nil
	case *ast.AssignStmt:
		return s.Tok == token.ADD_ASSIGN && syntax.Name(s.Lhs[0]) != nil && syntax.IsInteger(c.pass.TypesInfo.TypeOf(s.Lhs[0])) && !c.TellsOutcome(s.Rhs[0])
	}
	return false
}

// mentionsNoted reports whether an expression mentions what was noted, or calls a method that may look at it.
func (c *checker) mentionsNoted(e ast.Expr, noted []note) bool {
	info := c.pass.TypesInfo
	found := false
	ast.Inspect(e, func(n ast.Node) bool {
		x, ok := n.(ast.Expr)
		if !ok || found {
			return !found
		}
		if call, ok := x.(*ast.CallExpr); ok {
			if decl := c.DeclOf(call); decl != nil {
				read := c.requests.ReadIn(decl)
				for f := range read {
					found = found || slices.ContainsFunc(noted, func(n note) bool { return n.place.Path == "."+f.Name() })
				}
			}
		}
		p, ok := requests.PlaceOf(info, x)
		found = found || ok && slices.ContainsFunc(noted, func(n note) bool { return n.place.Overlaps(p) && len(p.Path) >= len(n.place.Path) })
		return !found
	})
	return found
}

// isUnset reports whether a condition is that nothing was noted of what is noted wherever something is kept.
func (c *checker) isUnset(cond ast.Expr, noted []note) bool {
	info := c.pass.TypesInfo
	var of ast.Expr
	switch x := ast.Unparen(cond).(type) {
	case *ast.UnaryExpr:
		if x.Op == token.NOT {
			of = x.X
		}
	case *ast.BinaryExpr:
		v := info.Types[x.Y]
		if x.Op == token.EQL && (v.IsNil() || v.Value != nil && (v.Value.ExactString() == "0" || v.Value.ExactString() == `""`)) {
			of = x.X
		}
	}
	if call, ok := of.(*ast.CallExpr); ok && syntax.IsBuiltin(info, call, "len") {
		of = call.Args[0]
	}
	return of != nil && c.isBeside(of, noted)
}

// isSet reports whether a condition is that something was noted, of what is noted wherever something is kept.
func (c *checker) isSet(cond ast.Expr, noted []note) bool {
	return slices.ContainsFunc(syntax.Conjuncts(cond), func(e ast.Expr) bool { return c.isBeside(e, noted) })
}

func (c *checker) isBeside(e ast.Expr, noted []note) bool {
	return slices.ContainsFunc(noted, func(n note) bool { return n.beside && points.IsPlace(c.pass.TypesInfo, e, n.place) })
}

// leavesOrBreaks reports whether statements end with one that leaves a loop.
func leavesOrBreaks(list []ast.Stmt) bool {
	if len(list) == 0 || points.LeavesBy(list) {
		return len(list) > 0
	}
	b, ok := list[len(list)-1].(*ast.BranchStmt)
	return ok && b.Tok == token.BREAK
}

// decidesAnything reports whether a block does something else than to call functions.
func decidesAnything(body *ast.BlockStmt) bool {
	decides := false
	ast.Inspect(body, func(n ast.Node) bool {
		switch n.(type) {
		case *ast.IfStmt, *ast.SwitchStmt, *ast.BranchStmt, *ast.ReturnStmt, *ast.AssignStmt:
			decides = true
		}
		return !decides
	})
	return decides
}

// isForMemory reports whether a change keeps an error in what is put back, that nothing asks for: j.lastErr = err.
func (c *checker) isForMemory(ch requests.Change, fetch *ast.CallExpr, reg requests.Region) bool {
	info := c.pass.TypesInfo
	s, ok := ch.Site.(*ast.AssignStmt)
	if !ok {
		return false
	}
	var field *types.Var
	for _, lhs := range s.Lhs {
		if f := syntax.Field(info, lhs); f != nil && strings.HasSuffix(ch.Place.Path, "."+f.Name()) && syntax.IsErrorInterface(f.Type()) {
			field = f.Origin()
		}
	}
	if field == nil || c.requests.ReadBy(fetch)[field] {
		return false
	}
	asked := false
	ast.PreorderStack(reg.Node, nil, func(n ast.Node, stack []ast.Node) bool {
		switch n := n.(type) {
		case *ast.CallExpr:
			asked = asked || n != fetch && c.requests.ReadBy(n.Fun)[field]
			if decl := c.DeclOf(n); decl != nil && n != fetch {
				asked = asked || c.requests.ReadIn(decl)[field]
			}
			_, shows := syntax.StackTop(stack).(*ast.ExprStmt)
			return !asked && !(shows && c.Passive(syntax.Callee(info, n)))
		case *ast.SelectorExpr:
			by, stored := syntax.StackTop(stack).(*ast.AssignStmt)
			asked = asked || syntax.Field(info, n) == field && !(stored && slices.Contains(by.Lhs, ast.Expr(n)))
		}
		return !asked
	})
	return !asked
}
