package retriedcode

import (
	"cmp"
	"go/ast"
	"go/token"
	"slices"

	"github.com/errcodelint/errcodelint/analyzer/internal/domain"
	"github.com/errcodelint/errcodelint/analyzer/internal/points"
)

// This file is about loops in loops that both send the same request again. The cause is where the code is looked at, or
// should be: that is reported at the inner one, and at the outer one what goes round there alone.
//
//	for range 3 { // after a longer pause
//		for range 5 {
//			if r := send(m); r.Code == codes.ResponseSuccess {
//				return nil
//			}
//		}
//	}

// innermostFirst sorts ways back so that loops come before those around them.
func innermostFirst(all []points.Round) []points.Round {
	size := func(r points.Round) token.Pos { return r.Node.End() - r.Node.Pos() }
	order := func(r points.Round) int { return slices.Index([]string{"loop", "goto", "recursion"}, r.Category) }
	return slices.SortedStableFunc(slices.Values(all), func(a, b points.Round) int {
		if a.Category == "loop" && b.Category == "loop" {
			return cmp.Compare(size(a), size(b))
		}
		return cmp.Compare(order(a), order(b))
	})
}

// A looped is a code for which a loop has been reported.
type looped struct {
	loop ast.Node
	code string
}

// noteLoop notes the codes for which a loop is reported.
func (c *checker) noteLoop(r points.Round, o points.Source, members []domain.Member) {
	if r.Category != "loop" {
		return
	}
	for _, m := range members {
		c.looped[o.Call] = append(c.looped[o.Call], looped{r.Node, m.Text})
	}
}

// notSaidWithin leaves the codes for which no loop within a loop is reported.
func (c *checker) notSaidWithin(r points.Round, o points.Source, members []domain.Member) []domain.Member {
	if r.Category != "loop" {
		return members
	}
	return points.Without(members, func(text string) bool {
		return slices.ContainsFunc(c.looped[o.Call], func(l looped) bool {
			return l.code == text && l.loop != r.Node && points.Within(l.loop, r.Region)
		})
	})
}

// leave says what is to be done about a way back that some codes take.
func (c *checker) leave(r points.Round, o points.Source, members []domain.Member, all []points.Round) string {
	switch {
	case r.Category != "loop":
		return "do so only if " + c.mayPass(o.Domain)
	case slices.ContainsFunc(all, func(w points.Round) bool { return c.goesRoundToo(w, r, o, members) }):
		return "leave the loop, and the one around it, unless " + c.mayPass(o.Domain)
	}
	return "leave the loop unless " + c.mayPass(o.Domain)
}

// goesRoundToo reports whether a loop around another one sends the same request again for some of the codes for which
// the inner one is reported.
func (c *checker) goesRoundToo(outer, inner points.Round, o points.Source, members []domain.Member) bool {
	if outer.Category != "loop" || outer.Node == inner.Node || !points.Within(inner.Node, outer.Region) || !c.requests.Same(o.Call, outer.Region) {
		return false
	}
	return slices.ContainsFunc(originsIn(outer.At(c.Package), outer.Region), func(s points.Source) bool {
		return s.Is(o) && slices.ContainsFunc(members, func(m domain.Member) bool { return s.Codes.Has(m.Text) })
	})
}
