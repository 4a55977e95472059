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

// This file is about what a goroutine has taken from a queue, and sends on with what came of it, to be put back from there:
//
//	for job := range jobs {
//		results <- result{job, send(job.message)}
//	}
//
//	for r := range results {
//		if r.code != codes.ResponseSuccess {
//			jobs <- r.job
//		}
//	}

// sentBack reports a statement by which a loop puts such a thing back, for codes that cannot succeed.
func (c *checker) sentBack(f points.Function, s ast.Stmt, loop ast.Stmt) {
	send, ok := s.(*ast.SendStmt)
	if !ok || c.reported[s.Pos()] {
		return
	}
	of, field := send.Value, syntax.Field(c.pass.TypesInfo, send.Value)
	if field != nil {
		of = ast.Unparen(of).(*ast.SelectorExpr).X
	}
	got, queue := c.Variable(of), c.Variable(send.Chan)
	if got == nil || queue == nil {
		return
	}
	results := receivedFrom(c.Last(got))
	by := c.Computed(got)
	if results == nil || by == nil || c.Variable(results) == nil {
		return
	}
	reg := regionOf(loop)
	for _, o := range c.Before(send).Origins() {
		o.Absent = o.Call == by && c.AtFailure(send, o, c.Before(send).Origins())
		never, _, ok := c.refused(o)
		if o.Call != by || !ok || len(never) == 0 || c.Opaque(reg, by) || c.altersSent(reg, got) {
			continue
		}
		fetch := c.sentOn(by, c.Variable(results), queue, field)
		if fetch == nil {
			return
		}
		if never = c.notSaidElsewhere(reg, o, c.UnlessActed(f, o, send, nil, never)); len(never) > 0 {
			c.reportBack(send, fetch, o, never)
		}
	}
}

// receivedFrom returns the channel from which something was received, or that a loop goes through; nil for none.
func receivedFrom(e ast.Expr) ast.Expr {
	if u, ok := ast.Unparen(e).(*ast.UnaryExpr); ok && u.Op == token.ARROW {
		return u.X
	}
	id, _ := ast.Unparen(e).(*ast.Ident)
	if id == nil {
		return nil
	}
	return id
}

// altersSent reports whether a loop may make something else of what it got: all but a count of attempts, and times.
func (c *checker) altersSent(reg requests.Region, got *types.Var) bool {
	info := c.pass.TypesInfo
	altered := slices.ContainsFunc(c.requests.Changes(nil, reg), func(ch requests.Change) bool {
		_, received := ch.By.(*ast.UnaryExpr)
		return ch.Place.Root == got && ch.Site != reg.Node && !received && !ch.IsIdle(info, got)
	})
	syntax.InspectFunc(reg.Node, func(n ast.Node) {
		call, ok := n.(*ast.CallExpr)
		if !ok || altered || info.Types[call.Fun].IsBuiltin() || c.Passive(syntax.Callee(info, call)) {
			return
		}
		altered = slices.ContainsFunc(syntax.Given(info, call), func(e ast.Expr) bool {
			p, ok := requests.PlaceOf(info, syntax.WithoutAddress(e))
			t := syntax.OrInvalid(info.TypeOf(e))
			return ok && p.Root == got && !syntax.IsBasic(t) && !syntax.ImplementsError(t)
		})
	})
	return altered
}

// sentOn returns the request that a function which a call starts makes for each thing that it takes from a queue and sends on to
// another channel, in a field or as it is; nil for none.
func (c *checker) sentOn(by *ast.CallExpr, results, queue, field *types.Var) *ast.CallExpr {
	node, of := c.startedBy(by)
	if node == nil {
		return nil
	}
	var fetch *ast.CallExpr
	several := false
	ast.PreorderStack(node, nil, func(n ast.Node, stack []ast.Node) bool {
		send, ok := n.(*ast.SendStmt)
		if !ok || of(c.Variable(send.Chan)) != results {
			return true
		}
		what, _ := ast.Unparen(send.Value).(*ast.Ident)
		if in, id := c.wrappingOf(send.Value); field != nil && in != nil && in.field == field {
			what = id
		} else if field != nil {
			several = true
			return true
		}
		found := c.requestFor(send, what, stack, func(e ast.Expr) bool { return queue != nil && of(c.Variable(e)) == queue })
		several = several || found == nil || fetch != nil && fetch != found
		fetch = found
		return true
	})
	if several {
		return nil
	}
	return fetch
}

// startedBy returns the function that a call starts, and what its variables hold of the caller's.
func (c *checker) startedBy(call *ast.CallExpr) (ast.Node, func(*types.Var) *types.Var) {
	for _, e := range append([]ast.Expr{call.Fun}, call.Args...) {
		if lit := c.LiteralOf(e); lit != nil {
			return lit.Body, func(v *types.Var) *types.Var { return v }
		}
	}
	decl := c.DeclOf(call)
	if decl == nil || decl.Body == nil {
		return nil, nil
	}
	fn, _ := c.pass.TypesInfo.Defs[decl.Name].(*types.Func)
	return decl.Body, func(v *types.Var) *types.Var {
		for i, arg := range call.Args {
			if v != nil && syntax.Parameter(fn.Signature(), i) == v {
				return c.Variable(arg)
			}
		}
		return nil
	}
}

// requestFor returns the request that a loop makes for what it takes from a queue, before a statement in it that sends that on.
func (c *checker) requestFor(send *ast.SendStmt, what *ast.Ident, stack []ast.Node, isQueue func(ast.Expr) bool) *ast.CallExpr {
	if what == nil {
		return nil
	}
	for _, outer := range slices.Backward(stack) {
		loop, ok := outer.(ast.Stmt)
		if !ok || !points.IsLoopStmt(loop) {
			continue
		}
		var channel ast.Expr
		if r, ok := loop.(*ast.RangeStmt); ok {
			channel = r.X
		} else if v := c.Variable(what); v != nil {
			channel = receivedFrom(c.Last(v))
		}
		if channel == nil || !isQueue(channel) {
			return nil
		}
		place, _ := requests.PlaceOf(c.pass.TypesInfo, channel)
		p := putBack{put: put{queue: place, what: what}, site: send, at: send, loop: loop, taken: c.pass.TypesInfo.Uses[what], from: place}
		if !c.takes(p) {
			return nil
		}
		for _, o := range c.Before(send).Origins() {
			if o.Call != nil && points.Within(o.Call, regionOf(loop)) && c.sameButTaken(o.Call, regionOf(loop), p) {
				return o.Call
			}
		}
		return nil
	}
	return nil
}
