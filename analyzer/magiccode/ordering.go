package magiccode

import (
	"fmt"
	"go/ast"
	"go/constant"
	"go/token"

	"golang.org/x/tools/go/analysis"

	"github.com/errcodelint/errcodelint/analyzer/internal/binding"
	"github.com/errcodelint/errcodelint/analyzer/internal/domain"
	"github.com/errcodelint/errcodelint/analyzer/internal/edit"
	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// ordering is the diagnostic for a code that is compared by its size.
func (c *checker) ordering(m binding.Meeting, lit *ast.BasicLit, member domain.Member, namer *edit.Namer) analysis.Diagnostic {
	diag := c.diagnostic(m, lit)
	write := "name the codes that are meant"
	if success, op, ok := c.asEquality(m); ok && !c.rangeTests()[m.Test] {
		if name, ok := namer.Name(m.Value.Domain, success, m.Const, lit); ok {
			at := m.Test.OpPos
			name.Text = op.String() + " " + name.Text
			name.Edits = append(name.Edits, analysis.TextEdit{
				Pos: at, End: at + token.Pos(len(m.Test.Op.String())), NewText: []byte(op.String()),
			})
			write = "write " + name.Text
			diag.SuggestedFixes = fix(name)
		}
	}
	bound := lit.Value
	if member.Name != "" {
		bound += " (" + member.Name + ")"
	}
	why := ", which means nothing and lets new codes in on either side"
	if c.asksNegative(m) {
		why = ", but none is negative"
	}
	diag.Message = fmt.Sprintf("%s %s tests %s codes by their order%s; %s", m.Test.Op, bound, m.Value.Domain.Name, why, write)
	return diag
}

// asksNegative reports whether a comparison only tells negative numbers from the codes of a
// domain, all others included. Of text that cannot be said.
func (c *checker) asksNegative(m binding.Meeting) bool {
	bound := c.pass.TypesInfo.Types[m.Const].Value
	if bound == nil || !syntax.IsInteger(c.pass.TypesInfo.TypeOf(m.Const)) {
		return false
	}
	least, greatest := c.outside(m)
	for _, member := range m.Value.Domain.Members() {
		if c.orders(m, member.Text) != c.ordersNumber(m, greatest) {
			return false
		}
	}
	return c.ordersNumber(m, least) != c.ordersNumber(m, greatest)
}

func isOrdering(op token.Token) bool {
	switch op {
	case token.LSS, token.LEQ, token.GTR, token.GEQ:
		return true
	}
	return false
}

// declaration returns the declaration that stands at a position.
func (c *checker) declaration(pos token.Pos) ast.Node {
	for _, file := range c.pass.Files {
		for _, decl := range file.Decls {
			if decl.Pos() <= pos && pos < decl.End() {
				return decl
			}
		}
	}
	return &ast.BadDecl{}
}

// tellsSuccess reports whether an ordering comparison comes out one way for success and the
// other way for every failure.
func (c *checker) tellsSuccess(m binding.Meeting) bool {
	outcomes := make(map[bool]bool) // whether it holds, by whether the code is a success
	for _, member := range m.Value.Domain.Members() {
		success, holds := member.IsSuccess(), c.orders(m, member.Text)
		if before, ok := outcomes[success]; ok && before != holds {
			return false
		}
		outcomes[success] = holds
	}
	return len(outcomes) == 2 && outcomes[true] != outcomes[false]
}

// orders reports whether an ordering comparison of numbers holds for a code.
func (c *checker) orders(m binding.Meeting, text string) bool {
	n, _ := domain.Number(text)
	return c.ordersNumber(m, constant.MakeInt64(n))
}

func (c *checker) ordersNumber(m binding.Meeting, code constant.Value) bool {
	bound := c.pass.TypesInfo.Types[m.Const].Value
	if ast.Unparen(m.Test.X) == m.Const {
		return constant.Compare(bound, m.Test.Op, code)
	}
	return constant.Compare(code, m.Test.Op, bound)
}

// asEquality returns the success code and the operator that make an ordering
// comparison of numbers a test for success, if for every code of the domain
// they come to the same.
func (c *checker) asEquality(m binding.Meeting) (domain.Member, token.Token, bool) {
	bound := c.pass.TypesInfo.Types[m.Const].Value
	if !syntax.IsInteger(c.pass.TypesInfo.TypeOf(m.Const)) || bound == nil || !c.bindings.FromWire(m.With) {
		return domain.Member{}, 0, false
	}
	success, ok := m.Value.Domain.Success()
	if !ok {
		return domain.Member{}, 0, false
	}
	holds := func(text string) bool { return c.orders(m, text) }
	for _, member := range m.Value.Domain.Members() {
		if member != success && holds(member.Text) == holds(success.Text) {
			return domain.Member{}, 0, false
		}
	}
	// An undocumented code may be any other number, but the wire has no negative
	// ones.
	least, greatest := c.outside(m)
	if c.ordersNumber(m, greatest) == holds(success.Text) {
		return domain.Member{}, 0, false
	}
	// Of another vendor's wire nobody knows that.
	if m.Value.Domain.Path != domain.CodesPath && c.ordersNumber(m, least) == holds(success.Text) {
		return domain.Member{}, 0, false
	}
	if holds(success.Text) {
		return success, token.EQL, true
	}
	return success, token.NEQ, true
}
