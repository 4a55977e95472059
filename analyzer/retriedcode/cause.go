package retriedcode

import (
	"fmt"
	"go/ast"
	"slices"

	"golang.org/x/tools/go/analysis"

	"github.com/errcodelint/errcodelint/analyzer/internal/domain"
	"github.com/errcodelint/errcodelint/analyzer/internal/points"
	"github.com/errcodelint/errcodelint/analyzer/internal/requests"
	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
	"github.com/errcodelint/errcodelint/codes"
)

func (c *checker) reportPredicate(cs causes) {
	for _, h := range cs.cases {
		c.reportCause(h, c.categoryOf(h), c.takeBack(h))
	}
	for _, r := range cs.returns {
		if c.reported[r.ret.Pos()] || !c.inFiles(r.ret) {
			continue
		}
		c.reported[r.ret.Pos()] = true
		c.report.Report(analysis.Diagnostic{
			Pos: r.ret.Pos(), End: r.ret.End(), Category: "predicate",
			Message: fmt.Sprintf("this says that the request is to be sent again: true for %s; say so only where %s",
				describe(r.never, nil), c.mayPass(r.domain)),
			SuggestedFixes: c.fixAnswer(r),
		})
	}
}

func (c *checker) categoryOf(h cause) string {
	for _, f := range c.pass.Files {
		if f.FileStart <= h.at.Pos() && h.at.Pos() < f.FileEnd {
			category := "predicate"
			ast.Inspect(f, func(n ast.Node) bool {
				if lit, ok := n.(*ast.CompositeLit); ok && lit.Pos() <= h.at.Pos() && h.at.End() <= lit.End() {
					category = "set"
				}
				return n != nil && n.Pos() <= h.at.Pos() && h.at.End() <= n.End()
			})
			return category
		}
	}
	return "predicate"
}

// notSaidElsewhere leaves the codes for which the program does not say by a
// predicate or set that they go round; where it does, that is reported.
func (c *checker) notSaidElsewhere(reg requests.Region, o points.Source, never []domain.Member) []domain.Member {
	said := make(map[string]bool)
	// What keeps none of the others from going round doesn't decide who does, nor
	// does a list of all that should not.
	decides := func(members []domain.Member) bool {
		for _, m := range o.Domain.Members() {
			if m.Retry == codes.RetryNever && !slices.Contains(members, m) && !o.Codes.Has(m.Text) {
				return true
			}
		}
		return false
	}
	about := func(cs causes) bool {
		for _, m := range cs.never() {
			if slices.Contains(never, m) {
				return true
			}
		}
		return false
	}
	ast.Inspect(reg.Node, func(n ast.Node) bool {
		call, ok := n.(*ast.CallExpr)
		if !ok || call.Pos() < reg.From && reg.Node.Pos() != reg.From && !points.InHead(reg, call) || call.End() > reg.To {
			return true
		}
		for _, asked := range c.answering(call, 0) {
			if asked.node == nil {
				if asked.fn != nil && c.SaidThere(asked.fn) {
					yes := c.AnsweredYes(call, o)
					for _, m := range never {
						said[m.Text] = said[m.Text] || yes(m) // there
					}
				}
				continue
			}
			if asked.node == reg.Node {
				continue // it sends again, and is not asked about it
			}
			i, named := c.retryResult(asked.typ, asked.name)
			if asked.body == nil || i < 0 {
				continue
			}
			cs := c.predicate(asked.node, asked.body, i)
			if !about(cs) || !named && (!cs.some || !decides(cs.never())) {
				continue
			}
			c.reportPredicate(cs)
			for _, m := range cs.never() {
				said[m.Text] = true
			}
		}
		return true
	})
	syntax.InspectFunc(reg.Node, func(n ast.Node) {
		if n.End() > reg.To || n.Pos() < reg.From && n != reg.Node && !points.InHead(reg, n) {
			return
		}
		switch n := n.(type) {
		case *ast.IndexExpr, *ast.CallExpr:
		case *ast.RangeStmt:
			if c.Flow.ByHand(n) == nil {
				return
			}
		default:
			return
		}
		c.setsIn(n, func(s *set) {
			var members []domain.Member
			for _, h := range s.holds {
				members = append(members, h.member)
			}
			decides := decides(members)
			for _, h := range s.holds {
				if h.member.Retry == codes.RetryNever && slices.Contains(never, h.member) && (decides || c.reported[h.at.Pos()]) {
					c.reportCause(h, "set", c.takeBack(h))
					said[h.member.Text] = true
				}
			}
		})
	})
	c.SaidByTable(reg, o, said)
	var left []domain.Member
	for _, m := range never {
		if !said[m.Text] {
			left = append(left, m)
		}
	}
	return left
}
