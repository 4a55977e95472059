package retriedcode

import (
	"fmt"
	"go/ast"

	"golang.org/x/tools/go/analysis"

	"github.com/errcodelint/errcodelint/analyzer/internal/domain"
	"github.com/errcodelint/errcodelint/analyzer/internal/libraries"
	"github.com/errcodelint/errcodelint/analyzer/internal/points"
	"github.com/errcodelint/errcodelint/analyzer/internal/requests"
	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// given reports a call that says "again", for the codes that get to it; if it is an argument
// that says so, for those for which that is true whatever else there is.
func (c *checker) given(f points.Function, call *ast.CallExpr, says ast.Expr, lib *libraries.Library, category, subject string) {
	at := c.Before(call)
	if says == nil {
		c.givenFor(f, call, at.Origins(), nil, lib, category, subject)
		return
	}
	unsaid := at.Assume(says, false)
	c.givenFor(f, call, at.Assume(says, true).Origins(), &unsaid, lib, category, subject)
}

// marked reports a call of a library's mark, for the codes whose error it has tried again: where there is none, nothing is.
func (c *checker) marked(f points.Function, call *ast.CallExpr, lib *libraries.Library) {
	at := c.Before(call)
	if len(call.Args) == 1 {
		if at = at.Fails(call.Args[0], true); !at.Reachable() {
			return
		}
	}
	c.givenFor(f, call, at.Origins(), nil, lib, "library", "this has")
}

// givenFor is given for the codes with which a call says "again", and a point at which it does not, nil if it
// always does.
func (c *checker) givenFor(f points.Function, call *ast.CallExpr, with []points.Source, unsaid *points.Point, lib *libraries.Library, category, subject string) {
	for _, o := range with {
		if o.Call == nil || o.Call.Pos() < f.Body.Pos() || o.Call.End() > f.Body.End() {
			continue
		}
		o.Absent = c.AtFailure(call, o, with)
		never, _, ok := c.refused(o)
		if !ok || len(never) == 0 || c.reported[call.Pos()] || c.opaqueBefore(f, o.Call, call) {
			continue
		}
		if unsaid != nil {
			reg := requests.Region{Node: f.Node, From: f.Body.Pos(), To: call.End()}
			never = c.notSaidElsewhere(reg, o, unsaid.Leaves(o, never))
		}
		if category == "redelivery" {
			never = c.UnlessActed(f, o, call, syntax.Receiver(c.pass.TypesInfo, call), never)
		}
		if len(never) == 0 {
			continue
		}
		c.reported[call.Pos()] = true
		c.report.Report(analysis.Diagnostic{
			Pos: call.Pos(), End: call.End(), Category: category,
			Message: fmt.Sprintf("%s the same request sent again (line %d) for %s; do so only if %s",
				subject, c.sentLine(o.Call), describe(never, nil), c.mayPass(o.Domain)),
			SuggestedFixes: c.unmarked(f, o, call, never, lib),
		})
	}
}

func (c *checker) opaqueBefore(f points.Function, fetch, at *ast.CallExpr) bool {
	if fetch.Pos() > at.Pos() { // that is deferred
		return c.Opaque(requests.Region{Node: f.Body, From: f.Body.Pos(), To: f.Body.End()}, fetch)
	}
	return c.Opaque(requests.Region{Node: f.Body, From: f.Body.Pos(), To: at.Pos()}, fetch)
}

// handler reports returns of a function that a library calls again with the same
// message.
func (c *checker) handler(f points.Function) {
	lib, h, pkg := c.handles(f)
	if lib == nil || f.Type.Results.NumFields() == 0 {
		return
	}
	results := f.Type.Results.List
	if !syntax.ImplementsError(c.pass.TypesInfo.TypeOf(results[len(results)-1].Type)) || c.remarks(f.Type, f.Body, pkg) {
		return
	}
	syntax.InspectFunc(f.Body, func(n ast.Node) {
		ret, ok := n.(*ast.ReturnStmt)
		if !ok {
			return
		}
		results := returned(f.Type, ret)
		if len(results) == 0 {
			return
		}
		err := results[len(results)-1]
		if !c.endsWithError(err) {
			return
		}
		at := c.Before(ret).Fails(err, true)
		switch c.stops(err, pkg, f.Body) {
		case yes:
			return
		case maybe:
			if at, ok = c.unmarkedAt(at, err, pkg, f.Body); !ok {
				return
			}
		}
		for _, o := range at.Origins() {
			if o.Call == nil || o.Call.Pos() < f.Body.Pos() || o.Call.End() > f.Body.End() {
				continue
			}
			o.Absent = c.AtFailure(ret, o, at.Origins()) || c.NoneWithout(c.Before(ret), err, o)
			never, _, ok := c.refused(c.ofErrors(o, c.Before(ret), err))
			if !ok || len(never) == 0 || c.reported[ret.Pos()] || c.Opaque(requests.Region{Node: f.Body, From: f.Body.Pos(), To: ret.Pos()}, o.Call) {
				continue
			}
			if never = c.UnlessActed(f, o, ret, c.messageIn(f.Type), never); len(never) == 0 {
				continue
			}
			c.reported[ret.Pos()] = true
			advice := "return nil for them, and note that the message is lost"
			if len(lib.Stops) > 0 {
				advice = "return " + lib.Name() + "." + lib.Stops[0] + " for them"
			}
			c.report.Report(analysis.Diagnostic{
				Pos: ret.Pos(), End: ret.End(), Category: "redelivery",
				SuggestedFixes: c.Stop(f, o, []*ast.ReturnStmt{ret}, never, lib.End, pkg),
				Message: fmt.Sprintf("this error has the message delivered, and the same request sent (line %d), again for %s%s; %s",
					c.sentLine(o.Call), describe(never, nil), h.Note, advice),
			})
		}
	})
}

// unmarked returns the fix that hands on an error without the mark that a call
// gives it.
func (c *checker) unmarked(f points.Function, o points.Source, call *ast.CallExpr, out []domain.Member, lib *libraries.Library) []analysis.SuggestedFix {
	obj := syntax.Callee(c.pass.TypesInfo, call)
	if !lib.End.Bare || obj == nil {
		return nil
	}
	_, path := c.PathTo(call)
	if len(path) == 0 {
		return nil
	}
	ret, ok := path[0].(*ast.ReturnStmt)
	if !ok || ret.Results[len(ret.Results)-1] != ast.Expr(call) {
		return nil
	}
	return c.Stop(f, o, []*ast.ReturnStmt{ret}, out, lib.End, obj.Pkg())
}
