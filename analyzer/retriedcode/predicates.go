package retriedcode

import (
	"fmt"
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/analysis"

	"github.com/errcodelint/errcodelint/analyzer/internal/domain"
	"github.com/errcodelint/errcodelint/codes"
)

// causes are the codes of class never for which a predicate says yes, and where
// it says so.
type causes struct {
	cases   []cause    // values of cases, elements of sets
	returns []answered // returns that say yes for codes that no case names
	some    bool       // it says no to a code that is no success
	codes   bool       // it has to do with codes
}

type answered struct {
	ret   *ast.ReturnStmt
	never []domain.Member
}

func (cs causes) never() []domain.Member {
	var all []domain.Member
	for _, h := range cs.cases {
		all = append(all, h.member)
	}
	for _, r := range cs.returns {
		all = append(all, r.never...)
	}
	return all
}

// predicates reports functions whose name, or whose result's name, says that they
// say what is sent again.
func (c *checker) predicates() {
	for _, file := range c.files {
		c.functions(file, func(f function) {
			name := ""
			if f.obj != nil {
				name = f.obj.Name()
			}
			if i, ok := c.retryResult(f.typ, name); ok {
				c.reportPredicate(c.predicate(f.node, f.body, i))
			}
		})
	}
}

// retryResult returns the index of the boolean result that says whether to try
// again, if the function's or the result's name says so.
func (c *checker) retryResult(typ *ast.FuncType, name string) (int, bool) {
	if typ.Results == nil {
		return 0, false
	}
	i, bools, at := 0, 0, -1
	for _, field := range typ.Results.List {
		n := max(1, len(field.Names))
		if c.isBool(field.Type) {
			bools += n
			at = i
			for j, id := range field.Names {
				if saysRetry(id.Name) {
					return i + j, true
				}
			}
		}
		i += n
	}
	return at, i <= 2 && bools == 1 && saysRetry(name)
}

func (c *checker) isBool(e ast.Expr) bool {
	t := c.pass.TypesInfo.TypeOf(e)
	if t == nil {
		return false
	}
	b, ok := t.Underlying().(*types.Basic)
	return ok && b.Kind() == types.Bool
}

// predicate returns for which codes of class never a function's i'th result is
// true.
func (c *checker) predicate(node ast.Node, body *ast.BlockStmt, i int) causes {
	if cs, ok := c.causes[node]; ok {
		return cs
	}
	c.causes[node] = causes{} // while it calls itself
	var cs causes
	yes := make(map[*domain.Domain]map[string]bool)
	var clauses []*ast.CaseClause
	var walk func(ast.Node)
	walk = func(n ast.Node) {
		ast.Inspect(n, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.FuncLit:
				return false
			case *ast.CaseClause:
				clauses = append(clauses, n)
				for _, s := range n.Body {
					walk(s)
				}
				clauses = clauses[:len(clauses)-1]
				return false
			case *ast.ReturnStmt:
				if i < len(n.Results) {
					var clause *ast.CaseClause
					if len(clauses) > 0 {
						clause = clauses[len(clauses)-1]
					}
					c.answer(&cs, n, n.Results[i], clause, body, yes)
				}
			}
			return true
		})
	}
	walk(body)
	for d, has := range yes {
		for _, m := range d.Members() {
			if m.Retry != codes.RetryNotNeeded && !has[m.Text] {
				cs.some = true
			}
		}
	}
	c.causes[node] = cs
	return cs
}

// answer adds the codes for which a return says yes.
func (c *checker) answer(cs *causes, ret *ast.ReturnStmt, result ast.Expr, clause *ast.CaseClause, body *ast.BlockStmt, yes map[*domain.Domain]map[string]bool) {
	if v := c.pass.TypesInfo.Types[result].Value; v != nil && v.Kind() == constant.Bool && !constant.BoolVal(v) {
		c.answersNo(cs, ret, body)
		return
	}
	at := c.before(ret)
	if !at.Reachable() {
		return
	}
	never := make(map[string]domain.Member)
	for _, part := range disjuncts(result) {
		inSet := false
		for _, conj := range conjuncts(part) {
			if e := searched(conj); e != nil {
				c.setsIn(conj, func(s *set) {
					inSet = true
					cs.codes = true
					for _, h := range s.holds {
						c.note(yes, c.met()[ast.Unparen(h.at.(ast.Expr))], h.member)
						if h.member.Retry == codes.RetryNever {
							cs.cases = append(cs.cases, h)
						}
					}
				})
			}
		}
		if !inSet {
			if d, m, ok := c.isTarget(part); ok {
				cs.codes = true
				c.note(yes, d, m)
				if m.Retry == codes.RetryNever {
					never[m.Text] = m
				}
			} else if src, ok := c.tested(at.assume(part, true), body, ret); ok && !c.blurred(at, part, body, ret) {
				cs.codes = true
				for _, m := range src.domain.Members() {
					if !src.codes.Has(m.Text) {
						continue
					}
					c.note(yes, src.domain, m)
					if m.Retry == codes.RetryNever {
						never[m.Text] = m
					}
				}
			}
		}
		at = at.assume(part, false)
	}
	// What a case of the switch names is reported there.
	if clause != nil {
		for _, e := range clause.List {
			if m, ok := c.constant(e); ok {
				if _, ok := never[m.Text]; ok {
					cs.cases = append(cs.cases, cause{e, m})
					delete(never, m.Text)
				}
			}
		}
	}
	if len(never) == 0 {
		return
	}
	a := answered{ret: ret}
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

// answersNo notes that a predicate says no for a reason that is a code.
func (c *checker) answersNo(cs *causes, ret *ast.ReturnStmt, body *ast.BlockStmt) {
	if at := c.before(ret); at.Reachable() {
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
func (c *checker) tested(at point, body *ast.BlockStmt, ret *ast.ReturnStmt) (source, bool) {
	var best source
	found := false
	take := func(s source) {
		if s.all() || s.none() {
			return
		}
		if !found || s.size() < best.size() {
			best, found = s, true
		}
	}
	for _, s := range at.origins() {
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
			take(source{domain: v.Domain, codes: cs})
		}
		return true
	})
	return best, found
}

// blurred reports whether a condition asks something about the code that tells
// nothing of it: a table of another package.
func (c *checker) blurred(at point, part ast.Expr, body *ast.BlockStmt, ret *ast.ReturnStmt) bool {
	for _, conj := range conjuncts(part) {
		leaf := ast.Unparen(conj)
		if u, ok := leaf.(*ast.UnaryExpr); ok && u.Op == token.NOT {
			leaf = ast.Unparen(u.X)
		}
		if c.asks(leaf, nil) {
			yes, _ := c.tested(at.assume(leaf, true), body, ret)
			no, _ := c.tested(at.assume(leaf, false), body, ret)
			if yes.domain != nil && no.domain != nil && yes.size() == no.size() {
				return true
			}
			// What another package asks about every failure may be about a table there.
			if call, ok := leaf.(*ast.CallExpr); ok && c.declOf(call) == nil && yes.domain != nil && yes.without(codes.RetryNotNeeded) && yes.failures() {
				return true
			}
		}
		at = at.assume(conj, true)
	}
	return false
}

// isTarget returns the code that errors.Is looks for.
func (c *checker) isTarget(e ast.Expr) (*domain.Domain, domain.Member, bool) {
	call, ok := ast.Unparen(e).(*ast.CallExpr)
	if !ok || len(call.Args) != 2 {
		return nil, domain.Member{}, false
	}
	fn, _ := callee(c.pass.TypesInfo, call).(*types.Func)
	if fn == nil || fn.FullName() != "errors.Is" {
		return nil, domain.Member{}, false
	}
	tv := c.pass.TypesInfo.Types[call.Args[1]]
	obj := types.Object(nil)
	switch x := ast.Unparen(call.Args[1]).(type) {
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
// one: an index, a field of what an index finds, slices.Contains.
func searched(e ast.Expr) ast.Expr {
	switch x := ast.Unparen(e).(type) {
	case *ast.IndexExpr, *ast.CallExpr:
		return x
	case *ast.SelectorExpr:
		return searched(x.X)
	}
	return nil
}

func disjuncts(e ast.Expr) []ast.Expr { return operands(e, token.LOR) }

func conjuncts(e ast.Expr) []ast.Expr { return operands(e, token.LAND) }

func operands(e ast.Expr, op token.Token) []ast.Expr {
	if b, ok := ast.Unparen(e).(*ast.BinaryExpr); ok && b.Op == op {
		return append(operands(b.X, op), operands(b.Y, op)...)
	}
	return []ast.Expr{e}
}

func (c *checker) reportPredicate(cs causes) {
	for _, h := range cs.cases {
		c.reportCause(h, c.categoryOf(h), "remove it from what is sent again")
	}
	for _, r := range cs.returns {
		if c.reported[r.ret.Pos()] || !c.inFiles(r.ret) {
			continue
		}
		c.reported[r.ret.Pos()] = true
		c.report.Report(analysis.Diagnostic{
			Pos: r.ret.Pos(), End: r.ret.End(), Category: "predicate",
			Message: fmt.Sprintf("this says that the request is to be sent again: true for %s; say so only where the code's Retryable method does",
				describe(r.never, nil)),
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
func (c *checker) notSaidElsewhere(reg region, o source, never []domain.Member) []domain.Member {
	said := make(map[string]bool)
	// What keeps none of the others from going round doesn't decide who does, nor
	// does a list of all that should not.
	decides := func(members []domain.Member) bool {
		for _, m := range o.domain.Members() {
			if m.Retry == codes.RetryNever && !slices.Contains(members, m) && !o.codes.Has(m.Text) {
				return true
			}
		}
		return false
	}
	info := c.pass.TypesInfo
	about := func(cs causes) bool {
		for _, m := range cs.never() {
			if slices.Contains(never, m) {
				return true
			}
		}
		return false
	}
	ast.Inspect(reg.node, func(n ast.Node) bool {
		call, ok := n.(*ast.CallExpr)
		if !ok || call.Pos() < reg.from && reg.node.Pos() != reg.from && !inHead(reg, call) || call.End() > reg.to {
			return true
		}
		fn, _ := callee(info, call).(*types.Func)
		if fn == nil || fn.Pkg() == nil || fn.Pkg().Path() == domain.CodesPath {
			return true
		}
		decl := c.declOfFunc(fn)
		if decl == nil {
			if c.saidThere(fn) {
				for _, m := range never {
					said[m.Text] = true // there
				}
			}
			return true
		}
		if ast.Node(decl) == reg.node {
			return true // it sends again, and is not asked about it
		}
		i, named := c.retryResult(decl.Type, decl.Name.Name)
		if decl.Body == nil || i < 0 || !hasBool(fn) {
			return true
		}
		cs := c.predicate(decl, decl.Body, i)
		if !about(cs) || !named && (!cs.some || !decides(cs.never())) {
			return true
		}
		c.reportPredicate(cs)
		for _, m := range cs.never() {
			said[m.Text] = true
		}
		return true
	})
	inspectFunc(reg.node, func(n ast.Node) {
		if n.End() > reg.to || n.Pos() < reg.from && n != reg.node && !inHead(reg, n) {
			return
		}
		switch n.(type) {
		case *ast.IndexExpr, *ast.CallExpr:
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
					c.reportCause(h, "set", "remove it from what is sent again")
					said[h.member.Text] = true
				}
			}
		})
	})
	c.saidByTable(reg, o, said)
	var left []domain.Member
	for _, m := range never {
		if !said[m.Text] {
			left = append(left, m)
		}
	}
	return left
}

// inHead reports whether a node is in the head of the loop that a region is.
func inHead(reg region, n ast.Node) bool {
	switch reg.node.(type) {
	case *ast.ForStmt, *ast.RangeStmt:
		return reg.node.Pos() <= n.Pos() && n.End() <= reg.node.End()
	}
	return false
}

func hasBool(fn *types.Func) bool {
	res := fn.Signature().Results()
	for i := range res.Len() {
		if b, ok := res.At(i).Type().Underlying().(*types.Basic); ok && b.Kind() == types.Bool {
			return true
		}
	}
	return false
}
