package fixes

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/analysis"

	"github.com/errcodelint/errcodelint/analyzer/internal/domain"
	"github.com/errcodelint/errcodelint/analyzer/internal/points"
	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// This file is about loops of which there is an end to the tries, where something else has its turn when these are used up:
// the next recipient, another provider, the job's mark as failed.
//
//	for range 3 {
//		if code = send(m); code == codes.ResponseSuccess {
//			break
//		}
//		…
//	}
//
// The program knows already how to go on with any code, so a break goes there.

// Break returns the fix that leaves a loop for the codes that should not go round as it is left when all tries are made, if
// nothing but the time and the tries would be different. The loop does not ask, when the reply is there, which try it is.
func (w *Writer) Break(f points.Function, r points.Round, o points.Source, out []domain.Member) []analysis.SuggestedFix {
	loop, ok := r.Node.(ast.Stmt)
	if !ok || r.Category != "loop" || len(out) == 0 {
		return nil
	}
	file, _ := w.PathTo(loop)
	b := &branch{w: w, f: f, file: file, o: o, out: out, body: r.Region.Node}
	if file == nil || !b.usesUp(loop) || !b.atRoundsEnd(loop) || b.leavesNone() || !b.allAt(b.here) {
		return nil
	}
	code, ok := b.code()
	if !ok {
		return nil
	}
	q, ok := b.question(code)
	if !ok {
		return nil
	}
	head, ok := condition(q)
	if !ok {
		return nil
	}
	return b.insert("Leave the loop for the codes that cannot succeed", head, "break")
}

// usesUp reports whether a loop ends by itself with any of the codes, when the tries are used up, and nobody asks then how
// many there were.
func (b *branch) usesUp(loop ast.Stmt) bool {
	info := b.w.pass.TypesInfo
	var counters []*types.Var
	switch l := loop.(type) {
	case *ast.ForStmt:
		if l.Cond == nil {
			return false
		}
		for _, c := range syntax.Conjuncts(l.Cond) {
			if v := b.counted(c, l); v != nil {
				counters = append(counters, v)
			}
		}
		if len(counters) == 0 || !b.allAt(b.w.End(l).Assume(l.Cond, false)) {
			return false
		}
	case *ast.RangeStmt:
		switch u := syntax.Pointee(info.TypeOf(l.X)).Underlying().(type) {
		case *types.Basic:
			if u.Info()&types.IsInteger == 0 {
				return false
			}
		case *types.Slice, *types.Array:
		default:
			return false
		}
		for _, e := range []ast.Expr{l.Key, l.Value} {
			if id, ok := e.(*ast.Ident); ok && id.Name != "_" {
				v, ok := info.ObjectOf(id).(*types.Var)
				if !ok {
					return false
				}
				counters = append(counters, v)
			}
		}
	}
	return b.countsForItself(loop, counters)
}

// counted returns the variable of which a condition says that it is not yet at its end.
func (b *branch) counted(cond ast.Expr, loop *ast.ForStmt) *types.Var {
	cmp, ok := ast.Unparen(cond).(*ast.BinaryExpr)
	if !ok || syntax.Mirrored(cmp.Op) == token.ILLEGAL {
		return nil
	}
	for _, side := range []ast.Expr{cmp.X, cmp.Y} {
		id, ok := ast.Unparen(side).(*ast.Ident)
		if !ok || !syntax.IsInteger(b.w.pass.TypesInfo.TypeOf(id)) {
			continue
		}
		v, ok := b.w.pass.TypesInfo.Uses[id].(*types.Var)
		if !ok {
			continue
		}
		if steps(loop.Post, v, b.w.pass.TypesInfo) || slices.ContainsFunc(loop.Body.List, func(s ast.Stmt) bool { return steps(s, v, b.w.pass.TypesInfo) }) {
			return v
		}
	}
	return nil
}

// steps reports whether a statement counts a variable.
func steps(s ast.Stmt, v *types.Var, info *types.Info) bool {
	of := countedBy(s)
	id, ok := ast.Unparen(of).(*ast.Ident)
	return ok && info.Uses[id] == v
}

// countedBy returns what a statement counts, nil for nothing.
func countedBy(n ast.Node) ast.Expr {
	switch s := n.(type) {
	case *ast.IncDecStmt:
		return s.X
	case *ast.AssignStmt:
		if s.Tok != token.ASSIGN && s.Tok != token.DEFINE {
			return s.Lhs[0]
		}
	}
	return nil
}

// allAt reports whether each of the codes may be the reply's at a point.
func (b *branch) allAt(p points.Point) bool {
	return !slices.ContainsFunc(b.out, func(m domain.Member) bool { return !b.hasAt(p, m) })
}

// countsForItself reports whether nobody reads outside of a loop what is counted in it.
func (b *branch) countsForItself(loop ast.Stmt, counters []*types.Var) bool {
	info := b.w.pass.TypesInfo
	own := true
	ast.Inspect(loop, func(n ast.Node) bool {
		if of := countedBy(n); of != nil {
			id, ok := ast.Unparen(of).(*ast.Ident)
			v, isVar := info.ObjectOf(id).(*types.Var)
			if own = own && ok && isVar; own {
				counters = append(counters, v)
			}
		}
		return own
	})
	return own && !slices.ContainsFunc(counters, func(v *types.Var) bool { return b.isReadOutside(v, loop) })
}

// isReadOutside reports whether a variable is read outside of a loop.
func (b *branch) isReadOutside(v *types.Var, loop ast.Stmt) bool {
	decl := b.w.DeclaredIn(v)
	if decl == nil {
		return true // of the package
	}
	info := b.w.pass.TypesInfo
	read := false
	ast.Inspect(decl, func(n ast.Node) bool {
		if s, ok := n.(*ast.AssignStmt); ok && s.Tok == token.ASSIGN && len(s.Lhs) == 1 {
			if id, ok := s.Lhs[0].(*ast.Ident); ok && info.Uses[id] == v {
				ast.Inspect(s.Rhs[0], func(n ast.Node) bool {
					id, ok := n.(*ast.Ident)
					read = read || ok && info.Uses[id] == v
					return !read
				})
				return false
			}
		}
		id, ok := n.(*ast.Ident)
		read = read || ok && info.Uses[id] == v
		return !read && n != ast.Node(loop)
	})
	return read
}

// atRoundsEnd puts the branch where a round has done all that it does about the reply, and only waits until it goes round: at
// the end of the loop's body, or of the one branch there that goes round.
func (b *branch) atRoundsEnd(loop ast.Stmt) bool {
	list, fetched := b.fetchedIn(loop)
	if fetched < 0 {
		return false
	}
	goes := slices.IndexFunc(list[fetched:], b.goesRound)
	if goes < 0 {
		return b.behindLast(list, fetched, func() points.Point { return b.w.Back(loop) })
	}
	goes += fetched
	s, ok := list[goes].(*ast.IfStmt)
	if !ok || s.Else != nil || slices.ContainsFunc(list[goes+1:], b.goesRound) || len(s.Body.List) == 0 {
		return false
	}
	within, last := s.Body.List[:len(s.Body.List)-1], s.Body.List[len(s.Body.List)-1]
	if jump, ok := last.(*ast.BranchStmt); !ok || jump.Tok != token.CONTINUE || jump.Label != nil || slices.ContainsFunc(within, b.goesRound) {
		return false
	}
	if goes < len(list)-1 && slices.ContainsFunc(b.w.Before(list[goes+1]).Origins(), func(at points.Source) bool { return at.Is(b.o) && b.mayHold(at) }) {
		return false // some go round at the end, too
	}
	return b.behindLast(within, -1, func() points.Point { return b.w.Before(last) })
}

// behindLast puts the branch behind the last of some statements that does not only wait; they are followed by end.
func (b *branch) behindLast(list []ast.Stmt, fetched int, end func() points.Point) bool {
	k := len(list)
	for k-1 > fetched && pauses(list[k-1]) {
		k--
	}
	if k <= 0 {
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
		b.here = end()
	}
	return b.here.Reachable()
}

// condition returns the head of an if statement for a question: in a switch, a break would leave that. It fails if the
// question is too long for one.
func condition(q question) (head string, ok bool) {
	switch {
	case q.class && len(q.values) > 1:
		return "if class := " + q.of + "; " + q.any("class") + " {", true
	case len(q.values) > 3:
		return "", false
	}
	return "if " + q.any(q.of) + " {", true
}
