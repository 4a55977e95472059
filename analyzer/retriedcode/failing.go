package retriedcode

import (
	"go/ast"
	"go/types"
	"slices"

	"github.com/errcodelint/errcodelint/analyzer/internal/domain"
	"github.com/errcodelint/errcodelint/analyzer/internal/excuses"
	"github.com/errcodelint/errcodelint/analyzer/internal/libraries"
	"github.com/errcodelint/errcodelint/analyzer/internal/points"
	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// This file is about the returns for which an operation is called again.

// failing returns the replies, and their codes, for which a function returns what
// has it called again.
func (c *checker) failing(typ *ast.FuncType, body *ast.BlockStmt, when libraries.Again, pkg *types.Package, by filter) []outlet {
	all := make(map[*ast.CallExpr]*gathered)
	var order []*ast.CallExpr
	unknown := false
	syntax.InspectFunc(body, func(n ast.Node) {
		ret, ok := n.(*ast.ReturnStmt)
		if !ok || unknown {
			return
		}
		at := c.Before(ret)
		if !at.Reachable() {
			return
		}
		f, ok := c.failsBy(at, returned(typ, ret), body, when, pkg, by)
		if !ok {
			unknown = true
			return
		}
		for _, o := range points.DecidingAt(f.ways) {
			if o.Call == nil || o.Call.Pos() < body.Pos() || o.Call.End() > body.End() {
				continue
			}
			if f.goesOn {
				o = c.ofErrors(o, c.Before(ret), f.err)
			}
			g := all[o.Call]
			if g == nil {
				g = &gathered{domain: o.Domain, has: make(map[string]bool)}
				all[o.Call] = g
				order = append(order, o.Call)
			}
			if o.All() && f.marked == nil {
				g.open = append(g.open, ret) // an error that has nothing to do with the code
				continue
			}
			g.rets = append(g.rets, ret)
			for _, m := range o.Domain.Members() {
				g.has[m.Text] = g.has[m.Text] || o.Codes.Has(m.Text) && !f.marked.ends(o, m)
			}
		}
	})
	if unknown {
		return nil
	}
	var found []outlet
	for _, call := range order {
		g := all[call]
		if len(g.rets) == 0 {
			g.rets = g.open
			for _, m := range g.domain.Members() {
				g.has[m.Text] = true
			}
		}
		found = append(found, outlet{points.Source{ID: points.Several, Call: call, Domain: g.domain, Codes: g}, g.rets})
	}
	return found
}

// A failed is what is known of a return for which an operation is called again.
type failed struct {
	ways   []points.Point // at which it is; none if it never is
	err    ast.Expr       // the last thing that is returned
	marked *marking       // the codes for which the error has a mark that ends it; nil for none
	goesOn bool           // it is known that the error is not nil, and has no mark that ends it
}

// failsBy returns what is known of a return of some results. It fails if nobody knows whether the operation is called again.
func (c *checker) failsBy(at points.Point, results []ast.Expr, body *ast.BlockStmt, when libraries.Again, pkg *types.Package, by filter) (failed, bool) {
	if len(results) == 0 {
		return failed{}, false
	}
	f := failed{err: results[len(results)-1]}
	switch when {
	case libraries.OnAnswer:
		var ok bool
		f.ways, ok = c.disliked(at, results, by.results)
		return f, ok
	case libraries.OnError:
		if !c.endsWithError(f.err) && !c.pass.TypesInfo.Types[f.err].IsNil() {
			return f, false
		}
		return c.failsByError(f, at, body, pkg, by)
	}
	if len(results) != 2 {
		return f, false
	}
	at = at.Assume(results[0], when == libraries.OnTrue)
	if at.Reachable() {
		at = at.Fails(f.err, when == libraries.OnTrue)
	}
	f.ways = []points.Point{at}
	return f, true
}

// failsByError is failsBy where it is for the error to say.
func (c *checker) failsByError(f failed, at points.Point, body *ast.BlockStmt, pkg *types.Package, by filter) (failed, bool) {
	switch {
	case len(by.stops) > 0:
		var known bool
		if at, known = c.unstoppedAt(at, f.err, by.stops); !known || !at.Reachable() {
			return f, known
		}
		f.goesOn = true
	case by.replaced:
		f.err = c.withoutStop(f.err)
	default:
		switch c.stops(f.err, pkg, body) {
		case yes:
			return f, true
		case maybe:
			if goes, known := c.unmarkedAt(at, f.err, pkg, body); known {
				if at, f.goesOn = goes, true; !at.Reachable() {
					return f, true
				}
				break
			}
			var ok bool
			if f.marked, ok = c.unmarkedBy(f.err, at, pkg); !ok {
				return f, c.marksBefore(f.err, pkg)
			}
		}
	}
	if f.goesOn && len(by.asks) == 0 {
		f.ways = []points.Point{at} // to evaluate a call again would be to forget what it has brought
		return f, true
	}
	again, known := c.triedAgain(at, f.err, by.asks)
	if known == yes {
		f.ways = again
	}
	return f, known != no
}

// marksBefore reports whether an error comes from a function of the package that marks some, but only before it has a reply: what
// it has marked says nothing of codes.
//
//	req, err := http.NewRequestWithContext(ctx, http.MethodPost, url, body)
//	if err != nil {
//		return nil, backoff.Permanent(err)
//	}
func (c *checker) marksBefore(err ast.Expr, pkg *types.Package) bool {
	v, ok := c.pass.TypesInfo.Uses[syntax.Name(err)].(*types.Var)
	if !ok || len(c.Assigned(v)) > 1 {
		return false
	}
	call := c.Computed(v)
	if call == nil {
		return false
	}
	decl := c.DeclOf(call)
	if decl == nil || decl.Body == nil || c.remarks(decl.Type, decl.Body, pkg) {
		return false
	}
	before := true
	syntax.InspectFunc(decl.Body, func(n ast.Node) {
		ret, ok := n.(*ast.ReturnStmt)
		if !ok || !before {
			return
		}
		results := returned(decl.Type, ret)
		if len(results) == 0 {
			before = false
			return
		}
		switch c.stops(results[len(results)-1], pkg, decl.Body) {
		case yes:
			before = len(c.Before(ret).Origins()) == 0
		case maybe:
			before = false
		}
	})
	return before
}

// unstoppedAt returns the point at which an error is none of those that end what a helper does. It fails if that is not in sight,
// or if there are codes for which it may be either.
func (c *checker) unstoppedAt(at points.Point, err ast.Expr, stops []types.Object) (points.Point, bool) {
	isStop := func(mark types.Object, _ bool) bool { return slices.Contains(stops, mark) }
	failed := at.Fails(err, true)
	if !failed.Reachable() {
		return failed, true
	}
	goes, ends := at.Marked(err, isStop, false), at.Marked(err, isStop, true)
	return goes, (!goes.Reachable() || goes.Tells(err)) && !slices.ContainsFunc(failed.Origins(), func(o points.Source) bool {
		return excuses.Blurs(failed, ends, goes, o.Call)
	})
}

// withoutStop returns what a stop marks: where a predicate replaces the stops, it gets that.
func (c *checker) withoutStop(err ast.Expr) ast.Expr {
	if obj, _ := c.stopIn(err); obj != nil {
		if call, ok := ast.Unparen(err).(*ast.CallExpr); ok && len(call.Args) == 1 {
			return call.Args[0]
		}
	}
	return err
}

// returned returns what a statement returns: of a bare return the named results.
func returned(typ *ast.FuncType, ret *ast.ReturnStmt) []ast.Expr {
	if len(ret.Results) > 0 || typ.Results == nil {
		return ret.Results
	}
	var all []ast.Expr
	for _, field := range typ.Results.List {
		for _, name := range field.Names {
			all = append(all, name)
		}
	}
	return all
}

// endsWithError reports whether an expression is an error, or the last of what it
// gives is: return send(m).
func (c *checker) endsWithError(e ast.Expr) bool {
	_, last := syntax.LastResult(c.pass.TypesInfo.TypeOf(e))
	return syntax.ImplementsError(last)
}

// gathered is a set of codes that several points have in common.
type gathered struct {
	domain *domain.Domain
	has    map[string]bool
	rets   []*ast.ReturnStmt
	open   []*ast.ReturnStmt // that say nothing of the code
}
