package excuses

import (
	"go/ast"
	"go/token"
	"slices"

	"github.com/errcodelint/errcodelint/analyzer/internal/domain"
	"github.com/errcodelint/errcodelint/analyzer/internal/points"
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

// Unchanged leaves the codes of a reply with which a way back comes to the same request. It fails if there are
// none.
func (ex *Excuses) Unchanged(r points.Round, o points.Source) (points.Source, bool) {
	if ex.requests.Same(o.Call, r.Region) {
		return o, true
	}
	reg := r.Region
	var sites []ast.Node
	reg.Skips = func(n ast.Node) bool {
		if !isBehind(n, o.Call, reg) {
			return false
		}
		if !slices.Contains(sites, n) {
			sites = append(sites, n)
		}
		return true
	}
	if !ex.requests.Same(o.Call, reg) {
		return o, false // it is another one before anybody knows the code
	}
	advances := ex.GoesOnWithSuccess(o)
	if advances && !ex.endsBySuccess(r, o) {
		return o, false // it never ends
	}
	same := make(points.Chosen)
	known := make(map[string]bool) // by what is come to
	for _, m := range o.Domain.Members() {
		if !o.Codes.Has(m.Text) || m.IsSuccess() {
			continue
		}
		var key []byte
		for _, site := range sites {
			key = append(key, '0')
			if ex.ComesTo(site, o, m) {
				key[len(key)-1] = '1'
			}
		}
		ex.takeBack(sites, key)
		is, ok := known[string(key)]
		if !ok {
			reg.Skips = func(n ast.Node) bool {
				i := slices.Index(sites, n)
				return i >= 0 && key[i] == '0'
			}
			is = ex.requests.Same(o.Call, reg)
			known[string(key)] = is
		}
		same[m.Text] = is && (!advances || ex.isIdleFor(r, o, m))
	}
	o.Codes = points.Both(o.Codes, same)
	return o, true
}

// isBehind reports whether a round comes to a node after a request: it stands behind that, or is what a loop does last.
func isBehind(n ast.Node, fetch *ast.CallExpr, reg requests.Region) bool {
	loop, ok := reg.Node.(*ast.ForStmt)
	return n.Pos() >= fetch.End() || ok && loop.Post != nil && loop.Post.Pos() <= n.Pos() && n.End() <= loop.Post.End() && fetch.Pos() > loop.Body.Pos()
}

// takeBack takes those out of the places that a round comes to which undo each other: i-- in the body of a loop with i++.
func (ex *Excuses) takeBack(sites []ast.Node, key []byte) {
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
			if p, ok := requests.PlaceOf(ex.pass.TypesInfo, up.X); ok && points.IsPlace(ex.pass.TypesInfo, down.X, p) {
				key[i], key[j] = '0', '0'
				break
			}
		}
	}
}

// ComesTo reports whether a round comes to a place behind the request when that has brought a code.
func (ex *Excuses) ComesTo(site ast.Node, o points.Source, m domain.Member) bool {
	at := arrival{site, o.Call, o.ID, o.Domain}
	with, known := ex.arrivals[at]
	if !known {
		with = ex.arrivingWith(site, o)
		ex.arrivals[at] = with
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
func (ex *Excuses) arrivingWith(site ast.Node, o points.Source) points.CodeSet {
	for _, s := range ex.Before(site).Origins() {
		if s.Is(o) {
			return s.Codes
		}
	}
	return nil
}

// GoesOnWithSuccess reports whether the reply of a success goes round, too: with the next page.
func (ex *Excuses) GoesOnWithSuccess(o points.Source) bool {
	return slices.ContainsFunc(o.Domain.Members(), func(m domain.Member) bool {
		return m.IsSuccess() && o.Codes.Has(m.Text)
	})
}

// endsBySuccess reports whether a loop ends by what is done about a success: by its condition, of which that
// changes a part, or by a statement that only a success comes to.
func (ex *Excuses) endsBySuccess(r points.Round, o points.Source) bool {
	loop, ok := r.Node.(*ast.ForStmt)
	if !ok {
		return false
	}
	if loop.Cond == nil {
		return ex.SuccessLeaves(ex.LeavingIn(r, o), o)
	}
	changes := ex.requests.Changes(o.Call, r.Region)
	return ex.SuccessLeaves(ex.LeavingIn(r, o), o) || slices.ContainsFunc(changes, func(ch requests.Change) bool {
		return (ch.Site.Pos() >= o.Call.End() || ex.isTakenBack(ch, changes, o)) &&
			requests.Mentions(ex.pass.TypesInfo, loop.Cond, []requests.Place{ch.Place}) && ex.comesWith(ch.Site, o, true)
	})
}

// isTakenBack reports whether a change of a count is undone for failures alone.
func (ex *Excuses) isTakenBack(ch requests.Change, changes []requests.Change, o points.Source) bool {
	up, ok := ch.Site.(*ast.IncDecStmt)
	return ok && up.Tok == token.INC && slices.ContainsFunc(changes, func(other requests.Change) bool {
		down, ok := other.Site.(*ast.IncDecStmt)
		return ok && down.Tok == token.DEC && other.Place == ch.Place && down.Pos() >= o.Call.End() &&
			ex.comesWith(down, o, false) && !ex.comesWith(down, o, true)
	})
}

// isIdleFor reports whether nothing is done in a round behind the request when that has brought a code, that
// could bring on another one: a queue may have dropped what was refused.
func (ex *Excuses) isIdleFor(r points.Round, o points.Source, m domain.Member) bool {
	idle := true
	syntax.InspectFunc(r.Region.Node, func(n ast.Node) {
		if !idle || n.Pos() < o.Call.End() || n.End() > r.Region.To {
			return
		}
		switch n := n.(type) {
		case *ast.CallExpr:
			tv := ex.pass.TypesInfo.Types[n.Fun]
			idle = tv.IsType() || tv.IsBuiltin() || ex.Passive(syntax.Callee(ex.pass.TypesInfo, n)) || !ex.ComesTo(n, o, m)
		case *ast.SendStmt, *ast.DeferStmt, *ast.GoStmt:
			idle = !ex.ComesTo(n, o, m)
		}
	})
	return idle
}

// MayAskTheSame reports whether a call asks the same again if what is done about its reply doesn't matter.
func (ex *Excuses) MayAskTheSame(call *ast.CallExpr, reg requests.Region) bool {
	reg.Skips = func(n ast.Node) bool { return isBehind(n, call, reg) }
	return ex.requests.Same(call, reg)
}
