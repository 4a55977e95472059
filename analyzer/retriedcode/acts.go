package retriedcode

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"github.com/errcodelint/errcodelint/analyzer/internal/domain"
	"github.com/errcodelint/errcodelint/analyzer/internal/requests"
	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
	"github.com/errcodelint/errcodelint/codes"
)

// withoutAction leaves those codes for which nothing is done on the way back that
// could make the next try another one. For codes of class fix that is any call or
// store but for sleeping, logging, counting and formatting, on a way that only
// codes of that class take; for codes of class never it is what changes the
// request: a new token in the client that sends it.
func (c *checker) withoutAction(r round, o source, never, fix []domain.Member) (_, _ []domain.Member) {
	acted := make(map[string]bool)
	syntax.InspectFunc(r.region.Node, func(n ast.Node) {
		if n.Pos() < r.region.From || n.End() > r.region.To {
			return
		}
		if n.Pos() <= r.node.Pos() && r.node.End() <= n.End() {
			return // it goes back, or comes to something when the next try is over
		}
		if r.gives && c.apart(n, r.node) {
			return
		}
		call, _ := n.(*ast.CallExpr)
		changes := call != nil && !c.requests.OnFresh(call, r.region) && c.requests.Prepares(call, o.call)
		perhaps := call != nil && (c.mayChange(call, o.call) || c.mayRenew(call))
		acts := len(fix) > 0 && (c.acts(n, o.call) || c.awaits(r, n))
		if !changes && !perhaps && !acts {
			return
		}
		for _, at := range c.before(n).origins() {
			if !at.is(o) || at.codes.Undocumented() && !changes {
				continue
			}
			excuses := changes || perhaps && at.without(codes.RetryWithBackoff)
			for _, m := range o.domain.Members() {
				if at.codes.Has(m.Text) && (excuses || acts && at.onlyFix() && m.Retry == codes.RetryAfterFix) {
					acted[m.Text] = true
				}
			}
		}
	})
	left := func(members []domain.Member) []domain.Member {
		var left []domain.Member
		for _, m := range members {
			if !acted[m.Text] {
				left = append(left, m)
			}
		}
		return left
	}
	return left(never), left(fix)
}

// mayRenew reports whether a call is one of a function in a variable, that is told nothing: renew(ctx).
func (c *checker) mayRenew(call *ast.CallExpr) bool {
	info := c.pass.TypesInfo
	v, ok := syntax.Callee(info, call).(*types.Var)
	return ok && c.literalOf(call.Fun) == nil && !isCancel(v.Type()) && !c.passive(v) &&
		!slices.ContainsFunc(call.Args, func(arg ast.Expr) bool { return !requests.Exempt(info.TypeOf(arg)) })
}

// awaits reports whether a node receives what somebody else sends, but for the time, and goes on then.
func (c *checker) awaits(r round, n ast.Node) bool {
	u, ok := n.(*ast.UnaryExpr)
	if !ok || !c.isWord(u) {
		return false
	}
	goes := true
	syntax.InspectFunc(r.region.Node, func(n ast.Node) {
		if clause, ok := n.(*ast.CommClause); ok && clause.Comm != nil && clause.Comm.Pos() <= u.Pos() && u.End() <= clause.Comm.End() {
			goes = !leavesBy(clause.Body)
		}
	})
	return goes
}

// isWord reports whether an expression receives something that is neither the time nor the end of a context.
func (c *checker) isWord(u *ast.UnaryExpr) bool {
	info := c.pass.TypesInfo
	if u.Op != token.ARROW {
		return false
	}
	ch, ok := orInvalid(info.TypeOf(u.X)).Underlying().(*types.Chan)
	if !ok || syntax.IsTime(ch.Elem()) {
		return false
	}
	if call, ok := ast.Unparen(u.X).(*ast.CallExpr); ok {
		return !syntax.IsContext(info.TypeOf(syntax.Receiver(info, call)))
	}
	return true
}

// mayChange reports whether a call of something that cannot be looked into may
// change what a request is made of: a part of the client that sends it.
func (c *checker) mayChange(call, fetch *ast.CallExpr) bool {
	info := c.pass.TypesInfo
	fn, _ := syntax.Callee(info, call).(*types.Func)
	if call == fetch || fn == nil || c.declOfFunc(fn) != nil || c.passive(fn) || requests.MannerOf(fn) == requests.AsksAgain {
		return false
	}
	parts := c.partsOf(fetch)
	if lit := c.literalOf(fetch.Fun); lit != nil { // what a closure sends with
		ast.Inspect(lit.Body, func(n ast.Node) bool {
			if inner, ok := n.(*ast.CallExpr); ok {
				parts = append(parts, c.partsOf(inner)...)
			}
			return true
		})
	}
	if recv := syntax.Receiver(info, fetch); recv != nil { // what a client is made of
		if made := c.once(recv); made != nil {
			ast.Inspect(made, func(n ast.Node) bool {
				if e, ok := n.(ast.Expr); ok && !requests.IsValue(orInvalid(info.TypeOf(e))) {
					if p, ok := requests.PlaceOf(info, e); ok {
						parts = append(parts, p)
					}
				}
				return true
			})
		}
	}
	return overlap(c.partsOf(call), parts)
}

// partsOf returns what a call is made on and with, by which it may change something that others see.
func (c *checker) partsOf(call *ast.CallExpr) []requests.Place {
	info := c.pass.TypesInfo
	var parts []requests.Place
	add := func(e ast.Expr) {
		if p, ok := requests.PlaceOf(info, e); ok {
			parts = append(parts, p)
		}
	}
	if recv := syntax.Receiver(info, call); recv != nil {
		add(recv)
	}
	for _, arg := range call.Args {
		if u, ok := ast.Unparen(arg).(*ast.UnaryExpr); ok && u.Op == token.AND {
			add(u.X)
		} else if t := info.TypeOf(arg); t != nil && !syntax.IsContext(t) && !requests.IsValue(t) {
			add(arg)
		}
	}
	return parts
}

// overlap reports whether one of some places is one of others, or a part of it.
func overlap(some, others []requests.Place) bool {
	return slices.ContainsFunc(some, func(p requests.Place) bool { return slices.ContainsFunc(others, p.Overlaps) })
}

// unlessActed leaves those codes of a reply for which nothing is done, after it came, that could make another
// request of the message when that is delivered again: a new token in the client, or something where the
// function looks before it asks. What is done with the message itself makes no other one of it.
func (c *checker) unlessActed(f function, o source, again ast.Node, message ast.Expr, never []domain.Member) []domain.Member {
	reg := requests.Region{Node: f.body, From: o.call.End(), To: f.body.End()}
	never, _ = c.withoutAction(round{node: again, region: reg, gives: true}, o, never, nil)
	if len(never) == 0 {
		return nil
	}
	itself, _ := requests.PlaceOf(c.pass.TypesInfo, message)
	var asked, parts []requests.Place
	acted := make(map[string]bool)
	syntax.InspectFunc(f.body, func(n ast.Node) {
		call, ok := n.(*ast.CallExpr)
		if !ok || n.Pos() <= again.Pos() && again.End() <= n.End() || !c.acts(call, o.call) {
			return
		}
		parts = slices.DeleteFunc(c.partsOf(call), func(p requests.Place) bool { return p == itself })
		switch {
		case call.End() <= o.call.Pos():
			asked = append(asked, parts...)
		case call.Pos() >= o.call.End() && overlap(parts, asked):
			for _, at := range c.before(call).origins() {
				if !at.is(o) || !at.without(codes.RetryWithBackoff) {
					continue
				}
				for _, m := range never {
					acted[m.Text] = acted[m.Text] || at.codes.Has(m.Text)
				}
			}
		}
	})
	return without(never, func(text string) bool { return acted[text] })
}

// orInvalid returns a type, or one that is none.
func orInvalid(t types.Type) types.Type {
	if t == nil {
		return types.Typ[types.Invalid]
	}
	return t
}

// acts reports whether a statement does something about a failure.
func (c *checker) acts(n ast.Node, fetch *ast.CallExpr) bool {
	info := c.pass.TypesInfo
	switch n := n.(type) {
	case *ast.CallExpr:
		if n == fetch || info.Types[n.Fun].IsType() || info.Types[n.Fun].IsBuiltin() {
			return false
		}
		return !c.passive(syntax.Callee(info, n))
	case *ast.AssignStmt:
		if n.Tok == token.DEFINE || n.Tok != token.ASSIGN {
			return false
		}
		for _, lhs := range n.Lhs {
			t := info.TypeOf(lhs)
			if id, ok := lhs.(*ast.Ident); ok && id.Name == "_" || t == nil || requests.Exempt(t) || syntax.IsError(t) {
				continue
			}
			if _, code := c.bindings.Of(lhs); code {
				continue
			}
			return true
		}
	case *ast.SendStmt:
		return true
	}
	return false
}
