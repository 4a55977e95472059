package retriedcode

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"github.com/errcodelint/errcodelint/analyzer/internal/points"
	"github.com/errcodelint/errcodelint/analyzer/internal/requests"
	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// This file is about whether those who are kept of a reply to many, see many.go, are whom the next request is for: in the next
// round of a loop, in the next call of the function, or where the function that keeps them returns to.

// A keep is where those who failed are known: behind the loop through the reply, or the call of a function that has it.
type keep struct {
	fate
	at   ast.Node      // the loop, or the call
	call *ast.CallExpr // of the function; nil for none
}

// sentToKept returns the call that brought the reply, if the same request is made again of what is kept, and the region that
// does so; nil if none does.
func (c *checker) sentToKept(f points.Function, k keep, around []ast.Stmt) (*ast.CallExpr, requests.Region) {
	for _, outer := range slices.Backward(around) {
		if fetch := c.broughtIn(outer, k); fetch != nil {
			return c.sentWhere(fetch, regionOf(outer), k)
		}
	}
	if fetch := c.broughtIn(f.Body, k); fetch != nil {
		return c.sentByItself(f, fetch, k)
	}
	return c.sentByCaller(f, k)
}

// sentWhere is sentToKept for a region in which the reply is brought.
func (c *checker) sentWhere(fetch *ast.CallExpr, reg requests.Region, k keep) (*ast.CallExpr, requests.Region) {
	if !c.asksNoted(k.loop, nil, k.site, []requests.Place{k.kept}, reg) {
		for _, to := range c.becomes(k, reg) {
			if c.sameToKept(fetch, reg, k, to) {
				return fetch, reg
			}
		}
	}
	return nil, reg
}

// sentByItself is sentToKept for a function that calls itself with what is kept.
func (c *checker) sentByItself(f points.Function, fetch *ast.CallExpr, k keep) (*ast.CallExpr, requests.Region) {
	var found requests.Region
	syntax.InspectFunc(f.Body, func(n ast.Node) {
		call, ok := n.(*ast.CallExpr)
		if !ok || found.Node != nil || call.Pos() < k.at.End() {
			return
		}
		fn, ok := syntax.Callee(c.pass.TypesInfo, call).(*types.Func)
		if !ok || types.Object(fn.Origin()) != f.Obj {
			return
		}
		for i, arg := range call.Args {
			param := syntax.Parameter(fn.Signature(), i)
			if param == nil || !c.isKept(arg, k) {
				continue
			}
			reg := requests.Region{Node: f.Node, From: f.Body.Pos(), To: f.Body.End()}
			reg.Carried, _ = c.carriedBy(f, call)
			delete(reg.Carried, param)
			if !c.asksNoted(k.loop, nil, k.site, []requests.Place{k.kept}, reg) && c.sameToKept(fetch, reg, k, requests.Place{Root: param}) {
				found = reg
			}
		}
	})
	if found.Node == nil {
		return nil, found
	}
	return fetch, found
}

// sentByCaller is sentToKept for a function that gets the reply, and returns what is kept.
func (c *checker) sentByCaller(f points.Function, k keep) (*ast.CallExpr, requests.Region) {
	fn, ok := f.Obj.(*types.Func)
	decl, isDecl := f.Node.(*ast.FuncDecl)
	if !ok || !isDecl || k.call != nil {
		return nil, requests.Region{}
	}
	if result, ok := c.alwaysReturns(f, k.kept); !ok || result > 0 || fn.Signature().Results().Len() != 1 {
		return nil, requests.Region{}
	}
	for _, call := range c.Flow.Calls(fn) {
		given := c.handedFor(decl, fn, call, k.reply)
		_, path := c.PathTo(call)
		if given == nil {
			continue
		}
		asked := keep{fate: k.fate, at: call, call: call}
		asked.reply, asked.kept = given, requests.Place{}
		if s, ok := path[0].(*ast.AssignStmt); ok && s.Tok == token.DEFINE && len(s.Lhs) == 1 {
			asked.kept, _ = requests.PlaceOf(c.pass.TypesInfo, s.Lhs[0])
		}
		for _, outer := range path {
			if _, lit := outer.(*ast.FuncLit); lit {
				break
			}
			if loop, ok := outer.(ast.Stmt); ok && points.IsLoopStmt(loop) {
				if fetch := c.broughtIn(loop, asked); fetch != nil {
					if fetch, reg := c.sentWhere(fetch, regionOf(loop), asked); fetch != nil {
						return fetch, reg
					}
				}
			}
		}
	}
	return nil, requests.Region{}
}

// handedFor returns the variable that a call gives a function for one of its parameters, or its receiver; nil for none.
func (c *checker) handedFor(decl *ast.FuncDecl, fn *types.Func, call *ast.CallExpr, param *types.Var) *types.Var {
	info := c.pass.TypesInfo
	given := syntax.Receiver(info, call)
	if name := syntax.ReceiverName(decl); name == nil || info.Defs[name] != types.Object(param) {
		given = nil
		for i, arg := range call.Args {
			if syntax.Parameter(fn.Origin().Signature(), i) == param {
				given = arg
			}
		}
	}
	if given == nil {
		return nil
	}
	place, _ := requests.PlaceOf(info, syntax.WithoutAddress(given))
	v, _ := place.Root.(*types.Var)
	return v
}

// broughtIn returns the call in a loop, before the one through the reply, that brought the reply: as its result, or into what it
// was given.
func (c *checker) broughtIn(outer ast.Node, x keep) *ast.CallExpr {
	if call := c.Computed(x.reply); call != nil {
		if points.Within(call, regionOf(outer)) && call.End() <= x.at.Pos() {
			return call
		}
		return nil
	}
	var found *ast.CallExpr
	syntax.InspectFunc(outer, func(n ast.Node) {
		call, ok := n.(*ast.CallExpr)
		if !ok || call.End() > x.at.Pos() {
			return
		}
		for _, arg := range call.Args {
			if u, ok := ast.Unparen(arg).(*ast.UnaryExpr); ok && u.Op == token.AND && c.Variable(u.X) == x.reply ||
				c.Variable(arg) == x.reply && syntax.IsPointer(x.reply.Type()) {
				found = call
			}
		}
	})
	return found
}

// becomes returns what holds in the next round what is kept.
func (c *checker) becomes(x keep, reg requests.Region) []requests.Place {
	info := c.pass.TypesInfo
	var all []requests.Place
	if x.kept.Root != nil && x.kept.Root.Pos() < reg.From {
		all = append(all, x.kept)
	}
	syntax.InspectFunc(reg.Node, func(n ast.Node) {
		s, ok := n.(*ast.AssignStmt)
		if !ok || len(s.Lhs) != len(s.Rhs) {
			return
		}
		for i, lhs := range s.Lhs {
			if to, ok := requests.PlaceOf(info, lhs); ok && points.IsPlace(info, lhs, to) && to.Root.Pos() < reg.From && c.isKept(s.Rhs[i], x) {
				all = append(all, to)
			}
		}
	})
	return all
}

// isKept reports whether an expression is the list of those who are kept: failed, or append(pending[:0], failed...).
func (c *checker) isKept(e ast.Expr, x keep) bool {
	if x.call != nil && ast.Unparen(e) == ast.Expr(x.call) {
		return true
	}
	if call, ok := ast.Unparen(e).(*ast.CallExpr); ok && syntax.IsBuiltin(c.pass.TypesInfo, call, "append") && call.Ellipsis.IsValid() {
		e = call.Args[len(call.Args)-1]
	}
	return x.kept.Root != nil && points.IsPlace(c.pass.TypesInfo, e, x.kept)
}

// sameToKept reports whether a call is made of a list, and of nothing else that is another in the next round of a region.
func (c *checker) sameToKept(fetch *ast.CallExpr, reg requests.Region, x keep, list requests.Place) bool {
	info := c.pass.TypesInfo
	parts := []requests.Place{list}
	for _, ch := range c.requests.Changes(fetch, reg) {
		if ch.Place.Overlaps(list) || x.kept.Root != nil && ch.Place.Overlaps(x.kept) {
			if ch.Place != list && ch.Place != x.kept || ch.By == nil || !c.empties(ch.By) && !c.isKept(ch.By, x) && ch.Site != ast.Node(x.site) {
				return false
			}
		} else if ch.By != nil && ch.Site.End() <= fetch.Pos() && ch.Place.Root.Pos() >= reg.From && mentionsPlace(info, ch.By, parts) {
			parts = append(parts, requests.Place{Root: ch.Place.Root}) // a request that is made of it
		}
	}
	if !slices.ContainsFunc(fetch.Args, func(arg ast.Expr) bool { return mentionsPlace(info, arg, parts) }) {
		return false
	}
	reg.Drawn = func(ch requests.Change) bool { return ch.Place == list || ch.Place == x.kept }
	return c.requests.Same(fetch, reg)
}

// mentionsPlace reports whether an expression mentions a place, or what that is a part of.
func mentionsPlace(info *types.Info, e ast.Expr, places []requests.Place) bool {
	found := false
	ast.Inspect(e, func(n ast.Node) bool {
		if sel, ok := n.(ast.Expr); ok && !found {
			p, ok := requests.PlaceOf(info, sel)
			found = ok && slices.ContainsFunc(places, p.Overlaps)
			_, isSel := sel.(*ast.SelectorExpr)
			return !found && !(ok && isSel) // b of b.From is another part
		}
		return !found
	})
	return found
}
