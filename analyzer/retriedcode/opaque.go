package retriedcode

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"github.com/errcodelint/errcodelint/analyzer/internal/requests"
	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// opaque reports whether a region asks something about a reply, or its error, of
// which the code flow cannot tell what it comes to: a predicate or a table of
// another package, a table that changes, a comparison with an error that it does
// not know: there are codes for which it may say both. Which codes go round is then
// anybody's guess.
func (c *checker) opaque(reg requests.Region, fetch *ast.CallExpr) bool {
	found := false
	syntax.InspectFunc(reg.Node, func(n ast.Node) {
		if found || n.Pos() < reg.From && !inHead(reg, n) || n.End() > reg.To {
			return
		}
		if s, ok := n.(*ast.SwitchStmt); ok {
			found = c.switchesBlindly(s, fetch)
		}
		e, ok := n.(ast.Expr)
		if !ok || !c.asks(e, fetch) {
			return
		}
		before := c.before(e)
		if loop, ok := reg.Node.(*ast.ForStmt); ok && loop.Cond != nil && loop.Cond.Pos() <= e.Pos() && e.End() <= loop.Cond.End() {
			before = c.end(loop) // the first time it is about what was before
		}
		if before.Reachable() && blurs(before, before.assume(e, true), before.assume(e, false), fetch) {
			found = true
		}
	})
	return found
}

// switchesBlindly reports whether a switch asks what a function or a table has for a code, of which
// the code flow cannot tell for which codes it is what.
func (c *checker) switchesBlindly(s *ast.SwitchStmt, fetch *ast.CallExpr) bool {
	if s.Tag == nil {
		return false
	}
	for _, clause := range s.Body.List {
		for _, e := range clause.(*ast.CaseClause).List {
			before := c.before(e)
			if !c.isVerdict(e, s.Tag, fetch) || !before.Reachable() {
				continue
			}
			if blurs(before, before.equals(s.Tag, e, true), before.equals(s.Tag, e, false), fetch) {
				return true
			}
		}
	}
	return false
}

// blurs reports whether a question does not part the codes that fail which a call has
// brought: there are some for which it may say yes, and no. Of several replies it is about
// one; and a call that is looked into may have brought what its function only reads into.
func blurs(before, yes, no point, fetch *ast.CallExpr) bool {
	if !yes.Reachable() || !no.Reachable() {
		return false
	}
	sizes := func(at point) map[int]int {
		all := make(map[int]int)
		for _, s := range at.origins() {
			if s.call == fetch {
				all[s.id] = s.failing()
			}
		}
		return all
	}
	some := false
	y, n := sizes(yes), sizes(no)
	for id, size := range sizes(before) {
		if size == 0 {
			continue
		}
		if (y[id] < size || n[id] < size) && y[id]+n[id] <= size {
			return false
		}
		some = some || y[id]+n[id] > size
	}
	return some
}

// asks reports whether an expression is a test of an error, a code or a reply by
// other means than the language's and the library's own.
func (c *checker) asks(e ast.Expr, fetch *ast.CallExpr) bool {
	info := c.pass.TypesInfo
	switch x := e.(type) {
	case *ast.IndexExpr, *ast.SelectorExpr, *ast.Ident:
		return syntax.IsBoolean(info.TypeOf(e)) && c.isVerdict(e, e, fetch)
	case *ast.BinaryExpr:
		if !syntax.IsBoolean(info.TypeOf(x)) || syntax.IsBoolean(info.TypeOf(x.X)) {
			return false
		}
		if c.isVerdict(e, x.X, fetch) || c.isVerdict(e, x.Y, fetch) {
			return true
		}
		if x.Op != token.EQL && x.Op != token.NEQ {
			return false
		}
		for _, operand := range []ast.Expr{x.X, x.Y} {
			if info.Types[operand].IsNil() || info.Types[operand].Value != nil || !isError(info.TypeOf(operand)) {
				return false
			}
		}
		return true
	case *ast.CallExpr:
		if !syntax.IsBoolean(info.TypeOf(x)) || info.Types[x.Fun].IsType() {
			return false
		}
		if fn, ok := syntax.Callee(info, x).(*types.Func); ok && fn.Pkg() != nil && fn.Pkg().Path() == "errors" {
			return fn.Name() == "Is" && len(x.Args) == 2 && c.isSentinel(x.Args[1])
		}
		operands := x.Args
		if sel, ok := ast.Unparen(x.Fun).(*ast.SelectorExpr); ok && info.Selections[sel] != nil {
			operands = append([]ast.Expr{sel.X}, operands...)
		}
		for _, o := range operands {
			if c.tells(info.TypeOf(o)) || c.isFoundIn(o) || c.concerns(e, o, fetch) || c.isVerdict(e, o, fetch) {
				return true
			}
		}
	}
	return false
}

// isVerdict reports whether an operand of e is what a table, or a function, has for a code: what is
// to be done, the pause before the next round, how many there may be.
func (c *checker) isVerdict(e, operand ast.Expr, fetch *ast.CallExpr) bool {
	return c.isVerdictBy(e, operand, fetch, 0)
}

// isVerdictBy is isVerdict for what is asked by so many calls.
func (c *checker) isVerdictBy(e, operand ast.Expr, fetch *ast.CallExpr, depth int) bool {
	t := c.pass.TypesInfo.TypeOf(operand)
	if t == nil || c.pass.TypesInfo.Types[operand].Value != nil || depth > deepest {
		return false
	}
	if _, basic := t.Underlying().(*types.Basic); !basic {
		return false
	}
	if c.isSaidByFound(operand) {
		return true
	}
	if _, code := c.bindings.Of(operand); code {
		return false
	}
	if c.isSaidBeside(operand, fetch) {
		return true
	}
	return slices.ContainsFunc(c.askedWith(operand), func(x ast.Expr) bool {
		return c.concerns(e, x, fetch) || isError(c.pass.TypesInfo.TypeOf(x)) || c.isVerdictBy(e, x, fetch, depth+1)
	})
}

// askedWith returns what a table is asked with for something, or a part of it: the key; what a
// function is: its arguments.
func (c *checker) askedWith(e ast.Expr) []ast.Expr {
	info := c.pass.TypesInfo
	switch x := ast.Unparen(e).(type) {
	case *ast.Ident:
		v, ok := info.Uses[x].(*types.Var)
		switch {
		case !ok:
		case c.found[v] != nil:
			return []ast.Expr{c.found[v].Index}
		case c.computed[v] != nil:
			return c.computed[v].Args
		}
	case *ast.SelectorExpr:
		return c.askedWith(x.X)
	case *ast.IndexExpr:
		if lookup := c.lookedUp(x); lookup != nil {
			return []ast.Expr{lookup.Index}
		}
	case *ast.CallExpr:
		if tv := info.Types[x.Fun]; tv.IsBuiltin() || tv.IsType() && len(x.Args) != 1 {
			return nil
		} else if tv.IsType() {
			return c.askedWith(x.Args[0])
		}
		if recv := syntax.Receiver(info, x); recv != nil {
			return append(append(c.askedWith(recv), recv), x.Args...)
		}
		return x.Args
	}
	return nil
}

// isFoundIn reports whether an expression is what an error is asserted to be, or errors.As has
// found in it: interface{ Temporary() bool }.
func (c *checker) isFoundIn(e ast.Expr) bool {
	info := c.pass.TypesInfo
	if t := info.TypeOf(e); t == nil || !types.IsInterface(t) {
		return false
	}
	if x, ok := ast.Unparen(e).(*ast.TypeAssertExpr); ok {
		return c.tells(info.TypeOf(x.X))
	}
	id, ok := ast.Unparen(e).(*ast.Ident)
	if !ok {
		return false
	}
	v, ok := info.Uses[id].(*types.Var)
	return ok && c.asserted[v]
}

// isSaidByFound reports whether an expression is what the method of something says that was found
// in an error by an interface: its code, which may be any type's.
func (c *checker) isSaidByFound(e ast.Expr) bool {
	if id, ok := ast.Unparen(e).(*ast.Ident); ok {
		v, ok := c.pass.TypesInfo.Uses[id].(*types.Var)
		return ok && c.computed[v] != nil && c.isSaidByFound(c.computed[v])
	}
	call, ok := ast.Unparen(e).(*ast.CallExpr)
	if !ok {
		return false
	}
	if c.pass.TypesInfo.Types[call.Fun].IsType() && len(call.Args) == 1 {
		return c.isSaidByFound(call.Args[0])
	}
	recv := syntax.Receiver(c.pass.TypesInfo, call)
	return recv != nil && c.isFoundIn(recv)
}

// isSaidBeside reports whether an expression is what else an error says, or the reply that a call has
// brought: the HTTP status that came with it.
func (c *checker) isSaidBeside(e ast.Expr, fetch *ast.CallExpr) bool {
	sel, ok := ast.Unparen(e).(*ast.SelectorExpr)
	if !ok || c.pass.TypesInfo.Selections[sel] == nil {
		return false
	}
	of := c.pass.TypesInfo.TypeOf(sel.X)
	if c.tells(of) {
		return true
	}
	p, ok := requests.PlaceOf(c.pass.TypesInfo, sel.X)
	v, _ := p.Root.(*types.Var)
	return ok && v != nil && c.computed[v] == fetch && len(c.bindings.CodeFields(of)) > 0
}

// asksError reports whether a call is of an error's method: that sends nothing.
func (c *checker) asksError(call *ast.CallExpr) bool {
	recv := syntax.Receiver(c.pass.TypesInfo, call)
	return recv != nil && (c.tells(c.pass.TypesInfo.TypeOf(recv)) || c.isFoundIn(recv))
}

// isSentinel reports whether an expression is an error that the program, or a library, has
// made of failures: a type's method Is may take any of its errors for one.
func (c *checker) isSentinel(e ast.Expr) bool {
	v := syntax.PackageVariable(c.pass.TypesInfo, e)
	return v != nil && !isStandard(v)
}

// concerns reports whether a part of e is a code, is made of one, or comes from the reply that a
// call has brought.
func (c *checker) concerns(e, part ast.Expr, fetch *ast.CallExpr) bool {
	if _, ok := c.bindings.Of(part); ok {
		return true
	}
	tv := c.pass.TypesInfo.Types[part]
	if tv.Value != nil || tv.Type == nil {
		return false
	}
	_, basic := tv.Type.Underlying().(*types.Basic)
	return basic && (c.madeOfCode(part) || c.before(e).Depends(part, fetch))
}

// madeOfCode reports whether there is a code in an expression: "|" + r.Code + "|".
func (c *checker) madeOfCode(e ast.Expr) bool {
	found := false
	ast.Inspect(e, func(n ast.Node) bool {
		if x, ok := n.(ast.Expr); ok && !found {
			_, found = c.bindings.Of(x)
		}
		return !found
	})
	return found
}

// lookedUp returns the lookup in a map, where an expression is what the map has for a
// key, or a field of that.
func (c *checker) lookedUp(e ast.Expr) *ast.IndexExpr {
	switch x := ast.Unparen(e).(type) {
	case *ast.SelectorExpr:
		return c.lookedUp(x.X)
	case *ast.IndexExpr:
		if t := c.pass.TypesInfo.TypeOf(x.X); t != nil {
			if _, ok := t.Underlying().(*types.Map); ok {
				return x
			}
		}
	}
	return nil
}

// tells reports whether values of a type tell about a failure: errors.
func (c *checker) tells(t types.Type) bool {
	if t == nil || types.IsInterface(t) && !isError(t) {
		return false
	}
	return isError(t) || isError(types.NewPointer(t))
}

var errorType = types.Universe.Lookup("error").Type().Underlying().(*types.Interface)

func isError(t types.Type) bool { return t != nil && types.Implements(t, errorType) }
