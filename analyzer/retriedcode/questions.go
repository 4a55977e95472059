package retriedcode

import (
	"go/ast"

	"github.com/errcodelint/errcodelint/analyzer/internal/codeflow"
	"github.com/errcodelint/errcodelint/analyzer/internal/repeats"
)

// This file is about what is asked of an operation's error: by predicates, or by errors.Is for what a list has.

// triedAgain returns the points at which an error is not nil, and what is asked about it says that it is to be tried
// again. Nobody knows if there are codes for which one of that may say both: maybe, if only for errors that have
// nothing to do with the code, as the transport's.
func (c *checker) triedAgain(at point, err ast.Expr, asks []repeats.Question) ([]point, tri) {
	if len(asks) == 0 {
		return []point{at.fails(err, true)}, yes
	}
	failed, failure, known := at.Failure(err)
	if !known {
		return nil, c.parts(at.fails(err, true), at, at, false)
	}
	ways := []point{{failed}}
	all := yes
	for _, q := range asks {
		var again []point
		for _, w := range ways {
			here, known := c.goesOn(w, failure, q)
			switch known {
			case no:
				return nil, no
			case maybe:
				all = maybe
			}
			again = append(again, here...)
		}
		ways = again
	}
	return ways, all
}

// goesOn is triedAgain for one question.
func (c *checker) goesOn(failed point, err codeflow.Failure, q repeats.Question) ([]point, tri) {
	if q.Fun != nil {
		again, ok := failed.answers(q.Fun, err, q.Again)
		not, _ := failed.answers(q.Fun, err, !q.Again)
		return []point{again}, c.parts(failed, again, not, ok)
	}
	var found []point
	all := yes
	for _, target := range q.Among {
		is, ok := failed.finds(err, target, true)
		not, _ := failed.finds(err, target, false)
		switch c.parts(failed, is, not, ok) {
		case no:
			return nil, no
		case maybe:
			all = maybe
		}
		found, failed = append(found, is), not
	}
	if q.Again {
		return found, all
	}
	return []point{failed}, all
}

// parts reports whether a question about an error, whose answers are known or not, parts the codes.
func (c *checker) parts(failed, is, not point, ok bool) tri {
	known := yes
	for _, o := range failed.origins() {
		switch {
		case ok && !blurs(failed, is, not, o.call):
		case !o.all():
			return no
		default:
			known = maybe
		}
	}
	if !ok {
		known = maybe
	}
	return known
}
