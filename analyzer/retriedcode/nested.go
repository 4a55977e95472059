package retriedcode

import (
	"cmp"
	"go/ast"
	"go/token"
	"slices"

	"github.com/errcodelint/errcodelint/analyzer/internal/domain"
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
func innermostFirst(all []round) []round {
	size := func(r round) token.Pos { return r.node.End() - r.node.Pos() }
	order := func(r round) int { return slices.Index([]string{"loop", "goto", "recursion"}, r.category) }
	return slices.SortedStableFunc(slices.Values(all), func(a, b round) int {
		if a.category == "loop" && b.category == "loop" {
			return cmp.Compare(size(a), size(b))
		}
		return cmp.Compare(order(a), order(b))
	})
}

// A looped is a code for which a loop has been reported.
type looped struct {
	loop ast.Node
	call *ast.CallExpr // that brings the code
	code string
}

// noteLoop notes the codes for which a loop is reported.
func (c *checker) noteLoop(r round, o source, members []domain.Member) {
	if r.category != "loop" {
		return
	}
	for _, m := range members {
		c.looped = append(c.looped, looped{r.node, o.call, m.Text})
	}
}

// notSaidWithin leaves the codes for which no loop within a loop is reported.
func (c *checker) notSaidWithin(r round, o source, members []domain.Member) []domain.Member {
	if r.category != "loop" {
		return members
	}
	return without(members, func(text string) bool {
		return slices.ContainsFunc(c.looped, func(l looped) bool {
			return l.call == o.call && l.code == text && l.loop != r.node && within(l.loop, r.region)
		})
	})
}

// leave says what is to be done about a way back that some codes take.
func (c *checker) leave(r round, o source, members []domain.Member, all []round) string {
	switch {
	case r.category != "loop":
		return "do so only if " + c.mayPass(o.domain)
	case slices.ContainsFunc(all, func(w round) bool { return c.goesRoundToo(w, r, o, members) }):
		return "leave the loop, and the one around it, unless " + c.mayPass(o.domain)
	}
	return "leave the loop unless " + c.mayPass(o.domain)
}

// goesRoundToo reports whether a loop around another one sends the same request again for some of the codes for which
// the inner one is reported.
func (c *checker) goesRoundToo(outer, inner round, o source, members []domain.Member) bool {
	if outer.category != "loop" || outer.node == inner.node || !within(inner.node, outer.region) || !c.requests.Same(o.call, outer.region) {
		return false
	}
	return slices.ContainsFunc(originsIn(outer.at(c), outer.region), func(s source) bool {
		return s.is(o) && slices.ContainsFunc(members, func(m domain.Member) bool { return s.codes.Has(m.Text) })
	})
}
