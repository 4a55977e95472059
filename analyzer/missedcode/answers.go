package missedcode

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"github.com/errcodelint/errcodelint/analyzer/internal/domain"
	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// This file is about dispatches that ask several questions at once, and keep the answers:
//
//	retry, alert := false, false
//	switch code {
//	case codes.ResponseThrottlingRateExceeded:
//		retry = true
//	case codes.ResponseInsufficientCredit:
//		alert = true
//	}
//
// To the codes without a case the answer is no, which somebody has to hear.

// answersOf returns the boolean variables of the function, or fields of one, that the branches of a dispatch set to
// an answer, if they do nothing else than to assign to such, and to others that are no errors. Some may leave, if others do not.
func (c *checker) answersOf(d *dispatch, otherwise *branch) (answers map[key]ast.Expr, ok bool) {
	all := d.branches
	if otherwise != nil {
		all = append(all[:len(all):len(all)], *otherwise)
	}
	answers = make(map[key]ast.Expr)
	for _, b := range all {
		if len(b.body) > 0 && !(fallsThrough(b.body) && len(b.body) == 1) && !c.answered(b.body, answers) {
			return nil, false
		}
	}
	return answers, len(answers) > 0
}

// answered reports whether statements only assign to variables of the function, at least one answer and no error. It adds the
// variables that keep the answers.
func (c *checker) answered(list []ast.Stmt, answers map[key]ast.Expr) bool {
	some := false
	for _, stmt := range list {
		assign, ok := stmt.(*ast.AssignStmt)
		if !ok || assign.Tok != token.ASSIGN || len(assign.Lhs) != len(assign.Rhs) {
			return false
		}
		for i, lhs := range assign.Lhs {
			t := c.pass.TypesInfo.TypeOf(lhs)
			if t == nil || !c.isOwn(lhs) || syntax.IsError(t) {
				return false
			}
			if syntax.IsBoolean(t) {
				if !c.isAnswer(assign.Rhs[i]) {
					return false
				}
				answers[c.keyOf(lhs)] = lhs
				some = true
			}
		}
	}
	return some
}

// hearsNo reports whether a dispatch keeps several answers, or one beside branches that leave, and what stands behind does
// something for the codes to which all of them are no: it hands an answer on, or has an else.
func (c *checker) hearsNo(d *dispatch, rest []domain.Member) bool {
	going := *d
	going.branches = slices.Clone(d.branches)
	going.branches = slices.DeleteFunc(going.branches, func(b branch) bool {
		return len(b.body) > 0 && !fallsThrough(b.body) && !c.stays(d, b.body)
	})
	answers, ok := c.answersOf(&going, nil)
	if !ok {
		return false
	}
	n := &no{c: c, d: d, rest: rest, answers: make(map[key]bool), roots: make(map[types.Object]bool)}
	for k, lhs := range answers {
		n.answers[k] = false
		if _, yes := c.hasValue(d, lhs); yes {
			return false // which asks something else
		}
		n.roots[k.root] = true
	}
	return n.isHeard()
}

// no follows what becomes of the codes to which all answers of a dispatch are no.
type no struct {
	c       *checker
	d       *dispatch
	rest    []domain.Member
	answers map[key]bool // and whether those to which one is yes have left
	roots   map[types.Object]bool
}

// isHeard goes through what stands behind the dispatch, also behind the loops in which it is, as far as the answers are kept there.
func (n *no) isHeard() bool {
	here := ast.Node(n.d.last)
	for i := len(n.d.path) - 1; i >= 0; i-- {
		outer := n.d.path[i]
		if stmt, ok := here.(ast.Stmt); ok {
			if heard, over := n.behind(following(outer, stmt)); heard || over {
				return heard
			}
		}
		switch outer.(type) {
		case *ast.FuncDecl, *ast.FuncLit:
			return false
		case *ast.ForStmt, *ast.RangeStmt:
			for v := range n.roots {
				if outer.Pos() <= v.Pos() && v.Pos() < outer.End() {
					return false
				}
			}
		}
		here = outer
	}
	return false
}

// behind goes through a list of statements. What comes behind it is for nobody if it is over there.
func (n *no) behind(list []ast.Stmt) (heard, over bool) {
	c := n.c
	for i, s := range list {
		switch s := unlabelled(s).(type) {
		case *ast.IfStmt:
			if s.Init == nil && n.mentions(s.Cond) {
				if heard, over := n.test(s); heard || over {
					return heard, over
				}
				continue
			}
		case *ast.SwitchStmt:
			if s.Tag == nil && s.Init == nil && n.mentionsAll(s) {
				if heard, over := n.cases(s); heard || over {
					return heard, over
				}
				continue
			}
		case *ast.ReturnStmt:
			return n.returns(s), true
		}
		if n.mentions(s) || c.told(n.d, list[i:], n.rest) {
			return true, true
		}
		if n.haveLeft() {
			return n.speaks(list[i:]), true
		}
		if !c.goesOn(n.d, s) {
			return false, true
		}
	}
	return false, false
}

// test goes through an if that asks for an answer.
func (n *no) test(s *ast.IfStmt) (heard, over bool) {
	switch n.holds(s.Cond) {
	case syntax.True:
		return n.speaks(s.Body.List), n.c.terminates(s.Body.List)
	case syntax.Unknown:
		return true, true // nobody knows
	}
	if n.c.terminates(s.Body.List) {
		n.leave(s.Cond)
	}
	switch other := s.Else.(type) {
	case *ast.IfStmt:
		return n.test(other)
	case *ast.BlockStmt:
		return n.speaks(other.List), n.c.terminates(other.List)
	}
	return false, false
}

// cases goes through a switch that asks for answers.
func (n *no) cases(s *ast.SwitchStmt) (heard, over bool) {
	for _, stmt := range s.Body.List {
		clause, ok := stmt.(*ast.CaseClause)
		if !ok {
			return false, true
		}
		if clause.List == nil {
			return n.speaks(clause.Body), n.c.terminates(clause.Body)
		}
		for _, cond := range clause.List {
			switch n.holds(cond) {
			case syntax.True:
				return n.speaks(clause.Body), n.c.terminates(clause.Body)
			case syntax.Unknown:
				return true, true
			}
			if n.c.terminates(clause.Body) && !breaksOut(stmt, "", true) {
				n.leave(cond)
			}
		}
	}
	return false, false
}

// holds returns what a condition comes to if all answers are no.
func (n *no) holds(cond ast.Expr) syntax.Truth {
	return syntax.Decide(cond, func(test ast.Expr) syntax.Truth {
		if _, ok := n.answers[n.c.keyOf(test)]; ok {
			return syntax.False
		}
		return syntax.Unknown
	})
}

// leave notes that a yes to any of the questions of which a condition is made by || leaves.
func (n *no) leave(cond ast.Expr) {
	for _, e := range syntax.Disjuncts(cond) {
		if k := n.c.keyOf(e); n.roots[k.root] {
			n.answers[k] = true
		}
	}
}

func (n *no) haveLeft() bool {
	for _, left := range n.answers {
		if !left {
			return false
		}
	}
	return true
}

// speaks reports whether statements that are for the codes to which all answers are no say something, and not the same to success.
func (n *no) speaks(list []ast.Stmt) bool {
	return len(list) > 0 && !nothing(list) && !n.c.onlyZero(list) && (!hasSuccess(n.rest) || n.c.told(n.d, list, n.rest) || n.c.separates(n.d, list, n.rest))
}

// returns reports whether a return hands an answer on, or says something by itself. No error beside an answer says that all is well.
func (n *no) returns(ret *ast.ReturnStmt) bool {
	c := n.c
	if c.told(n.d, []ast.Stmt{ret}, n.rest) {
		return true
	}
	f, _ := n.d.function()
	if f.Results == nil {
		return false
	}
	for _, field := range f.Results.List {
		if syntax.IsError(c.pass.TypesInfo.TypeOf(field.Type)) {
			last := len(ret.Results) - 1
			return last >= 0 && !c.pass.TypesInfo.Types[ret.Results[last]].IsNil() && (n.mentions(ret) || n.speaks([]ast.Stmt{ret}))
		}
		for _, name := range field.Names {
			if len(ret.Results) == 0 && n.roots[c.pass.TypesInfo.Defs[name]] {
				return true
			}
		}
	}
	return n.mentions(ret) || n.speaks([]ast.Stmt{ret})
}

// mentions reports whether a node has a variable in it that keeps an answer.
func (n *no) mentions(node ast.Node) bool {
	found := false
	ast.Inspect(node, func(x ast.Node) bool {
		id, ok := x.(*ast.Ident)
		found = found || ok && n.roots[n.c.pass.TypesInfo.Uses[id]]
		return !found
	})
	return found
}

// mentionsAll reports whether every condition of a switch asks for an answer.
func (n *no) mentionsAll(s *ast.SwitchStmt) bool {
	for _, stmt := range s.Body.List {
		if clause, ok := stmt.(*ast.CaseClause); ok && slices.ContainsFunc(clause.List, func(e ast.Expr) bool { return !n.mentions(e) }) {
			return false
		}
	}
	return true
}
