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

// Opaque reports whether a region asks something about a reply, or its error, of
// which the code flow cannot tell what it comes to: a predicate or a table of
// another package, a table that changes, a comparison with an error that it does
// not know: there are codes for which it may say both. Which codes go round is then
// anybody's guess.
func (ex *Excuses) Opaque(reg requests.Region, fetch *ast.CallExpr) bool {
	found := ex.Remembers(fetch)
	syntax.InspectFunc(reg.Node, func(n ast.Node) {
		if found || n.Pos() < reg.From && !points.InHead(reg, n) || n.End() > reg.To {
			return
		}
		if s, ok := n.(*ast.SwitchStmt); ok {
			found = ex.switchesBlindly(s, fetch)
		}
		e, ok := n.(ast.Expr)
		if !ok {
			return
		}
		if (ex.asksJudge(e, fetch) || ex.asksForJudge(e, reg)) && !ex.onlyAfterSuccess(e, fetch) {
			found = true
			return
		}
		asks := ex.Asks(e, fetch) || e != ast.Expr(fetch) && ex.asksStored(e, reg)
		compared := ex.comparedIn(e)
		if !asks && len(compared) == 0 {
			return
		}
		before, head := ex.Before(e), false
		if loop, ok := reg.Node.(*ast.ForStmt); ok && loop.Cond != nil && loop.Cond.Pos() <= e.Pos() && e.End() <= loop.Cond.End() {
			before, head = ex.End(loop), true // the first time it is about what was before
		}
		asks = asks || slices.ContainsFunc(compared, func(operand ast.Expr) bool { return ex.isChosenByCode(operand, before, fetch, head) })
		if asks && before.Reachable() && ex.Flow.ByHand(e) == nil && !ex.asksOnly(e, 0) && !ex.asksOfSuccess(e, before, reg) && !bringsNone(before, fetch) && Blurs(before, before.Assume(e, true), before.Assume(e, false), fetch) {
			found = true
		}
	})
	return found
}

// comparedIn returns the values that an expression compares, times by their methods or how far they are, none if it is
// no comparison.
func (ex *Excuses) comparedIn(e ast.Expr) []ast.Expr {
	var operands []ast.Expr
	switch x := e.(type) {
	case *ast.BinaryExpr:
		switch x.Op {
		case token.EQL, token.NEQ, token.LSS, token.LEQ, token.GTR, token.GEQ:
			operands = []ast.Expr{x.X, x.Y}
		}
	case *ast.CallExpr:
		if syntax.IsBoolean(ex.pass.TypesInfo.TypeOf(x)) {
			operands = ex.timesIn(x)
		}
	}
	for _, o := range operands {
		if call, ok := ast.Unparen(o).(*ast.CallExpr); ok {
			operands = append(operands, ex.timesIn(call)...)
		}
	}
	return operands
}

// timesIn returns what a function of package time is called on, and with.
func (ex *Excuses) timesIn(call *ast.CallExpr) []ast.Expr {
	fn, _ := syntax.Callee(ex.pass.TypesInfo, call).(*types.Func)
	if fn == nil || fn.Pkg() == nil || fn.Pkg().Path() != "time" {
		return nil
	}
	return syntax.Given(ex.pass.TypesInfo, call)
}

// switchesBlindly reports whether a switch asks what a function or a table has for a code, of which
// the code flow cannot tell for which codes it is what.
func (ex *Excuses) switchesBlindly(s *ast.SwitchStmt, fetch *ast.CallExpr) bool {
	if s.Tag == nil {
		return false
	}
	for _, clause := range s.Body.List {
		for _, e := range clause.(*ast.CaseClause).List {
			before := ex.Before(e)
			if !ex.isVerdict(e, s.Tag, fetch) && !(ex.mayBeError(e) && ex.mayBeError(s.Tag)) || !before.Reachable() {
				continue
			}
			if Blurs(before, before.Equals(s.Tag, e, true), before.Equals(s.Tag, e, false), fetch) {
				return true
			}
		}
	}
	return false
}

// Blurs reports whether a question does not part the codes that fail which a call has
// brought: there are some for which it may say yes, and no. Of several replies it is about
// one; and a call that is looked into may have brought what its function only reads into.
func Blurs(before, yes, no points.Point, fetch *ast.CallExpr) bool {
	if !yes.Reachable() || !no.Reachable() {
		return false
	}
	some := false
	y, n := failing(yes, fetch), failing(no, fetch)
	for id, size := range failing(before, fetch) {
		some = some || y[id]+n[id] > size
	}
	return some && !parts(before, yes, no, fetch)
}

// parts reports whether a question parts the codes that fail of one of the replies which a call has brought.
func parts(before, yes, no points.Point, fetch *ast.CallExpr) bool {
	y, n := failing(yes, fetch), failing(no, fetch)
	for id, size := range failing(before, fetch) {
		if size > 0 && (y[id] < size || n[id] < size) && y[id]+n[id] <= size {
			return true
		}
	}
	return false
}

// failing returns how many codes that fail there can be at a point, of each of the replies that a call has brought.
func failing(at points.Point, fetch *ast.CallExpr) map[int]int {
	all := make(map[int]int)
	for _, s := range at.Origins() {
		if s.Call == fetch && s.Failing() > 0 {
			all[s.ID] = s.Failing()
		}
	}
	return all
}

// Asks reports whether an expression is a test of an error, a code or a reply by
// other means than the language's and the library's own.
func (ex *Excuses) Asks(e ast.Expr, fetch *ast.CallExpr) bool {
	info := ex.pass.TypesInfo
	switch x := e.(type) {
	case *ast.IndexExpr, *ast.SelectorExpr, *ast.Ident:
		return syntax.IsBoolean(info.TypeOf(e)) && ex.isVerdict(e, e, fetch)
	case *ast.BinaryExpr:
		if !syntax.IsBoolean(info.TypeOf(x)) || syntax.IsBoolean(info.TypeOf(x.X)) {
			return false
		}
		if ex.isVerdict(e, x.X, fetch) || ex.isVerdict(e, x.Y, fetch) || ex.comparesCodes(x) {
			return true
		}
		if x.Op != token.EQL && x.Op != token.NEQ {
			return false
		}
		return ex.mayBeError(x.X) && ex.mayBeError(x.Y) || ex.isMadeOfError(x)
	case *ast.CallExpr:
		if !syntax.IsBoolean(info.TypeOf(x)) || info.Types[x.Fun].IsType() {
			return false
		}
		if fn, ok := syntax.Callee(info, x).(*types.Func); ok && syntax.ErrorsFunction(fn) != "" {
			return fn.Name() == "Is" && len(x.Args) == 2 && (ex.isSentinel(x.Args[1]) || info.Types[x.Args[1]].Value != nil)
		}
		for i, o := range syntax.Given(info, x) {
			if ex.Tells(info.TypeOf(o)) || ex.isFoundIn(o) || ex.looksForCode(o) || ex.concerns(e, o, fetch) || ex.isVerdict(e, o, fetch) {
				return true
			}
			if ex.isBroughtBy(o, fetch, 0) && (len(ex.bindings.CodeFields(info.TypeOf(o))) == 0 || ex.asksBeside(x, i) || ex.bodyOf(x) == nil) {
				return true
			}
		}
	}
	return false
}

// isMadeOfError reports whether a comparison asks if a call has made an error of another one:
//
//	if final := finalIn(err); final != nil {
func (ex *Excuses) isMadeOfError(x *ast.BinaryExpr) bool {
	made := ex.comparedWithNil(x)
	return made != nil && slices.ContainsFunc(ex.askedWith(made), ex.mayBeError)
}

// comparedWithNil returns the error that is compared with nil; nil where none is.
func (ex *Excuses) comparedWithNil(x *ast.BinaryExpr) ast.Expr {
	for _, side := range [][2]ast.Expr{{x.X, x.Y}, {x.Y, x.X}} {
		if ex.pass.TypesInfo.Types[side[1]].IsNil() && ex.mayBeError(side[0]) {
			return side[0]
		}
	}
	return nil
}

// mayBeError reports whether an expression is an error, but no constant, and not nil itself.
func (ex *Excuses) mayBeError(e ast.Expr) bool {
	tv := ex.pass.TypesInfo.Types[e]
	return !tv.IsNil() && tv.Value == nil && syntax.ImplementsError(ex.pass.TypesInfo.TypeOf(e))
}

// asksBeside reports whether a function of the package asks a reply that it is given for its code and for something else,
// as the HTTP status that came with it. The receiver is given first.
func (ex *Excuses) asksBeside(call *ast.CallExpr, given int) bool {
	code, beside := ex.asksFor(call, given, 0)
	return code && beside
}

// asksFor returns whether a function asks for the code, and for something else, of what it is given.
func (ex *Excuses) asksFor(call *ast.CallExpr, given, depth int) (code, beside bool) {
	info := ex.pass.TypesInfo
	fn, _ := syntax.Callee(info, call).(*types.Func)
	decl := ex.DeclOfFunc(fn)
	if decl == nil || decl.Body == nil || depth > points.Deepest {
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
			_, isCode := ex.bindings.Of(x)
			code = code || isCode && isGiven(x.X)
		case *ast.BinaryExpr:
			for _, operand := range []ast.Expr{x.X, x.Y} {
				sel, ok := ast.Unparen(operand).(*ast.SelectorExpr)
				_, isCode := ex.bindings.Of(operand)
				beside = beside || ok && isGiven(sel.X) && !isCode && syntax.IsBasic(info.TypeOf(sel))
			}
		case *ast.CallExpr:
			for i, o := range syntax.Given(info, x) {
				if isGiven(o) {
					inner, other := ex.asksFor(x, i, depth+1)
					code, beside = code || inner, beside || other
				}
			}
		}
		return true
	})
	return code, beside
}

// asksStored reports whether an expression is a question to something that may look at what a region stores of an outcome.
func (ex *Excuses) asksStored(e ast.Expr, reg requests.Region) bool {
	call, ok := e.(*ast.CallExpr)
	if !ok || !syntax.IsBoolean(ex.pass.TypesInfo.TypeOf(call)) || ex.pass.TypesInfo.Types[call.Fun].IsType() {
		return false
	}
	fn, _ := syntax.Callee(ex.pass.TypesInfo, call).(*types.Func)
	return (fn == nil || syntax.ErrorsFunction(fn) == "") && ex.looksAtStored(call, reg)
}

// AsksError reports whether a call is of an error's method: that sends nothing.
func (ex *Excuses) AsksError(call *ast.CallExpr) bool {
	recv := syntax.Receiver(ex.pass.TypesInfo, call)
	return recv != nil && (ex.Tells(ex.pass.TypesInfo.TypeOf(recv)) || ex.isFoundIn(recv))
}
