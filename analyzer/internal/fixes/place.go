package fixes

import (
	"go/ast"
	"go/token"
	"regexp"
	"slices"

	"github.com/errcodelint/errcodelint/analyzer/internal/domain"
	"github.com/errcodelint/errcodelint/analyzer/internal/points"
	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
	"github.com/errcodelint/errcodelint/internal/lazyregexp"
)

// fetchedIn returns the statements of a loop's body, and which of them sends; none if that is not plain.
func (b *branch) fetchedIn(loop ast.Node) (list []ast.Stmt, fetched int) {
	switch l := loop.(type) {
	case *ast.ForStmt:
		list = l.Body.List
	case *ast.RangeStmt:
		list = l.Body.List
	}
	fetched = slices.IndexFunc(list, func(s ast.Stmt) bool { return s.Pos() <= b.o.Call.Pos() && b.o.Call.End() <= s.End() })
	if fetched < 0 || !runsOnce(list[fetched], b.o.Call) {
		return list, -1
	}
	for _, at := range b.w.Before(list[0]).Origins() {
		if at.Domain == b.o.Domain && at.Call != b.o.Call && b.mayHold(at) {
			return list, -1 // it was asked before, too: for code != 0 { …; code = send(m) }
		}
	}
	return list, fetched
}

// behindFetch puts the branch into a loop's body, where every way back passes that
// these codes take: behind all that is done about the reply, but before a pause.
func (b *branch) behindFetch(loop ast.Node) bool {
	list, fetched := b.fetchedIn(loop)
	if fetched < 0 {
		return false
	}
	k := len(list)
	for i := fetched; i < len(list); i++ {
		if b.goesRound(list[i]) {
			k = i
			break
		}
	}
	for k-1 > fetched && pauses(list[k-1]) {
		k--
	}
	if k <= fetched || k < len(list) && !b.w.Before(list[k]).Reachable() {
		return false
	}
	switch list[k-1].(type) {
	case *ast.ReturnStmt, *ast.BranchStmt:
		return false
	}
	b.at = b.w.Namer(b.file).LineEnd(list[k-1].End())
	if k < len(list) {
		b.here = b.w.Before(list[k])
	} else {
		b.here = b.w.Back(loop.(ast.Stmt))
	}
	return true
}

// runsOnce reports whether a call in a statement is executed whenever the statement
// is: it is in no branch, loop or literal there.
func runsOnce(s ast.Stmt, call *ast.CallExpr) bool {
	in := func(n ast.Node) bool { return n != nil && n.Pos() <= call.Pos() && call.End() <= n.End() }
	switch s := s.(type) {
	case *ast.AssignStmt, *ast.DeclStmt, *ast.ExprStmt:
		return true
	case *ast.IfStmt:
		return s.Init != nil && in(s.Init) || in(s.Cond)
	}
	return false
}

// goesRound reports whether a statement has a way back of its own that one of the
// codes may take.
func (b *branch) goesRound(s ast.Stmt) bool {
	found := false
	ast.PreorderStack(s, nil, func(n ast.Node, stack []ast.Node) bool {
		if _, lit := n.(*ast.FuncLit); lit {
			return false
		}
		if jump, ok := n.(*ast.BranchStmt); ok && (jump.Tok == token.CONTINUE || jump.Tok == token.GOTO) {
			found = found || b.mayGet(jump, stack)
		}
		return true
	})
	return found
}

// mayGet reports whether one of the codes may get to a jump.
func (b *branch) mayGet(jump *ast.BranchStmt, stack []ast.Node) bool {
	if len(stack) == 0 {
		return true
	}
	var here points.Point
	block, ok := stack[len(stack)-1].(*ast.BlockStmt)
	switch {
	case ok && block.List[0] != ast.Stmt(jump):
		here = b.w.Before(block.List[0])
	case ok && len(stack) > 1:
		branch, ok := stack[len(stack)-2].(*ast.IfStmt)
		if !ok || branch.Body != block {
			return true
		}
		here = b.w.Before(branch.Cond).Assume(branch.Cond, true)
	default:
		return true
	}
	return slices.ContainsFunc(here.Origins(), func(at points.Source) bool { return at.Call == b.o.Call && b.mayHold(at) })
}

// mayHold reports whether one of the codes is among those of a reply.
func (b *branch) mayHold(at points.Source) bool {
	return slices.ContainsFunc(b.out, func(m domain.Member) bool { return at.Codes.Has(m.Text) })
}

// pauses reports whether all that a statement does is to wait, or to count.
func pauses(s ast.Stmt) bool {
	switch s := s.(type) {
	case *ast.ExprStmt:
		return waits(s.X, pauseName())
	case *ast.IfStmt: // if err := wait(ctx, d); err != nil { return err }, if !wait(d) { return }
		if s.Else != nil || !leaves(s.Body.List) {
			return false
		}
		if by, ok := s.Init.(*ast.AssignStmt); ok {
			return len(by.Rhs) == 1 && waits(by.Rhs[0], pauseName())
		}
		cond := ast.Unparen(s.Cond)
		if not, ok := cond.(*ast.UnaryExpr); ok {
			cond = ast.Unparen(not.X)
		}
		return s.Init == nil && waits(cond, exactPause())
	case *ast.SelectStmt:
		return !slices.ContainsFunc(s.Body.List, func(c ast.Stmt) bool {
			does := c.(*ast.CommClause).Body
			return len(does) > 0 && !leaves(does)
		})
	case *ast.IncDecStmt:
		return true
	case *ast.AssignStmt:
		return s.Tok != token.ASSIGN && s.Tok != token.DEFINE
	}
	return false
}

// waits reports whether an expression is a call that waits, by its name.
func waits(e ast.Expr, name *regexp.Regexp) bool {
	call, ok := ast.Unparen(e).(*ast.CallExpr)
	return ok && name.MatchString(syntax.CalleeName(call))
}

var (
	pauseName  = lazyregexp.New(`^([Ss]leep|[Pp]ause|[Ww]ait)`)
	exactPause = lazyregexp.New(`^([Ss]leep|[Pp]ause|[Ww]ait)([A-Z]|$)`) // not Pauses, which may say whether there is one
)

// before puts the branch before the statement that a node is in, and before a pause that precedes that.
func (b *branch) before(n ast.Node, path []ast.Node) bool {
	inner := n
	for _, outer := range path {
		if s, ok := inner.(ast.Stmt); ok && inList(outer, s) {
			s = b.beforePauses(syntax.Statements(outer), s)
			if _, labelled := s.(*ast.LabeledStmt); labelled || b.w.commentAbove(b.file, s.Pos()) {
				return false
			}
			b.at, b.next, b.here = s.Pos(), s, b.w.Before(s)
			return true
		}
		if _, lit := outer.(*ast.FuncLit); lit {
			return false
		}
		inner = outer
	}
	return false
}

// beforePauses returns the first of the pauses that precede a statement in a list, or the statement itself.
func (b *branch) beforePauses(list []ast.Stmt, s ast.Stmt) ast.Stmt {
	i := slices.Index(list, s)
	for i > 0 && pauses(list[i-1]) && !b.w.commentAbove(b.file, list[i-1].Pos()) {
		i--
	}
	return list[i]
}

func inList(n ast.Node, s ast.Stmt) bool { return slices.Contains(syntax.Statements(n), s) }
