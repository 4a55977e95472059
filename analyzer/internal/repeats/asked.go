package repeats

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/types/typeutil"

	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// asks notes what a helper asks about the error if the answer leaves the loop:
//
//	if isPermanent(err) || errors.Is(err, context.Canceled) {
//		return err
//	}
//
// It reports whether it is such a question.
func (r *Result) asks(u use, call *ast.CallExpr, stack []ast.Node, h *Helper) bool {
	fn, ok := typeutil.Callee(r.pass.TypesInfo, call).(*types.Func)
	if !ok || fn.Pkg() == nil || fn.Signature().Recv() != nil || !syntax.IsBoolean(r.pass.TypesInfo.TypeOf(call)) {
		return false
	}
	yes, ok := u.leavesFor(call, stack)
	if !ok || len(call.Args) != fn.Signature().Params().Len() {
		return false // code that does not compile, or f(g())
	}
	switch {
	case syntax.ErrorsFunction(fn) == "Is" && yes:
		sentinel := syntax.PackageVariable(r.pass.TypesInfo, call.Args[1])
		if sentinel == nil {
			return false
		}
		h.Stops = append(h.Stops, sentinel)
	case syntax.ErrorsFunction(fn) == "As" && yes:
		named := soughtType(r.pass.TypesInfo.TypeOf(call.Args[1]))
		if named == nil {
			return false
		}
		h.Stops = append(h.Stops, named.Obj())
	case len(call.Args) == 1 && syntax.ErrorsFunction(fn) == "":
		h.Asks = append(h.Asks, Question{Fun: call.Fun, Again: !yes})
	default:
		return false
	}
	return true
}

// asksIdentity notes that a helper leaves for an error which is a sentinel: err == context.Canceled.
func (r *Result) asksIdentity(u use, test *ast.BinaryExpr, stack []ast.Node, h *Helper) bool {
	sentinel := syntax.PackageVariable(r.pass.TypesInfo, test.Y)
	if sentinel == nil {
		sentinel = syntax.PackageVariable(r.pass.TypesInfo, test.X)
	}
	yes, ok := u.leavesFor(test, stack)
	if sentinel == nil || !ok || yes != (test.Op == token.EQL) || test.Op != token.EQL && test.Op != token.NEQ {
		return false
	}
	h.Stops = append(h.Stops, sentinel)
	return true
}

// asksType notes that a helper leaves for errors of a type: if s, ok := err.(stop); ok {.
func (r *Result) asksType(u use, x *ast.TypeAssertExpr, stack []ast.Node, h *Helper) bool {
	info := r.pass.TypesInfo
	assign, ok := parentOf(stack[:slices.Index(stack, ast.Node(x))]).(*ast.AssignStmt)
	if !ok || len(assign.Lhs) != 2 {
		return false
	}
	s, ok := parentOf(stack[:slices.Index(stack, ast.Node(assign))]).(*ast.IfStmt)
	if !ok || s.Init != ast.Stmt(assign) || !u.exits(s.Body.List) {
		return false
	}
	is, ok := assign.Lhs[1].(*ast.Ident)
	cond, isName := ast.Unparen(s.Cond).(*ast.Ident)
	return ok && isName && info.Uses[cond] == info.Defs[is] && h.stopsFor(info.TypeOf(x.Type))
}

// asksTypes is asksType for a type switch, which may also ask whether there is an error. Nil may leave the loop, then.
func (r *Result) asksTypes(u use, stack []ast.Node, h *Helper) (nilLeaves, ok bool) {
	i := slices.IndexFunc(stack, func(n ast.Node) bool {
		s, ok := n.(*ast.TypeSwitchStmt)
		return ok && s.Assign.Pos() <= stack[len(stack)-1].Pos() && stack[len(stack)-1].End() <= s.Assign.End()
	})
	if i < 0 {
		return false, false
	}
	ok = true
	for _, c := range stack[i].(*ast.TypeSwitchStmt).Body.List {
		clause := c.(*ast.CaseClause)
		leaves := u.returns(clause.Body)
		ok = ok && (leaves || !leavesSomewhere(clause)) && !(leaves && clause.List == nil)
		for _, e := range clause.List {
			switch isNil := r.pass.TypesInfo.Types[e].IsNil(); {
			case isNil:
				nilLeaves = nilLeaves || leaves
			case leaves:
				ok = ok && h.stopsFor(r.pass.TypesInfo.TypeOf(e))
			}
		}
	}
	return nilLeaves, ok
}

// leavesSomewhere reports whether there is a jump in a clause.
func leavesSomewhere(clause *ast.CaseClause) bool {
	found := false
	ast.Inspect(clause, func(n ast.Node) bool {
		switch n.(type) {
		case *ast.ReturnStmt, *ast.BranchStmt:
			found = true
		}
		return !found
	})
	return found
}

// stopsFor notes a type of errors for which a helper leaves. It fails for an interface.
func (h *Helper) stopsFor(t types.Type) bool {
	named, ok := types.Unalias(syntax.Pointee(t)).(*types.Named)
	if !ok || types.IsInterface(named) {
		return false
	}
	h.Stops = append(h.Stops, named.Obj())
	return true
}

// leavesFor returns the answer for which a question leaves the loop, by itself or beside others: it is in the condition
// of an if, or of a clause, that leaves if it holds, or if it does not.
func (u use) leavesFor(call ast.Expr, stack []ast.Node) (yes, ok bool) {
	yes = true
	and, or := false, false                // what else has to hold for it, or is enough
	for i := len(stack) - 2; i >= 0; i-- { // above the error, and the call
		switch p := stack[i].(type) {
		case *ast.ParenExpr:
		case *ast.UnaryExpr:
			if p.Op != token.NOT {
				return false, false
			}
			yes, and, or = !yes, or, and
		case *ast.BinaryExpr:
			and, or = and || p.Op == token.LAND, or || p.Op == token.LOR
			if p.Op != token.LAND && p.Op != token.LOR {
				return false, false
			}
		case *ast.IfStmt:
			switch {
			case call.Pos() < p.Cond.Pos() || p.Cond.End() < call.End():
				return false, false
			case !and && u.exits(p.Body.List):
				return yes, true
			}
			return !yes, !or && i > 0 && u.leavesOtherwise(p, stack[i-1])
		case *ast.CaseClause:
			s, isSwitch := outside(stack[:i]).(*ast.SwitchStmt)
			switch {
			case !isSwitch || s.Tag != nil:
				return false, false
			case !and && u.returns(p.Body):
				return yes, true
			}
			return !yes, !or && len(p.List) == 1 && u.othersReturn(s, p)
		default:
			return false, false
		}
	}
	return false, false
}

// leavesOtherwise reports whether the loop is left where the condition of an if does not hold: by its else, or by what
// follows where the if goes on.
func (u use) leavesOtherwise(s *ast.IfStmt, around ast.Node) bool {
	if s.Else != nil {
		b, ok := s.Else.(*ast.BlockStmt)
		return ok && u.exits(b.List) && !u.goesOnWithin(b.List)
	}
	b, ok := around.(*ast.BlockStmt)
	if !ok || !u.goesOn(s.Body.List) {
		return false
	}
	return u.exits(b.List) && !u.goesOnWithin(b.List[slices.Index(b.List, ast.Stmt(s))+1:])
}

// othersReturn reports whether a switch returns where none of its clauses up to one is for it.
func (u use) othersReturn(s *ast.SwitchStmt, clause *ast.CaseClause) bool {
	otherwise, behind := false, false
	for _, c := range s.Body.List {
		other := c.(*ast.CaseClause)
		if (behind || other.List == nil) && (!u.returns(other.Body) || u.goesOnWithin(other.Body)) {
			return false
		}
		otherwise, behind = otherwise || other.List == nil, behind || other == clause
	}
	return otherwise
}

// goesOnWithin reports whether there is a statement within some by which the loop goes on.
func (u use) goesOnWithin(list []ast.Stmt) bool {
	return slices.ContainsFunc(list, func(s ast.Stmt) bool {
		goes := u.callsItself(s)
		ast.Inspect(s, func(n ast.Node) bool {
			b, ok := n.(*ast.BranchStmt)
			goes = goes || ok && b.Tok == token.CONTINUE
			return !goes
		})
		return goes
	})
}

// outside returns what a clause is in.
func outside(stack []ast.Node) ast.Node {
	if len(stack) < 2 {
		return nil
	}
	return stack[len(stack)-2]
}
