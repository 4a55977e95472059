package magiccode

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"slices"

	"github.com/errcodelint/errcodelint/analyzer/internal/binding"
	"github.com/errcodelint/errcodelint/analyzer/internal/domain"
	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// validates reports whether a comparison is one end of a test whether a number can be a code at all:
// one asks for negative numbers, the other for those beyond all codes of the domain, or whether the text was a number:
// err != nil || n < 0.
func (c *checker) validates(m binding.Meeting) bool {
	if !syntax.IsInteger(c.pass.TypesInfo.TypeOf(m.Const)) {
		return false
	}
	negative, beyond := c.asksNegative(m), c.asksBeyond(m)
	if negative == beyond {
		return false
	}
	name := types.ExprString(m.With)
	found := false
	ast.Inspect(c.declaration(m.Test.Pos()), func(n ast.Node) bool {
		both, ok := n.(*ast.BinaryExpr)
		if !ok || both.Op != token.LAND && both.Op != token.LOR || m.Test.Pos() < both.Pos() || both.End() < m.Test.End() {
			return !found
		}
		for _, side := range []ast.Expr{both.X, both.Y} {
			test, ok := ast.Unparen(side).(*ast.BinaryExpr)
			if ok && negative && test != m.Test && c.asksForError(test) {
				found = true
			}
			if !ok || test == m.Test || !isOrdering(test.Op) {
				continue
			}
			other := m
			other.Test = test
			switch name {
			case types.ExprString(test.X):
				other.Const = test.Y
			case types.ExprString(test.Y):
				other.Const = test.X
			default:
				continue
			}
			found = found || negative && c.asksBeyond(other) || beyond && c.asksNegative(other)
		}
		return !found
	})
	return found
}

// asksForError reports whether a comparison is one of an error with nil.
func (c *checker) asksForError(test *ast.BinaryExpr) bool {
	return (test.Op == token.EQL || test.Op == token.NEQ) && c.pass.TypesInfo.Types[test.Y].IsNil() &&
		syntax.ImplementsError(c.pass.TypesInfo.TypeOf(test.X))
}

// asksBeyond reports whether a comparison only tells the codes of a domain from numbers that are
// greater than all of them.
func (c *checker) asksBeyond(m binding.Meeting) bool {
	bound := c.pass.TypesInfo.Types[m.Const].Value
	if bound == nil || !syntax.IsInteger(c.pass.TypesInfo.TypeOf(m.Const)) || len(m.Value.Domain.Members()) == 0 {
		return false
	}
	_, greatest := c.outside(m)
	for _, member := range m.Value.Domain.Members() {
		if c.orders(m, member.Text) == c.ordersNumber(m, greatest) {
			return false
		}
	}
	return true
}

// outside returns a negative number that is less than the bound of a comparison and than all codes, and
// one that is greater than the bound and than all codes.
func (c *checker) outside(m binding.Meeting) (least, greatest constant.Value) {
	bound, one := c.pass.TypesInfo.Types[m.Const].Value, constant.MakeInt64(1)
	least, greatest = constant.MakeInt64(0), bound
	numbers := []constant.Value{bound}
	for _, member := range m.Value.Domain.Members() {
		n, _ := domain.Number(member.Text)
		numbers = append(numbers, constant.MakeInt64(n))
	}
	for _, n := range numbers {
		if constant.Compare(n, token.LSS, least) {
			least = n
		}
		if constant.Compare(n, token.GTR, greatest) {
			greatest = n
		}
	}
	return constant.BinaryOp(least, token.SUB, one), constant.BinaryOp(greatest, token.ADD, one)
}

// boundsPosition reports whether a comparison keeps a code within a list that its function indexes
// by it, or within the bits that it shifts by it. One that tells success from all failures does not,
// unless it stands beside the list's other bound.
func (c *checker) boundsPosition(m binding.Meeting) bool {
	if !syntax.IsInteger(c.pass.TypesInfo.TypeOf(m.Const)) {
		return false
	}
	name := types.ExprString(c.bindings.Core(m.With))
	is := func(e ast.Expr) bool { return types.ExprString(c.bindings.Core(e)) == name }
	decl := c.declaration(m.Test.Pos())
	if c.tellsSuccess(m) && !c.hasOtherBound(decl, m, is) {
		return false
	}
	found := false
	ast.Inspect(decl, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.IndexExpr:
			if t := c.pass.TypesInfo.TypeOf(n.X); t != nil {
				_, isMap := t.Underlying().(*types.Map)
				found = found || !isMap && is(n.Index)
			}
		case *ast.BinaryExpr:
			found = found || (n.Op == token.SHL || n.Op == token.SHR) && is(n.Y)
		}
		return !found
	})
	return found
}

// hasOtherBound reports whether a comparison of a code is one operand of an &&, of which another
// compares the same code with what is no constant: len(names).
func (c *checker) hasOtherBound(decl ast.Node, m binding.Meeting, isCode func(ast.Expr) bool) bool {
	found := false
	ast.Inspect(decl, func(n ast.Node) bool {
		and, ok := n.(*ast.BinaryExpr)
		if !ok || and.Op != token.LAND || found {
			return !found
		}
		tests := orderings(and)
		if !slices.Contains(tests, m.Test) {
			return true
		}
		for _, test := range tests {
			for bound, code := range map[ast.Expr]ast.Expr{test.X: test.Y, test.Y: test.X} {
				found = found || isCode(code) && (isLen(c.pass.TypesInfo, bound) || c.pass.TypesInfo.Types[bound].Value == nil)
			}
		}
		return !found
	})
	return found
}

// isLen reports whether an expression is a length, which of an array is a constant.
func isLen(info *types.Info, e ast.Expr) bool {
	call, ok := ast.Unparen(e).(*ast.CallExpr)
	return ok && syntax.IsBuiltin(info, call, "len")
}

// rangeTests returns the comparisons that are one side of a range, as both are
// in code > 0 && code < 5: to rewrite one side alone helps nobody.
func (c *checker) rangeTests() map[*ast.BinaryExpr]bool {
	if c.ranges != nil {
		return c.ranges
	}
	c.ranges = make(map[*ast.BinaryExpr]bool)
	for _, file := range c.pass.Files {
		ast.Inspect(file, func(n ast.Node) bool {
			and, ok := n.(*ast.BinaryExpr)
			if !ok || and.Op != token.LAND {
				return true
			}
			sides := make(map[string][]*ast.BinaryExpr) // by the value that is compared
			for _, test := range orderings(and) {
				for _, operand := range []ast.Expr{test.X, test.Y} {
					if c.pass.TypesInfo.Types[operand].Value == nil {
						name := types.ExprString(operand)
						sides[name] = append(sides[name], test)
					}
				}
			}
			for _, tests := range sides {
				for _, test := range tests {
					c.ranges[test] = c.ranges[test] || len(tests) > 1
				}
			}
			return true
		})
	}
	return c.ranges
}

// orderings returns the ordering comparisons among the operands of && that e
// consists of.
func orderings(e ast.Expr) []*ast.BinaryExpr {
	b, ok := ast.Unparen(e).(*ast.BinaryExpr)
	if !ok {
		return nil
	}
	switch {
	case b.Op == token.LAND:
		return append(orderings(b.X), orderings(b.Y)...)
	case isOrdering(b.Op):
		return []*ast.BinaryExpr{b}
	}
	return nil
}
