package retriedcode

import (
	"fmt"
	"go/ast"

	"golang.org/x/tools/go/analysis"

	"github.com/errcodelint/errcodelint/analyzer/internal/domain"
	"github.com/errcodelint/errcodelint/analyzer/internal/requests"
	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// given reports a call that says "again", for the codes that get to it; if it is an argument
// that says so, for those for which that is true whatever else there is.
func (c *checker) given(f function, call *ast.CallExpr, says ast.Expr, lib *library, category, subject string) {
	at := c.before(call)
	if says == nil {
		c.givenFor(f, call, at.origins(), nil, lib, category, subject)
		return
	}
	unsaid := at.assume(says, false)
	c.givenFor(f, call, at.assume(says, true).origins(), &unsaid, lib, category, subject)
}

// givenFor is given for the codes with which a call says "again", and a point at which it does not, nil if it
// always does.
func (c *checker) givenFor(f function, call *ast.CallExpr, with []source, unsaid *point, lib *library, category, subject string) {
	for _, o := range with {
		if o.call == nil || o.call.Pos() < f.body.Pos() || o.call.End() > f.body.End() {
			continue
		}
		never, _, ok := c.refused(o)
		if !ok || len(never) == 0 || c.reported[call.Pos()] || c.opaqueBefore(f, o.call, call) {
			continue
		}
		if unsaid != nil {
			reg := requests.Region{Node: f.node, From: f.body.Pos(), To: call.End()}
			never = c.notSaidElsewhere(reg, o, unsaid.leaves(o, never))
		}
		if category == "redelivery" {
			never = c.unlessActed(f, o, call, syntax.Receiver(c.pass.TypesInfo, call), never)
		}
		if len(never) == 0 {
			continue
		}
		c.reported[call.Pos()] = true
		c.report.Report(analysis.Diagnostic{
			Pos: call.Pos(), End: call.End(), Category: category,
			Message: fmt.Sprintf("%s the same request sent again (line %d) for %s; do so only if %s",
				subject, c.line(o.call), describe(never, nil), c.mayPass(o.domain)),
			SuggestedFixes: c.unmarked(f, o, call, never, lib),
		})
	}
}

// leaves returns the members that a reply's code cannot be at a point.
func (p point) leaves(o source, members []domain.Member) []domain.Member {
	if !p.Reachable() {
		return members
	}
	for _, s := range p.origins() {
		if s.is(o) {
			return without(members, s.codes.Has)
		}
	}
	return nil
}

func (c *checker) opaqueBefore(f function, fetch, at *ast.CallExpr) bool {
	if fetch.Pos() > at.Pos() { // that is deferred
		return c.opaque(requests.Region{Node: f.body, From: f.body.Pos(), To: f.body.End()}, fetch)
	}
	return c.opaque(requests.Region{Node: f.body, From: f.body.Pos(), To: at.Pos()}, fetch)
}

// handler reports returns of a function that a library calls again with the same
// message.
func (c *checker) handler(f function) {
	lib, h, pkg := c.handles(f)
	if lib == nil || f.typ.Results.NumFields() == 0 {
		return
	}
	results := f.typ.Results.List
	if !syntax.ImplementsError(c.pass.TypesInfo.TypeOf(results[len(results)-1].Type)) || c.remarks(f.typ, f.body, pkg) {
		return
	}
	syntax.InspectFunc(f.body, func(n ast.Node) {
		ret, ok := n.(*ast.ReturnStmt)
		if !ok {
			return
		}
		results := returned(f.typ, ret)
		if len(results) == 0 {
			return
		}
		err := results[len(results)-1]
		if !c.endsWithError(err) {
			return
		}
		at := c.before(ret).fails(err, true)
		switch c.stops(err, pkg, f.body) {
		case yes:
			return
		case maybe:
			if at, ok = c.unmarkedAt(at, err, pkg, f.body); !ok {
				return
			}
		}
		for _, o := range at.origins() {
			if o.call == nil || o.call.Pos() < f.body.Pos() || o.call.End() > f.body.End() {
				continue
			}
			never, _, ok := c.refused(c.ofErrors(o, c.before(ret), err))
			if !ok || len(never) == 0 || c.reported[ret.Pos()] || c.opaque(requests.Region{Node: f.body, From: f.body.Pos(), To: ret.Pos()}, o.call) {
				continue
			}
			if never = c.unlessActed(f, o, ret, c.messageIn(f.typ), never); len(never) == 0 {
				continue
			}
			c.reported[ret.Pos()] = true
			advice := "return nil for them, and note that the message is lost"
			if len(lib.stops) > 0 {
				advice = "return " + lib.name() + "." + lib.stops[0] + " for them"
			}
			c.report.Report(analysis.Diagnostic{
				Pos: ret.Pos(), End: ret.End(), Category: "redelivery",
				SuggestedFixes: c.stopFix(f, o, []*ast.ReturnStmt{ret}, never, lib.end, pkg),
				Message: fmt.Sprintf("this error has the message delivered, and the same request sent (line %d), again for %s%s; %s",
					c.line(o.call), describe(never, nil), h.note, advice),
			})
		}
	})
}

// unmarked returns the fix that hands on an error without the mark that a call
// gives it.
func (c *checker) unmarked(f function, o source, call *ast.CallExpr, out []domain.Member, lib *library) []analysis.SuggestedFix {
	obj := syntax.Callee(c.pass.TypesInfo, call)
	if !lib.end.bare || obj == nil {
		return nil
	}
	_, path := c.pathTo(call)
	if len(path) == 0 {
		return nil
	}
	ret, ok := path[0].(*ast.ReturnStmt)
	if !ok || ret.Results[len(ret.Results)-1] != ast.Expr(call) {
		return nil
	}
	return c.stopFix(f, o, []*ast.ReturnStmt{ret}, out, lib.end, obj.Pkg())
}
