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

// This file is about what failed and is kept in a list, for a loop behind the first one that sends it again:
//
//	for _, m := range all {
//		if r := send(m); r.Code != codes.ResponseSuccess {
//			failed = append(failed, m)
//		}
//	}
//	time.Sleep(pause)
//	for _, m := range failed {
//		send(m)
//	}

// sentLater reports whether a loop behind the one that keeps something goes through the list, and sends the same for each
// element, with nothing done before but waiting, counting and logging.
func (c *checker) sentLater(f points.Function, fetch *ast.CallExpr, p putBack) bool {
	first, ok := p.loop.(*ast.RangeStmt)
	if !ok {
		return false
	}
	if element, _ := points.Element(c.pass.TypesInfo, first); element == nil || element != p.taken {
		return false
	}
	found := false
	syntax.InspectFunc(f.Body, func(n ast.Node) {
		loop, ok := n.(*ast.RangeStmt)
		if !ok || found || loop.Pos() < first.End() || !points.IsPlace(c.pass.TypesInfo, loop.X, p.queue) {
			return
		}
		element, set := points.Element(c.pass.TypesInfo, loop)
		if element == nil {
			return
		}
		if again := c.sendsFirst(loop, fetch, p.taken, element); again != nil {
			reg := requests.Region{Node: loop, From: loop.Pos(), To: loop.End()}
			found = c.isIdleBetween(f, first, again, fetch) && !slices.ContainsFunc(c.requests.Changes(again, reg), func(ch requests.Change) bool {
				return ch.Place.Root == element && ch.Site != ast.Node(set)
			})
		}
	})
	return found
}

// sendsFirst returns the call by which each round of a loop sends the same as another call, if elements of lists are
// the same; nil if nothing does, or not in each round.
func (c *checker) sendsFirst(loop *ast.RangeStmt, fetch *ast.CallExpr, taken, element types.Object) *ast.CallExpr {
	for _, s := range loop.Body.List {
		for _, call := range firstCalls(s) {
			if c.isSameExpr(fetch, call, taken, element) {
				return call
			}
		}
		if mayLeave(s) {
			break
		}
	}
	return nil
}

// isIdleBetween reports whether nothing is done between a loop and a call behind it that could make another request of
// what it sends, or ask somebody.
func (c *checker) isIdleBetween(f points.Function, loop ast.Stmt, again, fetch *ast.CallExpr) bool {
	info := c.pass.TypesInfo
	idle := true
	syntax.InspectFunc(f.Body, func(n ast.Node) {
		if !idle || n.Pos() < loop.End() || n.End() > again.Pos() {
			return
		}
		switch n := n.(type) {
		case *ast.CallExpr:
			tv := info.Types[n.Fun]
			idle = tv.IsType() || tv.IsBuiltin() || c.Passive(syntax.Callee(info, n))
		case *ast.AssignStmt:
			idle = !slices.ContainsFunc(n.Lhs, func(lhs ast.Expr) bool {
				if id, ok := lhs.(*ast.Ident); ok && info.Defs[id] != nil {
					return false // what it is made of is compared
				}
				p, ok := requests.PlaceOf(info, lhs)
				return !ok || requests.Mentions(info, again, []requests.Place{p}) || !syntax.IsBasic(info.TypeOf(lhs)) && !requests.Exempt(info.TypeOf(lhs))
			})
		case *ast.UnaryExpr:
			idle = !c.IsWord(n)
		case *ast.SendStmt, *ast.GoStmt, *ast.DeferStmt, *ast.ForStmt, *ast.RangeStmt:
			idle = false
		}
	})
	return idle
}

// isSameExpr reports whether two expressions are written alike, and mean the same, if one variable is another.
func (c *checker) isSameExpr(x, y ast.Expr, v, w types.Object) bool {
	info := c.pass.TypesInfo
	switch x := ast.Unparen(x).(type) {
	case *ast.Ident:
		y, ok := ast.Unparen(y).(*ast.Ident)
		return ok && (info.ObjectOf(x) == info.ObjectOf(y) || info.ObjectOf(x) == v && info.ObjectOf(y) == w || c.beginAlike(x, y, v, w))
	case *ast.BasicLit:
		y, ok := ast.Unparen(y).(*ast.BasicLit)
		return ok && x.Value == y.Value
	case *ast.SelectorExpr:
		y, ok := ast.Unparen(y).(*ast.SelectorExpr)
		return ok && info.ObjectOf(x.Sel) == info.ObjectOf(y.Sel) && (info.Selections[x] == nil || c.isSameExpr(x.X, y.X, v, w))
	case *ast.CallExpr:
		y, ok := ast.Unparen(y).(*ast.CallExpr)
		return ok && c.isSameExpr(x.Fun, y.Fun, v, w) && slices.EqualFunc(x.Args, y.Args, func(x, y ast.Expr) bool { return c.isSameExpr(x, y, v, w) })
	case *ast.CompositeLit:
		y, ok := ast.Unparen(y).(*ast.CompositeLit)
		return ok && types.Identical(syntax.OrInvalid(info.TypeOf(x)), syntax.OrInvalid(info.TypeOf(y))) &&
			slices.EqualFunc(x.Elts, y.Elts, func(x, y ast.Expr) bool { return c.isSameExpr(x, y, v, w) })
	case *ast.KeyValueExpr:
		y, ok := y.(*ast.KeyValueExpr)
		return ok && c.isSameExpr(x.Key, y.Key, v, w) && c.isSameExpr(x.Value, y.Value, v, w)
	case *ast.UnaryExpr:
		y, ok := ast.Unparen(y).(*ast.UnaryExpr)
		return ok && x.Op == y.Op && x.Op != token.ARROW && c.isSameExpr(x.X, y.X, v, w)
	case *ast.BinaryExpr:
		y, ok := ast.Unparen(y).(*ast.BinaryExpr)
		return ok && x.Op == y.Op && c.isSameExpr(x.X, y.X, v, w) && c.isSameExpr(x.Y, y.Y, v, w)
	case *ast.StarExpr:
		y, ok := ast.Unparen(y).(*ast.StarExpr)
		return ok && c.isSameExpr(x.X, y.X, v, w)
	}
	return false
}

// beginAlike reports whether two names are of variables that still hold what they are declared with, which is the same, as
// isSameExpr has it: var reply answer; sms := message{To: to}.
func (c *checker) beginAlike(x, y *ast.Ident, v, w types.Object) bool {
	one, other := c.Variable(x), c.Variable(y)
	if one == nil || other == nil || !types.Identical(one.Type(), other.Type()) {
		return false
	}
	begin, known := c.beginning(one, x)
	otherBegin, otherKnown := c.beginning(other, y)
	switch {
	case !known || !otherKnown:
		return false
	case begin == nil || otherBegin == nil:
		return begin == otherBegin
	}
	return c.isSameExpr(begin, otherBegin, v, w)
}

// beginning returns what a variable of a function is declared with, nil for nothing. It fails if the variable is mentioned
// in between: something else may have been put into it.
func (c *checker) beginning(v *types.Var, at *ast.Ident) (begin ast.Expr, ok bool) {
	info := c.pass.TypesInfo
	decl := c.DeclaredIn(v)
	if decl == nil {
		return nil, false
	}
	declared, mentioned := false, false
	declares := func(lhs ast.Expr, i int, values []ast.Expr, n int) {
		if id, isName := lhs.(*ast.Ident); isName && info.Defs[id] == types.Object(v) && (len(values) == 0 || len(values) == n) {
			if declared = true; len(values) > 0 {
				begin = values[i]
			}
		}
	}
	ast.Inspect(decl, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.ValueSpec:
			for i, name := range n.Names {
				declares(name, i, n.Values, len(n.Names))
			}
		case *ast.AssignStmt:
			for i, lhs := range n.Lhs {
				declares(lhs, i, n.Rhs, len(n.Lhs))
			}
		case *ast.Ident:
			mentioned = mentioned || n.Pos() < at.Pos() && info.Uses[n] == types.Object(v)
		}
		return !mentioned
	})
	return begin, declared && !mentioned
}
