package excuses

import (
	"go/ast"
	"go/constant"
	"go/token"
	"slices"

	"github.com/errcodelint/errcodelint/analyzer/internal/domain"
	"github.com/errcodelint/errcodelint/analyzer/internal/points"
	"github.com/errcodelint/errcodelint/analyzer/internal/requests"
	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// This file is about what asks for what a loop has counted:
//
//	if n := refused[m.To]; n > 0 {
//		return errRefused
//	}

// A decision is a condition by which there is another round, or none.
type decision struct {
	cond ast.Expr
	at   token.Pos // where what it asks for is read
	ends bool      // a yes ends it
}

// decisionsIn returns the decisions of a way back about what it counts: the loop's condition, and what leads to a statement by
// which it is left, if only some codes count what that asks for.
func (ex *Excuses) decisionsIn(r points.Round, counts []count, o points.Source) []decision {
	var all []decision
	if loop, ok := r.Node.(*ast.ForStmt); ok && loop.Cond != nil {
		if at, ok := ex.asksForCount(loop.Cond, counts); ok {
			all = append(all, decision{cond: loop.Cond, at: at})
		}
	}
	specific := slices.DeleteFunc(slices.Clone(counts), func(cnt count) bool { return !ex.isSpecific(cnt.site, o) })
	if len(specific) == 0 {
		return all
	}
	syntax.InspectFunc(r.Region.Node, func(n ast.Node) {
		s, ok := n.(*ast.IfStmt)
		if !ok || !points.Within(s, r.Region) {
			return
		}
		cond := ex.condition(s.Cond)
		at, ok := ex.asksForCount(cond, specific)
		if !ok {
			return
		}
		switch yes, no := ex.branchesOf(s); {
		case ex.leavesRound(r, yes):
			all = append(all, decision{cond, at, true})
		case ex.leavesRound(r, no):
			all = append(all, decision{cond, at, false})
		}
	})
	return all
}

// asksForCount reports whether a condition asks for what is counted, and where it reads that.
func (ex *Excuses) asksForCount(cond ast.Expr, counts []count) (token.Pos, bool) {
	var places []requests.Place
	for _, cnt := range counts {
		places = append(places, cnt.place)
	}
	for _, read := range ex.readThrough(cond) {
		if requests.Mentions(ex.pass.TypesInfo, read, places) {
			return read.Pos(), true
		}
	}
	return token.NoPos, false
}

// readThrough returns what is read for an expression: itself, and the fields and elements that its variables hold, or of which they
// hold whether a map has them.
func (ex *Excuses) readThrough(e ast.Expr) []ast.Expr {
	all := []ast.Expr{e}
	for _, by := range ex.before(e) {
		if _, ok := requests.PlaceOf(ex.pass.TypesInfo, by); ok {
			all = append(all, by)
		}
	}
	return all
}

// branchesOf returns the statements that come for a yes and for a no; none if those go on where the others end.
func (ex *Excuses) branchesOf(s *ast.IfStmt) (yes, no []ast.Stmt) {
	if s.Else != nil {
		return s.Body.List, syntax.Statements(s.Else)
	}
	if !points.Leaves(s.Body.List) {
		return s.Body.List, nil
	}
	_, path := ex.PathTo(s)
	list := syntax.Statements(path[0])
	return s.Body.List, list[slices.Index(list, ast.Stmt(s))+1:]
}

// leavesRound reports whether statements end with one by which a way back is left.
func (ex *Excuses) leavesRound(r points.Round, list []ast.Stmt) bool {
	if len(list) == 0 {
		return false
	}
	b, jumps := list[len(list)-1].(*ast.BranchStmt)
	return points.LeavesBy(list) || jumps && b.Tok == token.BREAK && ex.breaks(r, b)
}

// endsAt reports whether a decision ends the rounds once the first one has brought a code.
func (ex *Excuses) endsAt(r points.Round, d decision, counts []count, o points.Source, m domain.Member) bool {
	if d.at < o.Call.Pos() && d.cond.Pos() > o.Call.End() {
		return false // what is read before a request is asked behind the next one
	}
	inRound := d.at > o.Call.End()
	held := make(map[counted]constant.Value)
	tooMuch := false
	for _, cnt := range counts {
		behind := cnt.site.Pos() > d.at || isBehind(cnt.site, o.Call, r.Region) && cnt.site.Pos() < r.Region.From
		if loop, ok := r.Node.(*ast.ForStmt); ok && loop.Post == cnt.site {
			behind = true
		}
		if inRound && behind {
			continue // it is asked before that
		}
		start, known := held[cnt.counted]
		if !known {
			start = ex.startOf(cnt.counted, r)
		}
		if !ex.ComesTo(cnt.site, o, m) {
			held[cnt.counted] = start
			continue
		}
		switch {
		case start == nil || cnt.by == nil:
			held[cnt.counted] = nil
		default:
			held[cnt.counted] = constant.BinaryOp(start, token.ADD, cnt.by)
		}
		_, asked := ex.asksForCount(d.cond, []count{cnt})
		tooMuch = tooMuch || asked && cnt.text == "" && !isOne(cnt.by) && ex.isSpecific(cnt.site, o)
	}
	switch ex.holdsWith(d.cond, held) {
	case syntax.True:
		return d.ends
	case syntax.False:
		return !d.ends
	}
	return tooMuch
}

func isOne(v constant.Value) bool {
	n, exact := constant.Int64Val(constant.ToInt(orZero(v)))
	return exact && (n == 1 || n == -1)
}

func orZero(v constant.Value) constant.Value {
	if v == nil {
		return constant.MakeInt64(0)
	}
	return v
}

// holdsWith tells whether a condition holds with what some variables hold.
func (ex *Excuses) holdsWith(cond ast.Expr, held map[counted]constant.Value) syntax.Truth {
	info := ex.pass.TypesInfo
	valueOf := func(e ast.Expr) constant.Value {
		if v := info.Types[e].Value; v != nil {
			return v
		}
		for _, read := range ex.readThrough(e) {
			if p, ok := requests.PlaceOf(info, read); ok && held[counted{p, elementText(read)}] != nil {
				return held[counted{p, elementText(read)}]
			}
		}
		return nil
	}
	return syntax.Decide(cond, func(test ast.Expr) syntax.Truth {
		op, x, y := token.NEQ, valueOf(test), constant.MakeInt64(0) // a map has what was counted in it
		if b, ok := test.(*ast.BinaryExpr); ok {
			op, x, y = b.Op, valueOf(b.X), valueOf(b.Y)
		}
		switch op {
		case token.EQL, token.NEQ, token.LSS, token.LEQ, token.GTR, token.GEQ:
			if x != nil && y != nil && x.Kind() == constant.Int && y.Kind() == constant.Int {
				return syntax.TruthOf(constant.Compare(x, op, y))
			}
		}
		return syntax.Unknown
	})
}
