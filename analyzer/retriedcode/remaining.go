package retriedcode

import (
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/analysis"

	"github.com/errcodelint/errcodelint/analyzer/internal/domain"
	"github.com/errcodelint/errcodelint/analyzer/internal/excuses"
	"github.com/errcodelint/errcodelint/analyzer/internal/points"
	"github.com/errcodelint/errcodelint/analyzer/internal/requests"
	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
	"github.com/errcodelint/errcodelint/codes"
)

// This file is about loops that go through what is left, as long as there is something:
//
//	for len(pending) > 0 {
//		for id, m := range pending {
//			if r := send(m); r.Code == codes.ResponseSuccess {
//				delete(pending, id)
//			}
//		}
//	}
//
// What was sent is taken out, or marked (e.sent = true) so that it is passed over.

// A backlog is a loop through what is left.
type backlog struct {
	points.Round                // of the loop around it
	loop         *ast.RangeStmt // through what is left
	list         requests.Place
	element      types.Object
	settles      []ast.Stmt // that take an element out, or mark it
}

// backlogsIn reports the loops in a function that send the same again for what is left, for codes that cannot succeed.
func (c *checker) backlogsIn(f points.Function, all []points.Round) {
	for _, r := range all {
		if r.Category != "loop" || c.reported[r.Pos] {
			continue
		}
		syntax.InspectFunc(r.Region.Node, func(n ast.Node) {
			loop, ok := n.(*ast.RangeStmt)
			if !ok || ast.Node(loop) == r.Node || !points.Within(loop, r.Region) || c.innermost(all, loop) != r.Node {
				return
			}
			if b, ok := c.backlogOf(r, loop); ok {
				c.reportBacklog(f, b, all)
			}
		})
	}
}

// innermost returns the loop right around another one.
func (c *checker) innermost(all []points.Round, loop ast.Node) ast.Node {
	var found ast.Node
	for _, r := range all {
		if r.Category == "loop" && r.Node != loop && points.Within(loop, r.Region) && (found == nil || points.Within(r.Node, requests.Region{From: found.Pos(), To: found.End()})) {
			found = r.Node
		}
	}
	return found
}

// backlogOf returns what goes through a list or map that outlives the round, and of which the round changes nothing but what
// it adds.
func (c *checker) backlogOf(r points.Round, loop *ast.RangeStmt) (backlog, bool) {
	info := c.pass.TypesInfo
	list, ok := requests.PlaceOf(info, loop.X)
	element, _ := info.ObjectOf(syntax.Name(loop.Value)).(*types.Var)
	if element == nil && syntax.IsMap(info.TypeOf(loop.X)) {
		element, _ = info.ObjectOf(syntax.Name(loop.Key)).(*types.Var) // of a set
	}
	if !ok || element == nil || loop.Tok != token.DEFINE || !points.IsPlace(info, loop.X, list) || list.Root == nil || points.Within(excuses.NodeOf(list), r.Region) {
		return backlog{}, false
	}
	switch syntax.OrInvalid(info.TypeOf(loop.X)).Underlying().(type) {
	case *types.Map, *types.Slice:
	default:
		return backlog{}, false
	}
	b := backlog{Round: r, loop: loop, list: list, element: element}
	changed := false
	syntax.InspectFunc(r.Region.Node, func(n ast.Node) {
		switch n := n.(type) {
		case *ast.AssignStmt:
			if n.Tok == token.DEFINE {
				break
			}
			for i, lhs := range n.Lhs {
				p, ok := requests.PlaceOf(info, lhs)
				switch {
				case len(n.Lhs) == len(n.Rhs) && points.Within(n, regionOf(loop.Body)) && c.marksElement(b, lhs, n.Rhs[i]):
					b.settles = append(b.settles, n)
				case !points.Within(n, regionOf(loop)) && len(n.Lhs) == len(n.Rhs) && c.adds(b, lhs, n.Rhs[i]):
				default:
					changed = changed || !ok || p.Overlaps(list)
				}
			}
		case *ast.UnaryExpr:
			p, ok := requests.PlaceOf(info, n.X)
			changed = changed || n.Op == token.AND && ok && p.Overlaps(list)
		case *ast.ExprStmt:
			if c.takesOut(b, n) {
				b.settles = append(b.settles, n)
			}
		}
	})
	return b, !changed && len(b.settles) > 0
}

// adds reports whether an assignment adds something to what is left.
func (c *checker) adds(b backlog, lhs, rhs ast.Expr) bool {
	info := c.pass.TypesInfo
	if x, ok := ast.Unparen(lhs).(*ast.IndexExpr); ok {
		return points.IsPlace(info, x.X, b.list) && syntax.IsMap(info.TypeOf(x.X))
	}
	call, ok := ast.Unparen(rhs).(*ast.CallExpr)
	return ok && syntax.IsBuiltin(info, call, "append") && points.IsPlace(info, lhs, b.list) && points.IsPlace(info, call.Args[0], b.list)
}

func regionOf(n ast.Node) requests.Region {
	return requests.Region{Node: n, From: n.Pos(), To: n.End()}
}

// takesOut reports whether a statement takes the element at which a loop is out of the map that it goes through.
func (c *checker) takesOut(b backlog, s *ast.ExprStmt) bool {
	info := c.pass.TypesInfo
	call, ok := s.X.(*ast.CallExpr)
	if !ok || !syntax.IsBuiltin(info, call, "delete") || len(call.Args) != 2 || !points.IsPlace(info, call.Args[0], b.list) || !points.Within(s, regionOf(b.loop.Body)) {
		return false
	}
	key := info.ObjectOf(syntax.Name(b.loop.Key))
	return key != nil && info.Uses[syntax.Name(call.Args[1])] == key
}

// marksElement reports whether an assignment of a constant marks an element by what the loop asks first.
func (c *checker) marksElement(b backlog, lhs, rhs ast.Expr) bool {
	info := c.pass.TypesInfo
	mark, ok := requests.PlaceOf(info, lhs)
	if !ok || info.Types[rhs].Value == nil || mark.Root == nil {
		return false
	}
	marks := []requests.Place{mark}
	switch x := ast.Unparen(lhs).(type) {
	case *ast.SelectorExpr:
		switch {
		case b.isElement(info, x.X): // which the loop has a copy of
			marks = append(marks, requests.Place{Root: b.element, Path: "." + x.Sel.Name})
		case mark.Root != b.element || !syntax.IsPointer(b.element.Type()):
			return false
		}
	case *ast.IndexExpr:
		of, ok := requests.PlaceOf(info, x.Index)
		if !ok || of.Root != b.element && of.Root != info.ObjectOf(syntax.Name(b.loop.Key)) || points.Within(excuses.NodeOf(mark), b.Region) {
			return false
		}
	default:
		return false
	}
	asked := false
	for _, s := range b.loop.Body.List {
		test, ok := s.(*ast.IfStmt)
		if ok && test.End() < lhs.Pos() || ok && points.Within(lhs, regionOf(test.Body)) {
			asked = asked || requests.Mentions(info, test.Cond, marks)
		}
	}
	return asked
}

// isElement reports whether an expression is the element at which a loop is: entries[i].
func (b backlog) isElement(info *types.Info, e ast.Expr) bool {
	x, ok := ast.Unparen(e).(*ast.IndexExpr)
	key := info.ObjectOf(syntax.Name(b.loop.Key))
	return ok && key != nil && points.IsPlace(info, x.X, b.list) && info.Uses[syntax.Name(x.Index)] == key
}

// reportBacklog reports a loop around another one, for the codes for which an element stays as it is.
func (c *checker) reportBacklog(f points.Function, b backlog, all []points.Round) {
	inner := regionOf(b.loop.Body)
	back := c.Back(b.loop)
	if !back.Reachable() {
		return
	}
	for _, o := range originsIn(back, inner) {
		stays := c.stays(b, o)
		if len(stays) == 0 || c.reported[b.Pos] || c.Opaque(inner, o.Call) || !c.sentToRemaining(f, o.Call, b) ||
			c.asksNoted(b.loop, nil, b.loop, b.places(c.pass.TypesInfo), b.Region) || c.AsksPeople(b.Region, o.Call) || c.KeepsUnknown(b.Round, o) || c.AsksIterator(b.Round) {
			continue
		}
		stays = c.UnlessAsked(b.Round, o, c.UnlessLast(b.Round, o, stays))
		stays = c.notSaidWithin(b.Round, o, c.notSaidElsewhere(b.Region, o, stays))
		if len(stays) == 0 {
			continue
		}
		c.reported[b.Pos] = true
		c.noteLoop(b.Round, o, stays)
		c.report.Report(analysis.Diagnostic{
			Pos: b.Pos, End: b.End, Category: b.Category,
			Message: fmt.Sprintf("%s the same request again (line %d) for %s; take it out of what is left, too, unless %s",
				b.Subject, c.sentLine(o.Call), describe(stays, nil), c.mayPass(o.Domain)),
		})
	}
}

// places returns what it goes through, and what its elements are marked by.
func (b backlog) places(info *types.Info) []requests.Place {
	all := []requests.Place{b.list}
	for _, s := range b.settles {
		if s, ok := s.(*ast.AssignStmt); ok {
			for _, lhs := range s.Lhs {
				if p, ok := requests.PlaceOf(info, lhs); ok {
					all = append(all, p)
				}
			}
		}
	}
	return all
}

// stays returns the codes that cannot succeed with which an element stays as it is, if it does not with a success: nothing
// takes it out, marks it, or does something else about it.
func (c *checker) stays(b backlog, o points.Source) []domain.Member {
	comes := func(n ast.Node, m domain.Member) bool { return n.Pos() > o.Call.End() && c.ComesTo(n, o, m) }
	var stays []domain.Member
	for _, m := range o.Domain.Members() {
		settled := slices.ContainsFunc(b.settles, func(s ast.Stmt) bool { return comes(s, m) })
		switch {
		case m.IsSuccess() && !settled:
			return nil
		case m.Retry == codes.RetryNever && o.Codes.Has(m.Text) && !settled:
			stays = append(stays, m)
		}
	}
	syntax.InspectFunc(b.loop.Body, func(n ast.Node) {
		call, ok := n.(*ast.CallExpr)
		if !ok || len(stays) == 0 || call.Pos() < o.Call.End() || c.pass.TypesInfo.Types[call.Fun].IsType() || c.Passive(syntax.Callee(c.pass.TypesInfo, call)) {
			return
		}
		stays = slices.DeleteFunc(stays, func(m domain.Member) bool { return comes(call, m) })
	})
	return stays
}

// sentToRemaining reports whether a call sends the same each time for the same element.
func (c *checker) sentToRemaining(f points.Function, fetch *ast.CallExpr, b backlog) bool {
	p := putBack{put: put{queue: b.list}, site: b.loop, loop: b.loop, taken: b.element, from: b.list, not: b.settles}
	_, path := c.PathTo(fetch)
	for _, n := range path {
		if s, ok := n.(ast.Stmt); ok {
			p.site = s
			break
		}
	}
	return c.sameButTaken(fetch, b.Region, p)
}
