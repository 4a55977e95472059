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
		if !ok {
			return
		}
		asks := c.asks(e, fetch) || e != ast.Expr(fetch) && c.asksStored(e, reg)
		compared := c.comparedIn(e)
		if !asks && len(compared) == 0 {
			return
		}
		before, head := c.before(e), false
		if loop, ok := reg.Node.(*ast.ForStmt); ok && loop.Cond != nil && loop.Cond.Pos() <= e.Pos() && e.End() <= loop.Cond.End() {
			before, head = c.end(loop), true // the first time it is about what was before
		}
		asks = asks || slices.ContainsFunc(compared, func(operand ast.Expr) bool { return c.isChosenByCode(operand, before, fetch, head) })
		if asks && before.Reachable() && blurs(before, before.assume(e, true), before.assume(e, false), fetch) {
			found = true
		}
	})
	return found
}

// comparedIn returns the values that an expression compares, times by their methods or how far they are, none if it is
// no comparison.
func (c *checker) comparedIn(e ast.Expr) []ast.Expr {
	var operands []ast.Expr
	switch x := e.(type) {
	case *ast.BinaryExpr:
		switch x.Op {
		case token.EQL, token.NEQ, token.LSS, token.LEQ, token.GTR, token.GEQ:
			operands = []ast.Expr{x.X, x.Y}
		}
	case *ast.CallExpr:
		if syntax.IsBoolean(c.pass.TypesInfo.TypeOf(x)) {
			operands = c.timesIn(x)
		}
	}
	for _, o := range operands {
		if call, ok := ast.Unparen(o).(*ast.CallExpr); ok {
			operands = append(operands, c.timesIn(call)...)
		}
	}
	return operands
}

// timesIn returns what a function of package time is called on, and with.
func (c *checker) timesIn(call *ast.CallExpr) []ast.Expr {
	fn, _ := syntax.Callee(c.pass.TypesInfo, call).(*types.Func)
	if fn == nil || fn.Pkg() == nil || fn.Pkg().Path() != "time" {
		return nil
	}
	return syntax.Given(c.pass.TypesInfo, call)
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
			if info.Types[operand].IsNil() || info.Types[operand].Value != nil || !syntax.ImplementsError(info.TypeOf(operand)) {
				return false
			}
		}
		return true
	case *ast.CallExpr:
		if !syntax.IsBoolean(info.TypeOf(x)) || info.Types[x.Fun].IsType() {
			return false
		}
		if fn, ok := syntax.Callee(info, x).(*types.Func); ok && syntax.ErrorsFunction(fn) != "" {
			return fn.Name() == "Is" && len(x.Args) == 2 && (c.isSentinel(x.Args[1]) || info.Types[x.Args[1]].Value != nil)
		}
		for i, o := range syntax.Given(info, x) {
			if c.tells(info.TypeOf(o)) || c.isFoundIn(o) || c.concerns(e, o, fetch) || c.isVerdict(e, o, fetch) {
				return true
			}
			if c.isBroughtBy(o, fetch, 0) && (len(c.bindings.CodeFields(info.TypeOf(o))) == 0 || c.asksBeside(x, i)) {
				return true
			}
		}
	}
	return false
}

// asksBeside reports whether a function of the package asks a reply that it is given for its code and for something else,
// as the HTTP status that came with it. The receiver is given first.
func (c *checker) asksBeside(call *ast.CallExpr, given int) bool {
	code, beside := c.asksFor(call, given, 0)
	return code && beside
}

// asksFor returns whether a function asks for the code, and for something else, of what it is given.
func (c *checker) asksFor(call *ast.CallExpr, given, depth int) (code, beside bool) {
	info := c.pass.TypesInfo
	fn, _ := syntax.Callee(info, call).(*types.Func)
	decl := c.declOfFunc(fn)
	if decl == nil || decl.Body == nil || depth > deepest {
		return false, false
	}
	sig := fn.Origin().Signature()
	vars := slices.Collect(sig.Params().Variables())
	if sig.Recv() != nil {
		vars = append([]*types.Var{sig.Recv()}, vars...)
	}
	if given >= len(vars) {
		return false, false
	}
	isGiven := func(e ast.Expr) bool {
		id, ok := ast.Unparen(e).(*ast.Ident)
		return ok && info.Uses[id] == types.Object(vars[given])
	}
	ast.Inspect(decl.Body, func(n ast.Node) bool {
		switch x := n.(type) {
		case *ast.SelectorExpr:
			_, isCode := c.bindings.Of(x)
			code = code || isCode && isGiven(x.X)
		case *ast.BinaryExpr:
			for _, operand := range []ast.Expr{x.X, x.Y} {
				sel, ok := ast.Unparen(operand).(*ast.SelectorExpr)
				_, isCode := c.bindings.Of(operand)
				beside = beside || ok && isGiven(sel.X) && !isCode && syntax.IsBasic(info.TypeOf(sel))
			}
		case *ast.CallExpr:
			for i, o := range syntax.Given(info, x) {
				if isGiven(o) {
					inner, other := c.asksFor(x, i, depth+1)
					code, beside = code || inner, beside || other
				}
			}
		}
		return true
	})
	return code, beside
}

// asksStored reports whether an expression is a question to something that may look at what a region stores of an outcome.
func (c *checker) asksStored(e ast.Expr, reg requests.Region) bool {
	call, ok := e.(*ast.CallExpr)
	if !ok || !syntax.IsBoolean(c.pass.TypesInfo.TypeOf(call)) || c.pass.TypesInfo.Types[call.Fun].IsType() {
		return false
	}
	fn, _ := syntax.Callee(c.pass.TypesInfo, call).(*types.Func)
	return (fn == nil || syntax.ErrorsFunction(fn) == "") && c.looksAtStored(call, reg)
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

// tells reports whether values of a type tell about a failure: errors.
func (c *checker) tells(t types.Type) bool {
	if t == nil || types.IsInterface(t) && !syntax.ImplementsError(t) {
		return false
	}
	return syntax.ImplementsError(t) || syntax.ImplementsError(types.NewPointer(t))
}
