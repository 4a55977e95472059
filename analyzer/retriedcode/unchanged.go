package retriedcode

import (
	"go/ast"
	"go/token"
	"slices"

	"github.com/errcodelint/errcodelint/analyzer/internal/domain"
	"github.com/errcodelint/errcodelint/analyzer/internal/requests"
	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// This file is about requests that are others for some codes, and the same for the rest:
//
//	switch r.Code {
//	case codes.ResponseInvalidOriginator:
//		m.From = ""
//	case codes.ResponseInvalidRecipient:
//		time.Sleep(pause) // and once more to nobody
//	}

// unchanged leaves the codes of a reply with which a way back comes to the same request. It fails if there are
// none.
func (c *checker) unchanged(r round, o source) (source, bool) {
	if c.requests.Same(o.call, r.region) {
		return o, true
	}
	reg := r.region
	var sites []ast.Node
	reg.Skips = func(n ast.Node) bool {
		if !isBehind(n, o.call, reg) {
			return false
		}
		if !slices.Contains(sites, n) {
			sites = append(sites, n)
		}
		return true
	}
	if !c.requests.Same(o.call, reg) {
		return o, false // it is another one before anybody knows the code
	}
	advances := c.goesOnWithSuccess(o)
	if advances && !c.endsBySuccess(r, o) {
		return o, false // it never ends
	}
	same := make(chosenCodes)
	known := make(map[string]bool) // by what is come to
	for _, m := range o.domain.Members() {
		if !o.codes.Has(m.Text) || m.IsSuccess() {
			continue
		}
		var key []byte
		for _, site := range sites {
			key = append(key, '0')
			if c.comesTo(site, o, m) {
				key[len(key)-1] = '1'
			}
		}
		c.takeBack(sites, key)
		is, ok := known[string(key)]
		if !ok {
			reg.Skips = func(n ast.Node) bool {
				i := slices.Index(sites, n)
				return i >= 0 && key[i] == '0'
			}
			is = c.requests.Same(o.call, reg)
			known[string(key)] = is
		}
		same[m.Text] = is && (!advances || c.isIdleFor(r, o, m))
	}
	o.codes = both{o.codes, same}
	return o, true
}

// isBehind reports whether a round comes to a node after a request: it stands behind that, or is what a loop does last.
func isBehind(n ast.Node, fetch *ast.CallExpr, reg requests.Region) bool {
	loop, ok := reg.Node.(*ast.ForStmt)
	return n.Pos() >= fetch.End() || ok && loop.Post != nil && loop.Post.Pos() <= n.Pos() && n.End() <= loop.Post.End() && fetch.Pos() > loop.Body.Pos()
}

// takeBack takes those out of the places that a round comes to which undo each other: i-- in the body of a loop with i++.
func (c *checker) takeBack(sites []ast.Node, key []byte) {
	for i, site := range sites {
		up, ok := site.(*ast.IncDecStmt)
		if !ok || up.Tok != token.INC || key[i] == '0' {
			continue
		}
		for j, other := range sites {
			down, ok := other.(*ast.IncDecStmt)
			if !ok || down.Tok != token.DEC || key[j] == '0' {
				continue
			}
			if p, ok := requests.PlaceOf(c.pass.TypesInfo, up.X); ok && isPlace(c.pass.TypesInfo, down.X, p) {
				key[i], key[j] = '0', '0'
				break
			}
		}
	}
}

// chosenCodes are some codes.
type chosenCodes map[string]bool

func (s chosenCodes) Has(text string) bool { return s[text] }
func (chosenCodes) Undocumented() bool     { return false }

// comesTo reports whether a round comes to a place behind the request when that has brought a code.
func (c *checker) comesTo(site ast.Node, o source, m domain.Member) bool {
	at := arrival{site, o.call, o.id, o.domain}
	with, known := c.arrivals[at]
	if !known {
		with = c.arrivingWith(site, o)
		c.arrivals[at] = with
	}
	return with == nil || with.Has(m.Text)
}

// An arrival is a way from a reply to a place.
type arrival struct {
	site   ast.Node
	call   *ast.CallExpr // that brought the reply
	id     int
	domain *domain.Domain
}

// arrivingWith returns the codes of a reply with which a round comes to a place, nil where nobody knows.
func (c *checker) arrivingWith(site ast.Node, o source) codeSet {
	for _, s := range c.before(site).origins() {
		if s.is(o) {
			return s.codes
		}
	}
	return nil
}

// goesOnWithSuccess reports whether the reply of a success goes round, too: with the next page.
func (c *checker) goesOnWithSuccess(o source) bool {
	return slices.ContainsFunc(o.domain.Members(), func(m domain.Member) bool {
		return m.IsSuccess() && o.codes.Has(m.Text)
	})
}

// endsBySuccess reports whether a loop ends by what is done about a success: by its condition, of which that
// changes a part, or by a statement that only a success comes to.
func (c *checker) endsBySuccess(r round, o source) bool {
	loop, ok := r.node.(*ast.ForStmt)
	if !ok {
		return false
	}
	if loop.Cond == nil {
		return c.successLeaves(c.leavingIn(r, o), o)
	}
	changes := c.requests.Changes(o.call, r.region)
	return c.successLeaves(c.leavingIn(r, o), o) || slices.ContainsFunc(changes, func(ch requests.Change) bool {
		return (ch.Site.Pos() >= o.call.End() || c.isTakenBack(ch, changes, o)) &&
			requests.Mentions(c.pass.TypesInfo, loop.Cond, []requests.Place{ch.Place}) && c.comesWith(ch.Site, o, true)
	})
}

// isTakenBack reports whether a change of a count is undone for failures alone.
func (c *checker) isTakenBack(ch requests.Change, changes []requests.Change, o source) bool {
	up, ok := ch.Site.(*ast.IncDecStmt)
	return ok && up.Tok == token.INC && slices.ContainsFunc(changes, func(other requests.Change) bool {
		down, ok := other.Site.(*ast.IncDecStmt)
		return ok && down.Tok == token.DEC && other.Place == ch.Place && down.Pos() >= o.call.End() &&
			c.comesWith(down, o, false) && !c.comesWith(down, o, true)
	})
}

// isIdleFor reports whether nothing is done in a round behind the request when that has brought a code, that
// could bring on another one: a queue may have dropped what was refused.
func (c *checker) isIdleFor(r round, o source, m domain.Member) bool {
	idle := true
	syntax.InspectFunc(r.region.Node, func(n ast.Node) {
		if !idle || n.Pos() < o.call.End() || n.End() > r.region.To {
			return
		}
		switch n := n.(type) {
		case *ast.CallExpr:
			tv := c.pass.TypesInfo.Types[n.Fun]
			idle = tv.IsType() || tv.IsBuiltin() || c.passive(syntax.Callee(c.pass.TypesInfo, n)) || !c.comesTo(n, o, m)
		case *ast.SendStmt, *ast.DeferStmt, *ast.GoStmt:
			idle = !c.comesTo(n, o, m)
		}
	})
	return idle
}

// mayAskTheSame reports whether a call asks the same again if what is done about its reply doesn't matter.
func (c *checker) mayAskTheSame(call *ast.CallExpr, reg requests.Region) bool {
	reg.Skips = func(n ast.Node) bool { return isBehind(n, call, reg) }
	return c.requests.Same(call, reg)
}
