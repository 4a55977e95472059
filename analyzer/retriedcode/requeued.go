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
)

// This file is about requests that a loop takes from a queue, and puts back into it:
//
//	for len(queue) > 0 {
//		m := queue[0]
//		queue = queue[1:]
//		if r := send(m); r.Code != codes.ResponseSuccess {
//			queue = append(queue, m)
//		}
//	}
//
// or that it keeps for the next round:
//
//	for range 3 {
//		var failed []Message
//		for _, m := range queue {
//			if r := send(m); r.Code != codes.ResponseSuccess {
//				failed = append(failed, m)
//			}
//		}
//		queue = failed
//	}

// A putBack is a statement that puts what a loop has taken from a queue back into it, or into what the
// queue will be.
type putBack struct {
	put
	site      ast.Stmt
	at        ast.Stmt // where it is known which codes get there: the site, or what has it done later
	loop      ast.Stmt
	taken     types.Object
	from      requests.Place  // what the loop goes through: the queue, or the list that becomes what is kept
	again     requests.Region // in which what is put back is sent again
	later     bool            // it is for a loop behind this one, if there is one
	unwrapped bool            // of what is kept in a struct: what it is taken from gets it without
	not       []ast.Stmt      // that are not executed for the codes in question
}

// requeued reports requests that are put back for codes that cannot succeed.
func (c *checker) requeued(f points.Function) {
	var loops []ast.Stmt
	ast.PreorderStack(f.Body, nil, func(n ast.Node, stack []ast.Node) bool {
		s, ok := n.(ast.Stmt)
		if !ok {
			return true
		}
		loops = loops[:0]
		for _, outer := range stack {
			if loop, ok := outer.(ast.Stmt); ok && points.IsLoopStmt(loop) {
				loops = append(loops, loop)
			}
		}
		p, back := putBack{}, false
		if len(loops) > 0 {
			p, back = c.putsBack(f, s, loops, stack)
		} else {
			p, back = c.putsBackHanded(f, s, stack)
		}
		if back {
			c.reportPutBack(f, p)
		}
		if len(loops) > 0 {
			c.sentBack(f, s, loops[len(loops)-1])
			c.keptOfMany(f, s, loops)
		}
		return true
	})
}

// putsBack returns what a statement puts back into the queue that the innermost of the loops around it drains,
// at once or later: go func() { time.Sleep(d); jobs <- job }().
func (c *checker) putsBack(f points.Function, s ast.Stmt, loops []ast.Stmt, stack []ast.Node) (putBack, bool) {
	stored, ok := c.putOf(s)
	if !ok {
		return putBack{}, false
	}
	loop := loops[len(loops)-1]
	p := putBack{
		put: stored, site: s, at: s, loop: loop, taken: c.pass.TypesInfo.Uses[stored.what], from: stored.queue,
		again: requests.Region{Node: loop, From: loop.Pos(), To: loop.End()},
	}
	launch, lit, args := c.launchIn(loop, stack)
	inside := launch != nil && c.sendsIn(lit, s)
	if launch != nil {
		if !inside {
			p.at = launch
		}
		if v, ok := p.taken.(*types.Var); ok && lit.Type.Pos() < v.Pos() && v.Pos() < lit.Body.Pos() {
			if p.taken = c.handedAs(v, lit, args); p.taken == nil {
				return putBack{}, false
			}
		}
	}
	for _, outer := range stack {
		if of, ok := outer.(*ast.FuncLit); ok && of.Pos() > loop.Pos() && p.at == s && !(inside && of == lit) {
			return putBack{}, false // who knows when
		}
	}
	if inside && (!c.waitsBehind(f, loop) || !endsWell(lit, s)) {
		return putBack{}, false
	}
	if c.takes(p) || p.at == s && c.keeps(f, &p, loops[:len(loops)-1]) {
		return p, true
	}
	p.later = p.at == s && len(loops) == 1 && !inside
	return p, p.later
}

// takes reports whether the loop drains the queue, and takes from there what is put back.
func (c *checker) takes(p putBack) bool {
	info := c.pass.TypesInfo
	isTaken := func(e ast.Expr) bool {
		id, ok := e.(*ast.Ident)
		return ok && info.ObjectOf(id) == p.taken
	}
	switch loop := p.loop.(type) {
	case *ast.RangeStmt:
		_, isChan := syntax.OrInvalid(info.TypeOf(loop.X)).Underlying().(*types.Chan)
		return isChan && points.IsPlace(info, loop.X, p.queue) && loop.Key != nil && isTaken(loop.Key)
	case *ast.ForStmt:
		if c.drains(loop, p, isTaken) {
			return true
		}
		if loop.Cond == nil || !slices.ContainsFunc(syntax.Conjuncts(loop.Cond), func(e ast.Expr) bool { return c.isLeft(e, p) }) {
			return false
		}
		took := false
		for _, s := range loop.Body.List {
			def, ok := s.(*ast.AssignStmt)
			if !ok || def.Tok != token.DEFINE || len(def.Lhs) != len(def.Rhs) {
				continue
			}
			for i, lhs := range def.Lhs {
				element, ok := ast.Unparen(def.Rhs[i]).(*ast.IndexExpr)
				took = took || ok && isTaken(lhs) && points.IsPlace(info, element.X, p.queue)
			}
		}
		return took
	}
	return false
}

// isLeft reports whether a condition is that the queue has something left.
func (c *checker) isLeft(e ast.Expr, p putBack) bool {
	test, ok := ast.Unparen(e).(*ast.BinaryExpr)
	if !ok || test.Op != token.GTR && test.Op != token.NEQ {
		return false
	}
	size, ok := ast.Unparen(test.X).(*ast.CallExpr)
	return ok && syntax.IsBuiltin(c.pass.TypesInfo, size, "len") && points.IsPlace(c.pass.TypesInfo, size.Args[0], p.queue)
}

// reportPutBack reports one such statement, for the codes that get to it.
func (c *checker) reportPutBack(f points.Function, p putBack) {
	reg := requests.Region{Node: p.loop, From: p.loop.Pos(), To: p.loop.End()}
	for _, o := range c.Before(p.at).Origins() {
		if o.Call == nil || !points.Within(o.Call, reg) || o.Call.Pos() > p.site.Pos() {
			continue
		}
		o.Absent = c.AtFailure(p.at, o, c.Before(p.at).Origins())
		never, _, ok := c.refused(o)
		if !ok || len(never) == 0 || c.reported[p.site.Pos()] || c.Opaque(reg, o.Call) || !c.sentAgain(f, o.Call, p) ||
			c.asksNoted(p.loop, o.Call, p.site, []requests.Place{p.queue, p.from}, p.again) {
			continue
		}
		never = c.UnlessActed(f, o, p.site, nil, never)
		if never = c.notSaidElsewhere(reg, o, never); len(never) == 0 {
			continue
		}
		c.reportBack(p.site, o.Call, o, never)
	}
}

// reportBack reports a statement that puts back what a call has sent, for some codes.
func (c *checker) reportBack(site ast.Stmt, fetch *ast.CallExpr, o points.Source, never []domain.Member) {
	c.reported[site.Pos()] = true
	c.report.Report(analysis.Diagnostic{
		Pos: site.Pos(), End: site.End(), Category: "redelivery",
		Message: fmt.Sprintf("this puts the request back, to be sent again (line %d), for %s; do so only if %s",
			c.Line(fetch), describe(never, nil), c.mayPass(o.Domain)),
	})
}

// sentAgain reports whether what a call has sent is sent again when it is put back.
func (c *checker) sentAgain(f points.Function, fetch *ast.CallExpr, p putBack) bool {
	return c.sameButTaken(fetch, p.again, p) && (!p.later || c.sentLater(f, fetch, p))
}

// sameButTaken reports whether a call sends the same request for the same element of the queue, and
// makes it of that element.
func (c *checker) sameButTaken(fetch *ast.CallExpr, reg requests.Region, p putBack) bool {
	mentioned := slices.ContainsFunc(fetch.Args, func(arg ast.Expr) bool { return c.isMadeOf(arg, fetch, p) })
	reg.Skips = func(n ast.Node) bool { return c.isApart(n, p) }
	reg.Drawn = func(ch requests.Change) bool {
		if ch.Place == p.queue || ch.Place == p.from {
			return true
		}
		taken := ch.Place.Root == p.taken && ch.Place.Path == ""
		if s, ok := ch.Site.(*ast.AssignStmt); ok {
			return taken && s.Tok == token.DEFINE
		}
		return taken && ch.Site == ast.Node(p.loop)
	}
	return mentioned && c.keepsAll(fetch, p) && !c.sifts(reg, p) && !c.alters(reg, fetch, p) && c.requests.Same(fetch, reg)
}

// isMadeOf reports whether an argument of a call mentions what was taken, or a variable that each round makes of that:
// next := m; next.To = to.
func (c *checker) isMadeOf(arg ast.Expr, fetch *ast.CallExpr, p putBack) bool {
	made := append(c.handedOn(p.loop, p.taken), requests.Place{Root: p.taken})
	mentions := func(e ast.Expr) bool { return requests.Mentions(c.pass.TypesInfo, e, made) }
	for _, ch := range c.requests.Changes(fetch, regionOf(p.loop)) {
		if ch.By != nil && ch.Site.End() <= fetch.Pos() && points.Within(excuses.NodeOf(ch.Place), regionOf(p.loop)) && mentions(ch.By) {
			made = append(made, requests.Place{Root: ch.Place.Root})
		}
	}
	return mentions(arg)
}

// isApart reports whether a round that puts something back does not come to a place.
func (c *checker) isApart(n ast.Node, p putBack) bool {
	return c.Apart(n, p.site) || slices.ContainsFunc(p.not, func(s ast.Stmt) bool { return points.Within(n, regionOf(s)) })
}

// alters reports whether a round makes another request of what it puts back: all but a count of
// attempts, and times.
func (c *checker) alters(reg requests.Region, fetch *ast.CallExpr, p putBack) bool {
	if c.givesAway(reg, fetch, p) {
		return true
	}
	return slices.ContainsFunc(c.requests.Changes(fetch, reg), func(ch requests.Change) bool {
		return ch.Place.Root == p.taken && !reg.Drawn(ch) && !ch.IsIdle(c.pass.TypesInfo, p.taken) && !c.isApart(ch.Site, p) && !c.isForMemory(ch, fetch, reg)
	})
}

// givesAway reports whether a function other than the one that sends gets what is put back in a way
// in which it can change it.
func (c *checker) givesAway(reg requests.Region, fetch *ast.CallExpr, p putBack) bool {
	info := c.pass.TypesInfo
	is := func(e ast.Expr) bool {
		id, ok := ast.Unparen(e).(*ast.Ident)
		return ok && info.Uses[id] == p.taken
	}
	found := false
	ast.Inspect(reg.Node, func(n ast.Node) bool {
		call, ok := n.(*ast.CallExpr)
		if !ok || call == fetch || call == p.call || info.Types[call.Fun].IsBuiltin() || c.Passive(syntax.Callee(info, call)) || c.isApart(call, p) {
			return !found
		}
		fn, _ := syntax.Callee(info, call).(*types.Func)
		if recv := syntax.Receiver(info, call); recv != nil && is(recv) && (fn == nil || fn.Signature().Recv() == nil || !requests.IsValue(fn.Signature().Recv().Type())) {
			found = true
		}
		found = found || !requests.IsValue(p.taken.Type()) && slices.ContainsFunc(call.Args, is)
		return !found
	})
	return found
}
