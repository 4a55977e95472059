package retriedcode

import (
	"go/ast"
	"go/types"
	"slices"

	"github.com/errcodelint/errcodelint/analyzer/internal/codeflow"
	"github.com/errcodelint/errcodelint/analyzer/internal/domain"
	"github.com/errcodelint/errcodelint/codes"
)

// A point is what is known at one point of a function if nothing but the codes
// goes wrong: the transport does its work. This file is all that the check asks of
// package codeflow.
type point struct{ codeflow.State }

// before returns the point just before a node.
func (c *checker) before(n ast.Node) point { return point{c.flow.Before(n)} }

// deferred returns the point before an expression in a literal that a function defers, where the function has come
// to its end. It fails if nothing is known of that.
func (c *checker) deferred(e ast.Expr) (point, bool) {
	s, ok := c.flow.Deferred(e)
	return point{s}, ok
}

// exits returns the points at which a function, a declaration or a literal, returns.
func (c *checker) exits(fn ast.Node) []point {
	var all []point
	for _, s := range c.flow.Exits(fn) {
		all = append(all, point{s})
	}
	return all
}

// back returns the point at which a loop, or a goto, goes back.
func (c *checker) back(stmt ast.Stmt) point { return point{c.flow.Again(stmt)} }

// onward returns the point at which the next round gets to an expression.
func (c *checker) onward(back ast.Stmt, to ast.Expr) point { return point{c.flow.Onward(back, to)} }

// eventually is onward for whatever round is the next that gets there.
func (c *checker) eventually(back ast.Stmt, to ast.Expr) point {
	return point{c.flow.Eventually(back, to)}
}

// end returns the point at the end of a loop's round, before its condition is asked.
func (c *checker) end(loop ast.Stmt) point { return point{c.flow.Asked(loop)} }

func (p point) assume(cond ast.Expr, outcome bool) point { return point{p.Assume(cond, outcome)} }

// equals returns the point after two values were compared, as a switch compares them.
func (p point) equals(x, y ast.Expr, outcome bool) point { return point{p.AssumeEqual(x, y, outcome)} }

// fails returns the point if an error is not nil there, or if it is.
func (p point) fails(err ast.Expr, outcome bool) point { return point{p.Fails(err, outcome)} }

// failsBy returns the point at which a function that a call gets, and calls, has returned an error. It fails if nobody knows
// when it does.
func (p point) failsBy(call *ast.CallExpr, fun ast.Expr) (point, bool) {
	s, ok := p.FailsBy(call, fun)
	return point{s}, ok
}

// marked returns the point if an error is marked by something, or not; see codeflow.State.Marked.
func (p point) marked(err ast.Expr, isMark func(types.Object, bool) bool, want bool) point {
	return point{p.Marked(err, isMark, want)}
}

// answers returns the point if a predicate says yes to an error, or no. It fails if nobody knows what that says.
func (p point) answers(predicate ast.Expr, err codeflow.Failure, want bool) (point, bool) {
	s, ok := p.Answers(predicate, err, want)
	return point{s}, ok
}

// finds returns the point if errors.Is finds something in an error, or does not. It fails if nobody knows.
func (p point) finds(err codeflow.Failure, target ast.Expr, want bool) (point, bool) {
	s, ok := p.Finds(err, target, want)
	return point{s}, ok
}

// answersAbout returns the point if a predicate says yes, or no, to what an operation returns. It
// fails if nobody knows what that says.
func (p point) answersAbout(predicate ast.Expr, results []ast.Expr, noError, want bool) (point, bool) {
	s, ok := p.AnswersAbout(predicate, results, noError, want)
	return point{s}, ok
}

// A source is a reply, and the codes that it can hold at a point.
type source struct {
	id     int           // which of the replies it is that the call brings, as a helper's that logs in before it sends; or several
	call   *ast.CallExpr // that brought it; nil if it came in from outside
	domain *domain.Domain
	codes  codeSet
	later  bool // the codes are those with which a later round than the next one gets to the request
	absent bool // a reply without a code leaves the loop: in a domain without a success all went well then
}

type codeSet interface {
	Has(text string) bool
	Undocumented() bool
}

const several = -1 // the id that stands for all the replies that a call has brought

// is reports whether a source is the same reply as another one, at another point.
func (s source) is(o source) bool {
	return s.call == o.call && s.domain == o.domain && (s.id == o.id || o.id == several)
}

// origins returns the replies of which something is known at a point.
func (p point) origins() []source {
	var all []source
	for _, s := range p.Sources() {
		all = append(all, source{id: s.ID, call: s.Call, domain: s.Domain, codes: s.Codes})
	}
	return all
}

// deciding returns the replies that have to do with how the function came to a point. Of several
// that one call has brought, as by a client that logs in before it sends, those are left out that
// may say anything where another one has failed, and those that succeeded.
func (p point) deciding() []source {
	all := p.origins()
	failed := make(map[*ast.CallExpr]bool)
	for _, s := range all {
		failed[s.call] = failed[s.call] || s.fails()
	}
	return slices.DeleteFunc(all, func(s source) bool { return failed[s.call] && !s.fails() })
}

// decidingAt is deciding for all of some points.
func decidingAt(all []point) []source {
	var sources []source
	for _, p := range all {
		sources = append(sources, p.deciding()...)
	}
	return sources
}

// fails reports whether it holds codes, and none of a success.
func (s source) fails() bool { return !s.none() && s.without(codes.RetryNotNeeded) }

// all reports whether every documented code is in it.
func (s source) all() bool {
	for _, m := range s.domain.Members() {
		if !s.codes.Has(m.Text) {
			return false
		}
	}
	return true
}

// failing counts the documented codes in it that are no success.
func (s source) failing() int {
	n := 0
	for _, m := range s.domain.Members() {
		if !m.IsSuccess() && s.codes.Has(m.Text) {
			n++
		}
	}
	return n
}

// alike returns a source with the codes that it has in common with all that the same call has brought and that fail, too: they
// are one reply, of which a function tells twice, as by an error and by a method of what it returns beside that.
func (s source) alike(brought []source) source {
	if !s.fails() {
		return s
	}
	for _, o := range brought {
		if o.call == s.call && o.domain == s.domain && o.id != s.id && o.fails() {
			s.codes = both{s.codes, o.codes}
		}
	}
	return s
}

// shares reports whether a documented code that is no success is in both.
func (s source) shares(o source) bool {
	for _, m := range s.domain.Members() {
		if !m.IsSuccess() && s.codes.Has(m.Text) && o.codes.Has(m.Text) {
			return true
		}
	}
	return false
}

// failures reports whether every documented code that is no success is in it.
func (s source) failures() bool {
	for _, m := range s.domain.Members() {
		if !m.IsSuccess() && !s.codes.Has(m.Text) {
			return false
		}
	}
	return true
}

// onlyFix reports whether it holds codes of class fix, and no others.
func (s source) onlyFix() bool { return s.only(codes.RetryAfterFix) }

// only reports whether it holds codes of one class, and no others.
func (s source) only(class codes.Retry) bool {
	some := false
	for _, m := range s.domain.Members() {
		if s.codes.Has(m.Text) {
			if m.Retry != class {
				return false
			}
			some = true
		}
	}
	return some && !s.codes.Undocumented()
}

// without reports whether it holds no code of a class.
func (s source) without(class codes.Retry) bool {
	for _, m := range s.domain.Members() {
		if m.Retry == class && s.codes.Has(m.Text) {
			return false
		}
	}
	return true
}

// none reports whether no code is in it.
func (s source) none() bool { return s.size() == 0 }

// documents reports whether the same documented codes are in it as in another one
// of its domain.
func (s source) documents(o source) bool {
	for _, m := range s.domain.Members() {
		if s.codes.Has(m.Text) != o.codes.Has(m.Text) {
			return false
		}
	}
	return true
}

// size counts the documented codes in it.
func (s source) size() int {
	n := 0
	for _, m := range s.domain.Members() {
		if s.codes.Has(m.Text) {
			n++
		}
	}
	return n
}
