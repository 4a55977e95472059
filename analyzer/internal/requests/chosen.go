package requests

import (
	"go/ast"
	"go/types"
	"slices"

	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// This file is about what makes another request of the same values: what is kept of the round
// before chooses among them, or the number of the attempt does.
//
//	if withSender {
//		form.Set("from", sender)
//	}

// chosen reports whether it depends on what an earlier round has kept whether a change is made. A count
// and an error don't matter: from the second attempt on the body is rewound.
func (q *requester) chosen(ch Change) bool {
	if ch.Site.End() > q.fetch.Pos() {
		return false
	}
	found := false
	ast.Inspect(q.reg.Node, func(n ast.Node) bool {
		if found || n == nil || n.Pos() > ch.Site.Pos() || n.End() < ch.Site.End() {
			return false
		}
		if n.Pos() >= q.reg.From && n.End() <= q.fetch.Pos() {
			switch n := n.(type) {
			case *ast.IfStmt:
				found = q.isKept(n.Cond)
			case *ast.SwitchStmt:
				found = n.Tag != nil && q.isKept(n.Tag)
			case *ast.CaseClause:
				for _, e := range n.List {
					found = found || q.isKept(e)
				}
			}
		}
		return true
	})
	return found
}

// isKept reports whether a condition, or what it has a name for, is made of something that is kept for the next round.
func (q *requester) isKept(cond ast.Expr) bool {
	info := q.c.pass.TypesInfo
	return q.isOfKept(cond) || slices.ContainsFunc(q.changes, func(ch Change) bool {
		return ch.By != nil && ch.Site.End() <= cond.Pos() && syntax.IsBoolean(info.TypeOf(ch.By)) && Mentions(info, cond, []Place{ch.Place}) && q.isOfKept(ch.By)
	})
}

// isOfKept reports whether an expression is made of something that is stored after the request was sent, for
// the next round, or handed to the next call.
func (q *requester) isOfKept(e ast.Expr) bool {
	info := q.c.pass.TypesInfo
	return q.hasPlace(e, func(x ast.Expr, p Place) bool {
		if !q.outlives(p.Root) || syntax.IsError(info.TypeOf(x)) || Exempt(info.TypeOf(x)) {
			return false
		}
		return q.reg.Carried[p.Root] && !syntax.IsInteger(info.TypeOf(x)) || slices.ContainsFunc(q.changes, func(ch Change) bool {
			return ch.Place.Overlaps(p) && !ch.Counts && ch.Site.Pos() >= q.fetch.End() && !ch.IsIdle(info, p.Root)
		})
	})
}

// hasPlace reports whether a place that an expression is made of is such a one.
func (q *requester) hasPlace(e ast.Expr, is func(ast.Expr, Place) bool) bool {
	found := false
	ast.Inspect(e, func(n ast.Node) bool {
		if x, ok := n.(ast.Expr); ok && !found {
			p, ok := PlaceOf(q.c.pass.TypesInfo, x)
			found = ok && is(x, p)
		}
		return !found
	})
	return found
}

// isMoved reports whether the region has something of another package answer otherwise from then on: hosts.Rotate()
// beside hosts.Current().
func (q *requester) isMoved(recv ast.Expr) bool {
	p, ok := PlaceOf(q.c.pass.TypesInfo, recv)
	if !ok {
		return false
	}
	moved := false
	syntax.InspectFunc(q.reg.Node, func(n ast.Node) {
		if call, ok := n.(*ast.CallExpr); ok && !moved && n.Pos() >= q.reg.From && n.End() <= q.reg.To && !q.reg.skips(call) {
			of, ok := PlaceOf(q.c.pass.TypesInfo, q.c.movedBy(call))
			moved = ok && of.Overlaps(p)
		}
	})
	return moved
}

// moves reports whether a call has something answer otherwise from then on that the function which sends reads.
func (q *requester) moves(call *ast.CallExpr) bool {
	of := q.c.movedBy(call)
	if of == nil || call == q.fetch {
		return false
	}
	f := syntax.Field(q.c.pass.TypesInfo, of)
	return f != nil && q.c.ReadBy(q.fetch)[f.Origin()]
}

// movedBy returns what a method of another package is called on that has it answer otherwise from then on, and says
// nothing but whether that went well; nil for other calls.
func (c *Comparer) movedBy(call *ast.CallExpr) ast.Expr {
	fn, _ := syntax.Callee(c.pass.TypesInfo, call).(*types.Func)
	recv := syntax.Receiver(c.pass.TypesInfo, call)
	if fn == nil || recv == nil || c.declOfFunc(fn) != nil || !movingName().MatchString(fn.Name()) || IsValue(fn.Signature().Recv().Type()) {
		return nil
	}
	results := fn.Signature().Results()
	if results.Len() > 1 || results.Len() == 1 && !syntax.IsError(results.At(0).Type()) {
		return nil
	}
	return recv
}

// choosesByCount reports whether a function of the package is told how many attempts there were, and takes
// that for an index: another host has its turn.
func (q *requester) choosesByCount(call *ast.CallExpr) bool {
	decl := q.c.declOf(call)
	if decl == nil {
		return false
	}
	for i, arg := range call.Args {
		if syntax.IsInteger(q.c.pass.TypesInfo.TypeOf(arg)) && q.counts(arg) && q.c.indexesBy(decl, i, 0) {
			return true
		}
	}
	return false
}

// counts reports whether an expression is made of a number that is another in every round.
func (q *requester) counts(e ast.Expr) bool {
	return q.hasPlace(e, func(_ ast.Expr, p Place) bool {
		return q.reg.Counted[p.Root] || slices.ContainsFunc(q.changes, func(ch Change) bool { return ch.Place.Overlaps(p) })
	})
}

// indexesBy reports whether a function takes its i-th argument for an index of something that is more than a
// list of pauses, by itself or by another function.
func (c *Comparer) indexesBy(decl *ast.FuncDecl, i, depth int) bool {
	info := c.pass.TypesInfo
	fn, ok := info.Defs[decl.Name].(*types.Func)
	if !ok || decl.Body == nil || depth > deepest {
		return false
	}
	param := syntax.Parameter(fn.Signature(), i)
	if param == nil {
		return false
	}
	places := []Place{{Root: param}}
	found := false
	ast.Inspect(decl.Body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.AssignStmt: // n := attempt % len(hosts)
			for j, lhs := range n.Lhs {
				if p, ok := PlaceOf(info, lhs); ok && len(n.Rhs) == len(n.Lhs) && p.Path == "" && Mentions(info, n.Rhs[j], places) {
					places = append(places, p)
				}
			}
		case *ast.IndexExpr:
			found = found || !Exempt(info.TypeOf(n)) && Mentions(info, n.Index, places)
		case *ast.CallExpr:
			for j, arg := range n.Args {
				if inner := c.declOf(n); inner != nil && Mentions(info, arg, places) {
					found = found || c.indexesBy(inner, j, depth+1)
				}
			}
		}
		return !found
	})
	return found
}

// looksOutside reports whether a function looks at what another program may have put there meanwhile: a token
// in a file.
func (c *Comparer) looksOutside(decl *ast.FuncDecl, depth int) bool {
	if decl == nil || decl.Body == nil || depth > deepest {
		return false
	}
	key := syntax.AtDepth{Decl: decl, Depth: depth}
	looks, known := c.looking[key]
	if !known {
		looks = c.looksOutsideIn(decl.Body, depth)
		c.looking[key] = looks
	}
	return looks
}

func (c *Comparer) looksOutsideIn(body *ast.BlockStmt, depth int) bool {
	found := false
	ast.Inspect(body, func(n ast.Node) bool {
		if call, ok := n.(*ast.CallExpr); ok && !found {
			fn, _ := syntax.Callee(c.pass.TypesInfo, call).(*types.Func)
			found = MannerOf(fn) == LooksOutside || c.looksOutside(c.declOfFunc(fn), depth+1)
		}
		return !found
	})
	return found
}
