package missedcode

import (
	"go/ast"
	"go/token"
	"slices"
	"strings"

	"github.com/errcodelint/errcodelint/analyzer/internal/codeflow"
	"github.com/errcodelint/errcodelint/analyzer/internal/domain"
	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// handsOn reports whether what stands behind a dispatch, or has kept its code before, and is executed for every code, tells the caller, or the program's own client, of every code
// that fails, and the cases that go on there decide nothing: they count, say, on the way to
// `return r.ResponseCode.Err()`. A dispatch that sets a variable of the function is about that variable.
func (c *checker) handsOn(d *dispatch, rest []domain.Member) bool {
	var goOn []branch
	for i, b := range d.branches {
		if !c.leaves(d, i) {
			goOn = append(goOn, b)
		}
	}
	if sets := c.assigned(d, goOn); len(sets.added) > 0 || slices.ContainsFunc(sets.set, c.isOwn) {
		return false
	}
	next := d.follows()
	if c.makesErrorInTheEnd(d, next, rest) || len(goOn) == len(d.branches) && c.keptEarlier(d, rest) {
		return true
	}
	for ; len(next) > 0; next = next[1:] {
		if c.told(d, next, rest) {
			return true
		}
		if c.goesOn(d, next[0]) {
			continue
		}
		var ok bool
		if rest, ok = c.without(d, next[0], rest); !ok {
			break
		}
		if !hasFailure(rest) {
			return true
		}
	}
	return false
}

// without returns the codes that are left of some behind an if that does something about all those for which it leaves.
func (c *checker) without(d *dispatch, s ast.Stmt, rest []domain.Member) ([]domain.Member, bool) {
	test, ok := s.(*ast.IfStmt)
	if !ok || test.Else != nil || !c.terminates(test.Body.List) || nothing(test.Body.List) || c.onlyZero(test.Body.List) {
		return nil, false
	}
	before := c.flow.Before(test.Cond)
	leave, known := before.Assume(test.Cond, true).Codes(d.code)
	stay, also := before.Assume(test.Cond, false).Codes(d.code)
	if !known || !also {
		return nil, false
	}
	var left, gone []domain.Member
	for _, m := range rest {
		if stay.Has(m.Text) {
			left = append(left, m)
		} else if leave.Has(m.Text) {
			gone = append(gone, m)
		}
	}
	return left, len(gone) > 0 && !(hasSuccess(gone) && hasFailure(gone))
}

// goesOn reports whether a statement leaves a dispatch's code what it is, and is followed by the next one in any case.
func (c *checker) goesOn(d *dispatch, s ast.Stmt) bool {
	switch s := s.(type) {
	case *ast.ExprStmt:
		call, ok := ast.Unparen(s.X).(*ast.CallExpr)
		return ok && c.flow.MayReturn(call)
	case *ast.AssignStmt:
		return !slices.ContainsFunc(s.Lhs, func(lhs ast.Expr) bool { return d.key.root != nil && c.rootOf(lhs) == d.key.root })
	case *ast.DeclStmt, *ast.IncDecStmt, *ast.DeferStmt, *ast.GoStmt:
		return true
	}
	return false
}

// told reports whether the first of some statements tells somebody of every code that fails.
func (c *checker) told(d *dispatch, next []ast.Stmt, rest []domain.Member) bool {
	if c.passesReply(d, next[0]) || !hasSuccess(rest) && c.tellsOfFailure(d, unlabelled(next[0])) {
		return true
	}
	switch s := unlabelled(next[0]).(type) {
	case *ast.ReturnStmt:
		return slices.ContainsFunc(s.Results, func(e ast.Expr) bool { return c.isCodeOf(d, e) && !c.returnedAsError(d, s, e) }) ||
			c.returnsError(d, s) && c.failsAlone(d, s, rest) || len(s.Results) == 0 && c.isResult(d)
	case *ast.AssignStmt, *ast.SendStmt:
		return c.keeps(d, s) && c.failsAlone(d, s, rest) || c.files(d, s)
	case *ast.IncDecStmt:
		return c.files(d, s)
	case *ast.IfStmt:
		if s.Else != nil || len(s.Body.List) == 0 {
			return false
		}
		leaves := c.terminates(s.Body.List)
		before := c.flow.Before(s.Cond)
		leave, known := before.Assume(s.Cond, true).Codes(d.code)
		stay, also := before.Assume(s.Cond, false).Codes(d.code)
		if !known || !also {
			return false
		}
		if divides(rest, leave, stay) {
			return leaves && !nothing(s.Body.List) && !c.onlyZero(s.Body.List) ||
				slices.ContainsFunc(s.Body.List, func(s ast.Stmt) bool { return c.keeps(d, s) })
		}
		if !leaves {
			return false
		}
		if len(next) == 1 || !divides(rest, stay, leave) {
			return false
		}
		ret, ok := next[1].(*ast.ReturnStmt)
		return ok && c.returnsError(d, ret)
	}
	return false
}

// tellsOfFailure reports whether a statement tells of a failure, whatever the code: it returns an error that is not nil,
// answers with a status of 400 or more, or ends the program otherwise than well.
func (c *checker) tellsOfFailure(d *dispatch, s ast.Stmt) bool {
	if syntax.AnswersFailure(c.pass.TypesInfo, s) || c.endsBadly(s) {
		return true
	}
	ret, ok := s.(*ast.ReturnStmt)
	if !ok || len(ret.Results) == 0 {
		return false
	}
	last := ret.Results[len(ret.Results)-1]
	return c.returnedAsError(d, ret, last) && !c.pass.TypesInfo.Types[last].IsNil() && !c.flow.Before(ret).Fails(last, false).Reachable()
}

// endsBadly reports whether a statement ends the program, or panics: os.Exit(1), log.Fatal. What ends a goroutine alone, or
// says that all is well, as os.Exit(0) does, is something else.
func (c *checker) endsBadly(s ast.Stmt) bool {
	expr, ok := s.(*ast.ExprStmt)
	if !ok {
		return false
	}
	call, ok := ast.Unparen(expr.X).(*ast.CallExpr)
	if !ok || c.flow.MayReturn(call) || len(call.Args) == 1 && c.isZero(call.Args[0]) {
		return false
	}
	name := syntax.Name(call.Fun)
	return name != nil && name.Name != "Goexit" && !strings.HasPrefix(name.Name, "Skip")
}

// failsAlone reports whether a statement that makes an error of a dispatch's code makes none of success.
func (c *checker) failsAlone(d *dispatch, s ast.Stmt, rest []domain.Member) bool {
	return !hasSuccess(rest) || c.separates(d, []ast.Stmt{s}, rest)
}

// divides reports whether all codes that fail are in one of two sets alone, and those of success in the other.
func divides(among []domain.Member, failing, succeeding codeflow.Codes) bool {
	return !slices.ContainsFunc(among, func(m domain.Member) bool {
		return m.IsSuccess() && failing.Has(m.Text) || !m.IsSuccess() && succeeding.Has(m.Text)
	})
}

// keeps reports whether a statement keeps an error that is made of a dispatch's code, or puts the code, or the
// reply that has it, on a list or a channel.
func (c *checker) keeps(d *dispatch, s ast.Stmt) bool {
	hands := func(e ast.Expr) bool { return c.isCodeOf(d, e) || c.isErrorOf(d, e) || c.contains(d, e) }
	switch s := s.(type) {
	case *ast.SendStmt:
		return hands(s.Value)
	case *ast.AssignStmt:
		if len(s.Lhs) != 1 || len(s.Rhs) != 1 || s.Tok != token.ASSIGN {
			return false
		}
		if c.appends(s.Rhs[0], c.keyOf(s.Lhs[0])) {
			return slices.ContainsFunc(ast.Unparen(s.Rhs[0]).(*ast.CallExpr).Args[1:], hands)
		}
		return c.isErrorOf(d, s.Rhs[0])
	}
	return false
}

// contains reports whether an expression is a struct, or the address of one, in which a dispatch's code is, or the reply that
// has it: failure{r.To, r.Code}.
func (c *checker) contains(d *dispatch, e ast.Expr) bool {
	lit := compositeOf(e)
	if lit == nil {
		return false
	}
	return slices.ContainsFunc(lit.Elts, func(e ast.Expr) bool {
		if kv, ok := e.(*ast.KeyValueExpr); ok {
			e = kv.Value
		}
		return c.isCodeOf(d, e) || c.contains(d, e)
	})
}

// files reports whether a statement stores something in a map under the dispatch's code, counts[code]++, or the code in
// one, or what has it in it.
func (c *checker) files(d *dispatch, s ast.Stmt) bool {
	var to, what ast.Expr
	switch s := s.(type) {
	case *ast.IncDecStmt:
		to = s.X
	case *ast.AssignStmt:
		if len(s.Lhs) != 1 || len(s.Rhs) != 1 {
			return false
		}
		to, what = s.Lhs[0], s.Rhs[0]
	}
	index, ok := ast.Unparen(to).(*ast.IndexExpr)
	if !ok || !syntax.IsMap(c.pass.TypesInfo.TypeOf(index.X)) {
		return false
	}
	return c.about(d, index.Index) || what != nil && (c.isCodeOf(d, what) || c.contains(d, what))
}

// isResult reports whether a dispatch's code, or the reply that has it, is a result of the function that has a name.
func (c *checker) isResult(d *dispatch) bool {
	f, _ := d.function()
	return f != nil && f.Results != nil && slices.ContainsFunc(f.Results.List, func(field *ast.Field) bool {
		return !syntax.IsError(c.pass.TypesInfo.TypeOf(field.Type)) &&
			slices.ContainsFunc(field.Names, func(name *ast.Ident) bool { return c.isCodeOf(d, name) })
	})
}

// returnsError reports whether a return has an error that is a dispatch's code, or made of it.
func (c *checker) returnsError(d *dispatch, ret *ast.ReturnStmt) bool {
	return slices.ContainsFunc(ret.Results, func(e ast.Expr) bool {
		return c.isErrorOf(d, e) || c.about(d, e) && c.returnedAsError(d, ret, e)
	})
}

// returnedAsError reports whether one of the values of a return becomes an error.
func (c *checker) returnedAsError(d *dispatch, ret *ast.ReturnStmt, value ast.Expr) bool {
	typ, _ := d.function()
	if typ == nil || typ.Results == nil || typ.Results.NumFields() != len(ret.Results) {
		return false
	}
	i := 0
	for _, field := range typ.Results.List {
		for range max(1, len(field.Names)) {
			if ret.Results[i] == value {
				return syntax.IsError(c.pass.TypesInfo.TypeOf(field.Type))
			}
			i++
		}
	}
	return false
}

// isCodeOf reports whether an expression is a dispatch's code, or the reply that has it.
func (c *checker) isCodeOf(d *dispatch, e ast.Expr) bool {
	if addr, ok := ast.Unparen(e).(*ast.UnaryExpr); ok && addr.Op == token.AND {
		e = addr.X
	}
	k := c.keyOf(e)
	return c.about(d, e) || k.path == "" && slices.Contains(c.repliesOf(d), k.root)
}

// isErrorOf reports whether an expression is a call that gives an error, and is made of a dispatch's code.
func (c *checker) isErrorOf(d *dispatch, e ast.Expr) bool {
	call, ok := ast.Unparen(e).(*ast.CallExpr)
	if !ok || !syntax.IsError(c.lastType(call)) {
		return false
	}
	found := false
	ast.Inspect(call, func(n ast.Node) bool {
		x, ok := n.(ast.Expr)
		found = found || ok && c.about(d, x)
		return !found
	})
	return found
}
