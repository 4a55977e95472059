package excuses

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

// WithoutAction leaves those codes for which nothing is done on the way back that
// could make the next try another one. For codes of class fix that is any call or
// store but for sleeping, logging, counting and formatting, on a way that only
// codes of that class take; for codes of class never it is what changes the
// request: a new token in the client that sends it.
func (ex *Excuses) WithoutAction(r points.Round, o points.Source, never, fix []domain.Member) (_, _ []domain.Member) {
	acted := make(map[string]bool)
	syntax.InspectFunc(r.Region.Node, func(n ast.Node) {
		if n.Pos() < r.Region.From || n.End() > r.Region.To {
			return
		}
		if n.Pos() <= r.Node.Pos() && r.Node.End() <= n.End() {
			return // it goes back, or comes to something when the next try is over
		}
		if r.Gives && ex.Apart(n, r.Node) {
			return
		}
		call, _ := n.(*ast.CallExpr)
		changes := call != nil && !ex.requests.OnFresh(call, r.Region) && ex.requests.Prepares(call, o.Call, r.Region)
		perhaps := call != nil && (ex.mayChange(call, o.Call) || ex.MayRenew(call))
		acts := len(fix) > 0 && (ex.Acts(n, o.Call) || ex.awaits(r, n))
		if !changes && !perhaps && !acts {
			return
		}
		for _, at := range ex.Before(n).Origins() {
			if !at.Is(o) || at.Codes.Undocumented() && !changes {
				continue
			}
			excuses := changes || perhaps && at.Without(codes.RetryWithBackoff)
			for _, m := range o.Domain.Members() {
				if at.Codes.Has(m.Text) && (excuses || acts && at.OnlyFix() && m.Retry == codes.RetryAfterFix) {
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
	return ex.unlessRenewed(o, left(never)), ex.unlessRenewed(o, left(fix))
}

// MayRenew reports whether a call is one of a function in a variable, that is told nothing: renew(ctx).
func (ex *Excuses) MayRenew(call *ast.CallExpr) bool {
	info := ex.pass.TypesInfo
	v, ok := syntax.Callee(info, call).(*types.Var)
	return ok && ex.LiteralOf(call.Fun) == nil && !isCancel(v.Type()) && !ex.Passive(v) &&
		!slices.ContainsFunc(call.Args, func(arg ast.Expr) bool { return !requests.Exempt(info.TypeOf(arg)) })
}

// awaits reports whether a node receives what somebody else sends, but for the time, and goes on then.
func (ex *Excuses) awaits(r points.Round, n ast.Node) bool {
	u, ok := n.(*ast.UnaryExpr)
	if !ok || !ex.IsWord(u) {
		return false
	}
	goes := true
	syntax.InspectFunc(r.Region.Node, func(n ast.Node) {
		if clause, ok := n.(*ast.CommClause); ok && clause.Comm != nil && clause.Comm.Pos() <= u.Pos() && u.End() <= clause.Comm.End() {
			goes = !points.LeavesBy(clause.Body)
		}
	})
	return goes
}

// IsWord reports whether an expression receives something that is neither the time nor the end of a context.
func (ex *Excuses) IsWord(u *ast.UnaryExpr) bool {
	info := ex.pass.TypesInfo
	if u.Op != token.ARROW {
		return false
	}
	ch, ok := syntax.OrInvalid(info.TypeOf(u.X)).Underlying().(*types.Chan)
	if !ok || syntax.IsTime(ch.Elem()) {
		return false
	}
	if call, ok := ast.Unparen(u.X).(*ast.CallExpr); ok {
		return !syntax.IsContext(info.TypeOf(syntax.Receiver(info, call)))
	}
	return true
}

// mayChange reports whether a call of something that cannot be looked into, or of a function that calls such a thing, may
// change what a request is made of: a part of the client that sends it.
func (ex *Excuses) mayChange(call, fetch *ast.CallExpr) bool {
	info := ex.pass.TypesInfo
	changed := ex.changedBy(call, 0)
	if call == fetch || len(changed) == 0 {
		return false
	}
	parts := ex.partsOf(fetch)
	if lit := ex.LiteralOf(fetch.Fun); lit != nil { // what a closure sends with
		ast.Inspect(lit.Body, func(n ast.Node) bool {
			if inner, ok := n.(*ast.CallExpr); ok {
				parts = append(parts, ex.partsOf(inner)...)
			}
			return true
		})
	}
	if recv := syntax.Receiver(info, fetch); recv != nil { // what a client is made of
		if made := ex.Once(recv); made != nil {
			ast.Inspect(made, func(n ast.Node) bool {
				if e, ok := n.(ast.Expr); ok && !requests.IsValue(syntax.OrInvalid(info.TypeOf(e))) {
					if p, ok := requests.PlaceOf(info, e); ok {
						parts = append(parts, p)
					}
				}
				return true
			})
		}
	}
	return overlap(changed, parts)
}

// changedBy returns what a call, so many calls deep, may change by what cannot be looked into.
func (ex *Excuses) changedBy(call *ast.CallExpr, depth int) []requests.Place {
	info := ex.pass.TypesInfo
	fn, _ := syntax.Callee(info, call).(*types.Func)
	if fn == nil || ex.Passive(fn) || requests.MannerOf(fn) == requests.AsksAgain || depth > points.Deepest {
		return nil
	}
	decl := ex.DeclOfFunc(fn)
	if decl == nil {
		return ex.partsOf(call)
	}
	given := make(map[types.Object]ast.Expr)
	sig := fn.Origin().Signature()
	for i, arg := range call.Args {
		if p := syntax.Parameter(sig, i); p != nil {
			given[p] = arg
		}
	}
	if recv := syntax.Receiver(info, call); recv != nil && sig.Recv() != nil {
		given[sig.Recv()] = recv
	}
	var all []requests.Place
	syntax.InspectFunc(decl, func(n ast.Node) {
		inner, ok := n.(*ast.CallExpr)
		if !ok {
			return
		}
		for _, p := range ex.changedBy(inner, depth+1) {
			if of, ok := requests.PlaceOf(info, given[p.Root]); ok && given[p.Root] != nil {
				all = append(all, requests.Place{Root: of.Root, Path: of.Path + p.Path})
			}
		}
	})
	return all
}

// partsOf returns what a call is made on and with, by which it may change something that others see.
func (ex *Excuses) partsOf(call *ast.CallExpr) []requests.Place {
	info := ex.pass.TypesInfo
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

// UnlessActed leaves those codes of a reply for which nothing is done, after it came, that could make another
// request of the message when that is delivered again: a new token in the client, or something where the
// function looks before it asks. What is done with the message itself makes no other one of it.
func (ex *Excuses) UnlessActed(f points.Function, o points.Source, again ast.Node, message ast.Expr, never []domain.Member) []domain.Member {
	reg := requests.Region{Node: f.Body, From: o.Call.End(), To: f.Body.End()}
	never, _ = ex.WithoutAction(points.Round{Node: again, Region: reg, Gives: true}, o, never, nil)
	if len(never) == 0 {
		return nil
	}
	itself, _ := requests.PlaceOf(ex.pass.TypesInfo, message)
	var asked, parts []requests.Place
	acted := make(map[string]bool)
	syntax.InspectFunc(f.Body, func(n ast.Node) {
		call, ok := n.(*ast.CallExpr)
		if !ok || n.Pos() <= again.Pos() && again.End() <= n.End() || !ex.Acts(call, o.Call) {
			return
		}
		parts = slices.DeleteFunc(ex.partsOf(call), func(p requests.Place) bool { return p == itself })
		switch {
		case call.End() <= o.Call.Pos():
			asked = append(asked, parts...)
		case call.Pos() >= o.Call.End() && overlap(parts, asked):
			for _, at := range ex.Before(call).Origins() {
				if !at.Is(o) || !at.Without(codes.RetryWithBackoff) {
					continue
				}
				for _, m := range never {
					acted[m.Text] = acted[m.Text] || at.Codes.Has(m.Text)
				}
			}
		}
	})
	return points.Without(never, func(text string) bool { return acted[text] })
}

// Acts reports whether a statement does something about a failure.
func (ex *Excuses) Acts(n ast.Node, fetch *ast.CallExpr) bool {
	info := ex.pass.TypesInfo
	switch n := n.(type) {
	case *ast.CallExpr:
		if n == fetch || info.Types[n.Fun].IsType() || info.Types[n.Fun].IsBuiltin() {
			return false
		}
		return !ex.Passive(syntax.Callee(info, n))
	case *ast.AssignStmt:
		if n.Tok == token.DEFINE || n.Tok != token.ASSIGN {
			return false
		}
		for _, lhs := range n.Lhs {
			t := info.TypeOf(lhs)
			if id, ok := lhs.(*ast.Ident); ok && id.Name == "_" || t == nil || requests.Exempt(t) || syntax.IsError(t) {
				continue
			}
			if _, code := ex.bindings.Of(lhs); code {
				continue
			}
			return true
		}
	case *ast.SendStmt:
		return true
	}
	return false
}
