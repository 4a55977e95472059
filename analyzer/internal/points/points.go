package points

import (
	"go/ast"
	"go/types"
	"slices"

	"github.com/errcodelint/errcodelint/analyzer/internal/codeflow"
	"github.com/errcodelint/errcodelint/analyzer/internal/domain"
	"github.com/errcodelint/errcodelint/codes"
)

// A Point is what is known at one point of a function if nothing but the codes
// goes wrong: the transport does its work.
type Point struct{ codeflow.State }

// Before returns the point just before a node.
func (p *Package) Before(n ast.Node) Point { return Point{p.Flow.Before(n)} }

// Deferred returns the point before an expression in a literal that a function defers, where the function has come
// to its end. It fails if nothing is known of that.
func (p *Package) Deferred(e ast.Expr) (Point, bool) {
	s, ok := p.Flow.Deferred(e)
	return Point{s}, ok
}

// Exits returns the points at which a function, a declaration or a literal, returns.
func (p *Package) Exits(fn ast.Node) []Point {
	var all []Point
	for _, s := range p.Flow.Exits(fn) {
		all = append(all, Point{s})
	}
	return all
}

// Back returns the point at which a loop, or a goto, goes back.
func (p *Package) Back(stmt ast.Stmt) Point { return Point{p.Flow.Again(stmt)} }

// Onward returns the point at which the next round gets to an expression.
func (p *Package) Onward(back ast.Stmt, to ast.Expr) Point { return Point{p.Flow.Onward(back, to)} }

// Eventually is Onward for whatever round is the next that gets there.
func (p *Package) Eventually(back ast.Stmt, to ast.Expr) Point {
	return Point{p.Flow.Eventually(back, to)}
}

// End returns the point at the end of a loop's round, before its condition is asked.
func (p *Package) End(loop ast.Stmt) Point { return Point{p.Flow.Asked(loop)} }

// Assume returns the point if a condition came out so.
func (p Point) Assume(cond ast.Expr, outcome bool) Point { return Point{p.State.Assume(cond, outcome)} }

// Equals returns the point after two values were compared, as a switch compares them.
func (p Point) Equals(x, y ast.Expr, outcome bool) Point {
	return Point{p.State.AssumeEqual(x, y, outcome)}
}

// Fails returns the point if an error is not nil there, or if it is.
func (p Point) Fails(err ast.Expr, outcome bool) Point { return Point{p.State.Fails(err, outcome)} }

// FailsBy returns the point at which a function that a call gets, and calls, has returned an error. It fails if nobody knows
// when it does.
func (p Point) FailsBy(call *ast.CallExpr, fun ast.Expr) (Point, bool) {
	s, ok := p.State.FailsBy(call, fun)
	return Point{s}, ok
}

// Marked returns the point if an error is marked by something, or not; see codeflow.State.Marked.
func (p Point) Marked(err ast.Expr, isMark func(types.Object, bool) bool, want bool) Point {
	return Point{p.State.Marked(err, isMark, want)}
}

// Answers returns the point if a predicate says yes to an error, or no. It fails if nobody knows what that says.
func (p Point) Answers(predicate ast.Expr, err codeflow.Failure, want bool) (Point, bool) {
	s, ok := p.State.Answers(predicate, err, want)
	return Point{s}, ok
}

// Finds returns the point if errors.Is finds something in an error, or does not. It fails if nobody knows.
func (p Point) Finds(err codeflow.Failure, target ast.Expr, want bool) (Point, bool) {
	s, ok := p.State.Finds(err, target, want)
	return Point{s}, ok
}

// AnswersAbout returns the point if a predicate says yes, or no, to what an operation returns. It
// fails if nobody knows what that says.
func (p Point) AnswersAbout(predicate ast.Expr, results []ast.Expr, noError, want bool) (Point, bool) {
	s, ok := p.State.AnswersAbout(predicate, results, noError, want)
	return Point{s}, ok
}

// A Source is a reply, and the codes that it can hold at a point.
type Source struct {
	ID     int           // which of the replies it is that the call brings, as a helper's that logs in before it sends; or several
	Call   *ast.CallExpr // that brought it; nil if it came in from outside
	Domain *domain.Domain
	Codes  CodeSet
	Later  bool // the codes are those with which a later round than the next one gets to the request
	Absent bool // a reply without a code leaves the loop: in a domain without a success all went well then
}

// A CodeSet is a set of the codes of a domain.
type CodeSet interface {
	Has(text string) bool
	Undocumented() bool
}

const Several = -1 // the id that stands for all the replies that a call has brought

// Is reports whether a source is the same reply as another one, at another point.
func (s Source) Is(o Source) bool {
	return s.Call == o.Call && s.Domain == o.Domain && (s.ID == o.ID || o.ID == Several)
}

// Origins returns the replies of which something is known at a point.
func (p Point) Origins() []Source {
	var all []Source
	for _, s := range p.Sources() {
		all = append(all, Source{ID: s.ID, Call: s.Call, Domain: s.Domain, Codes: s.Codes})
	}
	return all
}

// Deciding returns the replies that have to do with how the function came to a point. Of several
// that one call has brought, as by a client that logs in before it sends, those are left out that
// may say anything where another one has failed, and those that succeeded.
func (p Point) Deciding() []Source {
	all := p.Origins()
	failed := make(map[*ast.CallExpr]bool)
	for _, s := range all {
		failed[s.Call] = failed[s.Call] || s.fails()
	}
	return slices.DeleteFunc(all, func(s Source) bool { return failed[s.Call] && !s.fails() })
}

// DecidingAt is Deciding for all of some points.
func DecidingAt(all []Point) []Source {
	var sources []Source
	for _, p := range all {
		sources = append(sources, p.Deciding()...)
	}
	return sources
}

// fails reports whether it holds codes, and none of a success.
func (s Source) fails() bool { return !s.None() && s.Without(codes.RetryNotNeeded) }

// All reports whether every documented code is in it.
func (s Source) All() bool {
	for _, m := range s.Domain.Members() {
		if !s.Codes.Has(m.Text) {
			return false
		}
	}
	return true
}

// Failing counts the documented codes in it that are no success.
func (s Source) Failing() int {
	n := 0
	for _, m := range s.Domain.Members() {
		if !m.IsSuccess() && s.Codes.Has(m.Text) {
			n++
		}
	}
	return n
}

// Alike returns a source with the codes that it has in common with all that the same call has brought and that fail, too: they
// are one reply, of which a function tells twice, as by an error and by a method of what it returns beside that.
func (s Source) Alike(brought []Source) Source {
	if !s.fails() {
		return s
	}
	for _, o := range brought {
		if o.Call == s.Call && o.Domain == s.Domain && o.ID != s.ID && o.fails() {
			s.Codes = both{s.Codes, o.Codes}
		}
	}
	return s
}

// SomeKnown reports whether one of the replies that the same call has brought does not hold every code.
func (s Source) SomeKnown(brought []Source) bool {
	return slices.ContainsFunc(brought, func(o Source) bool { return o.Call == s.Call && !o.All() })
}

// Shares reports whether a documented code that is no success is in both.
func (s Source) Shares(o Source) bool {
	for _, m := range s.Domain.Members() {
		if !m.IsSuccess() && s.Codes.Has(m.Text) && o.Codes.Has(m.Text) {
			return true
		}
	}
	return false
}

// Failures reports whether every documented code that is no success is in it.
func (s Source) Failures() bool {
	for _, m := range s.Domain.Members() {
		if !m.IsSuccess() && !s.Codes.Has(m.Text) {
			return false
		}
	}
	return true
}

// OnlyFix reports whether it holds codes of class fix, and no others.
func (s Source) OnlyFix() bool { return s.Only(codes.RetryAfterFix) }

// Only reports whether it holds codes of one class, and no others.
func (s Source) Only(class codes.Retry) bool {
	some := false
	for _, m := range s.Domain.Members() {
		if s.Codes.Has(m.Text) {
			if m.Retry != class {
				return false
			}
			some = true
		}
	}
	return some && !s.Codes.Undocumented()
}

// Without reports whether it holds no code of a class.
func (s Source) Without(class codes.Retry) bool {
	for _, m := range s.Domain.Members() {
		if m.Retry == class && s.Codes.Has(m.Text) {
			return false
		}
	}
	return true
}

// None reports whether no code is in it.
func (s Source) None() bool { return s.Size() == 0 }

// Documents reports whether the same documented codes are in it as in another one
// of its domain.
func (s Source) Documents(o Source) bool {
	for _, m := range s.Domain.Members() {
		if s.Codes.Has(m.Text) != o.Codes.Has(m.Text) {
			return false
		}
	}
	return true
}

// Size counts the documented codes in it.
func (s Source) Size() int {
	n := 0
	for _, m := range s.Domain.Members() {
		if s.Codes.Has(m.Text) {
			n++
		}
	}
	return n
}

// Without returns the members that a set does not have.
func Without(members []domain.Member, has func(string) bool) []domain.Member {
	var left []domain.Member
	for _, m := range members {
		if !has(m.Text) {
			left = append(left, m)
		}
	}
	return left
}

// Leaves returns the members that a reply's code cannot be at a point.
func (p Point) Leaves(o Source, members []domain.Member) []domain.Member {
	if !p.Reachable() {
		return members
	}
	for _, s := range p.Origins() {
		if s.Is(o) {
			return Without(members, s.Codes.Has)
		}
	}
	return nil
}
