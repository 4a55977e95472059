package excuses

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"maps"
	"slices"

	"github.com/errcodelint/errcodelint/analyzer/internal/points"
	"github.com/errcodelint/errcodelint/analyzer/internal/requests"
	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// This file is about what sends a message and remembers for which outcomes it sends no more:
//
//	func (s *sender) send(m Message) error {
//		if err := s.refused[m.To]; err != nil {
//			return err
//		}
//		…
//		if !r.Code.Retryable() {
//			s.refused[m.To] = r.Code
//		}
//
// Who calls that again asks the API for some codes only, and nobody knows for which.

// Remembers reports whether a call is of what leaves without a request by something that it has kept of an outcome before, or
// of what calls such a function.
func (ex *Excuses) Remembers(fetch *ast.CallExpr) bool {
	if fetch == nil {
		return false
	}
	remembers, known := ex.remembering[fetch]
	if !known {
		var bodies []ast.Node
		bodies, remembers = ex.called(fetch)
		remembers = remembers || ex.anyRemembers(bodies)
		ex.remembering[fetch] = remembers
	}
	return remembers
}

// anyRemembers reports whether one of some bodies remembers, or what is called there.
func (ex *Excuses) anyRemembers(bodies []ast.Node) bool {
	seen := make(map[ast.Node]bool)
	for len(bodies) > 0 {
		body := bodies[len(bodies)-1]
		bodies = bodies[:len(bodies)-1]
		if seen[body] || ex.forgetful[body] {
			continue
		}
		seen[body] = true
		found := ex.remembersIn(body)
		syntax.InspectFunc(body, func(n ast.Node) {
			if call, ok := n.(*ast.CallExpr); ok && !found {
				var called []ast.Node
				called, found = ex.called(call)
				bodies = append(bodies, called...)
			}
		})
		if found {
			return true
		}
	}
	maps.Copy(ex.forgetful, seen)
	return false
}

// called returns the bodies that a call executes, and whether it is of another package's function that remembers.
func (ex *Excuses) called(call *ast.CallExpr) (bodies []ast.Node, remembers bool) {
	for _, arg := range call.Args {
		if lit := ex.LiteralCalled(arg); lit != nil {
			bodies = append(bodies, lit.Body)
		}
	}
	if body := ex.bodyOf(call); body != nil {
		return append(bodies, body), false
	}
	fn, ok := syntax.Callee(ex.pass.TypesInfo, call).(*types.Func)
	if !ok || fn.Pkg() == nil {
		return bodies, false
	}
	for _, fn := range append(ex.implementations(fn), fn) { // of an interface's method
		if ex.elsewhere.Remembers(fn) {
			return nil, true
		}
		if decl := ex.DeclOfFunc(fn); decl != nil && decl.Body != nil {
			bodies = append(bodies, decl.Body)
		}
	}
	return bodies, false
}

// implementations returns the methods of the module by which an interface's method is implemented.
func (ex *Excuses) implementations(method *types.Func) []*types.Func {
	all, known := ex.implementing[method]
	if !known {
		all = slices.Clip(syntax.Implementations(ex.pass, method))
		ex.implementing[method] = all
	}
	return all
}

// RemembersBy is Remembers for what a function of the package does.
func (ex *Excuses) RemembersBy(decl *ast.FuncDecl) bool {
	return ex.anyRemembers([]ast.Node{decl.Body})
}

// remembersIn reports whether a body leaves by a field of which it stores something for some outcomes, further on, or by what
// something of another package says that it tells of an outcome.
func (ex *Excuses) remembersIn(body ast.Node) bool {
	asked, exact := make(map[*types.Var]bool), make(map[*types.Var]bool)
	var gates []requests.Place
	syntax.InspectFunc(body, func(n ast.Node) {
		s, ok := n.(*ast.IfStmt)
		if !ok || !points.LeavesBy(s.Body.List) && !leavesElse(s) && !ex.callsGiven(s.Body) {
			return
		}
		for f := range ex.readFor(s) {
			asked[f] = true
			exact[f] = exact[f] || ex.asksOutcome(s.Cond)
		}
		gates = append(gates, ex.gatesIn(s)...)
	})
	return len(asked) > 0 && ex.keepsOutcome(body, asked, exact, 0) || len(gates) > 0 && ex.tellsGate(body, gates)
}

// gatesIn returns what a statement asks, by a method that cannot be looked into and is told nothing, whether it may go on.
func (ex *Excuses) gatesIn(s *ast.IfStmt) []requests.Place {
	info := ex.pass.TypesInfo
	var gates []requests.Place
	for _, part := range append(ex.before(s.Cond), s.Cond) {
		ast.Inspect(part, func(n ast.Node) bool {
			call, ok := n.(*ast.CallExpr)
			if !ok {
				return true
			}
			recv := syntax.Receiver(info, call)
			told := slices.ContainsFunc(call.Args, func(arg ast.Expr) bool { return !requests.Exempt(info.TypeOf(arg)) })
			if p, isPlace := requests.PlaceOf(info, recv); isPlace && !told && ex.DeclOf(call) == nil && !requests.Exempt(info.TypeOf(recv)) && !ex.Tells(info.TypeOf(recv)) {
				gates = append(gates, p)
			}
			return true
		})
	}
	return gates
}

// tellsGate reports whether a body tells one of some gates of an outcome, by a method that cannot be looked into.
func (ex *Excuses) tellsGate(body ast.Node, gates []requests.Place) bool {
	found := false
	ast.Inspect(body, func(n ast.Node) bool {
		call, ok := n.(*ast.CallExpr)
		if !ok || found {
			return !found
		}
		p, isPlace := requests.PlaceOf(ex.pass.TypesInfo, syntax.Receiver(ex.pass.TypesInfo, call))
		found = isPlace && slices.Contains(gates, p) && ex.DeclOf(call) == nil && slices.ContainsFunc(call.Args, ex.hasOutcome)
		return !found
	})
	return found
}

// leavesElse reports whether a statement leaves where its condition is false.
func leavesElse(s *ast.IfStmt) bool {
	block, ok := s.Else.(*ast.BlockStmt)
	return ok && points.LeavesBy(block.List)
}

// callsGiven reports whether a block calls what a variable holds: what a question guards may be the request.
func (ex *Excuses) callsGiven(body *ast.BlockStmt) bool {
	found := false
	syntax.InspectFunc(body, func(n ast.Node) {
		call, ok := n.(*ast.CallExpr)
		if !ok || found {
			return
		}
		v := ex.Variable(call.Fun)
		found = v != nil && v.Kind() == types.ParamVar
	})
	return found
}

// readFor returns the fields that a statement reads to decide: in its condition, and what comes before that.
func (ex *Excuses) readFor(s *ast.IfStmt) map[*types.Var]bool {
	read := ex.requests.ReadBy(s.Cond)
	maps.Copy(read, ex.readBefore(s))
	return read
}

// readBefore returns the fields that a statement reads before its condition, for what that asks.
func (ex *Excuses) readBefore(s *ast.IfStmt) map[*types.Var]bool {
	read := make(map[*types.Var]bool)
	for _, by := range ex.before(s.Cond) {
		maps.Copy(read, ex.requests.ReadBy(by))
	}
	return read
}

// keepsOutcome reports whether a body, or what it calls, stores to a field of some, for some outcomes only, or to one that is asked
// about an outcome.
func (ex *Excuses) keepsOutcome(body ast.Node, asked, exact map[*types.Var]bool, depth int) bool {
	if depth > points.Deepest {
		return false
	}
	found := false
	ast.Inspect(body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.AssignStmt:
			for i, lhs := range n.Lhs {
				f := fieldOf(ex.pass.TypesInfo, lhs)
				forgets := i < len(n.Rhs) && ex.isEmpty(n.Rhs[i])
				found = found || n.Tok == token.ASSIGN && f != nil && asked[f] && !forgets && (exact[f] || ex.isForOutcome(body, n)) && !ex.onlyForSuccess(n)
			}
		case *ast.CallExpr:
			if decl := ex.DeclOf(n); decl != nil && decl.Body != nil && slices.ContainsFunc(n.Args, ex.isOutcome) {
				found = found || ex.keepsOutcome(decl.Body, asked, exact, depth+1)
			}
		}
		return !found
	})
	return found
}

// isEmpty reports whether an expression is nil, or an empty text: who stores that forgets what was there, as a token.
func (ex *Excuses) isEmpty(e ast.Expr) bool {
	tv := ex.pass.TypesInfo.Types[e]
	return tv.IsNil() || tv.Value != nil && tv.Value.Kind() == constant.String && constant.StringVal(tv.Value) == ""
}

// fieldOf returns the field that something is stored in, or in an element of; nil for none.
func fieldOf(info *types.Info, lhs ast.Expr) *types.Var {
	if x, ok := ast.Unparen(lhs).(*ast.IndexExpr); ok {
		lhs = x.X
	}
	f := syntax.Field(info, lhs)
	if f == nil {
		return nil
	}
	return f.Origin()
}

// isForOutcome reports whether a body comes to a statement only for some outcomes, by what it asks about them.
func (ex *Excuses) isForOutcome(body, at ast.Node) bool {
	_, path := ex.PathTo(at)
	for _, outer := range path {
		if outer == body {
			break
		}
		switch s := outer.(type) {
		case *ast.IfStmt:
			if ex.asksOutcome(s.Cond) {
				return true
			}
		case *ast.CaseClause:
			if slices.ContainsFunc(s.List, ex.asksOutcome) {
				return true
			}
		case *ast.SwitchStmt:
			if s.Tag != nil && ex.tellsOf(s.Tag) {
				return true
			}
		case *ast.TypeSwitchStmt:
			return true
		}
	}
	return false
}

// asksOutcome reports whether a condition asks about an outcome more than whether there is an error.
func (ex *Excuses) asksOutcome(cond ast.Expr) bool {
	found := false
	ast.Inspect(cond, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.CallExpr:
			found = found || slices.ContainsFunc(syntax.Given(ex.pass.TypesInfo, n), ex.tellsOf)
		case *ast.BinaryExpr:
			found = found || ex.tellsOf(n.X) && !ex.pass.TypesInfo.Types[n.Y].IsNil() || ex.tellsOf(n.Y) && !ex.pass.TypesInfo.Types[n.X].IsNil()
		case *ast.Ident: // ok of code, ok := err.(Code)
			v := ex.Variable(n)
			if v == nil || v.IsField() || ex.Last(v) == nil {
				break
			}
			switch by := ast.Unparen(ex.Last(v)).(type) {
			case *ast.TypeAssertExpr:
				found = found || ex.Tells(ex.pass.TypesInfo.TypeOf(by.X))
			case *ast.BinaryExpr, *ast.UnaryExpr, *ast.CallExpr: // a condition in a variable
				found = found || by.End() <= cond.Pos() && syntax.IsBoolean(ex.pass.TypesInfo.TypeOf(ex.Last(v))) && ex.asksOutcome(ex.Last(v))
			}
		}
		return !found
	})
	return found
}

// tellsOf reports whether an expression is an outcome, or made of a code.
func (ex *Excuses) tellsOf(e ast.Expr) bool { return ex.isOutcome(e) || ex.MadeOfCode(e) }

// onlyForSuccess reports whether a function comes to a statement only after a success.
func (ex *Excuses) onlyForSuccess(n ast.Node) bool {
	return slices.ContainsFunc(ex.Before(n).Origins(), func(o points.Source) bool { return o.Failing() == 0 })
}
