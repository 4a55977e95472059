package excuses

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"github.com/errcodelint/errcodelint/analyzer/internal/points"
	"github.com/errcodelint/errcodelint/analyzer/internal/requests"
	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// This file is about function literals that are told what came of a round, and say by what they set whether there is another one:
//
//	note := func(code codes.ResponseCode) { stop = !code.Retryable() }

// literalDecides reports whether a call is one of a literal that is held by a variable, knows of an outcome, and cancels
// a context, or sets what decides in a way back whether it goes on.
func (ex *Excuses) literalDecides(r points.Round, call *ast.CallExpr) bool {
	id, ok := ast.Unparen(call.Fun).(*ast.Ident)
	if !ok {
		return false
	}
	lit := ex.LiteralOf(id)
	if lit == nil || !slices.ContainsFunc(call.Args, ex.isOutcome) && !ex.mentionsOutcome(lit) {
		return false
	}
	return ex.Cancels(lit.Body, 0) || slices.ContainsFunc(ex.setBy(lit), func(p requests.Place) bool {
		return slices.ContainsFunc(conditionsIn(r), func(cond ast.Expr) bool {
			return requests.Mentions(ex.pass.TypesInfo, cond, []requests.Place{p})
		})
	})
}

// mentionsOutcome reports whether a literal mentions a code, a reply or an error.
func (ex *Excuses) mentionsOutcome(lit *ast.FuncLit) bool {
	found := false
	ast.Inspect(lit.Body, func(n ast.Node) bool {
		if id, ok := n.(*ast.Ident); ok && !found {
			_, isVar := ex.pass.TypesInfo.Uses[id].(*types.Var)
			found = isVar && ex.isOutcome(id)
		}
		return !found
	})
	return found
}

// setBy returns the places outside of a literal to which it stores numbers, names or times.
func (ex *Excuses) setBy(lit *ast.FuncLit) []requests.Place {
	info := ex.pass.TypesInfo
	var all []requests.Place
	add := func(e ast.Expr) {
		if p, ok := requests.PlaceOf(info, e); ok && mayEnd(info.TypeOf(e)) && (p.Root.Pos() < lit.Pos() || p.Root.Pos() >= lit.End()) {
			all = append(all, p)
		}
	}
	ast.Inspect(lit.Body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.AssignStmt:
			if n.Tok != token.DEFINE {
				for _, lhs := range n.Lhs {
					add(lhs)
				}
			}
		case *ast.IncDecStmt:
			add(n.X)
		}
		return true
	})
	return all
}

// elementAsked reports whether an expression is an element of a map or list of which an element decides in a way back whether it
// goes on: refused[m.To] = true, and if refused[m.To] { return err }.
func (ex *Excuses) elementAsked(r points.Round, e ast.Expr) bool {
	info := ex.pass.TypesInfo
	x, ok := ast.Unparen(e).(*ast.IndexExpr)
	if !ok {
		return false
	}
	of, ok := requests.PlaceOf(info, x.X)
	if !ok || of.Root == nil || points.Within(NodeOf(of), r.Region) {
		return false
	}
	return slices.ContainsFunc(conditionsIn(r), func(cond ast.Expr) bool {
		found := false
		ast.Inspect(cond, func(n ast.Node) bool {
			lookup, _ := n.(*ast.IndexExpr)
			if id, ok := n.(*ast.Ident); ok {
				if v, ok := info.Uses[id].(*types.Var); ok {
					lookup = ex.Found(v)
				}
			}
			if lookup != nil {
				p, ok := requests.PlaceOf(info, lookup.X)
				found = found || ok && p == of
			}
			return !found
		})
		return found
	})
}

// keepsElement reports whether an assignment sets such an element by what came of a round.
func (ex *Excuses) keepsElement(r points.Round, s *ast.AssignStmt) bool {
	if len(s.Lhs) != len(s.Rhs) {
		return false
	}
	for i, lhs := range s.Lhs {
		if ex.pass.TypesInfo.Types[s.Rhs[i]].Value == nil && ex.elementAsked(r, lhs) && (syntax.IsBoolean(ex.pass.TypesInfo.TypeOf(lhs)) || ex.isOutcome(s.Rhs[i]) || ex.MadeOfCode(s.Rhs[i])) {
			return true
		}
	}
	return false
}
