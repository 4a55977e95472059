package retriedcode

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"slices"

	"github.com/errcodelint/errcodelint/analyzer/internal/domain"
	"github.com/errcodelint/errcodelint/analyzer/internal/points"
	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
	"github.com/errcodelint/errcodelint/codes"
)

// answer adds the codes for which a return says yes, in a clause of a switch of tag, both nil for none.
func (c *checker) answer(cs *causes, ret *ast.ReturnStmt, result ast.Expr, clause *ast.CaseClause, tag ast.Expr, body *ast.BlockStmt, yes map[*domain.Domain]map[string]bool) {
	if v := c.pass.TypesInfo.Types[result].Value; v != nil && v.Kind() == constant.Bool && !constant.BoolVal(v) {
		c.answersNo(cs, ret, body)
		return
	}
	at, parts := c.Before(ret), syntax.Disjuncts(result)
	if !at.Reachable() {
		return
	}
	if conds := straightTo(ret, body); c.isTrue(result) && slices.ContainsFunc(conds, c.findsUnrelated) {
		at, parts = c.Before(syntax.Conjuncts(conds[0])[0]), conds
	}
	inSet := false
	fromSet := func(s *set) {
		inSet = true
		cs.codes = true
		for _, h := range s.holds {
			c.note(yes, c.met()[ast.Unparen(h.at.(ast.Expr))], h.member)
			if h.member.Retry == codes.RetryNever {
				cs.cases = append(cs.cases, h)
			}
		}
	}
	if loop := c.searchAround(ret, body); loop != nil && (c.isTrue(result) || c.isSaidBy(result, loop)) {
		if c.setsIn(loop, fromSet); inSet {
			return
		}
	}
	never := make(map[string]domain.Member)
	a := answered{ret: ret}
	for _, part := range parts {
		if c.findsUnrelated(part) {
			at = at.Assume(part, false)
			continue
		}
		inSet = false
		for _, conj := range syntax.Conjuncts(part) {
			if e := c.searched(conj); e != nil {
				if !within(e, conj) {
					conj = e // a variable holds whether it was found
				}
				c.setsIn(conj, fromSet)
			}
		}
		if !inSet {
			if d, m, ok := c.isTarget(part); ok {
				cs.codes = true
				c.note(yes, d, m)
				if m.Retry == codes.RetryNever {
					never[m.Text], a.domain = m, d
				}
			} else if src, ok := c.tested(at.Assume(part, true), body, ret); ok && !c.blurred(at, part, body, ret) && !c.askedSo(src, body, ret) {
				cs.codes = true
				for _, m := range src.Domain.Members() {
					if !src.Codes.Has(m.Text) {
						continue
					}
					c.note(yes, src.Domain, m)
					if m.Retry == codes.RetryNever {
						never[m.Text], a.domain = m, src.Domain
					}
				}
			}
		}
		at = at.Assume(part, false)
	}
	c.exceptSaid(never, parts, ret)
	if clause != nil && len(clause.List) > 0 && c.asksMessage(result) {
		return // another message, perhaps
	}
	// What a case of the switch names is reported there.
	if clause != nil {
		for _, e := range clause.List {
			if d, m, ok := c.codeError(e); ok && c.isAnyError(tag) && c.isTrue(result) {
				cs.codes = true
				c.note(yes, d, m)
				if m.Retry == codes.RetryNever {
					cs.cases = append(cs.cases, cause{e, m})
				}
			} else if m, ok := c.constant(e); ok {
				if _, ok := never[m.Text]; ok {
					cs.cases = append(cs.cases, cause{e, m})
					delete(never, m.Text)
				}
			}
		}
	}
	if len(never) > 0 {
		c.exceptActed(never, body, ret)
	}
	if len(never) == 0 {
		return
	}
	for _, m := range never {
		a.never = append(a.never, m)
	}
	slices.SortFunc(a.never, func(a, b domain.Member) int {
		m, _ := domain.Number(a.Text)
		n, _ := domain.Number(b.Text)
		return int(m - n)
	})
	cs.returns = append(cs.returns, a)
}

// exceptActed takes out the codes about which a predicate does something before it says yes: a new token may make
// another request of it.
func (c *checker) exceptActed(never map[string]domain.Member, body *ast.BlockStmt, ret *ast.ReturnStmt) {
	syntax.InspectFunc(body, func(n ast.Node) {
		if n.End() > ret.End() || n == ast.Node(ret) || !c.Acts(n, nil) {
			return
		}
		src, ok := c.tested(c.Before(n), body, ret)
		if !ok || !src.Without(codes.RetryWithBackoff) {
			return
		}
		for text := range never {
			if src.Codes.Has(text) {
				delete(never, text)
			}
		}
	})
}

// answersNo notes that a predicate says no for a reason that is a code.
func (c *checker) answersNo(cs *causes, ret *ast.ReturnStmt, body *ast.BlockStmt) {
	if at := c.Before(ret); at.Reachable() {
		if _, ok := c.tested(at, body, ret); ok {
			cs.codes = true
		}
	}
}

func (c *checker) note(yes map[*domain.Domain]map[string]bool, d *domain.Domain, m domain.Member) {
	if d == nil {
		return
	}
	if yes[d] == nil {
		yes[d] = make(map[string]bool)
	}
	yes[d][m.Text] = true
}

// tested returns what is known of the code that a predicate is about, if it has
// been tested: not every code gets to the point.
func (c *checker) tested(at points.Point, body *ast.BlockStmt, ret *ast.ReturnStmt) (points.Source, bool) {
	var best points.Source
	found := false
	take := func(s points.Source) {
		if s.All() || s.None() {
			return
		}
		if !found || s.Size() < best.Size() {
			best, found = s, true
		}
	}
	for _, s := range at.Origins() {
		take(s)
	}
	seen := make(map[string]bool)
	ast.Inspect(body, func(n ast.Node) bool {
		e, ok := n.(ast.Expr)
		if !ok || n.Pos() > ret.End() {
			return true
		}
		switch n.(type) {
		case *ast.Ident, *ast.SelectorExpr:
		default:
			return true
		}
		if tv := c.pass.TypesInfo.Types[e]; tv.Value != nil || tv.IsType() {
			return true
		}
		v, ok := c.bindings.Of(e)
		if !ok || !c.settings.Speaks(v) || seen[types.ExprString(e)] {
			return true
		}
		seen[types.ExprString(e)] = true
		if cs, ok := at.Codes(e); ok {
			take(points.Source{Domain: v.Domain, Codes: cs})
		}
		return true
	})
	return best, found
}

// askedSo reports whether what is known of a code at a return is what the callers of the function made
// sure of: it has said yes, or may have, to any code that it was asked about, for reasons that are
// none of the code's.
func (c *checker) askedSo(src points.Source, body *ast.BlockStmt, ret *ast.ReturnStmt) bool {
	if len(body.List) == 0 || body.List[0] == ast.Stmt(ret) {
		return false
	}
	asked, ok := c.tested(c.Before(body.List[0]), body, ret)
	return ok && asked.Domain == src.Domain && asked.Documents(src)
}

// blurred reports whether a condition asks something about the code that tells
// nothing of it: a table of another package.
func (c *checker) blurred(at points.Point, part ast.Expr, body *ast.BlockStmt, ret *ast.ReturnStmt) bool {
	for _, conj := range syntax.Conjuncts(part) {
		leaf := ast.Unparen(conj)
		if u, ok := leaf.(*ast.UnaryExpr); ok && u.Op == token.NOT {
			leaf = ast.Unparen(u.X)
		}
		if c.Asks(leaf, nil) {
			yes, _ := c.tested(at.Assume(leaf, true), body, ret)
			no, _ := c.tested(at.Assume(leaf, false), body, ret)
			if yes.Domain != nil && yes.Domain == no.Domain && yes.Documents(no) {
				return true
			}
			// What another package asks about every failure may be about a table there.
			if call, ok := leaf.(*ast.CallExpr); ok && c.DeclOf(call) == nil && yes.Domain != nil && yes.Without(codes.RetryNotNeeded) && yes.Failures() {
				return true
			}
		}
		at = at.Assume(conj, true)
	}
	return false
}

// isTarget returns the code that errors.Is looks for, or that an error is compared with.
func (c *checker) isTarget(e ast.Expr) (*domain.Domain, domain.Member, bool) {
	switch x := ast.Unparen(e).(type) {
	case *ast.CallExpr:
		fn, _ := syntax.Callee(c.pass.TypesInfo, x).(*types.Func)
		if syntax.ErrorsFunction(fn) == "Is" && len(x.Args) == 2 {
			return c.codeError(x.Args[1])
		}
	case *ast.BinaryExpr:
		switch {
		case x.Op != token.EQL:
		case c.isAnyError(x.X):
			return c.codeError(x.Y)
		case c.isAnyError(x.Y):
			return c.codeError(x.X)
		}
	}
	return nil, domain.Member{}, false
}

// isAnyError reports whether an expression is an error of which the type does not say what it is.
func (c *checker) isAnyError(e ast.Expr) bool {
	t := c.pass.TypesInfo.TypeOf(e)
	return t != nil && types.IsInterface(t) && syntax.ImplementsError(t)
}

// codeError returns the code of package codes that an expression names, each of which is an error.
func (c *checker) codeError(e ast.Expr) (*domain.Domain, domain.Member, bool) {
	tv := c.pass.TypesInfo.Types[e]
	obj := types.Object(nil)
	switch x := ast.Unparen(e).(type) {
	case *ast.Ident:
		obj = c.pass.TypesInfo.Uses[x]
	case *ast.SelectorExpr:
		obj = c.pass.TypesInfo.Uses[x.Sel]
	}
	k, ok := obj.(*types.Const)
	if !ok || tv.Type == nil {
		return nil, domain.Member{}, false
	}
	named, ok := types.Unalias(k.Type()).(*types.Named)
	if !ok || named.Obj().Pkg() == nil || named.Obj().Pkg().Path() != domain.CodesPath {
		return nil, domain.Member{}, false
	}
	d := domain.ByType(named.Obj().Name())
	text, ok := domain.Text(k.Val())
	if d == nil || !ok {
		return nil, domain.Member{}, false
	}
	m, ok := d.Lookup(text)
	return d, m, ok
}

// searched returns an expression that is true for the members of a set, if e is
// one: an index, also one of which a variable holds what was found, a field of that, slices.Contains.
func (c *checker) searched(e ast.Expr) ast.Expr {
	switch x := ast.Unparen(e).(type) {
	case *ast.IndexExpr, *ast.CallExpr:
		return x
	case *ast.SelectorExpr:
		return c.searched(x.X)
	case *ast.Ident:
		if v := c.Variable(x); v != nil && c.Found(v) != nil {
			return c.Found(v)
		}
	}
	return nil
}

// within reports whether a node is a part of another one.
func within(n, of ast.Node) bool { return of.Pos() <= n.Pos() && n.End() <= of.End() }

// asksMessage reports whether what a case answers hangs on something other than a code, a count or a time: whether there
// still is a sender to leave out, whether the token is a new one.
func (c *checker) asksMessage(result ast.Expr) bool {
	message := false
	ast.Inspect(result, func(n ast.Node) bool {
		x, ok := n.(ast.Expr)
		if !ok {
			return true
		}
		if v, ok := c.pass.TypesInfo.Uses[syntax.Name(x)].(*types.Var); ok {
			message = message || syntax.IsText(v.Type()) || syntax.IsBoolean(v.Type()) && c.Found(v) == nil && c.Computed(v) == nil
		}
		return true
	})
	return message && !c.MadeOfCode(result)
}
