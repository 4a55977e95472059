package excuses

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"slices"

	"github.com/errcodelint/errcodelint/analyzer/internal/domain"
	"github.com/errcodelint/errcodelint/analyzer/internal/points"
	"github.com/errcodelint/errcodelint/analyzer/internal/requests"
	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// This file is about loops that end by what a round has counted:
//
//	for cost := 0; cost < 10; {
//		…
//		if code.Retryable() {
//			cost++
//		} else {
//			cost += 10
//		}
//	}

// A count is a statement that counts in a variable, up or down.
type count struct {
	site ast.Stmt
	counted
	by constant.Value // nil if nobody knows
}

// counted is what is counted in: a variable, a field, or an element.
type counted struct {
	place requests.Place
	text  string // of an element, as it is written: w.refused[m.To], whose place is all of its map or list
}

// UnlessCounted leaves the codes for which a round does not count so much that it is the last one: for which what a
// loop asks for is true then, or not true by which it is left. Where nobody knows how much there may be, more than one that only
// some codes count is too much.
func (ex *Excuses) UnlessCounted(r points.Round, o points.Source, members []domain.Member) []domain.Member {
	if len(members) == 0 || r.Category == "recursion" {
		return members
	}
	counts := ex.countsIn(r)
	if len(counts) == 0 {
		return members
	}
	decisions := ex.decisionsIn(r, counts, o)
	return slices.DeleteFunc(slices.Clone(members), func(m domain.Member) bool {
		return slices.ContainsFunc(decisions, func(d decision) bool { return ex.endsAt(r, d, counts, o, m) })
	})
}

// AsksCount reports whether a condition asks what a way back counts, or which element a loop has come to.
func (ex *Excuses) AsksCount(r points.Round, cond ast.Expr) bool {
	info := ex.pass.TypesInfo
	var counted []requests.Place
	for _, cnt := range ex.countsIn(r) {
		counted = append(counted, cnt.place)
	}
	if loop, ok := r.Node.(*ast.RangeStmt); ok {
		for _, e := range []ast.Expr{loop.Key, loop.Value} {
			if p, ok := requests.PlaceOf(info, e); ok {
				counted = append(counted, p)
			}
		}
	}
	return requests.Mentions(info, cond, counted)
}

// countsIn returns the statements that count in a round, but for loops in it.
func (ex *Excuses) countsIn(r points.Round) []count {
	info := ex.pass.TypesInfo
	var counts []count
	syntax.InspectFunc(r.Region.Node, func(n ast.Node) {
		if !points.Within(n, r.Region) {
			return
		}
		cnt := count{}
		var of ast.Expr
		switch s := n.(type) {
		case *ast.IncDecStmt:
			cnt.site, of, cnt.by = s, s.X, constant.MakeInt64(1)
			if s.Tok == token.DEC {
				cnt.by = constant.MakeInt64(-1)
			}
		case *ast.AssignStmt:
			if s.Tok != token.ADD_ASSIGN && s.Tok != token.SUB_ASSIGN {
				return
			}
			cnt.site, of, cnt.by = s, s.Lhs[0], info.Types[s.Rhs[0]].Value
			if cnt.by != nil && s.Tok == token.SUB_ASSIGN {
				cnt.by = constant.UnaryOp(token.SUB, cnt.by, 0)
			}
		default:
			return
		}
		p, ok := requests.PlaceOf(info, of)
		if ok && syntax.IsInteger(info.TypeOf(of)) {
			cnt.counted = counted{p, elementText(of)}
			if ex.isInnerLoop(cnt.site, r) {
				cnt.by = nil
			}
			counts = append(counts, cnt)
		}
	})
	return counts
}

// elementText returns how an element is written, "" for anything else.
func elementText(e ast.Expr) string {
	if x, ok := ast.Unparen(e).(*ast.IndexExpr); ok {
		return types.ExprString(x)
	}
	return ""
}

// isInnerLoop reports whether a statement of a round is in a loop that the round has in it.
func (ex *Excuses) isInnerLoop(s ast.Stmt, r points.Round) bool {
	_, path := ex.PathTo(s)
	for _, outer := range path {
		if outer == r.Node || outer == r.Region.Node {
			return false
		}
		if loop, ok := outer.(ast.Stmt); ok && points.IsLoopStmt(loop) {
			return true
		}
	}
	return false
}

// startOf returns what a variable holds before the first round, nil if nobody knows. What a field or an element counts
// starts at 0: had something been counted there before, it would be over sooner.
func (ex *Excuses) startOf(of counted, r points.Round) constant.Value {
	p := of.place
	if of.text != "" || p.Path != "" {
		if ex.isSetIn(p, r) {
			return nil
		}
		return constant.MakeInt64(0)
	}
	v, ok := p.Root.(*types.Var)
	decl := ex.DeclaredIn(v)
	if !ok || decl == nil || v.Pos() >= r.Region.From && v.Pos() < r.Region.To {
		return nil
	}
	info := ex.pass.TypesInfo
	var start constant.Value
	unknown := false
	ast.Inspect(decl, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.AssignStmt:
			for i, lhs := range n.Lhs {
				id, ok := ast.Unparen(lhs).(*ast.Ident)
				if !ok || info.ObjectOf(id) != types.Object(v) || n.Tok != token.ASSIGN && n.Tok != token.DEFINE {
					continue
				}
				if n.Tok == token.DEFINE && info.Defs[id] != nil && len(n.Lhs) == len(n.Rhs) {
					start = info.Types[n.Rhs[i]].Value
				} else {
					unknown = true
				}
			}
		case *ast.ValueSpec:
			for i, name := range n.Names {
				if info.Defs[name] != types.Object(v) {
					continue
				}
				if len(n.Values) == 0 {
					start = constant.MakeInt64(0)
				} else if len(n.Values) == len(n.Names) {
					start = info.Types[n.Values[i]].Value
				}
			}
		case *ast.IncDecStmt:
			if id, ok := ast.Unparen(n.X).(*ast.Ident); ok && info.ObjectOf(id) == types.Object(v) && n.End() <= r.Region.From && n.Pos() > v.Pos() {
				unknown = true // before the loop
			}
		case *ast.UnaryExpr:
			if id, ok := ast.Unparen(n.X).(*ast.Ident); ok && n.Op == token.AND && info.ObjectOf(id) == types.Object(v) {
				unknown = true
			}
		}
		return true
	})
	if unknown || start == nil || start.Kind() != constant.Int {
		return nil
	}
	return start
}

// isSetIn reports whether a round sets what counts, or gives it a new map.
func (ex *Excuses) isSetIn(p requests.Place, r points.Round) bool {
	set := false
	syntax.InspectFunc(r.Region.Node, func(n ast.Node) {
		s, ok := n.(*ast.AssignStmt)
		if !ok || s.Tok != token.ASSIGN || !points.Within(s, r.Region) {
			return
		}
		for _, lhs := range s.Lhs {
			to, ok := requests.PlaceOf(ex.pass.TypesInfo, lhs)
			set = set || ok && to.Overlaps(p)
		}
	})
	return set
}
