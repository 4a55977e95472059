package missedcode

import (
	"go/ast"
	"go/types"
	"slices"

	"github.com/errcodelint/errcodelint/analyzer/internal/codeflow"
	"github.com/errcodelint/errcodelint/analyzer/internal/domain"
	"github.com/errcodelint/errcodelint/analyzer/internal/doubts"
	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// left returns the documented codes that arrive at a dispatch and that none of
// its branches takes. It fails where that is not to be known: a case that is no
// constant, a condition that nobody understands.
func (c *checker) left(d *dispatch) ([]domain.Member, bool) {
	if d.tag != nil {
		return c.leftBySwitch(d)
	}
	for _, test := range d.tests() {
		if c.vague(d, test) {
			return nil, false
		}
	}
	all := d.tests()
	last := all[len(all)-1]
	here := func(flow *codeflow.Result) (codeflow.Codes, bool) {
		return flow.Before(last).Assume(last, false).Codes(c.localCode(d, last))
	}
	set, known := here(c.flow)
	mentioned := c.mentioned(d)
	var rest []domain.Member
	for _, m := range d.value.Domain.Members() {
		switch {
		case mentioned[m.Text]:
		case known && !set.Has(m.Text):
		case !known && d.named && m.IsSuccess(): // an error that holds a code is one of a failure
		case c.anyHolds(d, all, m.Text):
		default:
			rest = append(rest, m)
		}
	}
	return c.meant(d, c.withoutTrouble(d, rest, here), here), true
}

// withoutTrouble leaves out the codes that get to a dispatch only where something else has gone wrong: where
// there is no reply, `r != nil && r.Code == codes.ResponseSuccess` is false, too. If the dispatch itself is for such
// trouble, only success is left out.
func (c *checker) withoutTrouble(d *dispatch, rest []domain.Member, here func(*codeflow.Result) (codeflow.Codes, bool)) []domain.Member {
	if len(rest) == 0 {
		return nil
	}
	set, known := here(c.flow.Untroubled())
	if !known {
		return rest
	}
	ordinary := slices.ContainsFunc(d.value.Domain.Members(), func(m domain.Member) bool { return set.Has(m.Text) })
	return slices.DeleteFunc(rest, func(m domain.Member) bool { return !set.Has(m.Text) && (ordinary || m.IsSuccess()) })
}

func (c *checker) anyHolds(d *dispatch, tests []ast.Expr, text string) bool {
	for _, test := range tests {
		if c.holds(d, test, text) == syntax.True {
			return true
		}
	}
	return false
}

func (c *checker) leftBySwitch(d *dispatch) ([]domain.Member, bool) {
	cases := make(map[string]bool)
	documented := false
	for _, b := range d.branches {
		for _, e := range b.tests {
			text, ok := c.caseText(e)
			if !ok && !c.directives.Exhaustive(d.node) {
				return nil, false
			}
			cases[text] = true
			documented = documented || d.value.Domain.Has(text)
		}
	}
	if !documented && !c.directives.Exhaustive(d.node) {
		return nil, false // not about codes: is there one at all?
	}
	here := func(flow *codeflow.Result) (codeflow.Codes, bool) { return flow.At(d.tag) }
	set, known := here(c.flow)
	var rest []domain.Member
	for _, m := range d.value.Domain.Members() {
		if !cases[m.Text] && (!known || set.Has(m.Text)) {
			rest = append(rest, m)
		}
	}
	return c.meant(d, c.withoutTrouble(d, rest, here), here), true
}

// caseText returns the text of a case's value. The empty string is no code, but
// a constant.
func (c *checker) caseText(e ast.Expr) (string, bool) {
	if text, ok := c.bindings.ConstantText(e); ok {
		return text, true
	}
	tv := c.pass.TypesInfo.Types[e]
	return "", tv.Value != nil || tv.IsNil()
}

// vague reports whether a condition asks something about the code that is not to
// be understood: a helper that looks at the whole reply.
func (c *checker) vague(d *dispatch, cond ast.Expr) bool {
	found := false
	atoms(cond, false, func(atom ast.Expr, _ bool) {
		if found || c.asksNil(atom) || !c.concerns(d, atom) {
			return
		}
		if eq, ok := c.equality(atom); ok && c.keyOf(eq.code) == d.key {
			return
		}
		before, code := c.flow.Before(atom), c.localCode(d, cond)
		found = same(before, before.Assume(atom, true), code) && same(before, before.Assume(atom, false), code)
	})
	return found
}

// asksNil reports whether a condition only asks whether there is a code at all.
func (c *checker) asksNil(atom ast.Expr) bool {
	test, ok := ast.Unparen(atom).(*ast.BinaryExpr)
	return ok && (c.pass.TypesInfo.Types[test.X].IsNil() || c.pass.TypesInfo.Types[test.Y].IsNil())
}

// same reports whether two states let the same codes in.
func same(a, b codeflow.State, code ast.Expr) bool {
	x, ok := a.Codes(code)
	y, also := b.Codes(code)
	return !ok || !also || sameDocumented(x, y) && x.Undocumented() == y.Undocumented()
}

func sameDocumented(x, y codeflow.Codes) bool {
	return !slices.ContainsFunc(x.Domain.Members(), func(m domain.Member) bool { return x.Has(m.Text) != y.Has(m.Text) })
}

// concerns reports whether a condition may be about the dispatch's code: it has
// the code in it, or hands to a function something that the code came from.
func (c *checker) concerns(d *dispatch, atom ast.Expr) bool {
	relatives := c.relatives(d)
	found := false
	ast.Inspect(atom, func(n ast.Node) bool {
		if found {
			return false
		}
		switch n := n.(type) {
		case *ast.CallExpr:
			if c.callee(n) == "errors.As" {
				return false
			}
			for _, arg := range append([]ast.Expr{receiver(n)}, n.Args...) {
				if arg != nil && relatives[c.rootOf(arg)] {
					found = true
				}
			}
		case ast.Expr:
			if c.isCode(n) {
				found = relatives[c.rootOf(n)] || c.keyOf(n) == d.key
				return !found
			}
		}
		return !found
	})
	return found
}

func receiver(call *ast.CallExpr) ast.Expr {
	if sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr); ok {
		return sel.X
	}
	return nil
}

// rootOf returns the variable that an expression starts from, nil if there is
// none.
func (c *checker) rootOf(e ast.Expr) types.Object {
	return doubts.Root(c.pass.TypesInfo, c.bindings, e)
}

// relatives returns the variables that may hold the dispatch's code, or what it
// came from: its own, those that these were assigned from, and so on.
func (c *checker) relatives(d *dispatch) map[types.Object]bool {
	if d.kin != nil {
		return d.kin
	}
	all := make(map[types.Object]bool)
	d.kin = all
	root := c.rootOf(d.code)
	_, body := d.function()
	if root == nil || body == nil {
		return all
	}
	all[root] = true
	for again := true; again; {
		again = false
		relate := func(to ast.Expr, from ...ast.Expr) {
			if !all[c.rootOf(to)] {
				return
			}
			for _, e := range from {
				for _, src := range c.carriers(e) {
					again = again || !all[src]
					all[src] = true
				}
			}
		}
		ast.Inspect(body, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.AssignStmt:
				for i, lhs := range n.Lhs {
					if len(n.Lhs) == len(n.Rhs) {
						relate(lhs, n.Rhs[i])
					} else {
						relate(lhs, n.Rhs...)
					}
				}
			case *ast.ValueSpec:
				for _, name := range n.Names {
					relate(name, n.Values...)
				}
			case *ast.CallExpr:
				if c.callee(n) == "errors.As" && len(n.Args) == 2 {
					relate(n.Args[1], n.Args[0])
				}
			}
			return true
		})
	}
	return all
}

// carriers returns the variables in an expression that a code can come out of.
func (c *checker) carriers(e ast.Expr) []types.Object {
	var all []types.Object
	ast.Inspect(e, func(n ast.Node) bool {
		id, ok := n.(*ast.Ident)
		if !ok {
			return true
		}
		v, ok := c.pass.TypesInfo.Uses[id].(*types.Var)
		if !ok || v.IsField() || v.Pkg() != nil && v.Parent() == v.Pkg().Scope() {
			return true
		}
		if named, ok := types.Unalias(v.Type()).(*types.Named); ok && types.IsInterface(named) && named.Obj().Name() != "error" {
			return true // a context, a client
		}
		all = append(all, v)
		return true
	})
	return all
}
