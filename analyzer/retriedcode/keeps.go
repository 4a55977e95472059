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

// This file is about what failed and is kept in a list that becomes the queue:
//
//	queue = failed // or, at the beginning of the next round: queue, failed := failed, nil
//	queue = sendAll(queue) // which returns what failed

// keeps reports whether the loop goes through a list, and what it keeps of it is what the next round
// of a loop around it goes through, or the next call of the function. It completes the putBack.
func (c *checker) keeps(f points.Function, p *putBack, around []ast.Stmt) bool {
	info := c.pass.TypesInfo
	loop, ok := p.loop.(*ast.RangeStmt)
	if !ok {
		return false
	}
	element, _ := points.Element(info, loop)
	list, isListed := requests.PlaceOf(info, loop.X)
	if element == nil || element != p.taken || !isListed || !points.IsPlace(info, loop.X, list) {
		return false
	}
	kept := func(e ast.Expr) bool {
		if call, ok := ast.Unparen(e).(*ast.CallExpr); ok && syntax.IsBuiltin(info, call, "append") && call.Ellipsis.IsValid() {
			e = call.Args[len(call.Args)-1] // queue = append(queue[:0], failed...)
		}
		return points.IsPlace(info, e, p.queue)
	}
	p.from = list
	found := false
	syntax.InspectFunc(f.Body, func(n ast.Node) {
		if found || n.Pos() >= loop.Pos() && n.Pos() < loop.End() {
			return
		}
		switch n := n.(type) {
		case *ast.RangeStmt:
			for _, outer := range slices.Backward(around) {
				if p.in != nil && p.in.field != nil && n.Pos() >= loop.End() && points.Within(n, regionOf(outer)) && c.unwraps(n, *p, list) {
					found, p.unwrapped, p.again = true, true, requests.Region{Node: outer, From: outer.Pos(), To: outer.End()}
					return
				}
			}
		case *ast.AssignStmt:
			for i, lhs := range n.Lhs {
				for _, outer := range slices.Backward(around) {
					if len(n.Lhs) == len(n.Rhs) && n.Pos() >= outer.Pos() && n.End() <= outer.End() && points.IsPlace(info, lhs, list) && kept(n.Rhs[i]) {
						found, p.again = true, requests.Region{Node: outer, From: outer.Pos(), To: outer.End()}
						return
					}
				}
			}
		case *ast.CallExpr:
			fn, ok := syntax.Callee(info, n).(*types.Func)
			if !ok || types.Object(fn) != f.Obj || n.Pos() < loop.End() {
				return
			}
			for i, arg := range n.Args {
				if param := syntax.Parameter(fn.Signature(), i); param != nil && list == (requests.Place{Root: param}) && kept(arg) {
					carried, _ := c.carriedBy(f, n)
					delete(carried, param)
					found, p.again = true, requests.Region{Node: f.Node, From: f.Body.Pos(), To: f.Body.End(), Carried: carried}
				}
			}
		}
	})
	return found || len(around) == 0 && c.keepsInField(f, p, list) || c.returnsKept(f, p, list)
}

// keepsInField reports whether a method goes through a field, and stores there what it keeps of it, for its next call, which a
// loop makes. It completes the putBack.
func (c *checker) keepsInField(f points.Function, p *putBack, list requests.Place) bool {
	info := c.pass.TypesInfo
	fn, ok := f.Obj.(*types.Func)
	loop := p.loop.(*ast.RangeStmt)
	field := syntax.Field(info, loop.X)
	if !ok || field == nil || list.Root != types.Object(fn.Signature().Recv()) {
		return false
	}
	stored := 0
	for _, by := range c.Assigned(field.Origin()) {
		call, isCall := ast.Unparen(by).(*ast.CallExpr)
		switch {
		case by == nil:
			return false // nobody knows what it is
		case points.IsPlace(info, by, p.queue) && by.Pos() > loop.End() && points.Within(by, regionOf(f.Body)):
			stored++
		case isCall && (syntax.IsBuiltin(info, call, "append") && !call.Ellipsis.IsValid() || syntax.IsBuiltin(info, call, "make")), info.Types[by].IsNil():
		default:
			return false
		}
	}
	if stored != 1 {
		return false
	}
	for _, call := range c.Flow.Calls(fn) {
		_, path := c.PathTo(call)
		if loop := innermostLoop(path); loop != nil {
			reg := regionOf(loop)
			reg.Drawn = func(ch requests.Change) bool { return ch.Place.Path == list.Path }
			if c.requests.Same(call, reg) && !c.AsksPeople(reg, call) {
				p.again = requests.Region{Node: f.Node, From: f.Body.Pos(), To: f.Body.End()}
				return true
			}
		}
	}
	return false
}

// returnsKept reports whether a function goes through a list that it gets, and returns what it keeps of it, which it gets again
// in the next round of a loop that calls it, with all else as it was. It completes the putBack.
func (c *checker) returnsKept(f points.Function, p *putBack, list requests.Place) bool {
	fn, ok := f.Obj.(*types.Func)
	if !ok || list.Path != "" {
		return false
	}
	result, ok := c.alwaysReturns(f, p.queue)
	if !ok {
		return false
	}
	for _, call := range c.Flow.Calls(fn) {
		_, path := c.PathTo(call)
		to := c.assignedTo(path, result)
		if to == nil {
			continue
		}
		given := slices.IndexFunc(call.Args, func(arg ast.Expr) bool { return c.isSameExpr(arg, to, nil, nil) })
		if given < 0 || call.Ellipsis.IsValid() || syntax.Parameter(fn.Signature(), given) != list.Root {
			continue
		}
		place, ok := requests.PlaceOf(c.pass.TypesInfo, to)
		loop := innermostLoop(path)
		if !ok || loop == nil {
			continue
		}
		reg := regionOf(loop)
		others := slices.ContainsFunc(c.requests.Changes(call, reg), func(ch requests.Change) bool {
			return ch.Place.Overlaps(place) && !(ch.Site.Pos() <= call.Pos() && call.End() <= ch.Site.End())
		})
		reg.Drawn = func(ch requests.Change) bool { return ch.Place == place }
		if !others && c.requests.Same(call, reg) && !c.AsksPeople(reg, call) {
			p.again = requests.Region{Node: f.Node, From: f.Body.Pos(), To: f.Body.End()}
			return true
		}
	}
	return false
}

// alwaysReturns returns as which of its results a function always returns a list, or none at all: return nil, err. It fails if it
// does not.
func (c *checker) alwaysReturns(f points.Function, list requests.Place) (result int, ok bool) {
	result = -1
	named := true
	syntax.InspectFunc(f.Node, func(n ast.Node) {
		ret, isReturn := n.(*ast.ReturnStmt)
		if !isReturn {
			return
		}
		named = named && len(ret.Results) == 0
		for i, e := range ret.Results {
			if points.IsPlace(c.pass.TypesInfo, e, list) {
				result = i
			}
		}
	})
	if named && f.Type.Results != nil {
		i := 0
		for _, field := range f.Type.Results.List {
			for _, name := range field.Names {
				if types.Object(c.pass.TypesInfo.Defs[name]) == types.Object(list.Root) && list.Path == "" {
					result = i
				}
				i++
			}
		}
	}
	return result, result >= 0
}

// assignedTo returns what a result of a call is assigned to, by what is around the call. It is nil for nothing, and where another
// result is an outcome, which somebody may ask.
func (c *checker) assignedTo(path []ast.Node, result int) ast.Expr {
	if len(path) == 0 {
		return nil
	}
	s, ok := path[0].(*ast.AssignStmt)
	if !ok || s.Tok != token.ASSIGN || len(s.Rhs) != 1 || result >= len(s.Lhs) {
		return nil
	}
	to := s.Lhs[result]
	if slices.ContainsFunc(s.Lhs, func(lhs ast.Expr) bool { return lhs != to && !syntax.IsBlank(lhs) && c.TellsOutcome(lhs) }) {
		return nil
	}
	return to
}

// innermostLoop returns the innermost loop of what is around a node in its function, nil for none.
func innermostLoop(path []ast.Node) ast.Stmt {
	for _, outer := range path {
		if _, lit := outer.(*ast.FuncLit); lit {
			return nil
		}
		if s, ok := outer.(ast.Stmt); ok && points.IsLoopStmt(s) {
			return s
		}
	}
	return nil
}

// sifts reports whether a function says what is left of the queue: failed = worth(failed).
func (c *checker) sifts(reg requests.Region, p putBack) bool {
	info := c.pass.TypesInfo
	found := false
	ast.Inspect(reg.Node, func(n ast.Node) bool {
		s, ok := n.(*ast.AssignStmt)
		if !ok || found || s.Pos() < reg.From || s.End() > reg.To {
			return !found
		}
		for i, lhs := range s.Lhs {
			if !points.IsPlace(info, lhs, p.queue) && !points.IsPlace(info, lhs, p.from) {
				continue
			}
			call, isCall := ast.Unparen(s.Rhs[min(i, len(s.Rhs)-1)]).(*ast.CallExpr)
			tv := types.TypeAndValue{}
			if isCall {
				tv = info.Types[call.Fun]
			}
			found = found || isCall && !tv.IsBuiltin() && !tv.IsType()
		}
		return !found
	})
	return found
}
